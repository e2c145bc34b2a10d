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

/** `bursts`: clusters of events in stable; `wander`: drifting of the two groups' difference. */
export interface DispersionState {
  bursts: Blocks[];
  wander: Blocks[];
}

/** Intervals per block in which bursts are looked for: 5 s and 20 s with scrapes every 5 s. */
const burstBlocks = [1, 4];
/** The same for wandering: 30 s and 2 min. */
const wanderBlocks = [6, 24];
/** Pairs of blocks before wandering is believed. */
const wanderPairs = 4;
/** Neighbouring pairs after which an old pair counts e^-1: ten minutes of 5 s intervals. */
const memory = 120;
/** Pairs of φ = 1 that the estimate starts with, and the events that they hold at least. */
const priorPairs = 8;
const priorEvents = 3;

const none: Interval = { a: 0, n: 0, b: 0, m: 0 };

export function emptyDispersion(): DispersionState {
  const blocks = (): Blocks => ({
    seen: 0,
    expected: 0,
    pairs: 0,
    current: { ...none },
    filled: 0,
    last: { ...none },
  });
  return { bursts: burstBlocks.map(blocks), wander: wanderBlocks.map(blocks) };
}

/** φ ≥ 1 from the intervals so far: how many events come together as one (quasi-Poisson; McCullagh & Nelder 1989, §6.2). */
export function dispersion({ bursts, wander }: DispersionState): number {
  const drifting = wander.map((blocks) => (blocks.pairs < wanderPairs ? 1 : estimate(blocks)));
  return Math.max(1, ...bursts.map(estimate), ...drifting);
}

/** The ratio, drawn to 1 by the prior and lowered by about one standard error: what chance explains costs no power. */
function estimate({ seen, expected, pairs }: Ratio): number {
  if (pairs === 0) return 1;
  const prior = priorEvents + (priorPairs * expected) / pairs;
  return ((seen + prior) / (expected + prior)) * (1 - 1 / Math.sqrt(pairs + priorPairs + 4));
}

export function updateDispersion(state: DispersionState, interval: Interval): void {
  for (const [i, blocks] of state.bursts.entries())
    updateBlocks(blocks, burstBlocks[i] ?? 1, interval, stablePair);
  for (const [i, blocks] of state.wander.entries())
    updateBlocks(blocks, wanderBlocks[i] ?? 1, interval, differencePair);
}

/** So many events, and split like the traffic: an outage of both groups, not a cluster that fell on one. */
function shared({ a, n, b, m }: Interval): boolean {
  const expected = ((a + b) * n) / (n + m);
  return expected >= 4 && Math.abs(a - expected) <= 3 * Math.sqrt(expected);
}

/** Squared difference of stable's events between neighbours, scaled to equal traffic, and its Poisson expectation. */
function stablePair(last: Interval, now: Interval): [number, number] {
  if (shared(last) || shared(now)) return [0, 0];
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

type Pair = (last: Interval, now: Interval) => [seen: number, expected: number];

function updateBlocks(blocks: Blocks, size: number, interval: Interval, pair: Pair): void {
  blocks.current = plus(blocks.current, interval);
  blocks.filled += 1;
  if (blocks.filled < size) return;
  const { last, current } = blocks;
  if (last.n > 0 && last.m > 0 && current.n > 0 && current.m > 0) addPair(blocks, ...pair(last, current));
  blocks.last = current;
  blocks.current = { ...none };
  blocks.filled = 0;
}

function addPair(ratio: Ratio, seen: number, expected: number): void {
  if (seen === 0 && expected === 0) return;
  const keep = 1 - 1 / memory;
  ratio.seen = ratio.seen * keep + seen;
  ratio.expected = ratio.expected * keep + expected;
  ratio.pairs = ratio.pairs * keep + 1;
}

export function plus(x: Interval, y: Interval): Interval {
  return { a: x.a + y.a, n: x.n + y.n, b: x.b + y.b, m: x.m + y.m };
}
