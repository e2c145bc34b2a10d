import { expect, test } from '@jest/globals';
import type { KubeObject } from '../../../../actions/shared/kube/types.ts';
import { World } from '../../../../actions/shared/rollout/world/world.ts';

const owner = { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'app', uid: 'set', controller: true };

function pod(image: string, generation?: number, phase = 'Pending', owned = true): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: 'app-1',
      namespace: 'shop',
      uid: 'p',
      managedFields: [{ manager: 'kubelet' }],
      ...(generation === undefined ? {} : { generation }),
      ...(owned ? { ownerReferences: [owner] } : {}),
    },
    spec: {
      containers: [{ name: 'app', image }],
      tolerations: [{ key: 'a' }],
      volumes: [
        { name: 'token', projected: { sources: [] } },
        { name: 'data', persistentVolumeClaim: { claimName: 'data' } },
      ],
    },
    status: {
      phase,
      podIP: '10.0.0.1',
      conditions: [{ type: 'Ready', status: 'False', lastTransitionTime: '2026-01-01T00:00:00Z' }],
      containerStatuses: [{ name: 'app', restartCount: 2, imageID: 'sha256:0' }],
    },
  };
}

function seen(...pods: KubeObject[]): KubeObject | undefined {
  const world = new World();
  for (const object of pods) world.take({ type: 'MODIFIED', object }, false);
  return world.find({ apiVersion: 'v1', kind: 'Pod', namespace: 'shop', name: 'app-1' });
}

const spec = (image: string): object => ({
  containers: [{ name: 'app', image }],
  volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }],
});

test('of a pod that belongs to a workload only what a cause may look at is kept', () => {
  expect(seen(pod('a', 1))).toMatchObject({ spec: spec('a'), status: { phase: 'Pending' } });
  expect(seen(pod('a', 1))?.['status']).toEqual({
    phase: 'Pending',
    conditions: [{ type: 'Ready', status: 'False' }],
    containerStatuses: [{ name: 'app', restartCount: 2 }],
    initContainerStatuses: [],
  });
  expect(seen(pod('a', 1))?.metadata).toEqual({
    name: 'app-1',
    namespace: 'shop',
    uid: 'p',
    generation: 1,
    ownerReferences: [owner],
  });
});

test('its spec is kept once as long as its generation is the same, and its status always as it came', () => {
  const first = pod('a', 1);
  const world = new World();
  world.take({ type: 'ADDED', object: first }, false);
  const before = world.all('Pod')[0]?.['spec'];
  world.take({ type: 'MODIFIED', object: pod('a', 1, 'Running') }, false);
  expect(world.all('Pod')[0]?.['spec']).toBe(before);
  expect(world.all('Pod')[0]).toMatchObject({ status: { phase: 'Running' } });
});

test.each([
  ['another generation', pod('a', 1), pod('b', 2)],
  ['servers that count none', pod('a'), pod('b')],
])('a changed spec is taken over: %s', (_what, before, after) => {
  expect(seen(before, after)).toMatchObject({ spec: spec('b') });
});

test('the node that a pod is given to is no new generation, and is known', () => {
  const given = pod('a', 1);
  const bound = { ...given, spec: { ...spec('a'), nodeName: 'n' } };
  expect(seen(given, bound)).toMatchObject({ spec: { nodeName: 'n' } });
});

test('a Pod of its own is kept whole', () => {
  expect(seen(pod('a', 1, 'Pending', false))?.['spec']).toEqual(pod('a')['spec']);
});
