import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { Load } from '../../../testbed/loop/load.ts';
import { filledIn } from '../../../testbed/loop/repository.ts';
import { forAct, localRepositories } from '../../../testbed/loop/suite.ts';

const root = join(import.meta.dirname, '../../..');
const workflow = await readFile(join(root, '.github/workflows/commit-to-production.yml'), 'utf8');

test('for act, our own actions get owner and version, and nothing else of a step changes', () => {
  const [before, after] = [parse(workflow), parse(forAct(workflow))];
  const uses = JSON.stringify(after).match(/"uses":"[^"]+"/g) ?? [];
  expect(uses.filter((used) => used.includes('$/'))).toEqual([]);
  expect(uses).toContain('"uses":"seatrial-dev/seatrial/actions/trivy-gate@v1"');
  expect(after.jobs.image.steps.length).toBe(before.jobs.image.steps.length);
  expect(after.jobs.staging.concurrency).toBeUndefined();
});

test('the approval stands before everything else of production', () => {
  const steps = parse(forAct(workflow)).jobs.production.steps;
  expect(steps[0].uses).toBe('seatrial-local/approval@v1');
  expect(steps).toHaveLength(parse(workflow).jobs.production.steps.length + 1);
});

test('every repository that the workflow uses has a local folder, so that act asks nobody', () => {
  const found = localRepositories(forAct(workflow), '/suite', '/stand-ins').map(({ reference }) => reference);
  const used = [...forAct(workflow).matchAll(/uses: ([^\s/]+\/[^\s/@]+)[^\s@]*(@\S+)/g)].map(
    (match) => `${match[1]}${match[2]}`,
  );
  expect(used.length).toBeGreaterThan(5);
  for (const reference of used) {
    if (!reference.startsWith('actions/checkout@')) expect(found).toContain(reference);
  }
});

test('the starter workflow takes the inputs of the loop and stays under 20 lines', async () => {
  const starter = await readFile(join(root, 'action-templates/workflows/ship.yml'), 'utf8');
  expect(parse(filledIn(starter, { service: 'x' })).jobs.ship.with).toEqual({ service: 'x' });
  expect(starter.trim().split('\n').length).toBeLessThanOrEqual(20);
});

test('load goes to loopback only', () => {
  const options = { host: 'h', method: 'GET', path: '/', body: '', rate: 1 } as const;
  expect(() => new Load({ ...options, url: 'http://192.0.2.1:80' })).toThrow('loopback only');
});
