import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  createJudge,
  defaultSettings,
  parseSettings,
  type Scrape,
} from '../../../../actions/canary-promote/src/judge/index.ts';
import { amongPods, changes, type Did, replay, scrapes, steadily } from './recording.ts';

const good: Did = { stable: { requests: 9500 }, canary: { requests: 500 } };
const judge = (raw: Record<string, string> = {}) => createJudge(parseSettings(raw));
const verdictsOf = (intervals: readonly Did[], raw: Record<string, string> = {}): string =>
  changes(replay(judge(raw), scrapes(intervals)));

test('a good release passes, and stays passed', () => {
  expect(verdictsOf(steadily(60, good))).toBe('not-enough-evidence pass');
});

test('a release that fails altogether is failed on its second scrape at the latest', () => {
  const bad: Did = { stable: { requests: 475 }, canary: { requests: 25, failures: 25 } };
  const verdicts = replay(judge(), scrapes(steadily(6, bad)));
  expect(verdicts.findIndex(({ verdict }) => verdict === 'fail')).toBe(2);
});

test('a failure is final', () => {
  const bad: Did = { stable: { requests: 475 }, canary: { requests: 25, failures: 25 } };
  expect(verdictsOf([...steadily(4, bad), ...steadily(200, good)])).toBe('not-enough-evidence fail');
});

test('failing alike is no fault of the canary, not even altogether', () => {
  const outage: Did = {
    stable: { requests: 9500, failures: 9500 },
    canary: { requests: 500, failures: 500 },
  };
  const verdicts = replay(
    judge(),
    scrapes([...steadily(20, good), ...steadily(20, outage), ...steadily(20, good)]),
  );
  expect(verdicts.map(({ verdict }) => verdict)).not.toContain('fail');
});

test.each<[string, Did]>([
  ['no canary', { stable: { requests: 500 }, canary: null }],
  ['no stable', { stable: null, canary: { requests: 500, failures: 500 } }],
  ['no traffic at the canary', { stable: { requests: 500, failures: 100 }, canary: {} }],
  ['no traffic at all', { stable: {}, canary: {} }],
  ['NaN', { stable: { requests: Number.NaN }, canary: { requests: Number.NaN, failures: Number.NaN } }],
])('%s is neither a pass nor a failure, and said so', (_, did) => {
  const verdicts = replay(judge(), scrapes(steadily(100, did)));
  expect(changes(verdicts)).toBe('not-enough-evidence');
  expect(verdicts.at(-1)?.reason).toMatch(/no (traffic|counters)/);
});

test('without counters for half a minute a pass is withdrawn', () => {
  expect(verdictsOf([...steadily(60, good), ...steadily(10, { stable: {}, canary: null })])).toBe(
    'not-enough-evidence pass not-enough-evidence',
  );
});

test('Kayenta #426: failures 0 1 2 1 0 0 against none are found at 5 %, and never pass at 50 %', () => {
  const counts = [0, 1, 2, 1, 0, 0];
  const at = (stable: number, canary: number): string =>
    verdictsOf(
      counts.map((failures) => ({ stable: { requests: stable }, canary: { requests: canary, failures } })),
    );
  expect(at(950, 50)).toBe('not-enough-evidence fail');
  expect(at(5700, 300)).toBe('not-enough-evidence fail');
  expect(at(500, 500)).toBe('not-enough-evidence');
});

test('Kayenta #780: sparse failure rates against zeros are found', () => {
  const rates = [0, 0.048, 0, 0.18, 0.089, 0, 0.098, 0.035, 0, 0];
  for (const requests of [100, 1000]) {
    const intervals = rates.map((rate) => ({
      stable: { requests: requests * 19 },
      canary: { requests, failures: Math.round(requests * rate) },
    }));
    expect(verdictsOf(intervals)).toBe('not-enough-evidence fail');
  }
});

test('a slow tail behind equal medians is found', () => {
  const stable = { requests: 1900, latency: { '0.1': 1000, '0.25': 1880, '1': 1900, '+Inf': 1900 } };
  const canary = { requests: 100, latency: { '0.1': 53, '0.25': 90, '1': 95, '+Inf': 100 } };
  expect(verdictsOf(steadily(60, { stable, canary }))).toBe('not-enough-evidence fail');
});

test('one burst of failures at the canary does not fail it', () => {
  const calm: Did = { stable: { requests: 950, failures: 1 }, canary: { requests: 50 } };
  const burst: Did = { stable: { requests: 950, failures: 1 }, canary: { requests: 80, failures: 30 } };
  const verdicts = replay(judge(), scrapes([...steadily(30, calm), burst, burst, ...steadily(30, calm)]));
  expect(verdicts.map(({ verdict }) => verdict)).not.toContain('fail');
});

test('what happens during the warm-up is not judged', () => {
  const cold: Did = { stable: { requests: 950 }, canary: { requests: 50, failures: 20 } };
  expect(verdictsOf([...steadily(9, cold), ...steadily(80, good)], { 'warm-up': '45s' })).toBe(
    'not-enough-evidence pass',
  );
  expect(verdictsOf([...steadily(9, cold), ...steadily(80, good)])).toBe('not-enough-evidence fail');
});

test('the warm-up begins when the canary appears', () => {
  const alone: Did = { stable: { requests: 950 }, canary: null };
  const cold: Did = { stable: { requests: 950 }, canary: { requests: 50, failures: 20 } };
  const late = [...steadily(30, alone), ...steadily(8, cold), ...steadily(80, good)];
  expect(verdictsOf(late, { 'warm-up': '45s' })).toBe('not-enough-evidence pass');
});

test('traffic that does not reach the canary as meant holds a promotion back', () => {
  const weighted = scrapes(steadily(60, good)).map((scrape): Scrape => ({ ...scrape, weight: 50 }));
  const last = replay(judge(), weighted).at(-1);
  expect(last?.verdict).toBe('not-enough-evidence');
  expect(last?.reason).toContain('the canary gets 5 % of the requests, not 50 %');
});

test('an absolute limit fails at once, also where stable is as bad', () => {
  const outage: Did = { stable: { requests: 950, failures: 500 }, canary: { requests: 50, failures: 25 } };
  const verdicts = replay(judge({ 'max-error-rate': '5%' }), scrapes(steadily(3, outage)));
  expect(verdicts[1]).toMatchObject({ verdict: 'fail', at: 5 });
  expect(verdicts[1]?.reason).toContain('limit of 5 %');
});

test('the 99th percentile has an absolute limit too', () => {
  const latency = { '0.1': 10, '0.5': 30, '1': 50, '+Inf': 50 };
  const slow: Did = { stable: { requests: 50, latency }, canary: { requests: 50, latency } };
  expect(verdictsOf(steadily(3, slow), { 'max-latency-p99': '500ms' })).toBe('not-enough-evidence fail');
});

test('harmless latency differences below the floor do not fail', () => {
  const stable = { requests: 950, latency: { '0.001': 700, '0.005': 930, '0.01': 945, '+Inf': 950 } };
  const canary = { requests: 500, latency: { '0.001': 200, '0.005': 480, '0.01': 496, '+Inf': 500 } };
  expect(verdictsOf(steadily(360, { stable, canary }))).not.toContain('fail');
});

test('goroutines that stay above everything stable has are a failure, a high start is none', () => {
  const gauges = (goroutines: number) => ({ requests: 500, gauges: { goroutines } });
  const leak = steadily(120, { stable: { ...gauges(100), requests: 9500 }, canary: gauges(2000) });
  expect(verdictsOf(leak)).toContain('fail');
  const start = steadily(12, { stable: { ...gauges(100), requests: 9500 }, canary: gauges(2000) });
  const calm = steadily(120, { stable: { ...gauges(100), requests: 9500 }, canary: gauges(90) });
  expect(verdictsOf([...start, ...calm])).toBe('not-enough-evidence pass');
});

test.each<[string, Record<string, number> | undefined, string]>([
  ['no histogram', undefined, 'only stable has a histogram'],
  ['other buckets', { '0.2': 400, '+Inf': 500 }, 'have no bound in common'],
])('a canary with %s is not promoted: its latencies are not known', (_, latency, reason) => {
  const did: Did = {
    stable: { requests: 9500, latency: { '0.1': 9000, '+Inf': 9500 } },
    canary: { requests: 500, ...(latency === undefined ? {} : { latency }) },
  };
  const last = replay(judge(), scrapes(steadily(60, did))).at(-1);
  expect(last?.verdict).toBe('not-enough-evidence');
  expect(last?.reason).toContain(`latencies can't be compared: `);
  expect(last?.reason).toContain(reason);
});

test('what is missing is told in requests and seconds', () => {
  const little: Did = { stable: { requests: 95 }, canary: { requests: 5 } };
  const last = replay(judge(), scrapes(steadily(20, little))).at(-1);
  if (last?.verdict !== 'not-enough-evidence') throw new Error('expected no verdict yet');
  expect(last.missing.canaryRequests).toBe(100);
  expect(last.missing.canaryRequestsNeeded).toBeGreaterThan(1000);
  expect(last.missing.canaryRequestsNeeded).toBeLessThan(4000);
  expect(last.missing.secondsNeeded).toBeCloseTo((last.missing.canaryRequestsNeeded ?? 0) - 100, -1);
  expect(last.missing.smallestDetectable).toBeGreaterThan(0.01);
  expect(last.missing.smallestDetectable).toBeLessThan(0.1);
});

const anyGroup = fc.option(
  fc.record({
    requests: fc.oneof(fc.nat(1000), fc.constant(Number.NaN)),
    failures: fc.oneof(fc.nat(1000), fc.constant(Number.NaN)),
  }),
  { nil: undefined },
);

test('whatever is scraped, the judge answers, and never passes within its minimum time', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: -5, max: 29 }), anyGroup, anyGroup), { maxLength: 40 }),
      (all) => {
        const asked = judge();
        for (const [t, stable, canary] of all) {
          const scrape: Scrape = { t };
          if (stable !== undefined) scrape.stable = stable;
          if (canary !== undefined) scrape.canary = canary;
          const verdict = asked.observe(scrape);
          expect(verdict.verdict).not.toBe('pass');
          expect(JSON.stringify(verdict.evidence)).not.toContain('null');
        }
      },
    ),
    { seed: 1, numRuns: 200 },
  );
});

test('counters per pod give the same verdicts as their sum', () => {
  const intervals = fc.array(
    fc.record({ requests: fc.nat(400), failures: fc.nat(3), stableFailures: fc.nat(20) }),
    { minLength: 5, maxLength: 40 },
  );
  fc.assert(
    fc.property(intervals, fc.integer({ min: 1, max: 4 }), (list, pods) => {
      const sums = scrapes(
        list.map(({ requests, failures, stableFailures }) => ({
          stable: { requests: 4000, failures: stableFailures },
          canary: { requests: requests + 3, failures },
        })),
      );
      const each = sums.map(({ t, stable, canary }): Scrape => {
        const [s, c] = [amongPods(stable, pods), amongPods(canary, pods)];
        return { t, ...(s && { stable: s }), ...(c && { canary: c }) };
      });
      expect(replay(judge(), each).map(({ reason }) => reason)).toEqual(
        replay(judge(), sums).map(({ reason }) => reason),
      );
    }),
    { seed: 2, numRuns: 40 },
  );
});

test('defaults are those of parseSettings without inputs', () => {
  expect(parseSettings({})).toEqual(defaultSettings);
});
