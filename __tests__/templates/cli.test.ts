import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';

const script = join(import.meta.dirname, '../../action-templates/render.ts');
const templates = join(import.meta.dirname, '../../action-templates');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'render-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function run(...args: string[]): { status: number | null; errors: string } {
  const env = { ...process.env, SIGNING: 'signed' };
  const { status, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', env });
  return { status, errors: stderr };
}

test('renders one template, a secret from the environment', () => {
  const template = join(templates, 'kubernetes/25-secret.yaml');
  const plain = ['name=shop', 'namespace=shop', 'environment=test'].flatMap((pair) => ['--set', pair]);
  const secret = ['payments-api-key', 'order-signing-key'].flatMap((name) => [
    '--set-env',
    `${name}=SIGNING`,
  ]);
  expect(run(...plain, ...secret, template, folder)).toEqual({ status: 0, errors: '' });
  expect(readFileSync(join(folder, '25-secret.yaml'), 'utf8')).toContain('order-signing-key: "signed"');
});

test('renders a values file elsewhere, then notices a change', () => {
  const values = join(folder, 'values.json');
  const renders = [{ template: 'kubernetes', to: 'deploy/', only: ['00-namespace.yaml'] }];
  writeFileSync(values, JSON.stringify({ values: { namespace: 'one' }, renders }));
  const out = ['--values', values, '--out', join(folder, 'out')];
  expect(run(...out, '--set', 'namespace=two').status).toBe(0);
  expect(readFileSync(join(folder, 'out/deploy/00-namespace.yaml'), 'utf8')).toContain('name: two');
  expect(run(...out, '--set', 'namespace=two', '--check').status).toBe(0);
  expect(run(...out, '--check')).toMatchObject({
    status: 1,
    errors: expect.stringContaining('not as rendered'),
  });
});

test.each([
  [['--set', 'name', 'x', 'y'], '--set name: want NAME=VALUE'],
  [['--set-env', 'name=NOT_THERE', 'x', 'y'], 'the environment has no NOT_THERE'],
  [['nowhere', 'y'], 'nowhere: no such template'],
  [['only-one'], 'usage:'],
  [['--unknown'], "Unknown option '--unknown'"],
])('%j is one line of advice', (args, message) => {
  const { status, errors } = run(...args);
  expect({ status, lines: errors.trim().split('\n').length }).toEqual({ status: 1, lines: 1 });
  expect(errors).toContain(message);
});
