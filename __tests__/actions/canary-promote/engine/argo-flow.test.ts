import { expect, test } from '@jest/globals';
import type { KubeObject } from '../../../../actions/shared/kube/types.ts';
import { at, canonical, objectAt, textAt } from '../../../../actions/shared/kube/values.ts';
import { FakeKube } from '../../../support/fake-kube.ts';
import { lead } from './lead.ts';

type Script = 'good' | 'bad' | 'late' | 'waits' | 'slow';

/** A cluster in memory in which Argo Rollouts has always just been at work. */
class Shop {
  readonly kube = new FakeKube();
  script: Script = 'good';

  constructor() {
    this.kube.put({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'prod' } });
    this.kube.onWrite = (object) => (object.kind === 'Rollout' ? this.#reconciled(object) : undefined);
  }

  #reconciled(rollout: KubeObject): KubeObject {
    const before = objectAt(rollout, 'status');
    const currentPodHash = canonical(at(rollout, 'spec', 'template')).slice(-40);
    const changed = before['currentPodHash'] !== currentPodHash;
    const status = {
      ...before,
      observedGeneration: String(rollout.metadata.generation ?? 0),
      currentPodHash,
      stableRS: before['stableRS'] ?? currentPodHash,
      ...(changed
        ? {
            currentStepIndex: 1,
            abort: false,
            promoteFull: false,
            pauseConditions: [{ reason: 'CanaryPauseStep' }],
          }
        : {}),
    };
    const whole = { ...status, ...this.#verdict(status) };
    this.#lead(whole);
    return { ...rollout, spec: this.#filledIn(rollout), status: whole };
  }

  /** As a controller writes it back: with what says nothing. */
  #filledIn(rollout: KubeObject): object {
    const template = objectAt(rollout, 'spec', 'template');
    const metadata = { ...objectAt(template, 'metadata'), creationTimestamp: null };
    return { ...objectAt(rollout, 'spec'), template: { ...template, metadata } };
  }

  /** The stable Service leads to the stable version's pods, as the controller does it. */
  #lead(status: Readonly<Record<string, unknown>>): void {
    const service = this.kube.objects.get('Service prod/shop');
    if (service === undefined) return;
    const selector = { app: 'shop', 'rollouts-pod-template-hash': status['stableRS'] };
    this.kube.put({ ...service, spec: { ...objectAt(service, 'spec'), selector } });
  }

  #verdict(status: Readonly<Record<string, unknown>>): object {
    const promoted = {
      phase: 'Healthy',
      message: '',
      stableRS: status['currentPodHash'],
      controllerPause: false,
    };
    if (status['stableRS'] === status['currentPodHash']) return promoted;
    if (status['abort'] === true) return { phase: 'Degraded', message: 'RolloutAborted: Rollout aborted' };
    if (status['promoteFull'] === true || this.script === 'good') return promoted;
    if (this.script === 'bad')
      return { phase: 'Degraded', message: 'RolloutAborted: metric failed', abort: true };
    if (this.script === 'late') return { phase: 'Degraded', message: 'ProgressDeadlineExceeded: timed out' };
    if (this.script === 'slow') return { phase: 'Progressing', message: 'more replicas need to be updated' };
    return status['pauseConditions'] === undefined
      ? promoted
      : { phase: 'Paused', message: 'CanaryPauseStep', controllerPause: true };
  }

  get rollout(): KubeObject | undefined {
    return this.kube.objects.get('Rollout prod/shop');
  }

  /** What a rollback gives back. */
  promised(): string {
    const config = this.kube.objects.get('ConfigMap prod/shop-config');
    const { labels, annotations } = this.rollout?.metadata ?? {};
    return canonical([labels, annotations, this.rollout?.['spec'], config?.['data']]);
  }

  /** What the action has left beside the release. */
  leftovers(): string[] {
    return [...this.kube.objects.keys()].filter((key) => key.includes('seatrial-'));
  }
}

function release(version: string): KubeObject[] {
  const container = {
    name: 'shop',
    image: `shop:${version}`,
    envFrom: [{ configMapRef: { name: 'shop-config' } }],
  };
  const steps = [{ setWeight: 20 }, { pause: {} }, { setWeight: 60 }];
  const metadata = { namespace: 'prod', labels: { app: 'shop' }, annotations: { note: version } };
  return [
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { ...metadata, name: 'shop-config' },
      data: { version },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { ...metadata, name: 'shop' },
      spec: { selector: { app: 'shop' }, ports: [{ port: 80 }] },
    },
    {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Rollout',
      metadata: { ...metadata, name: 'shop' },
      spec: {
        selector: { matchLabels: { app: 'shop' } },
        template: { metadata: { labels: { app: 'shop' } }, spec: { containers: [container] } },
        strategy: { canary: { steps } },
      },
    },
  ];
}

const canary = (
  shop: Shop,
  version: string,
  given: Readonly<Record<string, string>> = {},
  job = 'one',
): ReturnType<typeof lead> => lead(shop.kube, 'argo-rollouts', release(version), given, job);

/** A shop that runs v1. */
async function running(): Promise<Shop> {
  const shop = new Shop();
  expect((await canary(shop, 'v1')).outputs).toMatchObject({ verdict: 'promoted' });
  return shop;
}

test('a release that the controller promotes; the same again is nothing to do', async () => {
  const shop = await running();
  expect((await canary(shop, 'v2')).outputs).toMatchObject({ verdict: 'promoted', phase: '' });
  expect(textAt(shop.rollout, 'metadata', 'annotations', 'note')).toBe('v2');
  expect(shop.leftovers()).toEqual([]);
  // What is applied after the promotion leads to the new version, and does not lead back.
  const service = shop.kube.objects.get('Service prod/shop');
  const stable = at(shop.rollout, 'status', 'stableRS');
  expect(at(service, 'spec', 'selector', 'rollouts-pod-template-hash')).toBe(stable);
  expect(textAt(service, 'metadata', 'annotations', 'note')).toBe('v2');
  expect((await canary(shop, 'v2')).outputs).toMatchObject({ verdict: 'unchanged' });
});

test.each(['bad', 'late'] as const)('one that is %s is put back whole', async (script) => {
  const shop = await running();
  const before = shop.promised();
  shop.script = script;
  const { outputs } = await canary(shop, 'v2');
  expect(outputs).toMatchObject({ verdict: 'rolled-back', weight: '0', phase: '' });
  expect(outputs['reason']).toContain(script === 'bad' ? 'metric failed' : 'ProgressDeadlineExceeded');
  expect(shop.promised()).toBe(before);
  expect(shop.leftovers()).toEqual([]);
});

test('one that waits is held: for the job that left it, until another resumes, promotes or aborts it', async () => {
  const shop = await running();
  const before = shop.promised();
  shop.script = 'waits';
  expect((await canary(shop, 'v2')).outputs).toMatchObject({
    verdict: 'held',
    phase: 'holding',
    weight: '20',
  });
  expect((await canary(shop, 'v2', { mode: 'abort' })).outputs).toMatchObject({ verdict: 'held' });
  expect((await canary(shop, 'v2', { post: 'true' })).outputs).toMatchObject({ verdict: 'held' });
  expect((await canary(shop, 'v2', { mode: 'abort' }, 'two')).outputs).toMatchObject({ verdict: 'restored' });
  expect(shop.promised()).toBe(before);
  await canary(shop, 'v2');
  expect((await canary(shop, 'v2', { mode: 'resume' }, 'two')).outputs).toMatchObject({
    verdict: 'promoted',
  });
  await canary(shop, 'v3');
  expect((await canary(shop, 'v3', { mode: 'promote' }, 'two')).outputs).toMatchObject({
    verdict: 'promoted',
  });
  expect(shop.leftovers()).toEqual([]);
});

test('another release waits for the one under way, or takes its place; its end is no longer the older job’s', async () => {
  const shop = await running();
  const before = shop.promised();
  shop.script = 'waits';
  await canary(shop, 'v2', {}, 'older');
  const { thrown } = await canary(shop, 'v3', { 'max-runtime': '1s' }, 'newer');
  expect(thrown).toMatchObject({ message: expect.stringContaining('another release is under way') });
  const replaced = await canary(shop, 'v3', { 'on-newer-commit': 'replace' }, 'newer');
  expect(replaced.outputs).toMatchObject({ verdict: 'held' });
  expect((await canary(shop, 'v2', { post: 'true' }, 'older')).outputs).toMatchObject({
    verdict: 'unchanged',
  });
  expect(textAt(shop.rollout, 'metadata', 'annotations', 'note')).toBe('v3');
  expect((await canary(shop, 'v3', { mode: 'abort' }, 'third')).outputs).toMatchObject({
    verdict: 'restored',
  });
  expect(shop.promised()).toBe(before);
});

test('a run that is still watching makes room for a newer commit', async () => {
  const shop = await running();
  shop.script = 'slow';
  const older = canary(shop, 'v2', {}, 'older');
  while (shop.leftovers().length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  const kept = shop.kube.objects.get('ConfigMap prod/seatrial-before-shop');
  const asking = { ...kept?.metadata.annotations, 'seatrial.dev/asked-by': 'newer' };
  if (kept !== undefined) shop.kube.put({ ...kept, metadata: { ...kept.metadata, annotations: asking } });
  const { outputs } = await older;
  expect(outputs).toMatchObject({ verdict: 'restored' });
  expect(outputs['reason']).toContain('a newer commit takes its place');
  shop.script = 'good';
  const newer = await canary(shop, 'v3', { 'on-newer-commit': 'replace' }, 'newer');
  expect(newer.outputs).toMatchObject({ verdict: 'promoted' });
  expect(shop.leftovers()).toEqual([]);
}, 15_000);

test('what was kept before a release is of no use when the controller has promoted it without us', async () => {
  const shop = await running();
  shop.script = 'waits';
  await canary(shop, 'v2');
  const before = objectAt(shop.rollout, 'status');
  const { pauseConditions: _, ...status } = before;
  shop.kube.put({
    ...(shop.rollout ?? release('v2')[2] ?? never()),
    status: { ...status, phase: 'Healthy', stableRS: before['currentPodHash'] },
  });
  expect((await canary(shop, 'v2', { mode: 'abort' }, 'two')).outputs).toMatchObject({
    verdict: 'unchanged',
  });
  expect(textAt(shop.rollout, 'metadata', 'annotations', 'note')).toBe('v2');
});

function never(): never {
  throw new Error('never');
}
