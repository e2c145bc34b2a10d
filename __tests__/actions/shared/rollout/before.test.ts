import { expect, test } from '@jest/globals';
import type { KubeObject } from '../../../../actions/shared/kube/types.ts';
import { diagnose } from '../../../../actions/shared/rollout/causes/all.ts';
import { factsOf } from '../../../../actions/shared/rollout/facts/facts.ts';
import { World } from '../../../../actions/shared/rollout/world/world.ts';

const revision = { 'deployment.kubernetes.io/revision': '2' };
const deployment: KubeObject = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'app', namespace: 'shop', uid: 'app', generation: 1, annotations: revision },
  spec: { replicas: 1, template: { spec: { containers: [{ name: 'app', image: 'app:1' }] } } },
  status: { observedGeneration: 1, replicas: 1, updatedReplicas: 1, availableReplicas: 0 },
};

function owned(kind: string, uid: string, owner: string, status: object, notes = {}): KubeObject {
  const ownerReferences = [
    { apiVersion: 'apps/v1', kind: 'Owner', name: owner, uid: owner, controller: true },
  ];
  return {
    apiVersion: 'v1',
    kind,
    metadata: { name: uid, namespace: 'shop', uid, annotations: notes, ownerReferences },
    spec: { containers: [{ name: 'app', image: 'app:1' }] },
    status,
  };
}

interface Run {
  readonly restarts: number;
  readonly ready?: boolean;
  readonly reason?: string;
}

/** A pod whose container runs and has ended before. */
function pod({ restarts, ready = true, reason = 'Error' }: Run): KubeObject {
  const ended = restarts > 0 ? { lastState: { terminated: { exitCode: 1, reason } } } : {};
  return owned('Pod', 'pod', 'new', {
    phase: 'Running',
    conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }],
    containerStatuses: [{ name: 'app', restartCount: restarts, ready, state: { running: {} }, ...ended }],
  });
}

const killing = (count: number): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Event',
  metadata: { name: 'killing', namespace: 'shop', uid: 'killing' },
  involvedObject: { kind: 'Pod', uid: 'pod', fieldPath: 'spec.containers{app}' },
  reason: 'Killing',
  message: 'Container app failed liveness probe, will be restarted',
  count,
});

const evicted = { phase: 'Failed', reason: 'Evicted', message: 'The node was low on resource: memory.' };

/** What is certain when these were there before we began, and these came since. */
function certain(before: readonly KubeObject[], since: readonly KubeObject[]): string[] {
  const world = new World();
  const all = [owned('ReplicaSet', 'new', 'app', {}, revision), deployment, ...before];
  for (const object of all) world.take({ type: 'ADDED', object }, true);
  for (const object of since) world.take({ type: 'MODIFIED', object }, false);
  return diagnose(factsOf(world, deployment, false))
    .filter(({ certainty }) => certainty === 'certain')
    .map(({ cause }) => cause);
}

test.each([
  ['ended weeks ago', [pod({ restarts: 3 })]],
  ['was killed for its memory once', [pod({ restarts: 1, reason: 'OOMKilled' })]],
  ['was restarted by its probe within the hour', [pod({ restarts: 1 }), killing(4)]],
  ['was restarted by its probe, and the event is known first', [killing(4), pod({ restarts: 1 })]],
  ['has twins that were thrown off the node', ['a', 'b'].map((uid) => owned('Pod', uid, 'new', evicted))],
])('a pod that is well and %s is none of this release’s doing', (_what, before) => {
  expect(certain(before, [])).toEqual([]);
});

test.each([
  ['ends twice', [pod({ restarts: 3 })], [pod({ restarts: 5, ready: false })], ['crash-loop']],
  ['ends once', [pod({ restarts: 3 })], [pod({ restarts: 4, ready: false })], []],
  [
    'is killed for its memory',
    [pod({ restarts: 3 })],
    [pod({ restarts: 4, reason: 'OOMKilled' })],
    ['oom-killed'],
  ],
  [
    'is restarted by its probe again',
    [pod({ restarts: 1 }), killing(4)],
    [pod({ restarts: 2, ready: false }), killing(5)],
    ['liveness-failing'],
  ],
])('a pod that was well and %s since we began', (_what, before, since, expected) => {
  expect(certain(before, since)).toEqual(expected);
});

test('a pod that was not well when we began is judged by all it did', () => {
  expect(certain([pod({ restarts: 3, ready: false })], [])).toEqual(['crash-loop']);
});

test('what an old ReplicaSet can’t make is no failure of the new one', () => {
  const conditions = [
    { type: 'ReplicaFailure', status: 'True', message: 'violates PodSecurity "restricted"' },
  ];
  const failing = { ...deployment, status: { observedGeneration: 1, replicas: 3, conditions } };
  const told = (set: object): string[] => {
    const world = new World();
    for (const object of [owned('ReplicaSet', 'new', 'app', set, revision), failing])
      world.take({ type: 'ADDED', object }, false);
    return diagnose(factsOf(world, failing, false)).map(({ cause }) => cause);
  };
  expect(told({})).toEqual([]);
  expect(told({ conditions })).toEqual(['admission-denied']);
});
