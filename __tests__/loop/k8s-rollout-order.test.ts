import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Dock, openDock } from './rollout/bed.ts';
import { deployment, job, together } from './rollout/manifests.ts';

const minutes = 60_000;
const everything = process.env['SEATRIAL_TEST_ALL'] === '1';
/** The rest is for `npm run test:all`. */
const matrix: (name: string, work: () => Promise<void>, patience: number) => void = everything
  ? test
  : () => undefined;

let dock: Dock;

beforeAll(async () => {
  dock = await openDock('order');
}, 3 * minutes);
afterAll(() => dock.end(), minutes);

const config = (name: string, value: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name} }\ndata: { value: "${value}" }\n`;
const app = (name: string, env: Record<string, string> = {}): string =>
  deployment({ name, image: dock.images.good, env });
/** A Job that ends with this code, as a hook. */
function hook(name: string, phase: 'pre' | 'post', code: number): string {
  const env = { CRASH_AFTER: '100ms', EXIT_CODE: String(code) };
  return job({ name, image: dock.images.good, env }).replace(
    `metadata:\n  name: ${name}\n`,
    `metadata:\n  name: ${name}\n  annotations: { seatrial.dev/hook: ${phase} }\n`,
  );
}
const json = async (...args: string[]): Promise<unknown> =>
  JSON.parse(await dock.kubectl('get', ...args, '--output=json'));
const leases = (): Promise<string> => dock.kubectl('get', 'lease', '--output=name');

test(
  'a hook that fails ends it before a workload is touched; mended it is replaced, awaited, and the workload follows',
  async () => {
    const release = (code: number, value: string): string =>
      together(config('settings', value), hook('migrate', 'pre', code), app('app', { VALUE: value }));
    const failed = await dock.roll(release(3, 'one'));
    expect(failed.outputs).toMatchObject({ status: 'undone', cause: 'job-failed' });
    expect(failed.outputs['diagnosis']).toContain('exit code 3');
    expect(failed.outputs['diagnosis']).toMatch(/manifest: release\.yaml:/);
    expect(await dock.kubectl('get', 'deployment,configmap', '--output=name')).not.toMatch(/app|settings/);
    const good = await dock.roll(release(0, 'two'));
    expect(good.outputs).toMatchObject({ status: 'succeeded', cause: '' });
    const [migrate, deployed] = await Promise.all([json('job', 'migrate'), json('deployment', 'app')]);
    expect(migrate).toMatchObject({ status: { succeeded: 1 } });
    const time = (object: unknown): number =>
      Date.parse(JSON.parse(JSON.stringify(object)).metadata.creationTimestamp);
    expect(time(migrate)).toBeLessThanOrEqual(time(deployed));
    expect((await dock.roll(release(0, 'two'))).outputs).toMatchObject({ status: 'unchanged' });
    expect(await leases()).toBe('');
  },
  3 * minutes,
);

test(
  'a second rollout of a workload that is being rolled out stops with the name of the first, and waits when it is told to',
  async () => {
    const slow = app('app', { READY_AFTER: '12s' });
    const first = await dock.start(slow);
    await first.said(/app: 1 of 1 new, 0 ready/);
    const [busy, second] = await Promise.all([
      dock.roll(app('app', { OTHER: '1' }), { 'on-busy': 'fail' }),
      dock.start(app('app', { OTHER: '2' })),
    ]);
    expect(busy.code).toBe(1);
    expect(busy.outputs).toMatchObject({
      status: 'failed',
      verdict: 'refused',
      cause: 'busy',
      changed: 'false',
    });
    expect(busy.outputs['diagnosis']).toContain('another rollout is at work on Deployment/app');
    await second.said(/is at work on it; waiting for its end/);
    expect((await first.finished).outputs).toMatchObject({ status: 'succeeded' });
    expect((await second.finished).outputs).toMatchObject({ status: 'succeeded' });
    expect(await leases()).toBe('');
  },
  2 * minutes,
);

matrix(
  'a Job after the workloads that fails takes the release back, and one by one they run by weight',
  async () => {
    const before = await json('deployment', 'app');
    const { outputs } = await dock.roll(together(app('app', { OTHER: '3' }), hook('smoke', 'post', 1)));
    expect(outputs).toMatchObject({ status: 'undone', cause: 'job-failed' });
    const spec = JSON.parse(JSON.stringify(before)).spec;
    expect(await json('deployment', 'app')).toMatchObject({ spec: { template: spec.template } });
    expect(await json('job', 'smoke')).toMatchObject({ status: { failed: 1 } });
  },
  2 * minutes,
);

const definition = (group: string): string => `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: trials.${group} }
spec:
  group: ${group}
  scope: Namespaced
  names: { kind: Trial, plural: trials, singular: trial }
  versions:
    - name: v1
      served: true
      storage: true
      subresources: { status: {} }
      schema: { openAPIV3Schema: { type: object, x-kubernetes-preserve-unknown-fields: true } }
`;

matrix(
  'a definition and its object in one release; it is awaited by its condition, by a rule, and told when it has given up',
  async () => {
    const group = `t${process.pid}.seatrial.dev`;
    const trial = (wind: number): string =>
      `apiVersion: ${group}/v1\nkind: Trial\nmetadata: { name: sea }\nspec: { wind: ${wind} }\n`;
    const patch = (status: object): Promise<string> =>
      dock.kubectl(
        'patch',
        `trials.${group}`,
        'sea',
        '--subresource=status',
        '--type=merge',
        `--patch=${JSON.stringify({ status })}`,
      );
    const condition = (type: string, status: string) => ({
      type,
      status,
      reason: 'Wind',
      message: 'too strong',
    });
    try {
      const first = await dock.roll(together(trial(1), definition(group), app('app')));
      expect({ ...first.outputs, stdout: first.stdout }).toMatchObject({ status: 'succeeded' });
      await patch({ conditions: [condition('Ready', 'False')] });
      const waiting = await dock.start(trial(2));
      await waiting.said(/Trial .*sea: not ready: Ready False Wind too strong/);
      await patch({ conditions: [condition('Ready', 'True')] });
      expect((await waiting.finished).outputs).toMatchObject({ status: 'succeeded' });
      const ruled = await dock.start(trial(3), { 'ready-when': `Trial.${group}: .status.phase=Sailing` });
      await ruled.said(/Trial .*sea: not ready/);
      await patch({ phase: 'Sailing' });
      expect((await ruled.finished).outputs).toMatchObject({ status: 'succeeded' });
      const lost = await dock.start(trial(4), {
        settle: '20s',
        'failed-when': `Trial.${group}: .status.phase=Sunk`,
      });
      await lost.said(/Trial .*sea: ready/);
      await patch({ phase: 'Sunk' });
      const { outputs } = await lost.finished;
      expect(outputs).toMatchObject({ status: 'undone', cause: 'resource-failed' });
    } finally {
      await dock.kubectl('delete', 'crd', `trials.${group}`, '--wait=false', '--ignore-not-found');
    }
  },
  3 * minutes,
);

matrix(
  'by apply set: what the manifests no longer hold is listed, removed when all is healthy, and kubectl knows the set',
  async () => {
    const set = { 'apply-set': 'fleet' };
    const all = together(config('kept', '1'), config('gone', '1'), app('member'));
    expect((await dock.roll(all, set)).outputs).toMatchObject({ status: 'succeeded' });
    const fewer = together(config('kept', '1'), app('member'));
    const dry = await dock.roll(fewer, { ...set, 'dry-run': 'true' });
    expect(dry.summary).toMatch(/- ConfigMap .*gone/);
    const bad = await dock.roll(together(config('kept', '1'), app('member', { READY: '404' })), set);
    expect(bad.outputs).toMatchObject({ status: 'undone' });
    expect(await dock.kubectl('get', 'configmap', '--output=name')).toContain('configmap/gone');
    expect((await dock.roll(fewer, set)).outputs).toMatchObject({ status: 'succeeded', changed: 'true' });
    expect(await dock.kubectl('get', 'configmap', '--output=name')).not.toContain('configmap/gone');
    expect((await dock.roll(fewer, set)).outputs).toMatchObject({ status: 'unchanged' });
    const parent = JSON.parse(JSON.stringify(await json('configmap', 'fleet')));
    const id = parent.metadata.labels['applyset.kubernetes.io/id'];
    const members = await dock.kubectl(
      'get',
      'configmap,deployment',
      `--selector=applyset.kubernetes.io/part-of=${id}`,
      '--output=name',
    );
    expect(members.trim().split('\n').sort()).toEqual(['configmap/kept', 'deployment.apps/member']);
  },
  3 * minutes,
);

matrix(
  'by hand: a restart, the previous revision, a status; and the next rollout finds no conflict',
  async () => {
    const one = app('manual', { VALUE: 'one' });
    const two = app('manual', { VALUE: 'two' });
    await dock.roll(one);
    await dock.roll(two);
    const value = (): Promise<string> =>
      dock.kubectl(
        'get',
        'deployment',
        'manual',
        '--output=jsonpath={.spec.template.spec.containers[0].env}',
      );
    expect((await dock.roll(two, { mode: 'status' })).outputs).toMatchObject({ status: 'unchanged' });
    expect((await dock.roll(two, { mode: 'restart' })).outputs).toMatchObject({
      status: 'succeeded',
      revision: '3',
    });
    expect(await value()).toContain('two');
    expect((await dock.roll(two)).outputs).toMatchObject({ status: 'unchanged' });
    await dock.roll(one);
    expect((await dock.roll(one, { mode: 'undo' })).outputs).toMatchObject({ status: 'succeeded' });
    expect(await value()).toContain('two');
    expect((await dock.roll(one)).outputs).toMatchObject({ status: 'succeeded' });
    expect(await value()).toContain('one');
  },
  3 * minutes,
);

matrix(
  'a CronJob, variables from a file, and a kustomization',
  async () => {
    const cron = `apiVersion: batch/v1
kind: CronJob
metadata: { name: nightly }
spec:
  schedule: "\${SCHEDULE}"
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers: [{ name: app, image: "${dock.images.good}" }]
`;
    const values = join(dock.folder, 'values.env');
    await writeFile(values, 'SCHEDULE=0 3 * * *\n');
    const open = await dock.roll(cron, { 'variables-file': 'release.yaml' });
    expect(open.outputs).toMatchObject({ status: 'failed', cause: 'invalid-manifest' });
    const { outputs, stdout } = await dock.roll(cron, { 'variables-file': values });
    expect({ ...outputs, stdout }).toMatchObject({ status: 'succeeded' });
    expect(await json('cronjob', 'nightly')).toMatchObject({ spec: { schedule: '0 3 * * *' } });
    await writeFile(join(dock.folder, 'kustomization.yaml'), 'resources: [settings.yaml]\nnamePrefix: k-\n');
    await writeFile(join(dock.folder, 'settings.yaml'), config('settings', '1'));
    const rendered = await dock.roll('', { manifests: dock.folder });
    expect(rendered.outputs).toMatchObject({ status: 'succeeded' });
    expect(await dock.kubectl('get', 'configmap', '--output=name')).toContain('configmap/k-settings');
  },
  2 * minutes,
);

matrix(
  'the access in action-templates suffices for a rollout with its Lease and journal',
  async () => {
    const file = new URL('../../action-templates/kubernetes/05-access-rollout.yaml', import.meta.url);
    const access = (await readFile(file, 'utf8'))
      .replaceAll('${name}', 'ci')
      .replaceAll('${namespace}', dock.namespace);
    const path = join(dock.folder, 'access.yaml');
    await writeFile(path, access);
    await dock.kubectl('apply', '--filename', path);
    const token = (await dock.kubectl('create', 'token', 'ci-rollout')).trim();
    const kubeconfig = join(dock.folder, 'ci.kubeconfig');
    const own = await readFile(dock.bed.kubeconfig, 'utf8');
    await writeFile(kubeconfig, own.replace(/token: .*/, `token: ${token}`));
    const result = await dock.roll(together(config('ci', '1'), app('ci')), { kubeconfig });
    expect(result.outputs).toMatchObject({ status: 'succeeded', diagnosis: '' });
    expect(await leases()).toBe('');
  },
  2 * minutes,
);
