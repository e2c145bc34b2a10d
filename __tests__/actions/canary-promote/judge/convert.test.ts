import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const source = join(import.meta.dirname, '../../../../actions/canary-promote/src');
const folder = mkdtempSync(join(tmpdir(), 'convert-'));

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

function convert(...args: string[]): { code: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(source, 'convert.ts'), ...args], {
    encoding: 'utf8',
  });
  return { code: status, stdout, stderr };
}

/** The last verdict of the replay of what a conversion printed. */
function judged(scrapes: string): unknown {
  const path = file('scrapes.jsonl', scrapes);
  const { stdout } = spawnSync(process.execPath, [join(source, 'replay.ts'), path], { encoding: 'utf8' });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

/** The answer of a range query: one series per pod, `perStep` more at each step of 5 s. */
function matrix(pods: Record<string, number>, more: Record<string, string> = {}): unknown {
  const values = (perStep: number): [number, string][] =>
    Array.from({ length: 13 }, (_, i) => [1700000000 + 5 * i, String(perStep * i)]);
  const result = Object.entries(pods).map(([pod, perStep]) => ({
    metric: { pod, ...more },
    values: values(perStep),
  }));
  return { status: 'success', data: { resultType: 'matrix', result } };
}

test('range queries of Prometheus become scrapes, pod by pod, and are judged', () => {
  const { code, stdout } = convert(
    'prometheus',
    `stable.requests=${file('a.json', matrix({ 's-1': 240, 's-2': 235 }))}`,
    `stable.failures=${file('b.json', matrix({ 's-1': 0, 's-2': 0 }))}`,
    `canary.requests=${file('c.json', matrix({ 'c-1': 25 }))}`,
    `canary.failures=${file('d.json', matrix({ 'c-1': 5 }))}`,
    `canary.latency=${file('e.json', matrix({ 'c-1': 20 }, { le: '0.1' }))}`,
  );
  expect(code).toBe(0);
  const lines = stdout.trim().split('\n');
  expect(lines).toHaveLength(13);
  expect(JSON.parse(lines[2] ?? '')).toEqual({
    t: 1700000010,
    stable: { pods: { 's-1': { requests: 480, failures: 0 }, 's-2': { requests: 470, failures: 0 } } },
    canary: { pods: { 'c-1': { requests: 50, failures: 10, latency: { '0.1': 40 } } } },
  });
  expect(judged(stdout)).toMatchObject({ verdict: 'fail' });
});

test("Kayenta's metric sets: counts of each step, NaN is no value", () => {
  const scope = { startTimeIso: '2023-11-14T22:13:20Z', startTimeMillis: 1700000000000, stepMillis: 60000 };
  const pair = (name: string, control: unknown[], experiment: unknown[]): unknown => ({
    name,
    id: name,
    tags: {},
    values: { control, experiment },
    scopes: { control: scope, experiment: scope },
    attributes: { control: {}, experiment: {} },
  });
  const failed = [0, 0.048, 0, 0.18, 0.089, 0, 0.098, 'NaN', 0, 0];
  const path = file('kayenta.json', [
    pair('requests', new Array(10).fill(5700), new Array(10).fill(300)),
    pair('error rate', new Array(10).fill(0), failed),
  ]);
  const roles = ['stable', 'canary'].flatMap((group) => [
    `${group}.requests=requests`,
    `${group}.failure-rate=error rate`,
  ]);
  const { code, stdout } = convert('kayenta', ...roles, path, '--values', 'counts');
  expect(code).toBe(0);
  const lines = stdout
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect(lines).toHaveLength(11);
  expect(lines[0]).toMatchObject({ t: 1700000000, canary: { pods: { '': { requests: 0, failures: 0 } } } });
  expect(lines[2]).toMatchObject({ t: 1700000120, canary: { pods: { '': { requests: 600 } } } });
  expect(lines[8]).toMatchObject({ canary: { pods: { '': { requests: 2400, failures: null } } } });
  expect(judged(stdout)).toMatchObject({ verdict: 'fail' });
});

test("Argo's measurements: rates per second, with or without brackets, times apart by moments", () => {
  const results = (name: string, value: string, late: number): unknown => ({
    name,
    phase: 'Successful',
    measurements: Array.from({ length: 5 }, (_, i) => ({
      phase: 'Successful',
      startedAt: new Date(1700000000000 + 60000 * i).toISOString(),
      finishedAt: new Date(1700000000000 + 60000 * i + late).toISOString(),
      value,
    })),
  });
  const path = file('run.json', {
    kind: 'AnalysisRun',
    status: {
      metricResults: [
        results('stable-rps', '[95]', 0),
        results('stable-errors', '0', 1000),
        results('canary-rps', '[5]', 0),
        results('canary-errors', '[0.5]', 1000),
      ],
    },
  });
  const { stdout } = convert(
    'argo',
    'stable.requests=stable-rps',
    'stable.failures=stable-errors',
    'canary.requests=canary-rps',
    'canary.failures=canary-errors',
    path,
    '--values=per-second',
  );
  const lines = stdout
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect(lines).toHaveLength(6);
  expect(lines[5]).toMatchObject({
    stable: { pods: { '': { requests: 28500, failures: 0 } } },
    canary: { pods: { '': { requests: 1500, failures: 150 } } },
  });
  expect(judged(stdout)).toMatchObject({ verdict: 'fail' });
});

test.each([
  [['prometheus'], /usage/],
  [['kayenta', 'stable.requests=x', 'FILE'], /--values/],
  [['prometheus', 'both.requests=x'], /"both\.requests" is no role/],
  [['argo', 'stable.requests=none', 'FILE', '--values=counts'], /no metric "none": it has none/],
  [['prometheus', 'stable.requests=FILE'], /no series/],
])('%j is refused, exit 2, nothing on stdout', (args, message) => {
  const path = file('empty.json', {});
  const { code, stdout, stderr } = convert(...args.map((arg) => arg.replace('FILE', path)));
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(message);
});
