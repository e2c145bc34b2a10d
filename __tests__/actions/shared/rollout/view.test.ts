import { expect, test } from '@jest/globals';
import type { KubeObject } from '../../../../actions/shared/kube/types.ts';
import { refOf } from '../../../../actions/shared/kube/values.ts';
import { View } from '../../../../actions/shared/rollout/observe/view.ts';
import { World } from '../../../../actions/shared/rollout/world/world.ts';

const owned = (kind: string, uid: string, owner: string, status: object = {}): KubeObject => ({
  apiVersion: 'v1',
  kind,
  metadata: {
    name: uid,
    namespace: 'shop',
    uid,
    annotations: { 'deployment.kubernetes.io/revision': '1' },
    ownerReferences: [{ apiVersion: 'apps/v1', kind: 'Owner', name: owner, uid: owner, controller: true }],
  },
  spec: { containers: [{ name: 'app', image: 'app:1' }] },
  status,
});

function deployment(name: string, available: number): KubeObject {
  const counts = { replicas: 1, updatedReplicas: 1, availableReplicas: available };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name,
      namespace: 'shop',
      uid: name,
      generation: 1,
      annotations: { 'deployment.kubernetes.io/revision': '1' },
    },
    spec: { replicas: 1, template: { spec: { containers: [{ name: 'app', image: 'app:1' }] } } },
    status: { observedGeneration: 1, ...counts },
  };
}

/** Two Deployments with a pod each, and what is looked at anew. */
function watched() {
  const world = new World();
  const put = (object: KubeObject): void => world.take({ type: 'MODIFIED', object }, false);
  const apps = ['a', 'b'].map((name) => deployment(name, 0));
  // The pods are told first, as another watch may be quicker.
  for (const app of apps) {
    const { name = '' } = app.metadata;
    for (const object of [
      owned('Pod', `${name}-pod`, `${name}-set`),
      owned('ReplicaSet', `${name}-set`, name),
      app,
    ])
      put(object);
  }
  const targets = apps.map((app) => ({ ref: refOf(app), generation: 1 }));
  const view = new View(targets, world, { ready: [], failed: [] });
  const look = () => {
    const anew: string[] = [];
    const pending: boolean[] = [];
    const seen = view.look(({ workload, othersPending }) => {
      anew.push(workload.metadata.name ?? '');
      pending.push(othersPending);
    });
    return { anew, pending, seen };
  };
  return { world, put, look };
}

test('only what has changed is looked at anew: a workload, its pods, and events and logs about them', () => {
  const { world, put, look } = watched();
  expect(look().anew).toEqual(['a', 'b']);
  expect(look().anew).toEqual([]);
  put(owned('Pod', 'b-pod', 'b-set', { phase: 'Running' }));
  expect(look().anew).toEqual(['b']);
  put({
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name: 'e', namespace: 'shop', uid: 'e' },
    involvedObject: { kind: 'Pod', uid: 'a-pod' },
  });
  expect(look().anew).toEqual(['a']);
  world.learn('a-pod', 'app', { log: 'fatal' });
  expect(look().anew).toEqual(['a']);
  world.take({ type: 'DELETED', object: owned('Pod', 'b-pod', 'b-set') }, false);
  expect(look().anew).toEqual(['b']);
});

test('claims are nobody’s own, and that the last other workload is ready concerns each', () => {
  const { put, look } = watched();
  look();
  put({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'c', namespace: 'shop', uid: 'c' },
  });
  expect(look().anew).toEqual(['a', 'b']);
  put(deployment('a', 1));
  const { anew, pending, seen } = look();
  expect(anew).toEqual(['a', 'b']);
  expect(pending).toEqual([true, false]);
  // What is complete and has nothing to tell is not kept.
  expect(seen.map(({ facts }) => facts?.othersPending)).toEqual([undefined, false]);
});

test('a workload that is gone and comes again under its name is another one', () => {
  const { world, put, look } = watched();
  world.take({ type: 'DELETED', object: deployment('a', 0) }, false);
  expect(look().seen[0]).toMatchObject({ status: { complete: false, wanted: 0 }, facts: undefined });
  const again = deployment('a', 1);
  put({ ...again, metadata: { ...again.metadata, uid: 'a2' } });
  // Late news of the first one takes nothing away.
  world.take({ type: 'DELETED', object: deployment('a', 0) }, false);
  expect(look().seen[0]).toMatchObject({ status: { complete: true } });
});

test('pods of a Job that are taken away are known until their logs are read', () => {
  const world = new World();
  const job: KubeObject = {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'migrate', namespace: 'shop', uid: 'j' },
    status: {
      conditions: [{ type: 'FailureTarget', status: 'True', reason: 'DeadlineExceeded', message: 'm' }],
    },
  };
  const pod = owned('Pod', 'p', 'j');
  const ofJob: KubeObject = {
    ...pod,
    metadata: {
      ...pod.metadata,
      deletionTimestamp: '2026-01-01T00:00:00Z',
      ownerReferences: [{ apiVersion: 'batch/v1', kind: 'Job', name: 'migrate', uid: 'j', controller: true }],
    },
  };
  world.take({ type: 'ADDED', object: job }, false);
  world.take({ type: 'MODIFIED', object: ofJob }, false);
  const view = new View([{ ref: refOf(job), generation: 0 }], world, { ready: [], failed: [] });
  const taken: unknown[] = [];
  view.look((facts) => void taken.push(...facts.taken));
  expect(taken).toMatchObject([{ name: 'p', containers: [{ name: 'app', log: undefined }] }]);
  world.take({ type: 'DELETED', object: ofJob }, false);
  world.learn('p', 'app', { log: 'step 3 of 9\n' });
  const [seen] = view.look(() => undefined);
  expect(seen?.findings[0]).toMatchObject({ cause: 'job-failed' });
  expect(seen?.findings[0]?.evidence).toEqual([
    'Pod p: app ran when it was taken away',
    'log of app: step 3 of 9',
  ]);
});

test('an Argo Rollout that was degraded before and is left as it is has not failed by this release', () => {
  const world = new World();
  const rollout: KubeObject = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: { name: 'app', namespace: 'shop', uid: 'r', generation: 1 },
    spec: { replicas: 1 },
    status: { phase: 'Degraded', message: 'RolloutAborted: metric', observedGeneration: '1' },
  };
  world.take({ type: 'ADDED', object: rollout }, true);
  const certainties = (brokenBefore: boolean) =>
    new View([{ ref: refOf(rollout), generation: 1, brokenBefore }], world, { ready: [], failed: [] })
      .look(() => undefined)
      .flatMap(({ findings }) => findings.map(({ certainty }) => certainty));
  expect(certainties(false)).toEqual(['certain']);
  expect(certainties(true)).toEqual(['warning']);
});
