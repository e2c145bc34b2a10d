import type { Counters, Scrape } from '../../actions/canary-promote/src/judge/index.ts';
import type { Random } from './random.ts';

/** How one group behaves during one interval. */
export interface Behaviour {
  /** Requests per second that reach the group. */
  rps: number;
  /** Share of the requests that fails. */
  failing: number;
  /** Failures that come together with their requests on top of that: retries of one client. */
  burst: number;
  /** Factor on all latencies. */
  slowness: number;
  /** Share of requests that take `tailFactor` times as long. */
  tail: number;
  tailFactor: number;
}

export interface Interval {
  stable: Behaviour;
  canary: Behaviour;
  /** Counters begin again at zero. */
  restart?: 'stable' | 'canary' | undefined;
  /** The scrape at the end of the interval is missing. */
  lost?: boolean | undefined;
}

/** Prometheus' default buckets, in seconds. */
export const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** Latencies are log-normal with this spread of ln and the median of the profile. */
export const spread = 0.6;

/** Standard normal distribution function (Abramowitz & Stegun 7.1.26, error below 1.5e-7). */
function normalBelow(z: number): number {
  const t = 1 / (1 + (0.3275911 * Math.abs(z)) / Math.SQRT2);
  const series =
    ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  const upper = 0.5 * series * Math.exp((-z * z) / 2);
  return z > 0 ? 1 - upper : upper;
}

function shareBelow(le: number, median: number, { slowness, tail, tailFactor }: Behaviour): number {
  const below = (factor: number): number => normalBelow(Math.log(le / (median * factor)) / spread);
  return (1 - tail) * below(slowness) + tail * below(slowness * tailFactor);
}

export function emptyCounters(): Counters {
  const latency: Record<string, number> = { '+Inf': 0 };
  for (const le of buckets) latency[String(le)] = 0;
  return { requests: 0, failures: 0, latency };
}

/** Adds `seconds` of behaviour to cumulative counters. */
export function advance(
  counters: Counters,
  behaviour: Behaviour,
  seconds: number,
  median: number,
  random: Random,
): void {
  const requests = random.poisson(behaviour.rps * seconds) + behaviour.burst;
  counters.requests += requests;
  counters.failures += random.binomial(requests - behaviour.burst, behaviour.failing) + behaviour.burst;
  const { latency } = counters;
  if (latency === undefined) return;
  let [left, below, count] = [requests, 0, 0];
  for (const le of buckets) {
    const upTo = shareBelow(le, median, behaviour);
    const inside = below >= 1 ? 0 : random.binomial(left, Math.min(1, (upTo - below) / (1 - below)));
    left -= inside;
    count += inside;
    below = upTo;
    latency[String(le)] = (latency[String(le)] ?? 0) + count;
  }
  latency['+Inf'] = (latency['+Inf'] ?? 0) + requests;
}

/** What a scrape shows: copies, because the counters go on. */
export function scrapeOf(t: number, stable: Counters, canary: Counters): Scrape {
  const copy = ({ requests, failures, latency }: Counters): Counters => ({
    requests,
    failures,
    latency: { ...latency },
  });
  return { t, stable: copy(stable), canary: copy(canary) };
}
