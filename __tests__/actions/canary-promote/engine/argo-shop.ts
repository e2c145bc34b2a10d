import type { KubeObject } from '../../../../actions/shared/kube/types.ts';
import { at, canonical, objectAt } from '../../../../actions/shared/kube/values.ts';
import { FakeKube } from '../../../support/fake-kube.ts';
import { lead } from './lead.ts';

type Script = 'good' | 'bad' | 'late' | 'waits' | 'slow';

/** A cluster in memory in which Argo Rollouts has always just been at work. */
export class Shop {
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
      canary: { currentBackgroundAnalysisRunStatus: { name: 'shop-failures' } },
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

export function release(version: string): KubeObject[] {
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

export const canary = (
  shop: Shop,
  version: string,
  given: Readonly<Record<string, string>> = {},
  job = 'one',
): ReturnType<typeof lead> => lead(shop.kube, 'argo-rollouts', release(version), given, job);

/** A shop that runs v1. */
export async function running(): Promise<Shop> {
  const shop = new Shop();
  const { outputs } = await canary(shop, 'v1');
  if (outputs['verdict'] !== 'promoted') throw new Error(`no shop: ${outputs['reason']}`);
  return shop;
}
