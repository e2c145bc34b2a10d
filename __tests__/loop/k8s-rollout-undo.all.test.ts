import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Dock, openDock } from './rollout/bed.ts';
import { deployment, job, service, together } from './rollout/manifests.ts';

const minutes = 60_000;

let dock: Dock;

beforeAll(async () => {
  dock = await openDock('undo');
}, 3 * minutes);

afterAll(() => dock.end(), minutes);

/** A release whose configuration, workload and objects change with it. */
function release(version: string, image: string, more: readonly string[] = []): string {
  const config = `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: settings }\ndata: { version: ${version} }\n`;
  const reads = { container: 'envFrom: [{ configMapRef: { name: settings } }]' };
  return together(config, deployment({ name: 'app', image, ...reads }), service('app', 'app', 8080), ...more);
}
const fresh = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: fresh }\ndata: { a: "1" }\n';

async function standing(): Promise<string> {
  const image = '--output=jsonpath={.spec.template.spec.containers[0].image}';
  return [
    await dock.kubectl('get', 'configmap', 'settings', '--output=jsonpath={.data.version}'),
    await dock.kubectl('get', 'deployment', 'app', image),
    (await dock.kubectl('get', 'configmap', 'fresh', '--ignore-not-found', '--output=name')).trim(),
  ].join(' ');
}

test(
  'an undo by hand gives back the release before with all that belonged to it, and once more the other way',
  async () => {
    const { good, next } = dock.images;
    const [v1, v2] = [release('v1', good), release('v2', next, [fresh])];
    expect((await dock.roll(v1)).outputs).toMatchObject({ status: 'succeeded' });
    expect((await dock.roll(v1, { mode: 'undo' })).outputs).toMatchObject({
      verdict: 'refused',
      cause: 'no-previous-revision',
    });
    expect((await dock.roll(v2)).outputs).toMatchObject({ status: 'succeeded' });
    const { outputs, stdout } = await dock.roll(v2, { mode: 'undo' });
    expect({ ...outputs, stdout }).toMatchObject({ status: 'succeeded', changed: 'true' });
    expect(await standing()).toBe(`v1 ${good} `);
    // The manifests of that release are in the cluster to the letter: to roll them out changes nothing.
    expect((await dock.roll(v1)).outputs).toMatchObject({ status: 'unchanged' });
    expect((await dock.roll(v2, { mode: 'undo' })).outputs).toMatchObject({ status: 'succeeded' });
    expect(await standing()).toBe(`v2 ${next} configmap/fresh`);
    expect(await dock.openJournals()).toEqual([]);
  },
  4 * minutes,
);

test(
  'a broken release that was kept is undone by hand',
  async () => {
    const before = await standing();
    const bad = release('v3', dock.images.missing, [fresh]);
    const kept = await dock.roll(bad, { 'on-failure': 'keep' });
    expect(kept.outputs).toMatchObject({ status: 'failed', cause: 'image-not-found' });
    expect((await dock.roll(bad, { mode: 'undo' })).outputs).toMatchObject({ status: 'succeeded' });
    expect(await standing()).toBe(before);
  },
  3 * minutes,
);

test(
  'what was changed by hand since is not undone by an old note: the pods go one revision back',
  async () => {
    const { good, next } = dock.images;
    await dock.kubectl('set', 'image', 'deployment/app', `app=${good}`, '--field-manager=hotfix');
    const { outputs, stdout } = await dock.roll(release('v2', next), { mode: 'undo' });
    expect({ ...outputs, stdout }).toMatchObject({ status: 'succeeded' });
    expect(stdout).toContain('was changed since by another hand');
    expect(await standing()).toBe(`v2 ${next} configmap/fresh`);
  },
  3 * minutes,
);

test(
  'a Job under way that a release had pruned comes again with the undo, as the server takes it; one that was done does not',
  async () => {
    const { good } = dock.images;
    const report = (name: string, env: Record<string, string>): string =>
      job({ name, image: good, env: { EXIT_CODE: '0', ...env } });
    const inputs = { 'apply-set': 'jobs' };
    const app = (value: string): string => deployment({ name: 'web', image: good, env: { VALUE: value } });
    const both = together(
      app('1'),
      report('done', { CRASH_AFTER: '100ms' }),
      report('busy', { CRASH_AFTER: '40s' }),
    );
    // Nobody waits for the long one.
    const first = await dock.roll(both, { ...inputs, timeout: '8s', 'on-failure': 'keep' });
    expect(first.outputs).toMatchObject({ status: 'failed', cause: 'progress-deadline' });
    const jobs = async (): Promise<string> => (await dock.kubectl('get', 'job', '--output=name')).trim();
    expect(await jobs()).toBe('job.batch/busy\njob.batch/done');
    const only = app('2');
    expect((await dock.roll(only, inputs)).outputs).toMatchObject({ status: 'succeeded' });
    expect(await jobs()).toBe('');
    const { outputs, stdout } = await dock.roll(only, { ...inputs, mode: 'undo', timeout: '90s' });
    expect({ ...outputs, stdout }).toMatchObject({ status: 'succeeded' });
    expect(await jobs()).toBe('job.batch/busy');
  },
  4 * minutes,
);
