import { expect, test } from '@jest/globals';
import { createJudge, defaultSettings } from '../../../../actions/canary-promote/src/judge/index.ts';
import type { Interval } from '../../../../actions/canary-promote/src/judge/interval.ts';
import {
  emptySteadiness,
  unsteadiness,
  updateSteadiness,
} from '../../../../actions/canary-promote/src/judge/steadiness.ts';
import { Random } from '../../../../bench/judge/random.ts';
import { changes, type Did, replay, scrapes, steadily } from './recording.ts';

function of(intervals: readonly Interval[]): number {
  const state = emptySteadiness();
  for (const interval of intervals) updateSteadiness(state, interval);
  return unsteadiness(state);
}

const counted = (a: number, b = 1): Interval => ({ a, n: 25, b, m: 475 });

test('a fault that is there all the time is steady, whatever both groups share', () => {
  const random = new Random(8);
  let highest = 0;
  for (let run = 0; run < 50; run++) {
    const intervals = Array.from({ length: 60 }, (_, i) => {
      const shared = i > 20 && i < 30 ? 0.5 : 0.01;
      return { a: random.binomial(25, shared + 0.05), n: 25, b: random.binomial(475, shared), m: 475 };
    });
    highest = Math.max(highest, of(intervals));
  }
  expect(highest).toBeLessThan(1.6);
});

test('a burst has about its size, the more so the longer nothing follows', () => {
  const burst = [7, 7, 6].map((a) => counted(a));
  expect(of(burst)).toBe(1);
  expect(of([...burst, ...Array.from({ length: 3 }, () => counted(0))])).toBeGreaterThan(1.3);
  expect(of([...burst, ...Array.from({ length: 57 }, () => counted(0))])).toBeGreaterThan(8);
});

const calm: Did = { stable: { requests: 475 }, canary: { requests: 25 } };
const atCanary: Did = { stable: { requests: 475 }, canary: { requests: 25, failures: 7 } };
const atStable: Did = { stable: { requests: 475, failures: 7 }, canary: { requests: 25 } };
const threeTimes = (did: Did): Did[] => [did, did, did];
const verdictOf = (intervals: Did[]): string =>
  changes(replay(createJudge(defaultSettings), scrapes(intervals)));

test('bursts that stable has as well are no proof when the canary has its own; as many failures one by one are', () => {
  const environment = Array.from({ length: 12 }, () => [
    ...steadily(12, calm),
    ...threeTimes(atStable),
  ]).flat();
  const bursts = [30, 80].flatMap((count) => [...steadily(count, calm), ...threeTimes(atCanary)]);
  expect(verdictOf([...environment, ...bursts, ...steadily(60, calm)])).not.toContain('fail');
  const one: Did = { stable: { requests: 475, failures: 1 }, canary: { requests: 25, failures: 1 } };
  expect(verdictOf([...environment, ...steadily(60, one)])).toContain('fail');
});

test('bursts that the canary alone has are its own fault, but it takes more than one', () => {
  expect(verdictOf([...steadily(60, calm), ...threeTimes(atCanary), ...steadily(60, calm)])).not.toContain(
    'fail',
  );
  const again = [...steadily(6, calm), ...threeTimes(atCanary)];
  expect(verdictOf([...steadily(60, calm), ...again, ...again, ...again])).toContain('fail');
});
