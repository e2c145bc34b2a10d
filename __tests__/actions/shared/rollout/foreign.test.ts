import { expect, test } from '@jest/globals';
import type { KubeObject } from '../../../../actions/shared/kube/types.ts';
import { foreignHand } from '../../../../actions/shared/rollout/observe/foreign.ts';
import { World } from '../../../../actions/shared/rollout/world/world.ts';

const ref = { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'app' };

function app(image: string, generation: number, manager = 'seatrial', replicas = 1): KubeObject {
  const fieldsV1 = { 'f:spec': { 'f:template': {}, 'f:replicas': {} } };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: 'app',
      namespace: 'shop',
      uid: 'u',
      generation,
      managedFields: [{ manager, operation: 'Update', time: `2026-01-01T00:00:0${generation}Z`, fieldsV1 }],
    },
    spec: { replicas, template: { spec: { containers: [{ name: 'app', image }] } } },
  };
}

const target = { ref, generation: 2, written: app('app:2', 2) };

function seen(...objects: readonly KubeObject[]): World {
  const world = new World();
  for (const object of objects) world.take({ type: 'MODIFIED', object }, false);
  return world;
}

test('another image by another hand is told with the manager and left to it', () => {
  const found = foreignHand(target, seen(app('app:2', 2), app('app:1', 3, 'hotfix')));
  expect(found).toMatchObject({ cause: 'field-conflict', certainty: 'certain', foreign: true });
  expect(found?.message).toBe('hotfix has put another image into Deployment shop/app during this rollout');
});

test('replicas and annotations are for others to change; what we wrote ourselves is ours', () => {
  expect(foreignHand(target, seen(app('app:2', 2)))).toBeUndefined();
  expect(foreignHand(target, seen(app('app:2', 3, 'hpa', 5)))).toBeUndefined();
  expect(foreignHand({ ref, generation: 2 }, seen(app('app:1', 3)))).toBeUndefined();
});

test('a state from before our write says nothing', () => {
  expect(foreignHand(target, seen(app('app:1', 1)))).toBeUndefined();
  expect(foreignHand(target, seen())).toBeUndefined();
});

test('a deletion is told', () => {
  const world = seen(app('app:2', 2));
  world.take({ type: 'DELETED', object: app('app:2', 2) }, false);
  expect(foreignHand(target, world)).toMatchObject({ cause: 'field-conflict', foreign: true });
});

test('the hand that changes replicas up and down is remembered, an apply of ours is not', () => {
  const applied = app('app:2', 4, 'seatrial', 9);
  const ours = { ...applied, metadata: { ...applied.metadata, managedFields: [] } };
  const world = seen(app('app:2', 2), app('app:2', 3, 'keda', 3), ours, app('app:2', 5, 'keda', 1));
  expect(world.scalingsOf('u')).toEqual([
    { from: 1, to: 3, manager: 'keda' },
    { from: 9, to: 1, manager: 'keda' },
  ]);
});
