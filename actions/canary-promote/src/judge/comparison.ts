import { type ClaimState, emptyClaim, logClaim, updateClaim } from './claim.ts';
import { type DispersionState, dispersion, emptyDispersion, plus, updateDispersion } from './dispersion.ts';
import { emptySplit, type Interval, type SplitState, updateSplit } from './split.ts';

/** Everything known of one kind of event (failed, slower than x, gauge too high) in both groups. */
export interface ComparisonState {
  split: SplitState;
  /** Log e-value of "canary is worse than allowed", over all steps. */
  logEvidence: number;
  /** Lowest log e-value so far and the counts since: where a fault, if there is one, most likely began (as in CUSUM). */
  lowest: number;
  since: Interval;
  intervals: number;
  claim: ClaimState;
  /** Counts of the present step. */
  step: Interval;
  dispersion: DispersionState;
}

export interface Rules {
  /** Rate ratios (canary : stable) that the test bets on. */
  ratios: readonly number[];
  /** Increase that the test still calls "not worse", as a share of requests. */
  failMargin: number;
  /** Increase that the promotion claim excludes. */
  claimMargin: number;
  failAt: number;
  claimAt: number;
  /** Parts of `failAt` that one interval may add: in the first intervals of a run and later. */
  firstCap: number;
  laterCap: number;
}

/** Intervals that count as the run's first: 15 s at 5 s each. */
const firstIntervals = 3;
/** Part of `claimAt` that one interval may add to the claim. */
const claimCap = 0.35;

const zero: Interval = { a: 0, n: 0, b: 0, m: 0 };

export function emptyComparison(ratios: readonly number[]): ComparisonState {
  return {
    split: emptySplit(ratios),
    logEvidence: 0,
    lowest: 0,
    since: { ...zero },
    intervals: 0,
    claim: emptyClaim(),
    step: { ...zero },
    dispersion: emptyDispersion(),
  };
}

/** A new step makes its claim anew; evidence of failure stays. */
export function beginClaim(state: ComparisonState): void {
  state.claim = emptyClaim();
  state.step = { ...zero };
}

export function updateComparison(state: ComparisonState, interval: Interval, rules: Rules): void {
  const phi = dispersion(state.dispersion);
  const cap = rules.failAt * (state.intervals < firstIntervals ? rules.firstCap : rules.laterCap);
  state.step = plus(state.step, interval);
  if (interval.n > 0 && interval.m > 0) {
    state.intervals += 1;
    const bet = { delta: rules.failMargin, dispersion: phi, cap };
    state.logEvidence = updateSplit(state.split, rules.ratios, interval, bet);
    const claim = { margin: rules.claimMargin, dispersion: phi, cap: rules.claimAt * claimCap };
    updateClaim(state.claim, interval, claim);
    updateDispersion(state.dispersion, interval);
  }
  followLowest(state, interval);
}

function followLowest(state: ComparisonState, interval: Interval): void {
  if (state.logEvidence <= state.lowest + 0.3) state.since = { ...zero };
  else state.since = plus(state.since, interval);
  state.lowest = Math.min(state.lowest, state.logEvidence);
}

const rate = (events: number, requests: number): number => (requests > 0 ? events / requests : 0);

/** Canary's rate minus stable's. */
export function increaseOf({ a, n, b, m }: Interval): number {
  return rate(a, n) - rate(b, m);
}

export function claimHolds(state: ComparisonState, rules: Rules): boolean {
  return logClaim(state.claim, rules.claimMargin) >= rules.claimAt;
}

export function groupCounts(
  events: number,
  requests: number,
): { requests: number; events: number; rate: number } {
  return { requests, events, rate: rate(events, requests) };
}
