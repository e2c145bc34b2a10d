import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { numberAt, textAt } from '../../actions/shared/kube/values.ts';
import type { StubRun } from '../support/run-action.ts';
import { leftovers, openShop, promised, type Shop } from './canary/bed.ts';
import { service } from './canary/manifests.ts';

const good = { errorRate: 0, latency: '2ms' };
const bad = { errorRate: 0.5, latency: '2ms' };
/** Requests per second; enough for evidence within seconds, little enough for a machine that is shared. */
const rate = 40;
const minutes = 60_000;
/** The full matrix (`npm run test:all`), or one that stands for it. */
const everything = process.env['SEATRIAL_TEST_ALL'] === '1';

let shop: Shop;
let v1: string;
let v2: string;

beforeAll(async () => {
  shop = await openShop('promote');
  v1 = await shop.release({ version: 'v1', ...good });
  v2 = await shop.release({ version: 'v2', ...good });
  const first = await (await shop.start({ manifests: v1 })).finished;
  expect({ ...first.outputs, stdout: first.stdout }).toMatchObject({ verdict: 'promoted' });
  await shop.answers();
}, 5 * minutes);

afterAll(() => shop.end(), minutes);

/** Weight of the canary on the route. */
async function weight(): Promise<number> {
  const text = await shop.kubectl(
    'get',
    'virtualservice',
    service,
    '--output=jsonpath={.spec.http[0].route[1].weight}',
  );
  return Number(text);
}

test(
  'a good release is promoted without one failed request',
  async () => {
    const users = shop.traffic(rate);
    const result = await (await shop.start({ manifests: v2 })).finished;
    await users.stop();
    expect({ ...result.outputs, stdout: result.stdout }).toMatchObject({
      verdict: 'promoted',
      weight: '0',
      phase: '',
    });
    expect([...users.answers.keys()].sort()).toEqual(['v1 200', 'v2 200']);
    expect(await leftovers(shop)).toEqual([]);
    expect(textAt(await shop.get('configmap', 'shop-config'), 'data', 'VERSION')).toBe('v2');
    expect(result.record).toMatchObject({
      canary: { verdict: 'promoted', steps: [{ weight: 40, verdict: 'pass' }] },
    });
  },
  5 * minutes,
);

test(
  'the same release again is unchanged',
  async () => {
    const before = numberAt(await shop.get('deployment', service), 'metadata', 'generation');
    const result = await (await shop.start({ manifests: v2 })).finished;
    expect(result.outputs).toMatchObject({ verdict: 'unchanged' });
    expect(numberAt(await shop.get('deployment', service), 'metadata', 'generation')).toBe(before);
  },
  minutes,
);

test(
  'a bad release is rolled back within a minute of its first bad answer, and all is as before',
  async () => {
    const manifests = await shop.release({ version: 'v3', ...bad });
    const before = await promised(shop);
    const users = shop.traffic(rate);
    const running = await shop.start({ manifests });
    await running.said(/^restoring: 0 %/);
    const found = Date.now();
    const result = await running.finished;
    await users.stop();
    expect({ ...result.outputs, stdout: result.stdout }).toMatchObject({
      verdict: 'rolled-back',
      weight: '0',
    });
    expect(result.code).toBe(1);
    expect(result.outputs['reason']).toMatch(/^failures: canary/);
    expect(found - (users.firstFailure() ?? 0)).toBeLessThan(60_000);
    // Only the bad version's own answers failed.
    expect([...users.answers.keys()].sort()).toEqual(['v2 200', 'v3 200', 'v3 500']);
    expect(await promised(shop)).toBe(before);
    expect(await leftovers(shop)).toEqual([]);
  },
  5 * minutes,
);

test(
  'a cancelled job gives all traffic back within seven seconds',
  async () => {
    const before = await promised(shop);
    const users = shop.traffic(rate);
    // Long enough for the refused run beside it, however slow the machine is.
    const running = await shop.start({ manifests: v1, 'min-step-duration': '60s' });
    await running.said(/^shifting: 40 %/);
    expect(await weight()).toBe(40);
    const older = await (await shop.start({ manifests: v2, 'on-newer-commit': 'replace' }, '0')).finished;
    expect(older.outputs).toMatchObject({ verdict: 'refused' });
    expect(older.stdout).toContain('a newer commit is being rolled out already');
    const cancelled = Date.now();
    running.kill('SIGINT');
    await running.said(/^restoring: 0 %/);
    expect(await weight()).toBe(0);
    expect(Date.now() - cancelled).toBeLessThan(3000);
    const result = await running.finished;
    expect(Date.now() - cancelled).toBeLessThan(7000);
    expect(result.outputs).toMatchObject({ verdict: 'restored', weight: '0' });
    await (await shop.post()).finished;
    await users.stop();
    expect([...users.answers.keys()].sort()).toEqual(['v1 200', 'v2 200']);
    expect(await promised(shop)).toBe(before);
    expect((await leftovers(shop)).filter((name) => !name.startsWith('pod/'))).toEqual([]);
  },
  5 * minutes,
);

/** Moments of a canary's life by what the log says, and who comes after a death in it; the first stands for all. */
const deaths: readonly (readonly [string, string, number])[] = [
  ['the post step', 'shifting', 40],
  ['an abort of the same job', 'preparing', 0],
  ['the reaper', 'shifting', 40],
  ['an abort of the same job', 'full', 100],
  ['the post step', 'replacing', 100],
  ['an abort of the same job', 'replacing', 100],
  ['the reaper', 'full', 100],
];

test.each(everything ? deaths : deaths.slice(0, 1))(
  '%s restores exactly what was after a kill while %s at %i %%',
  async (who, phase, share) => {
    const before = await promised(shop);
    const users = shop.traffic(rate);
    const running = await shop.start({ manifests: v1 });
    await running.said(new RegExp(`^${phase}: ${share} %`));
    running.kill('SIGKILL');
    await running.finished;
    const { code, stdout } = await (await mender(who, phase)).finished;
    await users.stop();
    expect({ code, stdout }).toMatchObject({ code: 0 });
    expect([...users.answers.keys()].filter((answer) => answer !== 'v1 200')).toEqual(['v2 200']);
    expect(await promised(shop)).toBe(before);
    expect(await leftovers(shop)).toEqual([]);
    expect(textAt(await shop.get('configmap', 'shop-config'), 'data', 'VERSION')).toBe('v2');
  },
  5 * minutes,
);

/** The reaper belongs to no job of the canary: it waits until the Lease has expired. */
async function mender(who: string, phase: string): Promise<StubRun> {
  if (who === 'the post step') return shop.post();
  if (who !== 'the reaper') return shop.start({ mode: 'abort', manifests: v1 });
  for (;;) {
    const { outputs } = await (await shop.start({ mode: 'status', manifests: v1 }, 'watcher')).finished;
    expect(outputs['phase']).toBe(phase);
    const reaper = await shop.start({ mode: 'reap', manifests: v1 }, 'reaper');
    const { stdout } = await reaper.finished;
    if (!stdout.includes('is at work on this route')) return reaper;
    await setTimeout(3000);
  }
}

test(
  'the next run of the same release goes on where a killed one stopped',
  async () => {
    const users = shop.traffic(rate);
    const first = await shop.start({ manifests: v1 });
    await first.said(/^replacing: 100 %/);
    first.kill('SIGKILL');
    await first.finished;
    const result = await (await shop.start({ manifests: v1 })).finished;
    await users.stop();
    expect({ ...result.outputs, stdout: result.stdout }).toMatchObject({ verdict: 'promoted' });
    expect(result.outputs['reason']).toContain('ended while it was replacing');
    expect([...users.answers.keys()].sort()).toEqual(['v1 200', 'v2 200']);
    expect(await leftovers(shop)).toEqual([]);
  },
  5 * minutes,
);

/** In the states of the way back as well: the canary is rolled back, or its version is sick as stable. */
const backward: readonly (readonly [RegExp, Parameters<Shop['release']>[0]])[] = [
  [/^restoring: 0 %/, { version: 'v3', ...bad }],
  [/^undoing: 100 %/, { version: 'v4', ...good, sick: true }],
];

if (everything) {
  test.each(backward)(
    'a kill at %s: the post step finishes the way back',
    async (moment, version) => {
      const manifests = await shop.release(version);
      const before = await promised(shop);
      const users = shop.traffic(rate);
      const running = await shop.start({ manifests, timeout: '20s', 'allow-older': 'true' });
      await running.said(moment);
      running.kill('SIGKILL');
      await running.finished;
      const { code, stdout } = await (await shop.post()).finished;
      await users.stop();
      expect({ code, stdout }).toMatchObject({ code: 0 });
      expect(await promised(shop)).toBe(before);
      expect(await leftovers(shop)).toEqual([]);
      expect([...users.answers.keys()].filter((answer) => answer.startsWith('none'))).toEqual([]);
    },
    5 * minutes,
  );
}

const atTheEnd: Parameters<typeof test> = [
  'a death while the canary is cleared away: all users stay on the new version, and what is not applied is told',
  async () => {
    const users = shop.traffic(rate);
    const running = await shop.start({ manifests: v2 });
    await running.said(/^returning: 0 %/);
    running.kill('SIGKILL');
    await running.finished;
    const result = await (await shop.start({ mode: 'abort', manifests: v2 })).finished;
    await users.stop();
    expect(result.outputs).toMatchObject({ verdict: 'failed', weight: '0' });
    expect(result.outputs['reason']).toContain('the rest of the manifests could not be applied');
    expect([...users.answers.keys()].sort()).toEqual(['v1 200', 'v2 200']);
    expect(await leftovers(shop)).toEqual([]);
    expect(textAt(await shop.get('configmap', 'shop-config'), 'data', 'VERSION')).toBe('v2');
  },
  5 * minutes,
];
if (everything) test(...atTheEnd);
