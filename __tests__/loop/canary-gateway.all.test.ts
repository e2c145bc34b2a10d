import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { expectOutputs, leftovers, openShop, promised, type Shop } from './canary/bed.ts';
import { applyCrds } from './canary/crds.ts';
import { applyText } from './canary/engines/controller.ts';
import { meshGateway, meshNamespace } from './canary/manifests.ts';

// Gateway API on the real mesh: istiod reads the HTTPRoute, tells its status, and Envoy splits by its weights.
const run = promisify(execFile);
const good = { errorRate: 0, latency: '2ms' };
const minutes = 60_000;

let shop: Shop;
let v2: string;

beforeAll(async () => {
  await applyCrds();
  shop = await openShop('gateway', 'mesh-gateway');
  const given = { namespace: shop.namespace, host: shop.host, port: shop.bed.gatewayPort };
  await applyText(shop.bed, meshNamespace, meshGateway(given));
  const v1 = await shop.release({ version: 'v1', ...good });
  v2 = await shop.release({ version: 'v2', ...good });
  const first = await (await shop.start({ manifests: v1 })).finished;
  expectOutputs(first, { verdict: 'promoted' });
  const accepted = '--for=jsonpath={.status.parents[0].conditions[?(@.type=="Accepted")].status}=True';
  await shop.kubectl('wait', accepted, 'httproute/shop', '--timeout=60s');
  await shop.answers();
}, 5 * minutes);

afterAll(async () => {
  const gateway = ['delete', 'services,gateways.gateway.networking.k8s.io', shop.namespace];
  await run(shop.bed.kubectl, [
    '--kubeconfig',
    shop.bed.kubeconfig,
    '--namespace',
    meshNamespace,
    ...gateway,
  ]);
  await shop.end();
}, minutes);

test(
  'a good release is promoted through an HTTPRoute without one failed request',
  async () => {
    const users = shop.traffic(40);
    const running = await shop.start({ manifests: v2 }, '1001');
    await running.said(/^shifting: 40 %/);
    const result = await running.finished;
    await users.stop();
    expectOutputs(result, { verdict: 'promoted', phase: '' });
    expect([...users.answers.keys()].sort()).toEqual(['v1 200', 'v2 200']);
    expect(await leftovers(shop)).toEqual([]);
  },
  3 * minutes,
);

test(
  'a bad one is rolled back, and the route is exactly what it was',
  async () => {
    const before = await promised(shop, 'httproute');
    const bad = await shop.release({ version: 'v3', errorRate: 0.4, latency: '2ms' });
    const users = shop.traffic(40);
    const result = await (await shop.start({ manifests: bad }, '1002')).finished;
    await users.stop();
    expectOutputs(result, { verdict: 'rolled-back' });
    expect(await promised(shop, 'httproute')).toBe(before);
    expect(await leftovers(shop)).toEqual([]);
  },
  3 * minutes,
);
