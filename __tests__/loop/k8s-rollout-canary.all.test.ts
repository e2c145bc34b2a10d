import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type StubRun, startStub } from '../support/run-action.ts';
import { type Dock, openDock } from './rollout/bed.ts';
import { deployment, service, together } from './rollout/manifests.ts';

/** k8s-rollout and canary-promote at one workload at the same time, both as the runner starts them. */
const minutes = 60_000;

let dock: Dock;

beforeAll(async () => {
  dock = await openDock('both');
}, 3 * minutes);

afterAll(() => dock.end(), minutes);

async function canary(name: string, manifest: string): Promise<StubRun> {
  const workspace = await mkdtemp(join(dock.folder, 'canary-'));
  await writeFile(join(workspace, 'release.yaml'), manifest);
  const { kubeconfig, kubectl } = dock.bed;
  const inputs = { manifests: 'release.yaml', namespace: dock.namespace, kubeconfig, kubectl };
  // It comes to no judgement: the first deployment, and one that runs already.
  const others = {
    prometheus: 'http://127.0.0.1:1',
    route: `Deployment/${name}`,
    timeout: '60s',
    settle: '1s',
  };
  return startStub('canary-promote', { ...inputs, ...others }, { workspace });
}

const app = (name: string, readyAfter: string): string =>
  together(
    deployment({ name, image: dock.images.good, env: { READY_AFTER: readyAfter } }),
    service(name, name, 8080),
  );

test(
  'a rollout of a workload that a canary is at work on is refused by name, and waits where it may',
  async () => {
    const first = await canary('one', app('one', '9s'));
    await first.said(/one: 1 of 1 new, 0 ready/);
    const refused = await dock.roll(app('one', '0s'), { 'on-busy': 'fail' });
    expect({ ...refused.outputs, stdout: refused.stdout }).toMatchObject({
      verdict: 'refused',
      cause: 'busy',
    });
    expect(refused.outputs['diagnosis']).toContain('a canary is at work on Deployment/one');
    const waiting = await dock.roll(app('one', '0s'));
    expect({ ...waiting.outputs, stdout: waiting.stdout }).toMatchObject({ status: 'succeeded' });
    expect(waiting.stdout).toContain('is at work on it; waiting for its end');
    expect((await first.finished).outputs).toMatchObject({ verdict: 'promoted' });
  },
  3 * minutes,
);

test(
  'a canary of a workload that a rollout is at work on waits for its end, and is refused where it may not wait',
  async () => {
    const rollout = await dock.start(app('two', '9s'));
    await rollout.said(/two: 1 of 1 new, 0 ready/);
    const second = await canary('two', app('two', '9s'));
    await second.said(/two: .* is at work on it; waiting for its end/);
    expect((await rollout.finished).outputs).toMatchObject({ status: 'succeeded' });
    const { outputs, stdout } = await second.finished;
    expect({ ...outputs, stdout }).toMatchObject({ verdict: 'unchanged' });
  },
  3 * minutes,
);
