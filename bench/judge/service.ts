import type { Counters, Scrape } from '../../actions/canary-promote/src/judge/index.ts';
import type { Random } from './random.ts';
import type { Shape } from './shapes.ts';

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
  /** Part of the group's counters that begins again at zero: 1 for its only pod, 1/3 for one of three. */
  restart?: { group: 'stable' | 'canary'; part: number } | undefined;
  /** The scrape at the end of the interval is missing: of both groups, or of one. */
  lost?: 'both' | 'stable' | 'canary' | undefined;
}

function shareBelow(le: number, { below }: Shape, { slowness, tail, tailFactor }: Behaviour): number {
  return (1 - tail) * below(le / slowness) + tail * below(le / (slowness * tailFactor));
}

export function emptyCounters({ buckets }: Shape): Counters {
  if (buckets.length === 0) return { requests: 0, failures: 0 };
  const latency: Record<string, number> = { '+Inf': 0 };
  for (const le of buckets) latency[String(le)] = 0;
  return { requests: 0, failures: 0, latency };
}

/** Adds `seconds` of behaviour to cumulative counters. */
export function advance(
  counters: Counters,
  behaviour: Behaviour,
  seconds: number,
  shape: Shape,
  random: Random,
): void {
  const requests = random.poisson(behaviour.rps * seconds) + behaviour.burst;
  counters.requests += requests;
  counters.failures += random.binomial(requests - behaviour.burst, behaviour.failing) + behaviour.burst;
  const { latency } = counters;
  if (latency === undefined) return;
  let [left, below, count] = [requests, 0, 0];
  for (const le of shape.buckets) {
    const upTo = shareBelow(le, shape, behaviour);
    const inside = below >= 1 ? 0 : random.binomial(left, Math.min(1, (upTo - below) / (1 - below)));
    left -= inside;
    count += inside;
    below = upTo;
    latency[String(le)] = (latency[String(le)] ?? 0) + count;
  }
  latency['+Inf'] = (latency['+Inf'] ?? 0) + requests;
}

/** A pod of the group starts anew: `part` of what it has counted is gone. */
export function restart(counters: Counters, part: number): void {
  const rest = (count: number): number => Math.floor(count * (1 - part));
  counters.requests = rest(counters.requests);
  counters.failures = rest(counters.failures);
  for (const [le, count] of Object.entries(counters.latency ?? {})) {
    if (counters.latency !== undefined) counters.latency[le] = rest(count);
  }
}

const copy = ({ requests, failures, latency }: Counters): Counters =>
  latency === undefined ? { requests, failures } : { requests, failures, latency: { ...latency } };

/** What a scrape shows: copies, because the counters go on. */
export function scrapeOf(t: number, stable: Counters, canary: Counters, lost: Interval['lost']): Scrape {
  return {
    t,
    ...(lost === 'stable' ? {} : { stable: copy(stable) }),
    ...(lost === 'canary' ? {} : { canary: copy(canary) }),
  };
}
