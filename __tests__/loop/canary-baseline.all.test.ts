import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { numberAt } from '../../actions/shared/kube/values.ts';
import { expectOutputs, leftovers, openShop, promised, type Shop } from './canary/bed.ts';
import { service } from './canary/manifests.ts';

// Compared with fresh pods of the running version, which share the stable traffic through the real mesh.
const good = { errorRate: 0, latency: '2ms' };
const minutes = 60_000;
const fresh = { 'fresh-baseline': 'true', metrics: 'http' };

let shop: Shop;
let v1: string;
let v2: string;

beforeAll(async () => {
  shop = await openShop('baseline', 'plain');
  v1 = await shop.release({ version: 'v1', ...good });
  v2 = await shop.release({ version: 'v2', ...good });
  const first = await (await shop.start({ manifests: v1 })).finished;
  expectOutputs(first, { verdict: 'promoted' });
  await shop.answers();
}, 5 * minutes);

afterAll(() => shop.end(), minutes);

async function baselines(): Promise<string[]> {
  const names = await shop.kubectl('get', 'deployments,pods', '--output=name');
  return names.split('\n').filter((name) => name.includes('-baseline'));
}

test(
  'a good release is promoted against a fresh baseline, without one failed request and nothing left',
  async () => {
    const users = shop.traffic(60);
    const running = await shop.start({ manifests: v2, ...fresh }, '1001');
    await running.said(/^shifting: 40 %/);
    const canary = await shop.get('deployment', `${service}-canary`);
    const baseline = await shop.get('deployment', `${service}-baseline`);
    expect(numberAt(baseline, 'spec', 'replicas')).toBe(numberAt(canary, 'spec', 'replicas'));
    const result = await running.finished;
    await users.stop();
    expectOutputs(result, { verdict: 'promoted', phase: '' });
    expect(result.stdout).toContain('against fresh pods of the running version');
    expect([...users.answers.keys()].sort()).toEqual(['v1 200', 'v2 200']);
    expect([...(await leftovers(shop)), ...(await baselines())]).toEqual([]);
  },
  4 * minutes,
);

test(
  'after a kill the post step takes canary and baseline away',
  async () => {
    const before = await promised(shop);
    const users = shop.traffic(40);
    const running = await shop.start({ manifests: v1, 'allow-older': 'true', ...fresh }, '1002');
    await running.said(/^shifting: 40 %/);
    running.kill('SIGKILL');
    await running.finished;
    const { code, stdout } = await (await shop.post('1002')).finished;
    await users.stop();
    expect({ code, stdout }).toMatchObject({ code: 0 });
    expect(await promised(shop)).toBe(before);
    expect([...(await leftovers(shop)), ...(await baselines())]).toEqual([]);
    expect([...users.answers.keys()].filter((answer) => !answer.endsWith(' 200'))).toEqual([]);
  },
  4 * minutes,
);
