import type { Interval } from './split.ts';

/** Sums for the ratio of seen to expected variance between neighbouring blocks (two-sample Allan variance). */
interface Ratio {
  seen: number;
  expected: number;
  pairs: number;
}

interface Blocks extends Ratio {
  /** Block under way and the one before it. */
  current: Interval;
  filled: number;
  last: Interval;
}

/** `fast`: bursts, seen in stable alone; `slow`: wandering of the difference, in blocks of several intervals. */
export interface DispersionState {
  fast: Ratio & { last: Interval };
  slow: Blocks[];
}

/** Intervals per block of the slow estimate: 30 s and 2 min with scrapes every 5 s. */
const blockSizes = [6, 24];
/** Neighbouring pairs after which an old pair counts e^-1: ten minutes of 5 s intervals. */
const memory = 120;
/** Pairs of φ = 1 that the estimate starts with, and the events that they hold at least. */
const priorPairs = 8;
const priorEvents = 3;

const none: Interval = { a: 0, n: 0, b: 0, m: 0 };

export function emptyDispersion(): DispersionState {
  const ratio: Ratio = { seen: 0, expected: 0, pairs: 0 };
  return {
    fast: { ...ratio, last: { ...none } },
    slow: blockSizes.map(() => ({ ...ratio, current: { ...none }, filled: 0, last: { ...none } })),
  };
}

/** φ ≥ 1 from the intervals so far: how many events come together as one (quasi-Poisson; McCullagh & Nelder 1989, §6.2). */
export function dispersion({ fast, slow }: DispersionState): number {
  const scales = slow.map((blocks) => (blocks.pairs < 4 ? 1 : estimate(blocks)));
  return Math.max(1, estimate(fast), ...scales);
}

/** The ratio, drawn to 1 by the prior and lowered by about one standard error: what chance explains costs no power. */
function estimate({ seen, expected, pairs }: Ratio): number {
  if (pairs === 0) return 1;
  const prior = priorEvents + (priorPairs * expected) / pairs;
  return ((seen + prior) / (expected + prior)) * (1 - 1 / Math.sqrt(pairs + priorPairs + 4));
}

export function updateDispersion(state: DispersionState, interval: Interval): void {
  const { fast } = state;
  if (interval.m > 0) {
    if (fast.last.m > 0 && !(shared(interval) || shared(fast.last)))
      addPair(fast, ...stablePair(fast.last, interval));
    fast.last = { ...interval };
  }
  for (const [i, blocks] of state.slow.entries()) updateBlocks(blocks, blockSizes[i] ?? 1, interval);
}

/** So many events, and split like the traffic: an outage of both groups, not a cluster that fell on one. */
function shared({ a, n, b, m }: Interval): boolean {
  const expected = ((a + b) * n) / (n + m);
  return expected >= 4 && Math.abs(a - expected) <= 3 * Math.sqrt(expected);
}

/** Squared difference of stable's events between neighbours, scaled to equal traffic, and its Poisson expectation. */
function stablePair(last: Interval, now: Interval): [number, number] {
  const scale = now.m / last.m;
  const difference = now.b - last.b * scale;
  return [difference ** 2, ((now.b + last.b) / (now.m + last.m)) * now.m * (1 + scale)];
}

/** The same for the difference of the two groups' rates, in canary events. */
function differencePair(last: Interval, now: Interval): [number, number] {
  const n = Math.min(last.n, now.n);
  const difference = (now.a / now.n - now.b / now.m - last.a / last.n + last.b / last.m) * n;
  const variance = ({ a, n, b, m }: Interval): number => a / n ** 2 + b / m ** 2;
  const pooled = ({ a, n, b, m }: Interval): number => ((a + b) / (n + m)) * (1 / n + 1 / m);
  const expected = Math.max(variance(last) + variance(now), pooled(last) + pooled(now));
  return [difference ** 2, expected * n ** 2];
}

function addPair(ratio: Ratio, seen: number, expected: number): void {
  const keep = 1 - 1 / memory;
  ratio.seen = ratio.seen * keep + seen;
  ratio.expected = ratio.expected * keep + expected;
  ratio.pairs = ratio.pairs * keep + 1;
}

function updateBlocks(blocks: Blocks, size: number, interval: Interval): void {
  blocks.current = plus(blocks.current, interval);
  blocks.filled += 1;
  if (blocks.filled < size) return;
  const { last, current } = blocks;
  if (last.n > 0 && last.m > 0 && current.n > 0 && current.m > 0)
    addPair(blocks, ...differencePair(last, current));
  blocks.last = current;
  blocks.current = { ...none };
  blocks.filled = 0;
}

export function plus(x: Interval, y: Interval): Interval {
  return { a: x.a + y.a, n: x.n + y.n, b: x.b + y.b, m: x.m + y.m };
}
