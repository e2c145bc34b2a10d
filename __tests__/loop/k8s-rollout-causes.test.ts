import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { FaultyImages } from '../../testbed/faulty/image.ts';
import type { StubResult } from '../support/run-action.ts';
import { type Dock, openDock } from './rollout/bed.ts';
import { type Broken, brokenCases, type LookAlike, lookAlikes } from './rollout/cases.ts';

const minutes = 60_000;
const everything = process.env['SEATRIAL_TEST_ALL'] === '1';

/** One of each family; the whole matrix is `npm run test:all`. */
const representatives = new Set([
  'image-digest',
  'authorities',
  'volume-key',
  'memory',
  'panics',
  'sidecar',
  'quiet-port',
  'grpc-port',
  'labels',
  'no-listener',
  'crash-once',
  'warms-up',
  'at-rest',
]);

const chosen = ({ name }: { readonly name: string }): boolean => everything || representatives.has(name);
const placeholder = 'r.example/faulty@sha256:0';
const named: FaultyImages = {
  good: placeholder,
  next: placeholder,
  foreign: placeholder,
  uninterpreted: placeholder,
  missing: placeholder,
};

let dock: Dock;
const ended = new Map<string, StubResult>();

/** As a caller has it who sets nothing but what is needed. */
const defaults = { timeout: '', settle: '' };

beforeAll(async () => {
  dock = await openDock('causes');
  const waiting: (Broken | LookAlike)[] = [...brokenCases(dock.images), ...lookAlikes(dock.images)].filter(
    chosen,
  );
  // What a Service of a release without workloads leads to.
  await dock.kubectl('create', 'deployment', 'standing', `--image=${dock.images.good}`);
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      ended.set(next.name, await dock.roll(next.manifest, defaults));
    }
  };
  await Promise.all([worker(), worker(), worker()]);
}, 20 * minutes);

afterAll(() => dock.end(), minutes);

function outcomeOf(name: string) {
  const result = ended.get(name);
  if (result === undefined) throw new Error(`${name} was not rolled out`);
  const { diagnosis = '', 'seconds-to-verdict': seconds = '' } = result.outputs;
  return { ...result, diagnosis, seconds: Number(seconds) };
}

test.each(
  brokenCases(named)
    .filter(chosen)
    .map(({ name, cause }) => [cause, name]),
)('%s: %s', (_cause, name) => {
  const broken = brokenCases(dock.images).find((one) => one.name === name);
  const { code, outputs, stdout, diagnosis, seconds } = outcomeOf(name);
  expect({ code, ...outputs, stdout }).toMatchObject({ code: 1, cause: broken?.cause, status: 'undone' });
  for (const words of broken?.says ?? []) expect(diagnosis).toContain(words);
  const [, line] = /manifest: release\.yaml:(\d+)/.exec(diagnosis) ?? [];
  expect(broken?.manifest.split('\n')[Number(line) - 1]).toContain(broken?.line ?? '');
  expect(diagnosis).toContain(name);
  expect(diagnosis.length).toBeLessThanOrEqual(6000);
  expect(seconds).toBeLessThan(broken?.within ?? 15);
});

test.each(
  lookAlikes(named)
    .filter(chosen)
    .map(({ name }) => [name]),
)('no failure: %s', (name) => {
  const alike = lookAlikes(dock.images).find((one) => one.name === name);
  const { outputs, stdout, diagnosis } = outcomeOf(name);
  expect({ ...outputs, stdout }).toMatchObject({ status: 'succeeded', cause: '' });
  expect(diagnosis).toContain(alike?.warns ?? '');
});
