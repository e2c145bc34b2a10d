import { type Interval, sum } from './interval.ts';

/** Sums for the ratio of seen to expected variance of blocks of intervals. */
interface Ratio {
  seen: number;
  expected: number;
  blocks: number;
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

/** Intervals per block in which bursts are looked for: 5 s and 30 s with scrapes every 5 s. */
const burstBlocks = [1, 6];
/** The same for wandering: 30 s and 2 min. */
const wanderBlocks = [6, 24];
/** Pairs of blocks before wandering is believed. */
const wanderPairs = 4;
/** Blocks after which an old one counts e^-1: ten minutes of 5 s intervals. */
const memory = 120;
/** Blocks of φ = 1 that the estimate starts with, and the events that they hold at least. */
const priorBlocks = 4;
const priorEvents = 3;

const none: Interval = { a: 0, n: 0, b: 0, m: 0 };

export function emptyDispersion(): DispersionState {
  const blocks = (): Blocks => ({
    seen: 0,
    expected: 0,
    blocks: 0,
    current: { ...none },
    filled: 0,
    last: { ...none },
  });
  return { bursts: burstBlocks.map(blocks), wander: wanderBlocks.map(blocks) };
}

/** φ ≥ 1 from the intervals so far: how many events come together as one (quasi-Poisson; McCullagh & Nelder 1989, §6.2). */
export function dispersion({ bursts, wander }: DispersionState): number {
  const drifting = wander.map((wandering) => (wandering.blocks < wanderPairs ? 1 : estimate(wandering)));
  return Math.max(1, ...bursts.map(estimate), ...drifting);
}

/** The ratio, drawn to 1 by the prior and lowered by about one standard error: what chance explains costs no power. */
function estimate({ seen, expected, blocks }: Ratio): number {
  if (blocks === 0) return 1;
  const prior = priorEvents + (priorBlocks * expected) / blocks;
  return ((seen + prior) / (expected + prior)) * (1 - 1.2 / Math.sqrt(blocks + 2 * priorBlocks));
}

/** Takes an interval; `base` is stable's recent rate of events. */
export function updateDispersion(state: DispersionState, interval: Interval, base: number): void {
  const burst = (_last: Interval, now: Interval): [number, number] => burstSquare(now, base);
  for (const [i, blocks] of state.bursts.entries())
    updateBlocks(blocks, burstBlocks[i] ?? 1, interval, burst);
  for (const [i, blocks] of state.wander.entries())
    updateBlocks(blocks, wanderBlocks[i] ?? 1, interval, wanderSquare);
}

/** So many events, and split like the traffic: an outage of both groups, not a cluster that fell on one. */
function shared({ a, n, b, m }: Interval): boolean {
  const expected = ((a + b) * n) / (n + m);
  return expected >= 4 && Math.abs(a - expected) <= 3 * Math.sqrt(expected);
}

/** Squared deviation of stable's events from its recent rate, and what Poisson counts have in its place: the count. */
function burstSquare(now: Interval, base: number): [number, number] {
  return shared(now) ? [0, 0] : [(now.b - base * now.m) ** 2, now.b];
}

/** Squared change of the two groups' difference between neighbours, in canary events, and its Poisson expectation. */
function wanderSquare(last: Interval, now: Interval): [number, number] {
  const n = Math.min(last.n, now.n);
  const difference = (now.a / now.n - now.b / now.m - last.a / last.n + last.b / last.m) * n;
  const variance = ({ a, n, b, m }: Interval): number => a / n ** 2 + b / m ** 2;
  const pooled = ({ a, n, b, m }: Interval): number => ((a + b) / (n + m)) * (1 / n + 1 / m);
  const expected = Math.max(variance(last) + variance(now), pooled(last) + pooled(now));
  return [difference ** 2, expected * n ** 2];
}

type Square = (last: Interval, now: Interval) => [seen: number, expected: number];

function updateBlocks(blocks: Blocks, size: number, interval: Interval, square: Square): void {
  blocks.current = sum(blocks.current, interval);
  blocks.filled += 1;
  if (blocks.filled < size) return;
  const { last, current } = blocks;
  if (last.n > 0 && last.m > 0 && current.n > 0 && current.m > 0) addBlock(blocks, ...square(last, current));
  blocks.last = current;
  blocks.current = { ...none };
  blocks.filled = 0;
}

function addBlock(ratio: Ratio, seen: number, expected: number): void {
  if (seen === 0 && expected === 0) return;
  const keep = 1 - 1 / memory;
  ratio.seen = ratio.seen * keep + seen;
  ratio.expected = ratio.expected * keep + expected;
  ratio.blocks = ratio.blocks * keep + 1;
}
