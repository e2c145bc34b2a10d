import { expect, test } from '@jest/globals';
import { ConflictError, KubeError } from '../../../../actions/shared/kube/errors.ts';
import type { Kube, KubeObject } from '../../../../actions/shared/kube/types.ts';
import { textAt } from '../../../../actions/shared/kube/values.ts';
import { deleteBlockingPods } from '../../../../actions/shared/rollout/observe/unblock.ts';
import { World } from '../../../../actions/shared/rollout/world/world.ts';
import { rolloutWorld } from '../../../support/rollout-world.ts';

const set = (strategy: object): KubeObject => ({
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: { name: 'db', namespace: 'shop', uid: 'set', generation: 1 },
  spec: { replicas: 3, updateStrategy: strategy },
  status: { observedGeneration: 1, updateRevision: 'new' },
});

const pod = (ordinal: number, ready: boolean): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name: `db-${ordinal}`,
    namespace: 'shop',
    uid: `pod-${ordinal}`,
    labels: { 'controller-revision-hash': 'old' },
    ownerReferences: [
      { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'db', uid: 'set', controller: true },
    ],
  },
  status: { conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }] },
});

const emptyFacts = {
  pods: [],
  claims: [],
  events: [],
  replicaFailure: undefined,
  deadlineExceeded: false,
  othersPending: false,
  leaving: 0,
  held: [],
  scalings: [],
  taken: [],
};

/** Pods 0 and 2 were never ready, pod 1 was. */
function blocked() {
  const { kube, setting } = rolloutWorld();
  const world = new World();
  for (const one of [pod(0, false), pod(1, true), pod(1, false), pod(2, false)])
    world.take({ type: 'ADDED', object: one }, true);
  for (const ordinal of [0, 1, 2]) kube.put(pod(ordinal, false));
  const free = (strategy: object = {}) =>
    deleteBlockingPods([{ ...emptyFacts, workload: set(strategy) }], world, setting);
  return { kube, free };
}

test('a StatefulSet pod is deleted only when it blocks: to be replaced, and never ready since we look', async () => {
  const deleted = async (strategy: object): Promise<string[]> => {
    const { kube, free } = blocked();
    expect(await free(strategy)).toEqual([]);
    return kube.writes.filter((write) => write.startsWith('delete'));
  };
  expect(await deleted({})).toEqual(['delete Pod shop/db-0', 'delete Pod shop/db-2']);
  expect(await deleted({ rollingUpdate: { partition: 2 } })).toEqual(['delete Pod shop/db-2']);
  expect(await deleted({ type: 'OnDelete' })).toEqual([]);
});

test('a pod that may not be deleted is told with the permission; one that another has replaced is none of ours', async () => {
  const { kube, free } = blocked();
  kube.before = (call) => {
    if (call === 'delete Pod shop/db-0')
      throw new KubeError('pods "db-0" is forbidden', { status: 403, reason: 'Forbidden' });
    if (call === 'delete Pod shop/db-2') throw new ConflictError('another uid', { reason: 'Conflict' });
  };
  const findings = await free();
  expect(findings).toMatchObject([
    { cause: 'forbidden', certainty: 'suspected', ref: { kind: 'StatefulSet', name: 'db' } },
  ]);
  expect(findings[0]?.evidence).toEqual(['pods "db-0" is forbidden']);
  expect(findings[0]?.fix).toContain('`delete` on `pods`');
});

test('a rollout that may not delete the pod in its way ends like every other that fails: told, and undone', async () => {
  const { kube, roll } = rolloutWorld();
  const db: KubeObject = {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'db', namespace: 'shop' },
    spec: { replicas: 1, image: 'v1' },
  };
  kube.onWrite = (written) => {
    if (written.kind !== 'StatefulSet') return undefined;
    const { generation } = written.metadata;
    const healthy = written['spec'] !== undefined && JSON.stringify(written['spec']).includes('v1');
    const [now, counts] = healthy
      ? ['old', { replicas: 1, availableReplicas: 1 }]
      : ['new', { replicas: 1, availableReplicas: 0 }];
    const revisions = { currentRevision: 'old', updateRevision: now };
    return { ...written, status: { ...counts, ...revisions, observedGeneration: generation } };
  };
  kube.put({ ...db, metadata: { ...db.metadata, uid: 'set' } });
  kube.put(pod(0, false));
  kube.before = (call) => {
    if (call === 'delete Pod shop/db-0')
      throw new KubeError('pods "db-0" is forbidden', { status: 403, reason: 'Forbidden' });
  };
  const result = await roll([{ ...db, spec: { replicas: 1, image: 'v2' } }], { timeout: 300 });
  expect(result).toMatchObject({ verdict: 'undone', findings: [{ cause: 'forbidden' }] });
  expect(kube.objects.get('StatefulSet shop/db')).toMatchObject({ spec: { image: 'v1' } });
});

test('that it may not delete pods is told before, where a StatefulSet may need it', async () => {
  const { kube, roll } = rolloutWorld();
  const create: Kube['create'] = kube.create;
  kube.create = async (object, options) => {
    if (object.kind !== 'SelfSubjectAccessReview') return create(object, options);
    const asked = ['verb', 'resource'].map((field) => textAt(object, 'spec', 'resourceAttributes', field));
    return { ...object, status: { allowed: !['* *', 'delete pods'].includes(asked.join(' ')) } };
  };
  const { plan } = await roll([{ ...set({}), metadata: { name: 'db', namespace: 'shop' } }], {
    dryRun: true,
  });
  expect(plan?.warnings).toMatchObject([{ cause: 'forbidden', certainty: 'warning' }]);
  expect(plan?.warnings[0]?.message).toBe(
    'this account may not: delete pods in shop. The rollout goes on with less safety: a StatefulSet that a broken pod of an older revision blocks stays so',
  );
});
