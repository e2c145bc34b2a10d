import type { Rules } from './comparison.ts';
import { counterRules } from './counters.ts';
import { errorRules, usualInterval } from './errors.ts';
import { gaugeRules } from './gauges.ts';
import type { Levels } from './latency.ts';
import type { Settings } from './settings.ts';
import type { JudgeState } from './state.ts';

/** How the false-rollback probability is split: failures are what a canary is for, gauges are a late hint. */
const alphaParts = { errors: 0.75, latency: 0.12, counters: 0.08, gauges: 0.05 };
/** The claim of an early step is at most this many times wider than the setting. */
const widest = 10;

export interface AllRules {
  errors: Rules;
  gauges: Rules;
  /** By the order in which the counters appeared. */
  counters: Rules[];
  latency: Levels;
}

/**
 * Part of the canary in the traffic, in percent: as told, or as seen.
 */
export function currentWeight(state: JudgeState): number | undefined {
  const { n, m } = state.errors.step;
  if (state.step.weight !== null) return state.step.weight;
  return n + m > 0 ? (100 * n) / (n + m) : undefined;
}

/**
 * How much wider than the setting this step's claim may be: 100 / the weight that passing opens the way to, so that at
 * most `max-error-increase` of all users' requests is at stake at the next step. 1 where no steps are known.
 */
export function claimScale(state: JudgeState, settings: Settings): number {
  const weight = currentWeight(state);
  const told = state.step.next;
  if (told === null && (settings.steps.length === 0 || weight === undefined)) return 1;
  const slack = state.step.weight === null ? 1.3 : 1;
  const next = told ?? settings.steps.find((step) => step > (weight ?? 100) * slack) ?? 100;
  return Math.min(widest, 100 / next);
}

/** The rules of an interval of so many seconds. */
export function allRules(state: JudgeState, settings: Settings, lasting = usualInterval): AllRules {
  const failAt = (part: number): number => -Math.log(settings.falseRollbackProbability * part);
  const claimAt = -Math.log(1 - settings.promotionConfidence);
  const scale = claimScale(state, settings);
  const moment = { seconds: state.seconds, scale, lasting };
  return {
    errors: errorRules(settings, failAt(alphaParts.errors), claimAt, moment),
    gauges: gaugeRules(failAt(alphaParts.gauges), claimAt),
    counters: counterRules(settings, failAt(alphaParts.counters), claimAt, moment),
    latency: { failAt: failAt(alphaParts.latency), claimAt, scale, lasting },
  };
}
