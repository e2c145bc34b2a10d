import type { Scrape } from '../../../actions/canary-promote/src/judge/index.ts';
import type { Peer } from './peer.ts';
import { histogramQuantile, Window } from './window.ts';

/** Settings of Flagger's documented canary: interval 1m, both built-in metrics, threshold 5. */
const interval = 60;
const leastSuccess = 0.99;
const slowestP99 = 0.5;
const threshold = 5;

/**
 * Flagger's analysis loop (pkg/controller/scheduler.go and scheduler_metrics.go at its newest stored commit): each minute,
 * first roll back if the failed checks reached the threshold, then check success rate ≥ 99 % and p99 ≤ 500 ms over
 * rate[1m]; a query without value (no traffic, NaN) is a failed check; failed checks are never taken back.
 */
export function flagger(): Peer {
  const canary = new Window(interval);
  let failedChecks = 0;
  let next: number | undefined;
  const check = (t: number): boolean => {
    const seen = canary.increase(t, interval);
    if (seen === undefined || seen.requests === 0) return false;
    if (1 - seen.failures / seen.requests < leastSuccess) return false;
    return histogramQuantile(0.99, seen.latency) <= slowestP99;
  };
  return {
    observe(scrape: Scrape) {
      canary.add(scrape.t, scrape.canary);
      next ??= scrape.t + interval;
      if (scrape.t < next) return false;
      next += interval;
      if (failedChecks >= threshold) return true;
      if (!check(scrape.t)) failedChecks += 1;
      return false;
    },
    end: () => false,
  };
}
