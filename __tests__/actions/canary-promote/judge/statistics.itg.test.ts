// What the statistics promise of many runs, on hundreds of them; single values are in statistics.test.ts.
import { expect, test } from '@jest/globals';
import {
  emptyClaim,
  increaseBounds,
  logClaim,
  updateClaim,
} from '../../../../actions/canary-promote/src/judge/claim.ts';
import { emptySplit, updateSplit } from '../../../../actions/canary-promote/src/judge/split.ts';
import { Random } from '../../../../bench/judge/random.ts';
import { always, intervals, outage } from './made-intervals.ts';

const bets = [
  { increase: 0.01, part: 0.4 },
  { ratio: 5, part: 0.4 },
];

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
