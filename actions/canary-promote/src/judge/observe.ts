import { beginClaim, updateComparison } from './comparison.ts';
import { judgeCounters, takeCounters } from './counters.ts';
import { updateGauges } from './gauges.ts';
import { emptyIntake, type Increment, merge, take, totals, validPods } from './intake.ts';
import { beginLatencyClaim, updateLatency } from './latency.ts';
import { emptyTraffic, withoutRetries } from './retries.ts';
import { allRules } from './rules.ts';
import type { Settings } from './settings.ts';
import { checkSlo } from './slo.ts';
import type { Both, JudgeState } from './state.ts';
import type { Counters, Scrape } from './types.ts';

/** Scrapes closer than this are judged as one interval: what comes within seconds may be one burst. */
const shortest = 4;
/** So long (s) an interval waits for requests of the other group: proxies and pods may be read at different times. */
const patience = 30;
/** So many scrapes in a row with an old time mean that the clock was set back. */
const clockSetBack = 3;

/** Takes one scrape into the state. */
export function takeScrape(state: JudgeState, scrape: Scrape, settings: Settings): void {
  if (!inOrder(state, scrape.t)) return;
  if (scrape.weight !== undefined && Number.isFinite(scrape.weight)) state.step.weight = scrape.weight;
  const [stable, canary] = [validPods(scrape.stable), validPods(scrape.canary)];
  if (stable.size === 0 || canary.size === 0) return;
  const since = state.lastBothT;
  state.lastBothT = scrape.t;
  if (settings.warmUp === 0 || hasTraffic(canary)) state.warmUntil ??= scrape.t + settings.warmUp;
  const both = takeBoth(state, stable, canary, scrape.t);
  const begun = since !== null && state.judgedT !== null;
  const warm = begun && state.warmUntil !== null && since >= state.warmUntil;
  takeCounters(state.counters, scrape.counters ?? {}, scrape.t, warm);
  if (!begun) {
    if (settings.warmUp === 0) state.first = { stable: totals(stable), canary: totals(canary) };
    state.judgedT = scrape.t;
  } else if (!warm) {
    state.judgedT = scrape.t;
    state.pending = null;
  } else judge(state, both, scrape.t, settings);
}

const hasTraffic = (pods: Map<string, Counters>): boolean =>
  [...pods.values()].some(({ requests }) => requests > 0);

/** Whether a scrape is newer than the last; a clock set back starts over from the counters of that scrape. */
function inOrder(state: JudgeState, t: number): boolean {
  if (!Number.isFinite(t)) return false;
  if (state.lastT !== null && t <= state.lastT) {
    state.behind += t < state.lastT ? 1 : 0;
    if (state.behind < clockSetBack) return false;
    state.lastBothT = null;
    state.judgedT = null;
    state.warmUntil = t;
    state.stable = emptyIntake();
    state.canary = emptyIntake();
    for (const counter of Object.values(state.counters)) {
      Object.assign(counter, { stable: emptyIntake(), canary: emptyIntake(), known: false, pending: null });
    }
  }
  state.behind = 0;
  state.lastT = t;
  return true;
}

function takeBoth(
  state: JudgeState,
  stable: Map<string, Counters>,
  canary: Map<string, Counters>,
  t: number,
): Both {
  return { stable: take(state.stable, stable, t), canary: take(state.canary, canary, t) };
}

function judge(state: JudgeState, both: Both, t: number, settings: Settings): void {
  const waiting = state.pending;
  const sum = waiting
    ? { stable: merge(waiting.stable, both.stable), canary: merge(waiting.canary, both.canary) }
    : both;
  const seconds = t - (state.judgedT ?? t);
  if (seconds < shortest || (seconds < patience && isLopsided(sum))) {
    state.pending = sum;
    return;
  }
  state.pending = null;
  state.judgedT = t;
  if (state.first !== null) {
    const { first } = state;
    state.first = null;
    if (isNew(first.stable, sum.stable) && isNew(first.canary, sum.canary)) {
      judgeInterval(state, first, seconds, settings);
    }
  }
  judgeInterval(state, sum, seconds, settings);
}

/** Whether one group has requests and the other none. */
function isLopsided({ stable, canary }: Both): boolean {
  return stable.requests > 0 !== canary.requests > 0;
}

/** Whether the counters of the first scrape are no more than one interval's worth: they began just before it. */
function isNew(first: Increment, next: Increment): boolean {
  return first.requests > 0 && first.requests <= 1.5 * next.requests + 3 * Math.sqrt(next.requests) + 5;
}

function judgeInterval(
  state: JudgeState,
  { stable, canary }: Both,
  seconds: number,
  settings: Settings,
): void {
  const rules = allRules(state, settings, seconds);
  state.seconds += seconds;
  state.step.seconds += seconds;
  const counts = { a: canary.failures, n: canary.requests, b: stable.failures, m: stable.requests };
  updateComparison(state.errors, withoutRetries(state.traffic, counts), rules.errors);
  updateLatency(state.latency, stable, canary, settings, rules.latency);
  judgeCounters(state.counters, rules.counters);
  updateGauges(state.gauges, stable.gauges, canary.gauges, settings, rules.gauges);
  state.failed ??= checkSlo(state.slo, canary, settings) ?? null;
}

/** A new step: its claim starts anew, after another warm-up, because its pods may be new. */
export function startStep(
  state: JudgeState,
  weight: number,
  next: number | undefined,
  settings: Settings,
): void {
  state.step = { weight, next: next ?? null, seconds: 0 };
  state.traffic = emptyTraffic();
  beginClaim(state.errors);
  beginLatencyClaim(state.latency);
  for (const { comparison } of Object.values(state.counters)) beginClaim(comparison);
  if (settings.warmUp > 0 && state.lastBothT !== null) state.warmUntil = state.lastBothT + settings.warmUp;
}
