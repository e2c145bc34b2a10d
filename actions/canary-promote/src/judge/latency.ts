import {
  beginClaim,
  type ComparisonState,
  emptyComparison,
  type Rules,
  updateComparison,
} from './comparison.ts';
import { usualInterval } from './errors.ts';
import { boundsOf, shareSlowerThan, slowerThan } from './histogram.ts';
import type { Increment } from './intake.ts';
import type { Settings } from './settings.ts';
import type { Bet } from './split.ts';

/** One comparison per bucket bound, and stable's recent histogram, from which the margins follow. */
export interface LatencyState {
  bounds: number[];
  comparisons: ComparisonState[];
  reference: { total: number; slower: number[] };
  /** Which groups have shown a histogram, while they can't be compared yet. */
  seen: { stable: boolean; canary: boolean };
}

/** Regressions of a few percent move many requests a little, so small ratios matter here; a third is cash for later. */
const bets: readonly Bet[] = [
  { ratio: 1.1, part: 0.14 },
  { ratio: 1.3, part: 0.14 },
  { ratio: 1.7, part: 0.14 },
  { ratio: 2.5, part: 0.1 },
  { ratio: 5, part: 0.07 },
  { ratio: 15, part: 0.07 },
];
/**
 * Part of the margin up to which the test's null reaches; that the whole of it is exceeded is left to the estimate, as with
 * failures: a fifth more is hardly to be told from a tenth more where latencies spread widely.
 */
const nullPart = 0.75;
/** Share of requests by which the canary may exceed a bound beyond the margin without being failed: tails differ by chance of placement. */
const failTolerance = 0.0025;
/** The same for the claim of a promotion: below a percent of the requests a tail takes very long to be proven. */
const claimTolerance = 0.01;
/** Bounds that more than this share of stable's requests exceed say little by being exceeded. */
const highestShare = 0.6;
/** Intervals over which stable's histogram is remembered: five minutes at 5 s each. */
const memory = 60;
/** Slow spells last longer than bursts of failures: a proof takes 100 s. */
const [reserve, refill] = [1 / 6, 1 / 24];

export function emptyLatency(): LatencyState {
  return {
    bounds: [],
    comparisons: [],
    reference: { total: 0, slower: [] },
    seen: { stable: false, canary: false },
  };
}

export interface Levels {
  failAt: number;
  claimAt: number;
  /** How much wider than the setting the claim of this step may be. */
  scale: number;
  /** Seconds that the interval lasts. */
  lasting: number;
}

/** Share of stable's requests slower than each bound, recently. */
function shares({ reference }: LatencyState): number[] {
  return reference.slower.map((slower) => (reference.total > 0 ? slower / reference.total : 0));
}

/** The rules of bound `j`; undefined while too many of stable's requests exceed it. */
export function latencyRules(
  state: LatencyState,
  j: number,
  settings: Settings,
  levels: Levels,
): Rules | undefined {
  const known = shares(state);
  const [bound, share] = [state.bounds[j], known[j]];
  if (bound === undefined || share === undefined || share > highestShare) return undefined;
  const shiftBy = (part: number): number => {
    const { maxLatencyIncrease, latencyFloor } = settings;
    const quicker = Math.min(bound / (1 + part * maxLatencyIncrease), bound - part * latencyFloor);
    return Math.max(0, shareSlowerThan(quicker, state.bounds, known) - share);
  };
  const shift = shiftBy(1);
  return {
    bets,
    failMargin: shiftBy(nullPart) + failTolerance,
    leastIncrease: shift,
    claimMargin: Math.min(1, levels.scale * (shift + claimTolerance)),
    failAt: levels.failAt + Math.log(state.bounds.length),
    claimAt: levels.claimAt,
    pace: { reserve, refill: (refill * levels.lasting) / usualInterval, obvious: 0 },
  };
}

export function updateLatency(
  state: LatencyState,
  stable: Increment,
  canary: Increment,
  settings: Settings,
  levels: Levels,
): void {
  if (state.bounds.length === 0) start(state, stable, canary);
  if (state.bounds.length === 0) return;
  const [slow, canarySlow] = [slowerThan(stable, state.bounds), slowerThan(canary, state.bounds)];
  if (slow === undefined || canarySlow === undefined) return;
  if (state.reference.total === 0) remember(state, slow);
  for (const [j, comparison] of state.comparisons.entries()) {
    const rules = latencyRules(state, j, settings, levels);
    if (rules === undefined) continue;
    const [a, b] = [canarySlow.slower[j] ?? 0, slow.slower[j] ?? 0];
    updateComparison(comparison, { a, n: canarySlow.total, b, m: slow.total }, rules);
  }
  remember(state, slow);
}

function start(state: LatencyState, stable: Increment, canary: Increment): void {
  const { latency } = stable;
  state.seen.stable ||= hasBounds(latency);
  state.seen.canary ||= hasBounds(canary.latency);
  if (latency === undefined || canary.latency === undefined) return;
  const common = Object.keys(latency).filter((le) => canary.latency?.[le] !== undefined);
  state.bounds = boundsOf(Object.fromEntries(common.map((le) => [le, 0])));
  state.comparisons = state.bounds.map(() => emptyComparison(bets));
  state.reference = { total: 0, slower: state.bounds.map(() => 0) };
}

const hasBounds = (latency: Increment['latency']): boolean => Object.keys(latency ?? {}).length > 0;

/** Why latencies that are there can't be compared; undefined where they can, or where there are none. */
export function incomparable({ bounds, seen }: LatencyState): string | undefined {
  if (bounds.length > 0 || !(seen.stable || seen.canary)) return undefined;
  if (seen.stable && seen.canary)
    return "latencies can't be compared: the two groups' histograms have no bound in common";
  return `latencies can't be compared: only ${seen.stable ? 'stable' : 'the canary'} has a histogram`;
}

function remember({ reference }: LatencyState, { total, slower }: { total: number; slower: number[] }): void {
  const keep = 1 - 1 / memory;
  reference.total = reference.total * keep + total;
  reference.slower = reference.slower.map((count, j) => count * keep + (slower[j] ?? 0));
}

export function beginLatencyClaim(state: LatencyState): void {
  for (const comparison of state.comparisons) beginClaim(comparison);
}
