import { expect, test } from '@jest/globals';
import { adviceOn } from '../../../../actions/shared/manifests/advice.ts';
import { adviceOnBudgets } from '../../../../actions/shared/manifests/budgets.ts';
import { withStrategy } from '../../../../actions/shared/manifests/strategy.ts';
import type { Manifest } from '../../../../actions/shared/manifests/types.ts';
import { object } from '../../../support/rollout-world.ts';

const probe = (path: string) => ({ httpGet: { path, port: 8080 } });
const good = {
  name: 'app',
  ports: [{ containerPort: 8080 }],
  readinessProbe: probe('/ready'),
  livenessProbe: probe('/healthz'),
};

function deployment(container: object, more: object = {}): Manifest {
  const spec = { strategy: {}, template: { spec: { containers: [container] } }, ...more };
  return {
    object: object('Deployment', 'app', { spec }),
    file: 'a.yaml',
    placeOf: (path) => ({ file: 'a.yaml', line: path.length }),
  };
}
const said = (manifest: Manifest): string[] => adviceOn([manifest]).map(({ message }) => message);

test('a good Deployment gets no advice', () => expect(said(deployment(good))).toEqual([]));

test.each([
  ['no readiness probe', { ...good, readinessProbe: undefined }, 'has no readiness probe'],
  [
    'liveness asks what readiness asks',
    { ...good, livenessProbe: probe('/ready') },
    'all its pods are killed',
  ],
  [
    'a sleep longer than the grace period',
    { ...good, lifecycle: { preStop: { sleep: { seconds: 30 } } } },
    'it never ends by itself',
  ],
])('%s', (_, container, message) => {
  expect(said(deployment(container))).toEqual([expect.stringContaining(message)]);
});

test('all pods at once', () => {
  const strategy = { rollingUpdate: { maxUnavailable: '100%' } };
  expect(said(deployment(good, { strategy }))).toEqual([
    'maxUnavailable is 100%: every rollout is an outage',
  ]);
});

test('the strategy of the inputs takes the place of the one in the manifests, and only where it is set', () => {
  const unset = { type: undefined, maxSurge: undefined, maxUnavailable: undefined };
  const given = deployment(good, { strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 1 } } });
  const strategyOf = (strategy: Parameters<typeof withStrategy>[1]) =>
    withStrategy([given], strategy).map(({ object: { spec } }) => spec)[0];
  expect(strategyOf(unset)).toMatchObject({
    strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 1 } },
  });
  expect(strategyOf({ ...unset, maxUnavailable: '0%' })).toMatchObject({
    strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: '0%' } },
  });
  expect(strategyOf({ ...unset, type: 'Recreate' })).toMatchObject({ strategy: { type: 'Recreate' } });
  expect(strategyOf({ ...unset, type: 'Recreate' })).not.toMatchObject({ strategy: { rollingUpdate: {} } });
});

function budget(name: string, spec: object): Manifest {
  const selector = { matchLabels: { app: 'app' } };
  const whole = object('PodDisruptionBudget', name, { spec: { selector, ...spec } });
  return { object: whole, file: 'b.yaml', placeOf: (path) => ({ file: 'b.yaml', line: path.length }) };
}
const labelled = (replicas: number): Manifest =>
  deployment(good, {
    replicas,
    template: { metadata: { labels: { app: 'app' } }, spec: { containers: [good] } },
  });

test.each([
  [2, { minAvailable: 2 }, 'minAvailable 2 of 2 replicas'],
  [3, { minAvailable: '100%' }, 'minAvailable 100% of 3 replicas'],
  [2, { minAvailable: '51%' }, 'minAvailable 51% of 2 replicas'],
  [2, { maxUnavailable: 0 }, 'maxUnavailable 0 of 2 replicas'],
  [2, { minAvailable: 1 }, ''],
  [2, { maxUnavailable: 1 }, ''],
  [0, { minAvailable: 1 }, ''],
])('%i replicas under %j: %s', (replicas, spec, message) => {
  const told = adviceOnBudgets([labelled(replicas), budget('pdb', spec)]).map((one) => one.message);
  expect(told).toEqual(message === '' ? [] : [expect.stringContaining(message)]);
});

test('two budgets on one pod let nobody evict it', () => {
  const two = [labelled(2), budget('one', { maxUnavailable: 1 }), budget('two', { maxUnavailable: 1 })];
  expect(adviceOnBudgets(two)).toMatchObject([
    { message: expect.stringContaining('no pod with two budgets') },
  ]);
});
