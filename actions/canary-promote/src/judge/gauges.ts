import { type ComparisonState, emptyComparison, type Rules, updateComparison } from './comparison.ts';
import type { Settings } from './settings.ts';
import type { Bet } from './split.ts';

/** One gauge: stable's recent maximum, the readings of the block under way, the comparison so far. */
export interface GaugeState {
  reference: number;
  block: { readings: number; canaryHigh: number; stableHigh: number };
  comparison: ComparisonState;
}

const bets: readonly Bet[] = [2, 4, 10].map((ratio) => ({ ratio, part: 0.3 }));
/** Readings that are judged as one, because neighbours say the same: 30 s at 5 s each. */
const blockReadings = 6;
/** Stable's maximum fades by this factor per reading, to half in about six minutes. */
const fade = 0.99;
/** Share of readings in which the canary may be too high: a small group reads more noisily than a large one. */
const tolerated = 0.15;
/** A block gives at most a tenth of a proof: five minutes of too high readings at least. */
const pace = { reserve: 0.1, refill: 0.1, obvious: 0 };
/** Gauges watched at most; more would only dilute the false-rollback probability. */
const mostGauges = 8;

/** Differences below these never count: bytes of heap, goroutines, restarts. */
const floors: Record<string, number> = { 'heap-bytes': 64 * 2 ** 20, goroutines: 100, restarts: 2 };

/** Highest reading of the canary that is still in order, given stable's recent maximum. */
function limit(name: string, reference: number, settings: Settings): number {
  const isLatency = name.startsWith('latency');
  const increase = isLatency ? settings.maxLatencyIncrease : settings.maxSaturationIncrease;
  const floor = isLatency ? settings.latencyFloor : (floors[name] ?? 0);
  return Math.max(reference * (1 + increase), reference + floor);
}

export function gaugeRules(failAt: number, claimAt: number): Rules {
  return {
    bets,
    failMargin: tolerated,
    leastIncrease: tolerated,
    claimMargin: 1,
    failAt: failAt + Math.log(mostGauges),
    claimAt,
    pace,
  };
}

export function updateGauges(
  states: Record<string, GaugeState>,
  stable: Record<string, number>,
  canary: Record<string, number>,
  settings: Settings,
  rules: Rules,
): void {
  for (const [name, reading] of Object.entries(canary)) {
    const normal = stable[name];
    if (normal === undefined) continue;
    const state = states[name];
    if (state !== undefined)
      updateGauge(state, limit(name, state.reference, settings), normal, reading, rules);
    else if (Object.keys(states).length < mostGauges) states[name] = emptyGauge(normal);
  }
}

function emptyGauge(reference: number): GaugeState {
  return {
    reference,
    block: { readings: 0, canaryHigh: 0, stableHigh: 0 },
    comparison: emptyComparison(bets),
  };
}

function updateGauge(
  state: GaugeState,
  highest: number,
  normal: number,
  reading: number,
  rules: Rules,
): void {
  const { block } = state;
  block.readings += 1;
  if (reading > highest) block.canaryHigh += 1;
  if (normal > highest) block.stableHigh += 1;
  state.reference = Math.max(normal, state.reference * fade);
  if (block.readings < blockReadings) return;
  const counts = { a: block.canaryHigh, n: block.readings, b: block.stableHigh, m: block.readings };
  updateComparison(state.comparison, counts, rules);
  state.block = { readings: 0, canaryHigh: 0, stableHigh: 0 };
}
