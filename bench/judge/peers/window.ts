import type { Counters, Scrape } from '../../../actions/canary-promote/src/judge/index.ts';

/** One scrape of one group. */
interface Sample {
  t: number;
  counters: Counters;
}

/** What increased between two samples, as PromQL's `increase` sees it. */
export interface Increase {
  requests: number;
  failures: number;
  /** `le` → requests. */
  latency: Record<string, number>;
}

/** The last samples of one group: what Prometheus would answer a range query from. */
export class Window {
  private samples: Sample[] = [];
  private readonly longest: number;

  constructor(longest: number) {
    this.longest = longest;
  }

  add(t: number, group: Scrape['stable']): void {
    if (group === undefined || 'pods' in group) return;
    this.samples.push({ t, counters: group });
    while ((this.samples[0]?.t ?? t) < t - this.longest) this.samples.shift();
  }

  /** Increase over the range (t − seconds, t], counter resets taken as starts from zero; undefined below two samples. */
  increase(t: number, seconds: number): Increase | undefined {
    return this.sum(this.samples.filter((sample) => sample.t > t - seconds && sample.t <= t));
  }

  /** Increase between the last two samples in the range, as `irate` takes it. */
  lastIncrease(t: number, seconds: number): Increase | undefined {
    return this.sum(this.samples.filter((sample) => sample.t > t - seconds && sample.t <= t).slice(-2));
  }

  private sum(samples: Sample[]): Increase | undefined {
    if (samples.length < 2) return undefined;
    const total: Increase = { requests: 0, failures: 0, latency: {} };
    for (const [i, { counters }] of samples.entries()) {
      const before = samples[i - 1]?.counters;
      if (before !== undefined) addIncrease(total, before, counters);
    }
    return total;
  }
}

const step = (before: number, now: number): number => (now >= before ? now - before : now);

function addIncrease(total: Increase, before: Counters, now: Counters): void {
  total.requests += step(before.requests, now.requests);
  total.failures += step(before.failures, now.failures);
  for (const [le, count] of Object.entries(now.latency ?? {})) {
    total.latency[le] = (total.latency[le] ?? 0) + step(before.latency?.[le] ?? 0, count);
  }
}

/** PromQL's histogram_quantile in seconds: linear within the bucket, the last finite bound beyond it; NaN without data. */
export function histogramQuantile(q: number, latency: Record<string, number>): number {
  const total = latency['+Inf'] ?? 0;
  if (total === 0) return Number.NaN;
  const bounds = Object.keys(latency)
    .map(Number)
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  let [low, below] = [0, 0];
  for (const bound of bounds) {
    const count = latency[String(bound)] ?? 0;
    if (count >= q * total)
      return low + ((bound - low) * (q * total - below)) / Math.max(1e-9, count - below);
    [low, below] = [bound, count];
  }
  return low;
}
