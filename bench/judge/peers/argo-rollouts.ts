import type { Scrape } from '../../../actions/canary-promote/src/judge/index.ts';
import type { Peer } from './peer.ts';
import { Window } from './window.ts';

/** Settings of the documented AnalysisTemplate `success-rate`. */
const interval = 300;
const leastSuccess = 0.95;
const failureLimit = 3;
/** The first measurement comes at once; two scrapes are the least that irate needs. */
const firstMeasurement = 10;

/**
 * Argo Rollouts' background analysis (docs/features/analysis.md, analysis/analysis.go): every 5 minutes
 * `result[0] >= 0.95` of irate(...[5m]); NaN compares false and so fails; aborts at more than 3 failed measurements. An
 * empty result is an error, not a failure (five in a row would abort as well; that does not happen here).
 */
export function argoRollouts(): Peer {
  const canary = new Window(interval);
  let failed = 0;
  let next: number | undefined;
  return {
    observe(scrape: Scrape) {
      canary.add(scrape.t, scrape.canary);
      next ??= scrape.t + firstMeasurement;
      if (scrape.t < next) return false;
      next += interval;
      const seen = canary.lastIncrease(scrape.t, interval);
      if (seen !== undefined && !(1 - seen.failures / seen.requests >= leastSuccess)) failed += 1;
      return failed > failureLimit;
    },
    end: () => false,
  };
}
