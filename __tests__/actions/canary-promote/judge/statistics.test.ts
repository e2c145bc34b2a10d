import { expect, test } from '@jest/globals';
import {
  emptyClaim,
  increaseBounds,
  logClaim,
  updateClaim,
} from '../../../../actions/canary-promote/src/judge/claim.ts';
import {
  dispersion,
  emptyDispersion,
  updateDispersion,
} from '../../../../actions/canary-promote/src/judge/dispersion.ts';
import { shareSlowerThan } from '../../../../actions/canary-promote/src/judge/histogram.ts';
import type { Interval } from '../../../../actions/canary-promote/src/judge/interval.ts';
import { logBinomialTail } from '../../../../actions/canary-promote/src/judge/math.ts';
import { emptySplit, updateSplit } from '../../../../actions/canary-promote/src/judge/split.ts';
import { Random } from '../../../../bench/judge/random.ts';

const bets = [
  { increase: 0.01, part: 0.4 },
  { ratio: 5, part: 0.4 },
];

/** `count` intervals of 25 canary and 475 stable requests; `rate` gives the failure rates of both for interval i. */
function intervals(
  random: Random,
  count: number,
  rate: (i: number) => { stable: number; canary: number },
): Interval[] {
  return Array.from({ length: count }, (_, i) => {
    const { stable, canary } = rate(i);
    const [n, m] = [random.poisson(25), random.poisson(475)];
    return { a: random.binomial(n, canary), n, b: random.binomial(m, stable), m };
  });
}

const always =
  (stable: number, canary = stable) =>
  () => ({ stable, canary });
const outage = (i: number) =>
  i > 40 && i < 60 ? { stable: 0.4, canary: 0.4 } : { stable: 0.005, canary: 0.005 };

/** Share of runs whose evidence reaches 1/alpha at any interval, and the mean e-value after the last. */
function evidence(rate: (i: number) => { stable: number; canary: number }, delta: number, alpha: number) {
  const runs = 500;
  let [crossed, sum] = [0, 0];
  for (let run = 0; run < runs; run++) {
    const split = emptySplit(bets);
    let [log, highest] = [0, 0];
    for (const interval of intervals(new Random(run + 1), 120, rate)) {
      log = updateSplit(split, bets, interval, { base: 0.005, delta, dispersion: 1, cap: 1000 });
      highest = Math.max(highest, log);
    }
    crossed += highest >= -Math.log(alpha) ? 1 : 0;
    sum += Math.exp(log);
  }
  return { crossed: crossed / runs, mean: sum / runs };
}

test.each([
  ['equal rates', always(0.005), 0],
  ['a shared outage', outage, 0],
  ['an increase within the allowed', always(0.005, 0.015), 0.01],
  ['rates near one', always(0.9), 0],
])('%s: evidence crosses 1/alpha in at most alpha of the runs, whenever one looks', (_, rate, delta) => {
  const { crossed, mean } = evidence(rate, delta, 0.05);
  expect(crossed).toBeLessThanOrEqual(0.05);
  expect(mean).toBeLessThan(1.3);
});

test('an increase beyond the allowed is found', () => {
  expect(evidence(always(0.005, 0.03), 0, 0.01).crossed).toBeGreaterThan(0.95);
});

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

test('the claim excludes the true increase in at most 5 % of the runs, at any time', () => {
  const needed = Math.log(20);
  let [wrong, outside] = [0, 0];
  const runs = 300;
  for (let run = 0; run < runs; run++) {
    let claim = emptyClaim();
    let highest = 0;
    for (const interval of intervals(new Random(run + 77), 120, always(0.005, 0.01))) {
      claim = updateClaim(claim, interval, { margin: 0.005, dispersion: 1, cap: 1000 });
      highest = Math.max(highest, logClaim(claim, 0.005));
    }
    const { low, high } = increaseBounds(claim, needed);
    wrong += highest >= needed ? 1 : 0;
    outside += low > 0.005 || high < 0.005 ? 1 : 0;
  }
  expect(wrong / runs).toBeLessThanOrEqual(0.05);
  expect(outside / runs).toBeLessThanOrEqual(0.05);
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
