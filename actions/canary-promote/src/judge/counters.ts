import { type ComparisonState, emptyComparison, type Rules, updateComparison } from './comparison.ts';
import { errorBets, errorRules, type Moment } from './errors.ts';
import { emptyIntake, type Increment, type IntakeState, merge, take, validPods } from './intake.ts';
import type { Settings } from './settings.ts';
import type { Group } from './types.ts';

/** A business counter, such as payments and those that failed: counted and compared like requests, by itself. */
export interface CounterState {
  stable: IntakeState;
  canary: IntakeState;
  /** Whether both have been read before: only what comes after the first reading is new. */
  known: boolean;
  pending: { stable: Increment; canary: Increment } | null;
  comparison: ComparisonState;
}

/** Counters watched at most; more would only dilute the false-rollback probability. */
const mostCounters = 8;

export type Pairs = Record<string, { stable?: Group; canary?: Group }>;

/** Takes the readings of one scrape; they wait for the end of the interval, or are dropped while nothing is `judged`. */
export function takeCounters(
  states: Record<string, CounterState>,
  pairs: Pairs,
  t: number,
  judged: boolean,
): void {
  for (const [name, pair] of Object.entries(pairs)) {
    const [stable, canary] = [validPods(pair.stable), validPods(pair.canary)];
    if (stable.size === 0 || canary.size === 0) continue;
    if (states[name] === undefined && Object.keys(states).length >= mostCounters) continue;
    const state = states[name] ?? emptyCounter();
    states[name] = state;
    const both = { stable: take(state.stable, stable, t), canary: take(state.canary, canary, t) };
    if (!judged || !state.known) state.pending = null;
    else state.pending = state.pending === null ? both : mergeBoth(state.pending, both);
    state.known = true;
  }
}

function mergeBoth(
  first: NonNullable<CounterState['pending']>,
  second: NonNullable<CounterState['pending']>,
): CounterState['pending'] {
  return { stable: merge(first.stable, second.stable), canary: merge(first.canary, second.canary) };
}

function emptyCounter(): CounterState {
  return {
    stable: emptyIntake(),
    canary: emptyIntake(),
    known: false,
    pending: null,
    comparison: emptyComparison(errorBets),
  };
}

/** The end of an interval: what has come since is judged as soon as both groups have some of it. */
export function judgeCounters(states: Record<string, CounterState>, rules: readonly Rules[]): void {
  for (const [i, state] of Object.values(states).entries()) {
    const [own, both] = [rules[i], state.pending];
    if (own === undefined || both === null) continue;
    const counts = {
      a: both.canary.failures,
      n: both.canary.requests,
      b: both.stable.failures,
      m: both.stable.requests,
    };
    if (counts.n === 0 || counts.m === 0) continue;
    updateComparison(state.comparison, counts, own);
    state.pending = null;
  }
}

/**
 * The rules of each counter, in the order in which they appeared: the first has half of their part of the false-rollback
 * probability, the next a quarter and so on, so that one that appears late takes nothing from the others. Nothing is
 * claimed of them for a promotion: most businesses are too slow for that.
 */
export function counterRules(settings: Settings, failAt: number, claimAt: number, moment: Moment): Rules[] {
  return Array.from({ length: mostCounters }, (_, i) => ({
    ...errorRules(settings, failAt + (i + 1) * Math.LN2, claimAt, moment),
    claimMargin: 1,
  }));
}
