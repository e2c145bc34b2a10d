import { expect, test } from '@jest/globals';
import type { KubeObject } from '../../../../actions/shared/kube/types.ts';
import { type Finding, ranked } from '../../../../actions/shared/rollout/finding.ts';
import { Lasting } from '../../../../actions/shared/rollout/observe/lasting.ts';
import { statusOf } from '../../../../actions/shared/rollout/workload.ts';

function workload(kind: string, spec: object, status: object, generation = 2): KubeObject {
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name: 'app', namespace: 'shop', generation },
    spec,
    status,
  };
}

const deployed = { observedGeneration: 2, replicas: 3, updatedReplicas: 3, availableReplicas: 3 };

test.each([
  ['all new and available', deployed, true],
  ['of an older generation', { ...deployed, observedGeneration: 1 }, false],
  ['with an old pod', { ...deployed, replicas: 4 }, false],
  ['with a pod that is not available', { ...deployed, availableReplicas: 2 }, false],
  ['with a pod to come', { ...deployed, replicas: 2, updatedReplicas: 2, availableReplicas: 2 }, false],
])('a Deployment %s', (_what, status, complete) => {
  expect(statusOf(workload('Deployment', { replicas: 3 }, status)).complete).toBe(complete);
});

test('ready pods of an old revision are not taken for new ones', () => {
  const status = { observedGeneration: 2, replicas: 2, updatedReplicas: 1, availableReplicas: 1 };
  expect(statusOf(workload('Deployment', { replicas: 1 }, status))).toMatchObject({
    updated: 1,
    ready: 0,
    old: 1,
  });
});

test.each([
  [
    'all of one revision',
    { replicas: 2, availableReplicas: 2, updatedReplicas: 2, currentRevision: 'b', updateRevision: 'b' },
    {},
    true,
  ],
  [
    'on its way back to a revision that it had never left for good',
    { replicas: 2, availableReplicas: 2, updatedReplicas: 1, currentRevision: 'a', updateRevision: 'a' },
    {},
    false,
  ],
  [
    'half way',
    { replicas: 2, availableReplicas: 2, updatedReplicas: 1, currentRevision: 'a', updateRevision: 'b' },
    {},
    false,
  ],
  [
    'up to its partition',
    { replicas: 2, availableReplicas: 2, updatedReplicas: 1, currentRevision: 'a', updateRevision: 'b' },
    { type: 'RollingUpdate', rollingUpdate: { partition: 1 } },
    true,
  ],
  [
    'that is updated by hand',
    { replicas: 2, availableReplicas: 2, currentRevision: 'a', updateRevision: 'b' },
    { type: 'OnDelete' },
    true,
  ],
])('a StatefulSet %s', (_what, status, updateStrategy, complete) => {
  const object = workload(
    'StatefulSet',
    { replicas: 2, updateStrategy },
    { observedGeneration: 2, ...status },
  );
  expect(statusOf(object).complete).toBe(complete);
});

test('a DaemonSet is complete when every node has an available new pod', () => {
  const status = {
    observedGeneration: 2,
    desiredNumberScheduled: 2,
    updatedNumberScheduled: 2,
    numberAvailable: 2,
  };
  expect(statusOf(workload('DaemonSet', {}, status)).complete).toBe(true);
  expect(statusOf(workload('DaemonSet', {}, { ...status, updatedNumberScheduled: 1 })).complete).toBe(false);
});

function finding(given: Partial<Finding>): Finding {
  const ref = { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'app' };
  return {
    cause: 'crash-loop',
    certainty: 'suspected',
    ref,
    message: '',
    evidence: [],
    fix: '',
    path: [],
    ...given,
  };
}

test('the root comes before its consequences, and one cause on one container is told once, at its surest', () => {
  const told = ranked([
    finding({ cause: 'readiness-failing', certainty: 'certain', container: 'app' }),
    finding({ cause: 'crash-loop', container: 'app', message: 'first pod' }),
    finding({ cause: 'crash-loop', certainty: 'certain', container: 'app', message: 'second pod' }),
    finding({ cause: 'oom-killed', container: 'side' }),
  ]);
  expect(told.map(({ cause, message }) => [cause, message])).toEqual([
    ['oom-killed', ''],
    ['crash-loop', 'second pod'],
    ['readiness-failing', ''],
  ]);
});

test('a finding becomes certain by lasting, and begins anew after a break', () => {
  const lasting = new Lasting();
  const found = finding({ certainty: 1000 });
  const certainty = (now: number, ...findings: Finding[]) =>
    lasting.judge(findings, now).findings[0]?.certainty;
  expect(certainty(0, found)).toBe(1000);
  expect(lasting.judge([found], 400).next).toBe(1000);
  expect(certainty(1000, found)).toBe('certain');
  lasting.judge([], 1100);
  expect(certainty(1200, found)).toBe(1000);
  expect(certainty(2199, found)).toBe(1000);
  expect(certainty(2200, found)).toBe('certain');
});
