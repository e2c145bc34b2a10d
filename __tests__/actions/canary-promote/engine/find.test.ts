import { expect, test } from '@jest/globals';
import { findEngine } from '../../../../actions/canary-promote/src/engine/find.ts';
import type { KubeObject } from '../../../../actions/shared/kube/types.ts';
import { FakeKube } from '../../../support/fake-kube.ts';

const named = (kind: string, name: string, spec: object = {}): KubeObject => ({
  apiVersion:
    kind === 'Canary' ? 'flagger.app/v1beta1' : kind === 'Rollout' ? 'argoproj.io/v1alpha1' : 'apps/v1',
  kind,
  metadata: { name, namespace: 'prod' },
  spec,
});
const canaryOf = (target: string, name = target): KubeObject =>
  named('Canary', name, { targetRef: { kind: 'Deployment', name: target } });

async function found(
  engine: 'argo-rollouts' | 'flagger',
  objects: readonly KubeObject[],
  more: {
    readonly live?: readonly KubeObject[];
    readonly workload?: string;
    readonly without?: boolean;
  } = {},
): Promise<string> {
  const kube = new FakeKube();
  for (const object of more.live ?? []) kube.put(object);
  if (more.without === true) kube.resource = async () => undefined;
  const sought = { kube, namespace: 'prod', objects, workload: more.workload };
  const { lead, workload } = await findEngine(engine, sought);
  return `${lead.kind}/${lead.name} of ${workload.kind}/${workload.name}`;
}

test('a Rollout: the only one, the one named, one of the cluster; its workload is itself or what it refers to', async () => {
  const referring = named('Rollout', 'shop', { workloadRef: { kind: 'Deployment', name: 'pods' } });
  expect(await found('argo-rollouts', [named('Rollout', 'shop')])).toBe('Rollout/shop of Rollout/shop');
  expect(await found('argo-rollouts', [referring])).toBe('Rollout/shop of Deployment/pods');
  const two = [named('Rollout', 'a'), named('Rollout', 'b')];
  expect(await found('argo-rollouts', two, { workload: 'b' })).toBe('Rollout/b of Rollout/b');
  expect(await found('argo-rollouts', [], { live: two, workload: 'a' })).toBe('Rollout/a of Rollout/a');
  await expect(found('argo-rollouts', two)).rejects.toThrow('the manifests have 2 Rollouts (a, b)');
  await expect(found('argo-rollouts', [], { workload: 'c' })).rejects.toThrow('there is no Rollout c');
});

test('a Canary: of the Deployment that is meant, in the manifests or in the cluster', async () => {
  const shop = named('Deployment', 'shop');
  expect(await found('flagger', [shop, canaryOf('shop')])).toBe('Canary/shop of Deployment/shop');
  expect(await found('flagger', [shop], { live: [canaryOf('shop')] })).toBe('Canary/shop of Deployment/shop');
  const two = [shop, named('Deployment', 'other'), canaryOf('shop')];
  expect(await found('flagger', two)).toBe('Canary/shop of Deployment/shop');
  await expect(found('flagger', [shop])).rejects.toThrow('no Canary of Flagger has the Deployment shop');
  const twice = { live: [canaryOf('shop', 'a'), canaryOf('shop', 'b')] };
  await expect(found('flagger', [shop], twice)).rejects.toThrow('several Canaries');
});

test('a controller that the cluster does not know', async () => {
  await expect(found('flagger', [], { without: true })).rejects.toThrow('Flagger is not installed there');
});
