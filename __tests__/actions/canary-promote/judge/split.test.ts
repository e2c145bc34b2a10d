import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createJudge, parseSettings } from '../../../../actions/canary-promote/src/judge/index.ts';
import { oddsOf } from '../../../../actions/canary-promote/src/judge/split.ts';
import { changes, type Did, replay, scrapes, steadily } from './recording.ts';

const share = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const requests = fc.integer({ min: 1, max: 100_000 });

test('whatever is bet, the odds are fair: stable pays what the canary may win', () => {
  fc.assert(
    fc.property(
      share(1e-5, 0.5),
      share(1e-5, 0.2),
      share(1e-3, 0.3),
      requests,
      requests,
      (base, delta, increase, n, m) => {
        const { x, y } = oddsOf({ increase, part: 1 }, base, { a: 0, n, b: 0, m }, delta);
        expect(x).toBeGreaterThan(1);
        expect(y).toBeGreaterThan(0);
        expect(Math.abs((m * (1 - y)) / (n * (x - 1)) - 1)).toBeLessThan(1e-5);
      },
    ),
    { seed: 1 },
  );
});

test('odds are continuous where a margin begins', () => {
  const interval = { a: 0, n: 25, b: 0, m: 475 };
  const none = oddsOf({ increase: 0.03, part: 1 }, 0.001, interval, 0);
  const little = oddsOf({ increase: 0.03, part: 1 }, 0.001, interval, 1e-9);
  expect(little.x).toBeCloseTo(none.x, 4);
});

test.each(['0.2%', '0.5%', '1%', '1.5%'])(
  'a margin of %s does not hide a canary that fails 3.5 %% where stable never does',
  (margin) => {
    const bad = (failures: number): Did => ({
      stable: { requests: 715 },
      canary: { requests: 38, failures },
    });
    // 4 failures in 114 requests, spread as evenly as it goes.
    const intervals = steadily(16, bad(1)).flatMap((one) => [one, bad(1), bad(2)]);
    const verdicts = replay(createJudge(parseSettings({ 'max-error-increase': margin })), scrapes(intervals));
    expect(changes(verdicts)).toBe('not-enough-evidence fail');
  },
);

test('a canary within a wide margin is not failed', () => {
  const slightly: Did = { stable: { requests: 715, failures: 7 }, canary: { requests: 38, failures: 1 } };
  const verdicts = replay(
    createJudge(parseSettings({ 'max-error-increase': '3%' })),
    scrapes(steadily(200, slightly)),
  );
  expect(verdicts.map(({ verdict }) => verdict)).not.toContain('fail');
});
