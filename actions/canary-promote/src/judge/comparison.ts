import { type ClaimState, emptyClaim, logClaim, updateClaim } from './claim.ts';
import { type DispersionState, dispersion, emptyDispersion, updateDispersion } from './dispersion.ts';
import { type Interval, sum } from './interval.ts';
import { type Bet, emptySplit, type SplitState, updateSplit } from './split.ts';
import { emptySteadiness, type SteadinessState, unsteadiness, updateSteadiness } from './steadiness.ts';

/** Everything known of one kind of event (failed, slower than x, gauge too high) in both groups. */
export interface ComparisonState {
  split: SplitState;
  /** Log e-value of "canary is worse than allowed", over all steps. */
  logEvidence: number;
  /** Lowest log e-value so far and the counts since: where a fault, if there is one, most likely began (as in CUSUM). */
  lowest: number;
  since: Interval;
  /** Canary's events in the first of them, without which there would be no beginning. */
  onset: number;
  steadiness: SteadinessState;
  /** Part of a proof that may be gained now, see `Pace`. */
  allowance: number;
  claim: ClaimState;
  /** Stable's recent events and requests. */
  recent: { events: number; requests: number };
  /** Counts of the present step. */
  step: Interval;
  dispersion: DispersionState;
}

export interface Rules {
  bets: readonly Bet[];
  /** Increase that the test still calls "not worse", as a share of requests. */
  failMargin: number;
  /** Increase that must be measured, too, before a proof counts. */
  leastIncrease: number;
  /** Increase that the promotion claim excludes. */
  claimMargin: number;
  failAt: number;
  claimAt: number;
  pace: Pace;
}

/**
 * How fast evidence may grow, in parts of a proof (`failAt`): what comes close together in time may be one burst or one
 * slow spell. A bucket: it holds `reserve`, is filled by `refill` per interval and emptied by what the evidence gains.
 * `obvious` is what an interval may take beyond it that can hardly be one client's.
 */
export interface Pace {
  reserve: number;
  refill: number;
  obvious: number;
}

/** Intervals over which stable's rate is remembered: five minutes at 5 s each. */
const memory = 60;
/** Half an event at one failure in 500 requests: what is assumed of a service before anything is seen. */
const priorEvents = 0.5;
const priorRate = 0.002;
/** An interval that can hardly be one client's burst: many requests, nothing but failures, or one or two of them. */
const manyRequests = 100;
const nearlyAll = 0.95;
const few = 2;
const isObvious = ({ a, n }: Interval): boolean => n >= manyRequests || a >= nearlyAll * n || a <= few;
/** Part of `claimAt` that one interval may add to the claim. */
const claimCap = 0.35;

const zero: Interval = { a: 0, n: 0, b: 0, m: 0 };

export function emptyComparison(bets: readonly Bet[]): ComparisonState {
  return {
    split: emptySplit(bets),
    logEvidence: 0,
    lowest: 0,
    since: { ...zero },
    onset: 0,
    steadiness: emptySteadiness(),
    allowance: Number.MAX_VALUE,
    claim: emptyClaim(),
    recent: { events: 0, requests: 0 },
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
  state.step = sum(state.step, interval);
  if (interval.n > 0 && interval.m > 0) {
    bet(state, interval, rules, phi);
    const terms = { margin: rules.claimMargin, dispersion: phi, cap: rules.claimAt * claimCap };
    state.claim = updateClaim(state.claim, interval, terms);
    updateDispersion(state.dispersion, interval, stableRate(state, interval));
    remember(state, interval);
  }
  followLowest(state, interval);
}

function bet(
  state: ComparisonState,
  interval: Interval,
  { bets, failMargin, failAt, pace }: Rules,
  phi: number,
): void {
  state.allowance = Math.min(state.allowance + pace.refill, pace.reserve);
  const usable = state.allowance + (isObvious(interval) ? pace.obvious : 0);
  const terms = {
    base: baseRate(state, interval),
    delta: failMargin,
    dispersion: phi,
    cap: failAt * Math.min(pace.reserve, usable),
  };
  const before = state.logEvidence;
  state.logEvidence = updateSplit(state.split, bets, interval, terms);
  state.allowance = Math.max(0, state.allowance - (state.logEvidence - before) / failAt);
}

/**
 * Stable's rate as known before the interval, by which bets on an increase are sized. In the first interval it is the rate
 * of both groups together: the split of the events is tested, given how many there are.
 */
export function baseRate({ recent }: ComparisonState, { a, n, b, m }: Interval): number {
  const [events, requests] = recent.requests > 0 ? [recent.events, recent.requests] : [a + b, n + m];
  return (events + priorEvents) / (requests + priorEvents / priorRate);
}

/** Stable's recent rate, or that of the interval while there is no other. */
function stableRate({ recent }: ComparisonState, { b, m }: Interval): number {
  return recent.requests > 0 ? recent.events / recent.requests : b / m;
}

function remember({ recent }: ComparisonState, { b, m }: Interval): void {
  recent.events = recent.events * (1 - 1 / memory) + b;
  recent.requests = recent.requests * (1 - 1 / memory) + m;
}

function followLowest(state: ComparisonState, interval: Interval): void {
  if (state.logEvidence <= state.lowest + 0.3) {
    state.since = { ...zero };
    state.steadiness = emptySteadiness();
  } else {
    if (state.since.n === 0) state.onset = interval.a;
    state.since = sum(state.since, interval);
    updateSteadiness(state.steadiness, interval);
  }
  state.lowest = Math.min(state.lowest, state.logEvidence);
}

/**
 * How much more than one failure at a time the evidence counts, 1 or more: as far as the canary's excess is unsteady and
 * stable's failures come in clusters, too. Clusters that the canary alone has are its own fault.
 */
function bursty({ steadiness, dispersion: known }: ComparisonState): number {
  return Math.min(unsteadiness(steadiness), dispersion(known));
}

/**
 * Evidence as counts for a failure: none where the increase is too small to matter. E^(1/u) ≥ 1/α says E ≥ 1/α for any
 * u ≥ 1, whatever u is made of, so this costs none of the guarantee.
 */
export function steadyEvidence(state: ComparisonState, { leastIncrease }: Rules): number {
  return increaseSince(state) > leastIncrease ? state.logEvidence / bursty(state) : 0;
}

/** The increase since the evidence began to rise. It rose with an event, so that one tells nothing of how often they come. */
function increaseSince({ since, onset }: ComparisonState): number {
  return increaseOf({ ...since, a: since.a - onset });
}

/** The log-evidence that would prove a failure. */
export function neededEvidence(state: ComparisonState, { failAt }: Rules): number {
  return failAt * bursty(state);
}

const rate = (events: number, requests: number): number => (requests > 0 ? events / requests : 0);

/** Canary's rate minus stable's. */
export function increaseOf({ a, n, b, m }: Interval): number {
  return rate(a, n) - rate(b, m);
}

/** Whether the promotion claim is proven, or needs no proof: at stable's rate plus the margin every request would be hit. */
export function claimHolds(state: ComparisonState, rules: Rules): boolean {
  if (rate(state.step.b, state.step.m) + rules.claimMargin >= 1) return true;
  return logClaim(state.claim, rules.claimMargin) >= rules.claimAt;
}

export function groupCounts(
  events: number,
  requests: number,
): { requests: number; events: number; rate: number } {
  return { requests, events, rate: rate(events, requests) };
}
