import { expect, test } from '@jest/globals';
import { at, type JsonObject, objectAt } from '../../../actions/canary-promote/src/json.ts';
import { routeOf } from '../../../actions/canary-promote/src/route/route.ts';
import { stateOf } from '../../../actions/canary-promote/src/state/codec.ts';
import { type Operation, restoringPatch } from '../../../actions/canary-promote/src/watchdog/patch.ts';
import { attempt, type RouteName, routeKey, routeNames, shop } from './shop.ts';

/** Applies a JSON patch as the API server does; undefined when a test in it fails. */
function patched(object: JsonObject, operations: readonly Operation[]): JsonObject | undefined {
  const copy = structuredClone(object);
  for (const { op, path, value } of operations) {
    const keys = path
      .split('/')
      .slice(1)
      .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
    const last = keys.pop() ?? '';
    const parent = at(copy, ...keys);
    if (typeof parent !== 'object' || parent === null) return undefined;
    if (op === 'test' && JSON.stringify(Reflect.get(parent, last)) !== JSON.stringify(value))
      return undefined;
    if (op === 'remove') Reflect.deleteProperty(parent, last);
    if (op === 'add' || op === 'replace') Reflect.set(parent, last, value);
  }
  return copy;
}

function carrierOf(route: RouteName): string {
  return route === 'nginx' || route === 'pods' ? `${routeKey(route)}-canary` : routeKey(route);
}

test.each(['split', 'plain', ...routeNames] as const)(
  'on a route of the kind %s its patch gives all back from the state it is for, and from no other',
  async (name) => {
    for (let kill = 1; kill < 30; kill += 3) {
      const world = shop(name);
      await attempt(world, { mode: 'run', kill: { at: kill, when: 'after' } });
      const carrier = world.objects.get(carrierOf(name)) ?? {};
      const state = stateOf(carrier);
      if (state === undefined) continue;
      const route = routeOf(state.route, { name: 'shop', namespace: 'prod' }, state.isolation);
      const patch = restoringPatch(route, carrier, state);
      if (['replacing', 'undoing', 'returning', 'restoring'].includes(state.phase)) {
        expect(patch).toBeUndefined();
        continue;
      }
      const back = patched(carrier, patch ?? []);
      expect(stateOf(back)).toMatchObject({ phase: 'restoring', weight: 0 });
      world.put(objectAt({ back }, 'back'));
      world.observe();
      expect(world.violations).toEqual([]);
      const moved = {
        ...carrier,
        metadata: { ...objectAt(carrier, 'metadata'), annotations: { 'seatrial.dev/canary': 'x' } },
      };
      expect(patched(moved, patch ?? [])).toBeUndefined();
      world.time += 60_000;
      await attempt(world, { mode: 'reap' });
      expect(
        [...world.objects.keys()].filter((key) => /canary|before/.test(key) && !key.startsWith('Lease/')),
      ).toEqual([]);
    }
  },
);
