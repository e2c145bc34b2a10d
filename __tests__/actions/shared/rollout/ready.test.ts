import { expect, test } from '@jest/globals';
import { KubeError } from '../../../../actions/shared/kube/errors.ts';
import type { Kube, KubeObject } from '../../../../actions/shared/kube/types.ts';
import {
  customFindings,
  customStatus,
  degraded,
  isAwaited,
  oldPodsLeft,
} from '../../../../actions/shared/rollout/ready/custom.ts';
import { meets, parseRule, type Rules } from '../../../../actions/shared/rollout/ready/rules.ts';
import { statusOf } from '../../../../actions/shared/rollout/workload.ts';
import { object, rolloutWorld } from '../../../support/rollout-world.ts';

const none: Rules = { ready: [], failed: [] };

function kafka(status: object, generation = 2): KubeObject {
  return {
    apiVersion: 'kafka.strimzi.io/v1',
    kind: 'Kafka',
    metadata: { name: 'events', namespace: 'shop', generation },
    status,
  };
}
const condition = (type: string, status: string, message = '') => ({ type, status, reason: 'R', message });

test.each([
  ['Kafka.kafka.strimzi.io: condition=Ready', { conditions: [condition('Ready', 'True')] }, true],
  ['Kafka.kafka.strimzi.io: condition=Ready', { conditions: [condition('Ready', 'False')] }, false],
  [
    'Kafka.kafka.strimzi.io: condition=Degraded:False',
    { conditions: [condition('Degraded', 'False')] },
    true,
  ],
  ['Kafka.kafka.strimzi.io: .status.phase=Running', { phase: 'Running' }, true],
  ['Kafka.kafka.strimzi.io: .status.phase != Pending', { phase: 'Running' }, true],
  ['Kafka.kafka.strimzi.io: .status.phase!=Pending', {}, false],
  ['Kafka.kafka.strimzi.io: .status.nodes[0].ready>=3', { nodes: [{ ready: 3 }] }, true],
  ['Kafka.kafka.strimzi.io: .status.nodes[0].ready>=3', { nodes: [{ ready: 2 }] }, false],
])('%s with %j: %s', (raw, status, expected) => {
  const rule = parseRule(raw);
  expect(rule.kind).toBe('Kafka.kafka.strimzi.io');
  expect(meets(kafka(status), rule.test)).toBe(expected);
  expect(customStatus(kafka(status), { ready: [rule], failed: [] }).complete).toBe(expected);
});

test.each(['Kafka', 'Kafka: Ready', 'kafka.strimzi.io: condition=Ready', 'Kafka.x: .status.phase'])(
  'the rule %j is refused',
  (raw) => expect(() => parseRule(raw)).toThrow('Kind.group: condition=Ready'),
);

test.each([
  ['no status: nobody reports', {}, true],
  ['ready', { observedGeneration: 2, conditions: [condition('Ready', 'True')] }, true],
  ['not ready', { conditions: [condition('Ready', 'False')] }, false],
  ['an older generation', { observedGeneration: 1, conditions: [condition('Ready', 'True')] }, false],
  ['still at it', { conditions: [condition('Ready', 'True'), condition('Reconciling', 'True')] }, false],
])('by convention: %s', (_, status, complete) => {
  expect(customStatus(kafka(status), none).complete).toBe(complete);
});

test('a controller that has given up ends it, in its own words', () => {
  const stalled = { observedGeneration: 2, conditions: [condition('Stalled', 'True', 'no such bucket')] };
  expect(customFindings(kafka(stalled), none)).toMatchObject([
    { cause: 'resource-failed', certainty: 'certain', message: expect.stringContaining('no such bucket') },
  ]);
  const failed = [parseRule('Kafka.kafka.strimzi.io: .status.phase=Error')];
  expect(customFindings(kafka({ phase: 'Error' }), { ready: [], failed })).toHaveLength(1);
  expect(customFindings(kafka({ phase: 'Error' }), none)).toEqual([]);
});

test('custom kinds are awaited, those of Kubernetes only with a rule', () => {
  expect(isAwaited(kafka({}), none)).toBe(true);
  expect(isAwaited({ apiVersion: 'apps/v1', kind: 'Deployment' }, none)).toBe(false);
  expect(isAwaited({ apiVersion: 'v1', kind: 'ConfigMap' }, none)).toBe(false);
  expect(isAwaited({ apiVersion: 'networking.k8s.io/v1', kind: 'Ingress' }, none)).toBe(false);
  const rules = { ready: [parseRule('Ingress.networking.k8s.io: .status.phase=x')], failed: [] };
  expect(isAwaited({ apiVersion: 'networking.k8s.io/v1', kind: 'Ingress' }, rules)).toBe(true);
});

const rollout = (status: object): KubeObject => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Rollout',
  metadata: { name: 'app', namespace: 'shop', generation: 3 },
  spec: { replicas: 2 },
  status: { observedGeneration: '3', replicas: 2, updatedReplicas: 2, availableReplicas: 2, ...status },
});

test('an Argo Rollout is complete when its controller says healthy of this generation, and failed when degraded', () => {
  expect(statusOf(rollout({ phase: 'Healthy' })).complete).toBe(true);
  expect(statusOf(rollout({ phase: 'Progressing' })).complete).toBe(false);
  expect(statusOf(rollout({ phase: 'Healthy', observedGeneration: '2' })).complete).toBe(false);
  expect(degraded(rollout({ phase: 'Degraded', message: 'RolloutAborted: metric "errors"' }))).toMatchObject([
    { cause: 'resource-failed', message: 'the Rollout is degraded: RolloutAborted: metric "errors"' },
  ]);
  expect(degraded(rollout({ phase: 'Healthy' }))).toEqual([]);
});

test('pods that stay old by strategy are told beside the success', () => {
  const set = object('DaemonSet', 'agent', { spec: { updateStrategy: { type: 'OnDelete' } } });
  const status = { desiredNumberScheduled: 3, updatedNumberScheduled: 1, numberAvailable: 3 };
  const live = { ...set, apiVersion: 'apps/v1', status };
  expect(statusOf(live).complete).toBe(true);
  expect(oldPodsLeft(live, statusOf(live))).toMatchObject([{ cause: 'old-pods-left', certainty: 'warning' }]);
});

test('a custom resource is awaited in a rollout, and where it may not be watched it is left alone', async () => {
  const { kube, roll } = rolloutWorld();
  const slow = {
    ...kafka({ conditions: [condition('Ready', 'False', 'broker 1 is starting')] }),
    spec: { brokers: 1 },
  };
  kube.onWrite = (written) =>
    written.kind === 'Kafka'
      ? { ...written, status: { conditions: [condition('Ready', 'False')] } }
      : undefined;
  const late = await roll([slow], { rules: none, timeout: 300, onFailure: 'keep' });
  expect(late).toMatchObject({ verdict: 'failed', findings: [{ cause: 'progress-deadline' }] });
  expect(late.findings[0]?.message).toContain('Ready False');
  expect(await roll([{ ...slow, spec: { brokers: 2 } }])).toMatchObject({ verdict: 'healthy' });
  const refuse = (): AsyncGenerator<never> => {
    throw new KubeError('may not watch', { status: 403, reason: 'Forbidden' });
  };
  kube.watch = () => ({ [Symbol.asyncIterator]: refuse });
  const ruled = { ready: [parseRule('Kafka.kafka.strimzi.io: condition=Ready')], failed: [] };
  expect(await roll([{ ...slow, spec: { brokers: 3 } }], { rules: none })).toMatchObject({
    verdict: 'healthy',
  });
  expect(await roll([{ ...slow, spec: { brokers: 4 } }], { rules: ruled })).toMatchObject({
    verdict: 'undone',
    findings: [{ cause: 'forbidden' }],
  });
});

test('a CronJob is written and runs at its times', async () => {
  const { roll } = rolloutWorld();
  const spec = { schedule: '0 3 * * *', jobTemplate: { spec: { template: { spec: { containers: [] } } } } };
  expect(await roll([object('CronJob', 'nightly', { spec })])).toMatchObject({
    verdict: 'healthy',
    findings: [],
  });
});

test('a workload whose definition comes with it: its pods are watched from the beginning, itself from then on', async () => {
  const definition = {
    ...object('CustomResourceDefinition', 'rollouts.argoproj.io', {
      spec: { group: 'argoproj.io', names: { kind: 'Rollout' }, versions: [{ name: 'v1alpha1' }] },
    }),
    metadata: { name: 'rollouts.argoproj.io' },
  };
  const canary = {
    ...object('Rollout', 'app', { spec: { replicas: 1 } }),
    apiVersion: 'argoproj.io/v1alpha1',
  };
  const world = (may: boolean) => {
    const { kube, roll } = rolloutWorld();
    const watched: string[] = [];
    const { resource, watch } = kube;
    const isThere = () => kube.objects.has('CustomResourceDefinition /rollouts.argoproj.io');
    kube.resource = async (apiVersion, kind) =>
      kind === 'Rollout' && !isThere() ? undefined : resource(apiVersion, kind);
    kube.watch = ((apiVersion, kind, options, signal) => {
      watched.push(`${isThere() ? 'late' : 'early'} ${kind}`);
      if (kind === 'Rollout' && !may) throw new KubeError('may not', { status: 403, reason: 'Forbidden' });
      return watch(apiVersion, kind, options, signal);
    }) satisfies Kube['watch'];
    kube.onWrite = (written) => {
      if (written.kind === 'Rollout') {
        const counts = { replicas: 1, updatedReplicas: 1, availableReplicas: 1, phase: 'Healthy' };
        return { ...written, status: { ...counts, observedGeneration: written.metadata.generation } };
      }
      return written.kind === 'CustomResourceDefinition'
        ? { ...written, status: { conditions: [condition('Established', 'True')] } }
        : undefined;
    };
    return { roll: () => roll([definition, canary], { rules: none }), watched, kube };
  };
  const good = world(true);
  expect(await good.roll()).toMatchObject({ verdict: 'healthy', workloads: [{ ready: 1 }] });
  expect(good.watched.sort()).toEqual([
    'early Event',
    'early Pod',
    'early ReplicaSet',
    'late CustomResourceDefinition',
    'late Rollout',
  ]);
  const blind = await world(false).roll();
  expect(blind).toMatchObject({
    verdict: 'undone',
    findings: [{ cause: 'forbidden', ref: { name: 'app' } }],
  });
});
