import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  createJudge,
  defaultSettings,
  judgeFromJSON,
  type Scrape,
} from '../../../../actions/canary-promote/src/judge/index.ts';
import { changes, type Did, replay, scrapes, steadily } from './recording.ts';

const fair: Did = { stable: { requests: 950, failures: 2 }, canary: { requests: 50 } };
const judge = () => createJudge(defaultSettings);

/** Requests of the canary that the judge counted. */
function counted(list: readonly Scrape[]): number {
  const last = replay(judge(), list).at(-1);
  return last?.evidence.metrics[0]?.canary.requests ?? Number.NaN;
}

test('a restart from zero loses at most one interval and invents nothing', () => {
  const before = scrapes(steadily(20, fair));
  const after = scrapes(steadily(20, fair))
    .slice(1)
    .map(({ t, ...groups }) => ({ t: t + 100, ...groups }));
  expect(counted([...before, ...after])).toBe(2000);
});

test('a sum over pods of which one restarted is not taken for new requests', () => {
  const before = scrapes(steadily(20, fair));
  const drop = scrapes(steadily(19, fair)).at(-1);
  const fallen = {
    ...drop,
    t: 105,
    canary: { requests: 700, failures: 0 },
    stable: { requests: 19950, failures: 42 },
  };
  expect(counted([...before, fallen])).toBe(1000);
});

test('missing scrapes lose nothing: counters are cumulative', () => {
  const all = scrapes(steadily(60, fair));
  expect(counted(all.filter((_, i) => i < 10 || i > 30))).toBe(3000);
  expect(counted(all.map((scrape, i) => (i % 3 === 1 ? { t: scrape.t } : scrape)))).toBe(3000);
});

test('scrapes twice, out of order or from a clock set back do not count twice', () => {
  const all = scrapes(steadily(20, fair));
  const twice = all.flatMap((scrape) => [scrape, scrape]);
  expect(counted(twice)).toBe(1000);
  const [first, second, ...rest] = all;
  if (first === undefined || second === undefined) throw new Error('no scrapes');
  expect(counted([first, ...rest.slice(0, 5), second, ...rest.slice(5)])).toBe(1000);
});

test('a clock set back is followed after a few scrapes', () => {
  const before = scrapes(steadily(10, fair));
  const later = scrapes(steadily(40, fair)).slice(11);
  const skewed = [...before, ...later.map((scrape) => ({ ...scrape, t: scrape.t - 1000 }))];
  expect(counted(skewed)).toBeGreaterThan(1500);
});

test('a pod that comes later counts from zero, one that goes stops counting', () => {
  const pod = (requests: number) => ({ requests, failures: 0 });
  const list: Scrape[] = [0, 1, 2, 3, 4].map((i) => ({
    t: 5 * i,
    stable: pod(1000 * i),
    canary: { pods: { a: pod(50 * i), ...(i >= 2 && { b: pod(40 * (i - 1)) }) } },
  }));
  expect(counted(list)).toBe(200 + 120);
  list.push({ t: 25, stable: pod(5000), canary: { pods: { b: pod(160) } } });
  expect(counted(list)).toBe(200 + 160);
});

test('failures and histogram of the first scrape count if the counters had just begun', () => {
  const all = scrapes(steadily(3, { stable: { requests: 4750 }, canary: { requests: 250, failures: 8 } }));
  expect(replay(judge(), all.slice(1)).at(1)).toMatchObject({ verdict: 'fail', at: 10 });
});

test('the state is small, independent of time, and resumes exactly from its JSON', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(4), { minLength: 20, maxLength: 60 }), fc.nat(19), (failures, cut) => {
      const list = scrapes(
        failures.map((count) => ({
          stable: { requests: 950, failures: count, latency: { '0.1': 900, '0.5': 940, '+Inf': 950 } },
          canary: {
            requests: 50,
            failures: Math.floor(count / 3),
            latency: { '0.1': 45, '0.5': 49, '+Inf': 50 },
          },
        })),
      );
      const whole = judge();
      const before = judge();
      replay(before, list.slice(0, cut));
      const resumed = judgeFromJSON(defaultSettings, JSON.parse(JSON.stringify(before)));
      const expected = replay(whole, list).slice(cut);
      expect(JSON.stringify(replay(resumed, list.slice(cut)))).toBe(JSON.stringify(expected));
      expect(JSON.stringify(resumed).length).toBeLessThan(12_000);
    }),
    { seed: 3, numRuns: 30 },
  );
});

test('anything but a saved state is refused', () => {
  for (const value of [null, 3, {}, [], { version: 2 }, { ...judge().toJSON(), version: 2 }]) {
    expect(() => judgeFromJSON(defaultSettings, value)).toThrow('not a saved state');
  }
});

test('a step makes its claim anew and keeps the evidence of failure', () => {
  const good = scrapes(steadily(120, { stable: { requests: 9500 }, canary: { requests: 500 } }));
  const asked = judge();
  expect(changes(replay(asked, good.slice(0, 60)))).toBe('not-enough-evidence pass');
  asked.beginStep(25);
  const [next] = replay(asked, good.slice(60, 61));
  expect(next?.verdict).toBe('not-enough-evidence');
  expect(next?.evidence.stepSeconds).toBe(5);

  const suspicious = judge();
  replay(
    suspicious,
    scrapes([fair, fair, { stable: { requests: 950 }, canary: { requests: 50, failures: 3 } }]),
  );
  const evidence = suspicious.toJSON().errors.logEvidence;
  suspicious.beginStep(25);
  expect(evidence).toBeGreaterThan(1);
  expect(suspicious.toJSON().errors.logEvidence).toBe(evidence);
});

test('an early step may claim less: what is at stake is the weight that it opens the way to', () => {
  const list = scrapes(steadily(240, { stable: { requests: 712 }, canary: { requests: 38 } }));
  const passes = (next: number): number => {
    const asked = judge();
    asked.beginStep(5, next);
    return replay(asked, list).find(({ verdict }) => verdict === 'pass')?.at ?? Number.POSITIVE_INFINITY;
  };
  expect(passes(25)).toBeLessThan(120);
  expect(passes(100)).toBeGreaterThan(200);
});

test('groups whose counters are read in turn are judged as if they were read together', () => {
  const bad = scrapes(steadily(60, { stable: { requests: 950 }, canary: { requests: 50, failures: 3 } }));
  const inTurn = bad.map(({ t }, i): Scrape => {
    const [stable, canary] = [bad[i - (i % 3)]?.stable, bad[Math.max(0, i - ((i + 1) % 3))]?.canary];
    return { t, ...(stable && { stable }), ...(canary && { canary }) };
  });
  expect(changes(replay(judge(), inTurn))).toBe('not-enough-evidence fail');
});

test('pods with other buckets are compared over those that all have', () => {
  const histogram = (requests: number, les: readonly string[]) =>
    Object.fromEntries([...les, '+Inf'].map((le) => [le, Number(le) < 0.1 ? requests / 2 : requests]));
  const list: Scrape[] = Array.from({ length: 120 }, (_, i) => ({
    t: 5 * i,
    stable: {
      pods: {
        a: { requests: 400 * i, failures: 0, latency: histogram(400 * i, ['0.05', '0.1', '0.5']) },
        b: { requests: 400 * i, failures: 0, latency: histogram(400 * i, ['0.01', '0.1', '0.5']) },
      },
    },
    canary: {
      pods: { c: { requests: 40 * i, failures: 0, latency: histogram(40 * i, ['0.05', '0.1', '0.5']) } },
    },
  }));
  const last = replay(judge(), list).at(-1);
  expect(last?.verdict).toBe('pass');
  expect(last?.evidence.metrics.map(({ name }) => name)).toEqual([
    'failures',
    'slower than 0.1 s',
    'slower than 0.5 s',
  ]);
});

describe('business counters', () => {
  const paying = (failed: number, from = 0): Scrape[] =>
    Array.from({ length: 240 }, (_, i) => ({
      t: 5 * i,
      stable: { requests: 9500 * i, failures: 0 },
      canary: { requests: 500 * i, failures: 0 },
      ...(i < from
        ? {}
        : {
            counters: {
              payments: {
                stable: { requests: 950 * i, failures: i },
                canary: { requests: 50 * i, failures: failed * i },
              },
            },
          }),
    }));

  test('fail a canary whose requests all look well', () => {
    const verdicts = replay(judge(), paying(3));
    const failed = verdicts.find(({ verdict }) => verdict === 'fail');
    expect(failed?.reason).toMatch(/^payments: canary 6 % /);
    expect(failed?.at).toBeLessThanOrEqual(60);
  });

  test('count from their first reading on, whenever that comes', () => {
    const failed = replay(judge(), paying(3, 60)).find(({ verdict }) => verdict === 'fail');
    expect(failed?.reason).toMatch(/^payments: canary 6 % /);
    expect(failed?.at).toBeGreaterThan(300);
  });

  test('that are as good do not hold a promotion up', () => {
    const verdicts = replay(judge(), paying(0));
    expect(changes(verdicts)).toBe('not-enough-evidence pass');
    expect(verdicts.at(-1)?.evidence.metrics[1]).toMatchObject({
      name: 'payments',
      kind: 'failures',
      canary: { events: 0 },
      stable: { requests: 950 * 239 },
    });
  });
});
