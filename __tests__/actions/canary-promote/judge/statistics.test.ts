import { expect, test } from '@jest/globals';
import { emptyClaim, logClaim, updateClaim } from '../../../../actions/canary-promote/src/judge/claim.ts';
import {
  dispersion,
  emptyDispersion,
  updateDispersion,
} from '../../../../actions/canary-promote/src/judge/dispersion.ts';
import { shareSlowerThan } from '../../../../actions/canary-promote/src/judge/histogram.ts';
import { logBinomialTail } from '../../../../actions/canary-promote/src/judge/math.ts';
import { emptySplit, updateSplit } from '../../../../actions/canary-promote/src/judge/split.ts';
import { Random } from '../../../../bench/judge/random.ts';
import { always, intervals, outage } from './made-intervals.ts';

const bets = [
  { increase: 0.01, part: 0.4 },
  { ratio: 5, part: 0.4 },
];

test('cash waits for faults that begin late, and lasts for hours', () => {
  const calm = { a: 0, n: 25, b: 2, m: 475 };
  const worse = { a: 3, n: 25, b: 2, m: 475 };
  const toProof = (minutes: number): number => {
    const split = emptySplit(bets);
    const terms = { base: 0.005, delta: 0, dispersion: 1, cap: 1000 };
    for (let i = 0; i < 12 * minutes; i++) updateSplit(split, bets, calm, terms);
    for (let i = 1; i < 100; i++) if (updateSplit(split, bets, worse, terms) > Math.log(125)) return i;
    return Number.POSITIVE_INFINITY;
  };
  expect(toProof(0)).toBeLessThanOrEqual(2);
  expect(toProof(10)).toBeLessThanOrEqual(5);
  expect(toProof(600)).toBeLessThanOrEqual(8);
});

test('one interval adds no more evidence than the cap', () => {
  const split = emptySplit(bets);
  const log = updateSplit(
    split,
    bets,
    { a: 25, n: 25, b: 0, m: 475 },
    { base: 0.001, delta: 0, dispersion: 1, cap: 2 },
  );
  expect(log).toBeCloseTo(2, 9);
});

test('a burst in stable alone proves nothing about the canary', () => {
  const claim = updateClaim(
    emptyClaim(),
    { a: 0, n: 25, b: 400, m: 475 },
    { margin: 0.01, dispersion: 1, cap: 1 },
  );
  expect(logClaim(claim, 0.01)).toBeLessThanOrEqual(1.0001);
});

test('dispersion is 1 for independent failures and near the size of clusters', () => {
  const random = new Random(5);
  const [independent, clustered] = [emptyDispersion(), emptyDispersion()];
  for (const interval of intervals(random, 240, always(0.01))) updateDispersion(independent, interval, 0.01);
  for (let i = 0; i < 240; i++) {
    const b = random.uniform() < 0.2 ? 20 : 0;
    updateDispersion(clustered, { a: 0, n: 25, b, m: 475 }, 4 / 475);
  }
  expect(dispersion(independent)).toBeLessThan(1.3);
  expect(dispersion(clustered)).toBeGreaterThan(10);
  expect(dispersion(clustered)).toBeLessThan(30);
});

test('a shared outage is not taken for clusters', () => {
  const state = emptyDispersion();
  for (const interval of intervals(new Random(6), 120, outage)) updateDispersion(state, interval, 0.005);
  expect(dispersion(state)).toBeLessThan(3);
});

test('the share slower than x is exact at the bounds and falls between them', () => {
  const [bounds, shares] = [
    [0.01, 0.1, 1],
    [0.8, 0.2, 0.01],
  ];
  expect(shareSlowerThan(0.1, bounds, shares)).toBeCloseTo(0.2, 9);
  let last = 1;
  for (let x = 0.001; x < 2; x *= 1.1) {
    const share = shareSlowerThan(x, bounds, shares);
    expect(share).toBeLessThanOrEqual(last + 1e-12);
    last = share;
  }
  expect(shareSlowerThan(0, bounds, shares)).toBe(1);
});

test('the binomial tail bound is a bound', () => {
  expect(Math.exp(logBinomialTail(3, 3, 0.05))).toBeCloseTo(0.05 ** 3, 9);
  expect(logBinomialTail(1, 100, 0.05)).toBe(0);
});
