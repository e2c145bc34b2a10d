import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Dock, openDock } from './rollout/bed.ts';
import { daemonSet, deployment, job, service, statefulSet, together } from './rollout/manifests.ts';

const minutes = 60_000;

let dock: Dock;
let good: string;

beforeAll(async () => {
  dock = await openDock('main');
  good = together(deployment({ name: 'app', image: dock.images.good }), service('app', 'app', 8080));
}, 3 * minutes);

afterAll(() => dock.end(), minutes);

/** What a Deployment runs, and who owns its fields. */
async function stateOf(name: string): Promise<string> {
  const path = '{.spec.template.spec.containers[0]} {.metadata.managedFields[*].manager}';
  return dock.kubectl('get', 'deployment', name, '--show-managed-fields', `--output=jsonpath=${path}`);
}

/** What the failing step has told: the verdict, the cause, and the text that proves it. */
async function failure(manifest: string, inputs: Readonly<Record<string, string>> = {}) {
  const { code, outputs, stdout, record } = await dock.roll(manifest, inputs);
  expect({ code, stack: /^\s+at .+:\d+:\d+\)?$/m.test(stdout), stdout }).toMatchObject({
    code: 1,
    stack: false,
  });
  const { diagnosis = '', 'seconds-to-verdict': seconds = '' } = outputs;
  return { ...outputs, diagnosis, seconds: Number(seconds), record };
}

test(
  'a good release is healthy, and the same again is unchanged',
  async () => {
    const first = await dock.roll(good);
    expect({ ...first.outputs, stdout: first.stdout }).toMatchObject({
      status: 'succeeded',
      verdict: 'healthy',
      cause: '',
      changed: 'true',
      revision: '1',
      'previous-revision': '',
    });
    const again = await dock.roll(good);
    expect(again.outputs).toMatchObject({ status: 'unchanged', changed: 'false', revision: '1' });
    expect(again.record).toMatchObject({ rollouts: [{ verdict: 'unchanged', namespace: dock.namespace }] });
  },
  2 * minutes,
);

test(
  'an image that is not there is told with its line, and everything is put back with its owners',
  async () => {
    const before = await stateOf('app');
    const told = await failure(deployment({ name: 'app', image: dock.images.missing }));
    expect(told).toMatchObject({ status: 'undone', cause: 'image-not-found', changed: 'false' });
    expect(told.diagnosis).toContain(dock.images.missing);
    expect(told.diagnosis).toMatch(/manifest: release\.yaml:17/);
    expect(told.seconds).toBeLessThan(10);
    expect(await stateOf('app')).toBe(before);
    expect(told.record).toMatchObject({
      rollouts: [{ verdict: 'undone', causes: [{ cause: 'image-not-found' }] }],
    });
  },
  2 * minutes,
);

test(
  'a release of an earlier run is refused over that of a later one, unless it is wanted',
  async () => {
    const brought = (run: number, inputs: Readonly<Record<string, string>> = {}) =>
      dock.roll(deployment({ name: 'ordered', image: dock.images.good }), inputs, {
        GITHUB_SHA: String(run).padStart(40, '0'),
        GITHUB_RUN_ID: String(1000 + run),
        GITHUB_RUN_NUMBER: String(run),
        GITHUB_WORKFLOW_REF: 'acme/checkout/.github/workflows/ship.yml@refs/heads/main',
      });
    expect((await brought(12)).outputs).toMatchObject({ verdict: 'healthy' });
    const late = await brought(11);
    expect(late.outputs).toMatchObject({ verdict: 'refused', cause: 'older-release', changed: 'false' });
    expect(late.stdout).toContain(
      'of run 12 of .github/workflows/ship.yml; this one is commit 0000000 of run 11',
    );
    expect((await brought(11, { 'allow-older': 'true' })).outputs).toMatchObject({ verdict: 'unchanged' });
    expect((await brought(12)).outputs).toMatchObject({ verdict: 'unchanged' });
  },
  2 * minutes,
);

test(
  'what the server refuses leaves nothing behind, not even of what stands before it',
  async () => {
    const refused = deployment({ name: 'second', image: dock.images.good }).replace(
      'replicas: 1',
      'replica: 1',
    );
    const told = await failure(
      together('apiVersion: v1\nkind: ConfigMap\nmetadata: { name: first }\n', refused),
    );
    expect(told).toMatchObject({ status: 'failed', verdict: 'refused', cause: 'invalid-manifest' });
    expect(told.diagnosis).toMatch(/manifest: release\.yaml:10/);
    expect(await dock.kubectl('get', 'configmap,deployment', '--output=name')).not.toMatch(/first|second/);
  },
  minutes,
);

test(
  'a first release that fails is removed, and its neighbours go back with it',
  async () => {
    const both = (image: string, env: Record<string, string>): string =>
      together(deployment({ name: 'app', image }), deployment({ name: 'fresh', image, env }));
    const before = await stateOf('app');
    const told = await failure(both(dock.images.good, { READY: '500' }));
    expect(told).toMatchObject({ status: 'undone', cause: 'readiness-failing' });
    expect(await stateOf('app')).toBe(before);
    expect(await dock.kubectl('get', 'deployment', '--output=name')).not.toContain('fresh');
  },
  2 * minutes,
);

test(
  'StatefulSets, DaemonSets and Jobs; a broken StatefulSet pod does not block its mending',
  async () => {
    const { images } = dock;
    const all = (env: Record<string, string>): string =>
      together(
        statefulSet({ name: 'db', image: images.good, env }),
        daemonSet({ name: 'agent', image: images.good }),
        job({ name: 'migrate', image: images.good, env: { CRASH_AFTER: '100ms', EXIT_CODE: '0' } }),
      );
    expect((await dock.roll(all({}))).outputs).toMatchObject({ status: 'succeeded' });
    const kept = await failure(all({ CRASH_AFTER: '0s' }), { 'on-failure': 'keep' });
    expect(kept).toMatchObject({ status: 'failed', cause: 'crash-loop' });
    expect((await dock.roll(all({ READY: '204' }))).outputs).toMatchObject({ status: 'succeeded' });
  },
  3 * minutes,
);

test(
  'a cancelled job puts back what it wrote, in time, and records it',
  async () => {
    const before = await stateOf('app');
    const running = await dock.start(
      deployment({ name: 'app', image: dock.images.next, env: { READY: '503' } }),
    );
    await running.said(/app: 1 of 1 new, 0 ready/);
    const begun = Date.now();
    running.kill('SIGINT');
    const result = await running.finished;
    expect(Date.now() - begun).toBeLessThan(7000);
    expect(result.outputs).toMatchObject({ status: 'cancelled', verdict: 'cancelled' });
    expect(result.record).toMatchObject({ rollouts: [{ verdict: 'cancelled' }] });
    expect(await stateOf('app')).toBe(before);
  },
  2 * minutes,
);

test(
  'a namespace that is nowhere is an error, and one that comes with the release is there for its check',
  async () => {
    const inputs = { namespace: `${dock.namespace}-absent` };
    expect(await failure(good, inputs)).toMatchObject({ verdict: 'refused', cause: 'namespace-missing' });
    const own = `${dock.namespace}-own`;
    const namespace = `apiVersion: v1\nkind: Namespace\nmetadata: { name: ${own} }\n`;
    const broken = deployment({ name: 'app', image: dock.images.good }).replace('replicas: 1', 'replica: 1');
    const refused = await failure(together(namespace, broken), { namespace: own });
    expect(refused).toMatchObject({ verdict: 'refused', cause: 'invalid-manifest' });
    const phase = await dock.kubectl(
      'get',
      'namespace',
      '--output=jsonpath={range .items[*]}{.metadata.name}={.status.phase} {end}',
    );
    expect(phase).not.toContain(`${own}=Active`);
  },
  2 * minutes,
);

test(
  'secrets of the release are in no log, summary, output or record',
  async () => {
    const canary = 'canary-7f3a-secret-value';
    const secret = `apiVersion: v1\nkind: Secret\nmetadata: { name: token }\nstringData: { token: ${canary} }\n`;
    const leaking = deployment({
      name: 'leak',
      image: dock.images.good,
      env: { START_DELAY: canary },
      container: 'envFrom: [{ secretRef: { name: token } }]',
    });
    const result = await dock.roll(together(secret, leaking));
    expect(result.outputs).toMatchObject({ cause: 'panic' });
    const masks = result.stdout.split('\n').filter((line) => line.startsWith('::add-mask::'));
    expect(masks.join()).toContain(canary);
    const told = result.stdout.replaceAll(/^::add-mask::.*$/gm, '');
    expect(told + result.summary + JSON.stringify([result.outputs, result.record])).not.toContain(canary);
  },
  2 * minutes,
);

test(
  'after a runner that died, the next run ends it: back to what was before both when it fails, on when it is good',
  async () => {
    const before = await stateOf('app');
    const killed = async (manifest: string): Promise<void> => {
      const running = await dock.start(manifest);
      await running.said(/app: 1 of 1 new, 0 ready/);
      running.kill('SIGKILL');
      await running.finished;
    };

    const bad = deployment({ name: 'app', image: dock.images.next, env: { READY: '404' } });
    await killed(bad);
    expect(await stateOf('app')).not.toBe(before);
    expect(await dock.openJournals()).toHaveLength(1);
    const ended = await failure(bad);
    expect(ended).toMatchObject({ status: 'undone', cause: 'readiness-failing' });
    expect(await stateOf('app')).toBe(before);
    expect(await dock.openJournals()).toEqual([]);

    const slow = deployment({ name: 'app', image: dock.images.next, env: { READY_AFTER: '3s' } });
    await killed(slow);
    expect((await dock.roll(slow)).outputs).toMatchObject({ status: 'succeeded' });
    expect(await dock.openJournals()).toEqual([]);
  },
  2 * minutes,
);

test(
  'a dry run says what would change, and changes nothing',
  async () => {
    const own = `${dock.namespace}-dry`;
    const namespace = `apiVersion: v1\nkind: Namespace\nmetadata: { name: ${own} }\n`;
    const before = await stateOf('app');
    const changed = together(namespace, deployment({ name: 'app', image: dock.images.good, replicas: 2 }));
    const { outputs, summary } = await dock.roll(changed, { 'dry-run': 'true' });
    expect(outputs).toMatchObject({ status: 'succeeded', changed: 'false' });
    expect(summary).toMatch(/spec\.replicas\n-\s+1\n\+\s+2/);
    expect(await stateOf('app')).toBe(before);
    const phases = '{range .items[*]}{.metadata.name}={.status.phase} {end}';
    expect(await dock.kubectl('get', 'namespace', `--output=jsonpath=${phases}`)).not.toContain(
      `${own}=Active`,
    );
  },
  minutes,
);
