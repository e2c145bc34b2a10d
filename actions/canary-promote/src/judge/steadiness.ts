import { type Interval, sum } from './interval.ts';

/** Sums over blocks of intervals, from which the scatter of the canary's excess around its mean follows. */
interface Scatter {
  /** Σ d²/n, Σ d, Σ n and Σ v/n over the blocks; d is the excess of events, v its variance if they are independent. */
  squares: number;
  excess: number;
  requests: number;
  variance: number;
  blocks: number;
  current: Interval;
  filled: number;
}

export type SteadinessState = Scatter[];

/** Intervals per block: 5 s and 30 s with scrapes every 5 s. */
const sizes = [1, 6];
/** Blocks of independent events that the estimate starts with, and the events that they hold at least. */
const priorBlocks = 4;
const priorEvents = 3;

const none: Interval = { a: 0, n: 0, b: 0, m: 0 };

export function emptySteadiness(): SteadinessState {
  return sizes.map(() => ({
    squares: 0,
    excess: 0,
    requests: 0,
    variance: 0,
    blocks: 0,
    current: { ...none },
    filled: 0,
  }));
}

export function updateSteadiness(state: SteadinessState, interval: Interval): void {
  for (const [i, scatter] of state.entries()) {
    scatter.current = sum(scatter.current, interval);
    scatter.filled += 1;
    if (scatter.filled < (sizes[i] ?? 1)) continue;
    addBlock(scatter, scatter.current);
    scatter.current = { ...none };
    scatter.filled = 0;
  }
}

function addBlock(scatter: Scatter, { a, n, b, m }: Interval): void {
  if (!(n > 0 && m > 0)) return;
  const excess = a - (n * b) / m;
  scatter.squares += excess ** 2 / n;
  scatter.excess += excess;
  scatter.requests += n;
  scatter.variance += (a + (n / m) ** 2 * b) / n;
  scatter.blocks += 1;
}

/**
 * How much more the canary's excess over stable scatters than that of a fault which is there all the time, 1 or more.
 *
 * The index of dispersion of a − n·b/m, in which what both groups share cancels; drawn to 1 by a prior and lowered by about
 * one standard error, so that chance costs little power. A burst of failures has about its size.
 */
export function unsteadiness(state: SteadinessState): number {
  return Math.max(1, ...state.map(index));
}

function index({ squares, excess, requests, variance, blocks }: Scatter): number {
  if (blocks < 2) return 1;
  // Both as if each block had the mean number of requests, so that they are counted in events.
  const mean = requests / blocks;
  const seen = mean * Math.max(0, squares - excess ** 2 / requests);
  const expected = mean * variance * (1 - 1 / blocks);
  const prior = priorEvents + (priorBlocks * expected) / blocks;
  return ((seen + prior) / (expected + prior)) * (1 - 1.2 / Math.sqrt(blocks + 2 * priorBlocks));
}
