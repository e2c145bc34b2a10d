import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { RouteLease } from '../../../actions/canary-promote/src/cluster/lease.ts';
import { isLater } from '../../../actions/canary-promote/src/job.ts';
import { myTurn, type Turn } from '../../../actions/canary-promote/src/turn.ts';
import { attempt, shop } from './shop.ts';
import { Process, type World } from './world.ts';

const job = (run: number): string => `https://github.com/a/b/actions/runs/${run}/attempts/1#production`;
const target = { kind: 'VirtualService', name: 'shop' } as const;

/** A shop on whose route a run of the job 20 is at work, by its Lease. */
async function busyShop(): Promise<{ world: World; process: Process; lease: RouteLease }> {
  const world = shop('split');
  await attempt(world, { mode: 'run', job: job(20), kill: { at: 8, when: 'after' } });
  const process = new Process(world);
  const lease = new RouteLease(
    process,
    { route: target, namespace: 'prod', owner: job(20) },
    () => world.time,
  );
  await lease.take();
  return { world, process, lease };
}

function turnOf(process: Process, changes: Partial<Turn> = {}): Turn {
  return {
    opened: { cluster: process, namespace: 'prod' },
    clock: process.clock,
    signal: new AbortController().signal,
    log: () => undefined,
    sought: { route: undefined, workload: 'shop' },
    job: job(30),
    onNewerCommit: 'queue',
    deadline: Number.POSITIVE_INFINITY,
    ...changes,
  };
}

test('a run queues until the one at work is gone', async () => {
  const { world, process, lease } = await busyShop();
  const lines: string[] = [];
  const begun = world.time;
  const clock = {
    now: process.clock.now,
    pause: async (ms: number) => {
      await process.clock.pause(ms);
      if (world.time - begun > 10_000) await lease.release();
    },
  };
  await myTurn(turnOf(process, { clock, log: (line) => lines.push(line) }));
  expect(world.time - begun).toBeGreaterThan(10_000);
  expect(lines).toEqual([
    expect.stringContaining('Waiting: another run (https://github.com/a/b/actions/runs/20/'),
  ]);
});

test.each(['queue', 'replace'] as const)('an older run is told so, also with %s', async (onNewerCommit) => {
  const { process } = await busyShop();
  await expect(myTurn(turnOf(process, { job: job(19), onNewerCommit }))).rejects.toThrow(
    'a newer commit is being rolled out already (https://github.com/a/b/actions/runs/20/',
  );
});

test('waiting has an end', async () => {
  const { world, process } = await busyShop();
  await expect(myTurn(turnOf(process, { deadline: world.time + 6000 }))).rejects.toThrow(
    'was at work on this route until max-runtime was over',
  );
});

test('a dead run is not waited for', async () => {
  const { world, process } = await busyShop();
  world.time += 60_000;
  await myTurn(turnOf(process, { deadline: 0 }));
});

test.each([
  [job(21), job(20), true],
  [job(20), job(21), false],
  [job(20), job(20), false],
  ['local-1', job(20), false],
])('%s is later than %s: %s', (one, other, expected) => {
  expect(isLater(one, other)).toBe(expected);
});

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

test('who holds the Lease hears that it is asked for, and goes on giving signs of life', async () => {
  const { world, process, lease } = await busyShop();
  const asked: string[] = [];
  lease.keep({
    onTrouble: (error) => expect(error).toBeUndefined(),
    onAsked: async (by) => void asked.push(by),
  });
  const other = new RouteLease(
    process,
    { route: target, namespace: 'prod', owner: 'other' },
    () => world.time,
  );
  await other.ask(job(30));
  for (let i = 0; i < 6; i += 1) {
    world.time += 2000;
    await jest.advanceTimersByTimeAsync(2000);
  }
  expect(new Set(asked)).toEqual(new Set([job(30)]));
  world.time += 35_000;
  expect(await other.look()).toMatchObject({ liveness: 'live', owner: job(20) });
  await lease.release();
  expect(await other.look()).toMatchObject({ liveness: 'free' });
});
