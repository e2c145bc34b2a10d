import { expect, test } from '@jest/globals';
import type { KubeObject } from '../../../../actions/shared/kube/types.ts';
import { diagnose } from '../../../../actions/shared/rollout/causes/all.ts';
import { factsOf } from '../../../../actions/shared/rollout/facts/facts.ts';
import { isWorkload, statusOf } from '../../../../actions/shared/rollout/workload.ts';
import { World } from '../../../../actions/shared/rollout/world/world.ts';

function pod(status: object, spec: object = {}, generation = 1): KubeObject {
  const containers = [{ name: 'app', image: 'app:1' }];
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'app', namespace: 'shop', uid: 'p', generation },
    spec: { restartPolicy: 'Always', containers, ...spec },
    status,
  };
}
const ready = { conditions: [{ type: 'Ready', status: 'True' }], phase: 'Running' };
const ended = (exitCode: number, restartCount = 0): object => ({
  name: 'app',
  restartCount,
  state: { terminated: { exitCode, reason: exitCode === 0 ? 'Completed' : 'Error' } },
});

const waits = (restartCount: number): object => ({
  name: 'app',
  restartCount,
  state: { waiting: { reason: 'CrashLoopBackOff', message: 'back-off 10s restarting failed container' } },
  lastState: { terminated: { exitCode: 1, reason: 'Error' } },
});

test.each([
  ['ready', ready, true],
  ['that has ended well', { phase: 'Succeeded' }, true],
  ['that has just begun', { phase: 'Pending' }, false],
  ['whose kubelet has not seen the new image', { ...ready, observedGeneration: 1 }, false],
  ['that has failed', { phase: 'Failed' }, false],
])('a Pod of its own %s', (_what, status, complete) => {
  const object = pod(status, {}, 2);
  expect(isWorkload(object)).toBe(true);
  expect(statusOf(object)).toMatchObject({ complete, wanted: 1, said: expect.any(String) });
});

function findings(object: KubeObject): unknown[] {
  const world = new World();
  world.take({ type: 'ADDED', object }, false);
  return diagnose(factsOf(world, object, false)).map(({ cause, certainty, path }) => [
    cause,
    certainty,
    path.join('.'),
  ]);
}

test.each([
  [
    'a task that fails is not started again: certain the first time',
    { phase: 'Failed', containerStatuses: [ended(3)] },
    { restartPolicy: 'Never' },
    [['crash-loop', 'certain', 'spec.containers.0']],
  ],
  [
    'a task that has ended well',
    { phase: 'Succeeded', containerStatuses: [ended(0)] },
    { restartPolicy: 'Never' },
    [],
  ],
  [
    'a service that ends, also well, for the second time',
    { phase: 'Running', containerStatuses: [ended(0, 1)] },
    {},
    [['crash-loop', 'certain', 'spec.containers.0']],
  ],
  [
    'a service that waits after its second end, which no restart has counted yet',
    { phase: 'Running', containerStatuses: [waits(1)] },
    {},
    [['crash-loop', 'certain', 'spec.containers.0']],
  ],
  [
    'a service that waits after its first end',
    { phase: 'Running', containerStatuses: [waits(0)] },
    {},
    [['crash-loop', 'suspected', 'spec.containers.0']],
  ],
  [
    'one that is past its deadline',
    {
      phase: 'Failed',
      reason: 'DeadlineExceeded',
      message: 'Pod was active on the node longer than the specified deadline',
      containerStatuses: [ended(137)],
    },
    { activeDeadlineSeconds: 5 },
    [['job-failed', 'certain', 'spec.activeDeadlineSeconds']],
  ],
  [
    'one the node has thrown off: nobody makes it anew',
    { phase: 'Failed', reason: 'Evicted', message: 'The node was low on resource: memory.' },
    {},
    [['evicted', 'certain', '']],
  ],
  [
    'one that no node takes',
    {
      phase: 'Pending',
      conditions: [
        { type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message: 'x node selector' },
      ],
    },
    { nodeSelector: { disk: 'ssd' } },
    [['unschedulable', 11_000, 'spec.nodeSelector']],
  ],
])('%s', (_what, status, spec, expected) => {
  expect(findings(pod(status, spec))).toEqual(expected);
});

const bound = { type: 'PodScheduled', status: 'True' };

test.each([
  ['a scheduler that nobody has heard of', { schedulerName: 'absent' }, {}, 11_000],
  ['a node that is written into the pod', { nodeName: 'absent' }, {}, 11_000],
  ['the default scheduler, which every cluster has', {}, {}, 'suspected'],
  ['a scheduler that has looked at other pods', { schedulerName: 'own' }, {}, 'suspected'],
  ['a node that the scheduler has chosen', { nodeName: 'busy' }, { conditions: [bound] }, 'suspected'],
])('nothing is said about a pod by %s', (_who, spec, status, certainty) => {
  const world = new World();
  const other = pod({ phase: 'Running', conditions: [bound] }, { schedulerName: 'own' });
  world.take(
    { type: 'ADDED', object: { ...other, metadata: { ...other.metadata, name: 'b', uid: 'b' } } },
    true,
  );
  const object = pod({ phase: 'Pending', ...status }, spec);
  world.take({ type: 'ADDED', object }, false);
  const found = diagnose(factsOf(world, object, false)).map((finding) => [finding.cause, finding.certainty]);
  expect(found).toEqual([['unschedulable', certainty]]);
});
