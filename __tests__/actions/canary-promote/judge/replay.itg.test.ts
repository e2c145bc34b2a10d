import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { scrapes, steadily } from './recording.ts';

const program = join(import.meta.dirname, '../../../../actions/canary-promote/src/replay.ts');

function run(
  lines: readonly string[],
  settings?: string,
): { code: number | null; lines: unknown[]; stderr: string } {
  const folder = mkdtempSync(join(tmpdir(), 'judge-'));
  const file = join(folder, 'scrapes.jsonl');
  writeFileSync(file, lines.join('\n'));
  const args = [program, file];
  if (settings !== undefined) {
    const settingsFile = join(folder, 'settings.json');
    writeFileSync(settingsFile, settings);
    args.push('--settings', settingsFile);
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  const printed = stdout.split('\n').filter((line) => line !== '');
  return { code: status, lines: printed.map((line): unknown => JSON.parse(line)), stderr };
}

const bad = scrapes(steadily(6, { stable: { requests: 475 }, canary: { requests: 25, failures: 25 } }));
const lines = bad.map((scrape) => JSON.stringify(scrape));

test('a line at every change of verdict and one at the end, exit 0', () => {
  const { code, lines: printed, stderr } = run([...lines, '']);
  expect(code).toBe(0);
  expect(stderr).toBe('');
  expect(printed).toMatchObject([
    { verdict: 'not-enough-evidence', at: 0 },
    { verdict: 'fail', at: 10 },
    { verdict: 'fail', at: 30 },
  ]);
  expect(Object.keys(printed[0] ?? {})).toEqual(['verdict', 'at', 'reason']);
});

test('settings are the inputs of the action', () => {
  const warm = run(lines, '{"warm-up":"45s"}');
  expect(warm.lines).toMatchObject([{ verdict: 'not-enough-evidence', at: 0 }, { at: 30 }]);
  const refused = run(lines, '{"warm-up":"soon"}');
  expect(refused.code).toBe(2);
  expect(refused.lines).toEqual([]);
  expect(refused.stderr).toMatch(/settings\.json: warm-up: "soon" is not a duration/);
});

test('values that are none (null, NaN as text or bare) are no data, not an error', () => {
  const { code, lines: printed } = run([
    '{"t":0,"stable":{"requests":null,"failures":"NaN"},"canary":null}',
    '{"t":5,"stable":{"requests":NaN,"failures":0},"canary":{"requests":5,"failures":0,"latency":{"+Inf":NaN}}}',
    '{"t":10}',
  ]);
  expect(code).toBe(0);
  expect(printed).toMatchObject([
    { verdict: 'not-enough-evidence', at: 0 },
    { verdict: 'not-enough-evidence', at: 10 },
  ]);
});

test('a recorder that was killed leaves half a line, which is told and left out', () => {
  const { code, lines: printed, stderr } = run([...lines, '{"t":35,"stable":{"requ']);
  expect(code).toBe(0);
  expect(printed.at(-1)).toMatchObject({ verdict: 'fail', at: 30 });
  expect(stderr).toMatch(/^judge: .*scrapes\.jsonl:8 is cut off .*\n$/);
});

test('numbers as texts, Windows line ends and empty lines are read, a missing counter is no data', () => {
  const texts = lines.map((line) =>
    line.replaceAll(/:(\d+)(?=[,}])/g, (_, n) => `:"${n}"`).replace(/"t":"(\d+)"/, '"t":$1'),
  );
  expect(run(texts.map((line) => `${line}\r`).flatMap((line) => [line, '\r'])).lines).toEqual(
    run(lines).lines,
  );
  const { code, lines: printed } = run([
    '{"t":0,"stable":{"requests":5},"canary":{"requests":5}}',
    '{"t":5}',
  ]);
  expect(code).toBe(0);
  expect(printed).toMatchObject([
    { verdict: 'not-enough-evidence', at: 0 },
    { verdict: 'not-enough-evidence', at: 5 },
  ]);
});

test.each([[''], ['\n']])('a file without scrapes has one verdict', (text) => {
  const { code, lines: printed } = run([text]);
  expect(code).toBe(0);
  expect(printed).toMatchObject([{ verdict: 'not-enough-evidence', at: 0 }]);
});

test('scrapes out of order are left out, gauges alone are no requests', () => {
  const shuffled = run([lines[0] ?? '', lines[2] ?? '', lines[1] ?? '', ...lines.slice(3)]);
  expect(shuffled.lines.at(-1)).toMatchObject({ verdict: 'fail', at: 30 });
  const { code, lines: printed } = run([
    '{"t":0,"stable":{"gauges":{"heap-bytes":5}},"canary":{"gauges":{"heap-bytes":5}}}',
  ]);
  expect(code).toBe(0);
  expect(printed).toMatchObject([{ verdict: 'not-enough-evidence' }, { verdict: 'not-enough-evidence' }]);
});

test('business counters are read from a recording', () => {
  const paying = Array.from({ length: 60 }, (_, i) => {
    const group = (requests: number, failures: number) => ({
      requests: requests * i,
      failures: failures * i,
    });
    const payments = { stable: group(95, 0), canary: group(5, 1) };
    return JSON.stringify({
      t: 5 * i,
      stable: group(950, 0),
      canary: group(50, 0),
      counters: { payments },
    });
  });
  expect(run(paying).lines.at(-1)).toMatchObject({
    verdict: 'fail',
    reason: expect.stringMatching(/^payments: canary 20 %/),
  });
  const { code, stderr } = run(['{"t":0,"counters":{"payments":{"stable":{"requests":"x"}}}}']);
  expect(code).toBe(2);
  expect(stderr).toContain(':1: counters["payments"].stable.requests must be a number, not "x"');
});

test.each([
  ['{"t":5,,}', /scrapes\.jsonl:2: .*JSON/],
  ['[]', /:2: a scrape must be an object, not \[\]/],
  ['{"stable":{}}', /:2: t must be a time in seconds/],
  ['{"t":5,"canary":{"requests":"many","failures":0}}', /:2: canary\.requests must be a number, not "many"/],
  ['{"t":5,"canary":{"requests":5,"failures":0,"latency":{"fast":1}}}', /:2: canary\.latency has "fast"/],
])('%s is refused with its line, exit 2, nothing on stdout', (line, message) => {
  const { code, lines: printed, stderr } = run(['{"t":0}', line]);
  expect(code).toBe(2);
  expect(printed).toEqual([]);
  expect(stderr).toMatch(message);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

test.each([
  ['{"t":1700000000000}', /:1: t must be a time in seconds, not 1700000000000/],
  ['{"t":"soon"}', /:1: t must be a number, not "soon"/],
  ['[{', /:1: .*every line is one scrape, a JSON object/],
])('%s: a file of another kind is refused by its first line', (line, message) => {
  const { code, lines: printed, stderr } = run([line]);
  expect([code, printed]).toEqual([2, []]);
  expect(stderr).toMatch(message);
});

test('settings may be numbers and lists, an unknown one is named with those that there are', () => {
  const { code, stderr } = run(lines, '{"steps":[5,25,50],"max-error-increase":0.5,"min-requests":10}');
  expect([code, stderr]).toEqual([0, '']);
  const refused = run(lines, '{"max_error_increase":"0.5%"}');
  expect(refused.code).toBe(2);
  expect(refused.stderr).toMatch(
    /settings\.json: unknown setting "max_error_increase".* allowed are warm-up, /,
  );
  expect(run(lines, '{"steps":[[5]]}').stderr).toMatch(/steps: \[\[5\]\] is not a text/);
});

test('times as texts are read, counters that no counter can reach are none', () => {
  const texts = lines.map((line) => line.replace(/"t":(\d+)/, '"t":"$1"'));
  expect(run(texts).lines).toEqual(run(lines).lines);
  const huge = Array.from({ length: 20 }, (_, i) =>
    JSON.stringify({
      t: 5 * i,
      stable: { requests: 1e300 * i, failures: 0 },
      canary: { requests: 1e299 * i, failures: 1e299 * i },
    }),
  );
  expect(run(huge).lines.at(-1)).toMatchObject({
    verdict: 'not-enough-evidence',
    reason: expect.stringContaining('no counters of both groups'),
  });
});

test('a missing file and a wrong call are told in one line', () => {
  for (const args of [[], ['/nowhere.jsonl'], ['a', 'b'], ['--what']]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^judge: .*\n$/);
  }
});
