import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Dock, openDock } from './rollout/bed.ts';
import { job, pod, service, together } from './rollout/manifests.ts';

/** Pods of their own, and Jobs whose pods are taken away. */
const minutes = 60_000;

let dock: Dock;

beforeAll(async () => {
  dock = await openDock('pods');
}, 3 * minutes);

afterAll(() => dock.end(), minutes);

const own = (name: string, more: Partial<Parameters<typeof pod>[0]> = {}): string =>
  pod({ name, image: dock.images.good, ...more });

test(
  'a Pod of its own is ready, and the same again is unchanged; its image can be changed in place',
  async () => {
    const good = together(own('serves'), service('serves', 'serves', 8080));
    expect((await dock.roll(good)).outputs).toMatchObject({ status: 'succeeded', changed: 'true' });
    expect((await dock.roll(good)).outputs).toMatchObject({ status: 'unchanged' });
    const next = await dock.roll(own('serves', { image: dock.images.next }));
    expect({ ...next.outputs, stdout: next.stdout }).toMatchObject({ status: 'succeeded', diagnosis: '' });
    const image = '--output=jsonpath={.status.containerStatuses[0].restartCount} {.spec.containers[0].image}';
    expect(await dock.kubectl('get', 'pod', 'serves', image)).toBe(`1 ${dock.images.next}`);
    const other = await dock.roll(own('serves', { env: { READY: '204' }, image: dock.images.next }));
    expect(other.outputs).toMatchObject({ verdict: 'refused', cause: 'immutable-field' });
  },
  3 * minutes,
);

const never = 'restartPolicy: Never';

test.each([
  ['image-not-found', 'no-image', { image: '' }, 'not found', 'image:'],
  ['crash-loop', 'crashes', { env: { CRASH_AFTER: '0s', EXIT_CODE: '3' } }, 'DB_URL is not set', 'name: app'],
  [
    'crash-loop',
    'fails-once',
    { env: { CRASH_AFTER: '2s', EXIT_CODE: '3' }, pod: never },
    'exit code 3',
    'name: app',
  ],
  ['readiness-failing', 'unready', { env: { READY: '404' } }, 'statuscode: 404', 'readinessProbe'],
  [
    'oom-killed',
    'hungry',
    { env: { OOM_AFTER: '1s' }, container: 'resources: { limits: { memory: 32Mi } }' },
    'OOMKilled',
    'resources:',
  ],
  [
    'unschedulable',
    'nowhere',
    { pod: 'nodeSelector: { disk: ssd }' },
    'node affinity/selector',
    'nodeSelector',
  ],
  [
    'job-failed',
    'too-long',
    { pod: `${never}\nactiveDeadlineSeconds: 4`, probePort: 0 },
    'DeadlineExceeded',
    'activeDeadlineSeconds',
  ],
  [
    'config-missing',
    'unset',
    { container: 'envFrom: [{ configMapRef: { name: absent } }]' },
    'configmap "absent"',
    '',
  ],
])(
  'a broken one is told and removed: %s, %s',
  async (cause, name, more, says, line) => {
    const manifest = own(name, name === 'no-image' ? { image: dock.images.missing } : more);
    const { code, outputs, stdout } = await dock.roll(manifest, { settle: '5s' });
    expect({ code, ...outputs, stdout }).toMatchObject({ code: 1, status: 'undone', cause });
    const { diagnosis = '' } = outputs;
    expect(diagnosis).toContain(says);
    const [, number] = /manifest: release\.yaml:(\d+)/.exec(diagnosis) ?? [];
    expect(manifest.split('\n')[Number(number) - 1]).toContain(line);
    expect(Number(outputs['seconds-to-verdict'])).toBeLessThan(15);
    // Its end takes as long as its own grace period.
    await dock.kubectl('wait', '--for=delete', `pod/${name}`, '--timeout=20s');
  },
  2 * minutes,
);

test(
  'a task that ends well is a success',
  async () => {
    const task = own('task', { env: { CRASH_AFTER: '1s', EXIT_CODE: '0' }, pod: never, probePort: 0 });
    expect((await dock.roll(task)).outputs).toMatchObject({ status: 'succeeded', cause: '' });
  },
  minutes,
);

test(
  'of a Job past its deadline the last words of the pod that was taken away are told',
  async () => {
    const late = job({ name: 'late', image: dock.images.good }).replace(
      'backoffLimit: 0',
      'backoffLimit: 0\n  activeDeadlineSeconds: 4',
    );
    const { outputs, stdout } = await dock.roll(late);
    expect({ ...outputs, stdout }).toMatchObject({ status: 'undone', cause: 'job-failed' });
    expect(outputs['diagnosis']).toContain('DeadlineExceeded');
    expect(outputs['diagnosis']).toContain('log of app: listening on :8080');
  },
  2 * minutes,
);
