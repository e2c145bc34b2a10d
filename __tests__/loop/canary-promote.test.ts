import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { numberAt, textAt } from '../../actions/shared/kube/values.ts';
import { leftovers, openShop, promised, type Shop } from './canary/bed.ts';
import { service } from './canary/manifests.ts';

const good = { errorRate: 0, latency: '2ms' };
const bad = { errorRate: 0.5, latency: '2ms' };
/** Requests per second; enough for evidence within seconds, little enough for a machine that is shared. */
const rate = 40;
const minutes = 60_000;

let shop: Shop;
let v1: string;
let v2: string;

beforeAll(async () => {
  shop = await openShop('promote');
  v1 = await shop.release({ version: 'v1', ...good });
  v2 = await shop.release({ version: 'v2', ...good });
  const first = await (await shop.start({ manifests: v1 })).finished;
  expect({ ...first.outputs, stdout: first.stdout }).toMatchObject({ verdict: 'promoted' });
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
    const running = await shop.start({ manifests: v1 });
    await running.said(/^shifting: 40 %/);
    expect(await weight()).toBe(40);
    const other = await (await shop.start({ manifests: v2 }, '2')).finished;
    expect(other.outputs).toMatchObject({ verdict: 'refused' });
    expect(other.outputs['reason']).toContain('is at work on this route: shifting, 40 % on the canary');
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

test.each([
  ['the post step', /^shifting: 40 %/],
  ['an abort of the same job', /^shifting: 40 %/],
  ['the post step', /^replacing: 100 %/],
] as const)(
  'after a kill, %s restores exactly what was (killed at %s)',
  async (who, moment) => {
    const before = await promised(shop);
    const users = shop.traffic(rate);
    const running = await shop.start({ manifests: v1 });
    await running.said(moment);
    running.kill('SIGKILL');
    await running.finished;
    const mend =
      who === 'the post step' ? await shop.post() : await shop.start({ mode: 'abort', manifests: v1 });
    const { code, stdout } = await mend.finished;
    await users.stop();
    expect({ code, stdout }).toMatchObject({ code: 0 });
    expect([...users.answers.keys()].sort()).toEqual(['v1 200', 'v2 200']);
    expect(await promised(shop)).toBe(before);
    expect(await leftovers(shop)).toEqual([]);
    expect(textAt(await shop.get('configmap', 'shop-config'), 'data', 'VERSION')).toBe('v2');
  },
  5 * minutes,
);

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
