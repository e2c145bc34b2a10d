import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { at } from '../../../actions/canary-promote/src/json.ts';
import { mayFollow, phases } from '../../../actions/canary-promote/src/state/state.ts';
import {
  type Attempt,
  attempt,
  config,
  deployment,
  type RouteName,
  routeKey,
  routeNames,
  shop,
} from './shop.ts';
import { imageOf, promised, transitions, type World } from './world.ts';

/** Everything of the canary is gone, the route is as it was, and one whole version takes all traffic. */
function expectWhole(world: World, versions: readonly string[]): void {
  const { route } = world;
  const fresh = shop(route);
  expect(world.violations).toEqual([]);
  const leftovers = [...world.objects.keys()].filter((key) => /canary|before|baseline/.test(key));
  expect(leftovers.filter((key) => !key.startsWith('Lease/'))).toEqual([]);
  const key = routeKey(route);
  if (route !== 'pods') expect(promised(world.objects.get(key))).toEqual(promised(fresh.objects.get(key)));
  const workload = world.objects.get('Deployment/shop');
  const version = imageOf(workload);
  expect(versions).toContain(version);
  expect(at(workload, 'status', 'versions')).toEqual([version]);
  const plain = version.replace('shop:', '');
  expect(at(workload, 'spec')).toEqual(at(deployment(plain, route), 'spec'));
  expect(at(world.objects.get('ConfigMap/shop-config'), 'data')).toEqual(at(config(plain), 'data'));
  expect(world.objects.has('Secret/shop-new')).toBe(plain !== 'v1');
}

/** Ways a canary can go; between them they take every transition of the state machine. */
const ways: Readonly<Record<string, { attempt: Partial<Attempt>; broken?: string; end: string[] }>> = {
  promoted: { attempt: {}, end: ['shop:v2'] },
  'failed at the second step': { attempt: { verdicts: ['pass', 'fail'] }, end: ['shop:v1', 'shop:v2'] },
  'not enough evidence, rolled back': {
    attempt: { verdicts: ['not-enough-evidence'] },
    end: ['shop:v1', 'shop:v2'],
  },
  'cancelled at the first step': { attempt: { cancelAt: 0 }, end: ['shop:v1', 'shop:v2'] },
  'sick from the start': { attempt: {}, broken: 'shop-canary shop:v2', end: ['shop:v1', 'shop:v3'] },
  'healthy as canary only': { attempt: {}, broken: 'shop shop:v2', end: ['shop:v1', 'shop:v3'] },
};

/** What may come after a run that was killed. */
const successors: Readonly<Record<string, Attempt>> = {
  'the same release again': { mode: 'run', version: 'v2' },
  'a newer release': { mode: 'run', version: 'v3' },
  'an abort': { mode: 'abort' },
  'the reaper': { mode: 'reap' },
};

const everything = process.env['SEATRIAL_TEST_ALL'] === '1';

// Every write × both sides of it × every successor: half a minute of computing for each of these two routes. Without it
// each write is still killed at on every kind of route below, with the successors taking turns.
if (everything) {
  describe.each(['split', 'plain'] as const)('on a %s route', (route) => {
    describe.each(Object.entries(ways))('a canary that is %s', (_, way) => {
      test.each(Object.entries(successors))('can die at any write: %s mends it', async (__, successor) => {
        const writes = await writesOf(route, way);
        expect(writes).toBeGreaterThan(5);
        for (let kill = 0; kill < writes; kill += 1) {
          for (const when of ['before', 'after'] as const) {
            const world = shop(route);
            if (way.broken !== undefined) world.broken.add(way.broken);
            const first = await attempt(world, { mode: 'run', ...way.attempt, kill: { at: kill, when } });
            // The last write frees the Lease, which also expires by itself: that it failed changes nothing.
            if (kill < writes - 1) expect(first.result).toBe('killed');
            world.time += 60_000;
            await attempt(world, successor);
            expectWhole(world, [...way.end, 'shop:v1', 'shop:v3']);
          }
        }
      });
    });
  });
}

describe.each(routeNames)('on a route of the kind %s', (route) => {
  test.each(Object.entries(ways))(
    'a canary that is %s can die at any write: the next one mends it',
    async (_, way) => {
      const writes = await writesOf(route, way);
      const all = Object.values(successors);
      for (let kill = 0; kill < writes; kill += 1) {
        const when = kill % 2 === 0 ? 'after' : 'before';
        const world = shop(route);
        if (way.broken !== undefined) world.broken.add(way.broken);
        await attempt(world, { mode: 'run', ...way.attempt, kill: { at: kill, when } });
        world.time += 60_000;
        await attempt(world, all[Math.floor(kill / 2) % all.length] ?? { mode: 'abort' });
        expectWhole(world, [...way.end, 'shop:v1', 'shop:v3']);
      }
    },
  );
});

async function writesOf(route: RouteName, way: (typeof ways)[string]): Promise<number> {
  const world = shop(route);
  if (way.broken !== undefined) world.broken.add(way.broken);
  const { writes } = await attempt(world, { mode: 'run', ...way.attempt });
  expectWhole(world, [...way.end, 'shop:v1']);
  return writes;
}

test.each(['promote', 'resume', 'abort'] as const)(
  'a held canary survives the death of the run that was told to %s it',
  async (mode) => {
    const held = async (): Promise<World> => {
      const world = shop('plain');
      await attempt(world, { mode: 'run', verdicts: ['not-enough-evidence'], onNotEnough: 'hold' });
      return world;
    };
    const { writes } = await attempt(await held(), { mode });
    for (let kill = 0; kill < writes; kill += 1) {
      for (const when of ['before', 'after'] as const) {
        const world = await held();
        await attempt(world, { mode, kill: { at: kill, when } });
        world.time += 60_000;
        await attempt(world, { mode: 'abort' });
        expectWhole(world, ['shop:v1', 'shop:v2']);
      }
    }
  },
);

test('several deaths in a row, of any kind of run, still end well', async () => {
  const kill = fc.record({
    at: fc.integer({ min: 0, max: 25 }),
    when: fc.constantFrom('before' as const, 'after' as const),
  });
  const run = fc.record({
    mode: fc.constantFrom(
      'run' as const,
      'abort' as const,
      'reap' as const,
      'resume' as const,
      'promote' as const,
    ),
    version: fc.constantFrom('v2', 'v3'),
    verdicts: fc.array(fc.constantFrom('pass' as const, 'fail' as const, 'not-enough-evidence' as const), {
      maxLength: 2,
    }),
    onNotEnough: fc.constantFrom('rollback' as const, 'hold' as const, 'promote' as const),
    kill,
  });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('split' as const, 'plain' as const, ...routeNames),
      fc.array(run, { minLength: 1, maxLength: 5 }),
      fc.boolean(),
      async (route, runs, brokenToo) => {
        const world = shop(route);
        if (brokenToo) world.broken.add('shop shop:v3');
        for (const one of runs) {
          await attempt(world, one);
          world.time += 60_000;
        }
        await attempt(world, { mode: 'abort' });
        expectWhole(world, ['shop:v1', 'shop:v2', 'shop:v3']);
      },
    ),
    { numRuns: 400, seed: 20261124 },
  );
});

test('between them these tests have taken every transition of the state machine', () => {
  const arrows = phases.flatMap((from) =>
    phases.filter((to) => mayFollow(from, to)).map((to) => `${from} > ${to}`),
  );
  expect(arrows.filter((arrow) => !transitions.has(arrow))).toEqual([]);
  const known = [...arrows, ' > preparing', 'returning > ', 'restoring > '];
  expect([...transitions].filter((seen) => !known.includes(seen))).toEqual([]);
});
