import type { Interval } from './interval.ts';

/** Requests of both groups of the last intervals, old ones fading: the share of traffic that the canary usually gets. */
export interface TrafficState {
  canary: number;
  stable: number;
}

/** Intervals over which the usual share is remembered: two minutes at 5 s each. */
const memory = 24;
/** Standard deviations (Poisson) above the usual that are still usual. */
const usual = 3;

export function emptyTraffic(): TrafficState {
  return { canary: 0, stable: 0 };
}

/**
 * The interval without the failures of requests beyond the canary's usual share of the traffic.
 *
 * A client that repeats a failing request at one group adds requests as well as failures. Where the canary gets more
 * requests than its share and Poisson noise explain, as many failures are taken as one client's, and counted as one.
 */
export function withoutRetries(state: TrafficState, interval: Interval): Interval {
  const { a, n, b, m } = interval;
  const expected = state.stable > 0 ? (m * state.canary) / state.stable : n;
  const most = expected + usual * Math.sqrt(expected);
  // More requests that went well than usual, too: then it is the share that has changed.
  const extra = n - a > most ? 0 : Math.floor(Math.min(a - 1, n - most - 1));
  state.canary = state.canary * (1 - 1 / memory) + n;
  state.stable = state.stable * (1 - 1 / memory) + m;
  return extra > 0 ? { a: a - extra, n: n - extra, b, m } : interval;
}
