import { shareSlowerThan, slowerThan } from './histogram.ts';
import type { Increment } from './intake.ts';
import { logBinomialTail } from './math.ts';
import type { Settings } from './settings.ts';

/** The canary's last intervals: requests, failures, requests slower than the latency limit. */
export interface SloState {
  recent: { requests: number; failures: number; timed: number; slow: number }[];
}

/** Intervals looked back: half a minute at 5 s each. */
const window = 6;
/** ln of the probability that a canary exactly at its limit looks this bad: one in ten thousand looks. */
const level = Math.log(1e-4);
/** A 99th percentile allows this share of slower requests. */
const tail = 0.01;

export function emptySlo(): SloState {
  return { recent: [] };
}

/** Takes the canary's increment; the reason to fail at once if an absolute limit is broken beyond chance. */
export function checkSlo(state: SloState, canary: Increment, settings: Settings): string | undefined {
  const { maxErrorRate, maxLatencyP99 } = settings;
  const slow = maxLatencyP99 === undefined ? { timed: 0, slow: 0 } : slowerThanLimit(canary, maxLatencyP99);
  state.recent.push({ requests: canary.requests, failures: canary.failures, ...slow });
  if (state.recent.length > window) state.recent.shift();
  const sum = (key: 'requests' | 'failures' | 'timed' | 'slow'): number =>
    state.recent.reduce((total, interval) => total + interval[key], 0);
  if (maxErrorRate !== undefined && logBinomialTail(sum('failures'), sum('requests'), maxErrorRate) < level) {
    return `failures above the limit of ${percent(maxErrorRate)}: ${sum('failures')} of the canary's last ${sum('requests')} requests`;
  }
  if (maxLatencyP99 !== undefined && logBinomialTail(sum('slow'), sum('timed'), tail) < level) {
    return `99th percentile above the limit of ${maxLatencyP99} s: ${Math.round(sum('slow'))} of the canary's last ${sum('timed')} requests were slower`;
  }
  return undefined;
}

function slowerThanLimit(canary: Increment, limit: number): { timed: number; slow: number } {
  const bounds = Object.keys(canary.latency ?? {})
    .map(Number)
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const counted = slowerThan(canary, bounds);
  if (counted === undefined || counted.total === 0) return { timed: 0, slow: 0 };
  const shares = counted.slower.map((slower) => slower / counted.total);
  return { timed: counted.total, slow: counted.total * shareSlowerThan(limit, bounds, shares) };
}

/** A share as percentage points: `0.1 %`. */
export function percent(share: number): string {
  const points = share * 100;
  const digits = Math.abs(points) >= 10 ? 1 : Math.abs(points) >= 0.095 ? 2 : 3;
  return `${Number(points.toFixed(digits))} %`;
}
