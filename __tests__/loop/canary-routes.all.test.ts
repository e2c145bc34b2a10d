import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type JsonObject,
  listAt,
  numberAt,
  objectAt,
  textAt,
} from '../../actions/canary-promote/src/json.ts';
import { leftovers, openShop, promised, type Shop } from './canary/bed.ts';
import { applyCrds } from './canary/crds.ts';
import { type Style, service } from './canary/manifests.ts';

const good = { errorRate: 0, latency: '2ms' };
const minutes = 60_000;

async function opened(style: Style): Promise<{ shop: Shop; v1: string; v2: string; address: string }> {
  const shop = await openShop(style, style);
  const v1 = await shop.release({ version: 'v1', ...good });
  const v2 = await shop.release({ version: 'v2', ...good });
  const first = await (await shop.start({ manifests: v1 })).finished;
  expect({ ...first.outputs, stdout: first.stdout }).toMatchObject({ verdict: 'promoted' });
  const address = `http://${textAt(await shop.get('service', service), 'spec', 'clusterIP')}`;
  await shop.answers(address);
  return { shop, v1, v2, address };
}

describe('by the number of pods, without mesh or gateway', () => {
  let shop: Shop;
  let v2: string;
  let address: string;
  beforeAll(async () => {
    ({ shop, v2, address } = await opened('pods'));
  }, 5 * minutes);
  afterAll(() => shop.end(), minutes);

  const inputs = { route: `Deployment/${service}`, metrics: 'http' };

  test(
    'a good release is promoted without one failed request',
    async () => {
      const users = shop.traffic(40, address);
      const running = await shop.start({ ...inputs, manifests: v2 }, '1001');
      await running.said(/^shifting: 40 %/);
      const canary = await shop.get('deployment', `${service}-canary`);
      expect(numberAt(canary, 'spec', 'replicas')).toBe(1);
      const result = await running.finished;
      await users.stop();
      expect({ ...result.outputs, stdout: result.stdout }).toMatchObject({ verdict: 'promoted', phase: '' });
      expect([...users.answers.keys()].sort()).toEqual(['v1 200', 'v2 200']);
      expect(await leftovers(shop)).toEqual([]);
    },
    5 * minutes,
  );

  test(
    'after a kill the post step takes the canary away',
    async () => {
      const before = await promised(shop, 'deployment');
      const v3 = await shop.release({ version: 'v3', ...good });
      const users = shop.traffic(40, address);
      const running = await shop.start({ ...inputs, manifests: v3 }, '1002');
      await running.said(/^shifting: 40 %/);
      running.kill('SIGKILL');
      await running.finished;
      const { code, stdout } = await (await shop.post('1002')).finished;
      await users.stop();
      expect({ code, stdout }).toMatchObject({ code: 0 });
      expect(await promised(shop, 'deployment')).toBe(before);
      expect(await leftovers(shop)).toEqual([]);
      expect([...users.answers.keys()].filter((answer) => !answer.endsWith(' 200'))).toEqual([]);
    },
    5 * minutes,
  );
});

/** How each kind of object is read: the canary's share, and that it is told. */
const kinds: readonly (readonly [Style, string, (shop: Shop) => Promise<unknown>])[] = [
  [
    'gateway',
    'httproute',
    (shop) => weights(shop, 'httproute', (o) => listAt(listAt(o, 'spec', 'rules')[0], 'backendRefs')),
  ],
  [
    'traefik',
    'traefikservice',
    (shop) => weights(shop, 'traefikservice', (o) => listAt(o, 'spec', 'weighted', 'services')),
  ],
  [
    'ingressroute',
    'ingressroute',
    (shop) => weights(shop, 'ingressroute', (o) => listAt(listAt(o, 'spec', 'routes')[0], 'services')),
  ],
  ['nginx', 'ingress', nginxWeights],
];

async function weights(
  shop: Shop,
  kind: string,
  read: (object: JsonObject) => readonly unknown[],
): Promise<unknown> {
  return read(await shop.get(kind, service)).map((entry) => [
    textAt(entry, 'name'),
    numberAt(entry, 'weight'),
  ]);
}

async function nginxWeights(shop: Shop): Promise<unknown> {
  const annotations = objectAt(await shop.get('ingress', `${service}-canary`), 'metadata', 'annotations');
  const weight = Number(annotations['nginx.ingress.kubernetes.io/canary-weight']);
  return [
    [service, 100 - weight],
    [`${service}-canary`, weight],
  ];
}

/** Nobody on the bed serves these: the objects are real, and what a gateway would say of an HTTPRoute is put there. */
async function acceptRoute(shop: Shop): Promise<void> {
  const condition = {
    type: 'Accepted',
    status: 'True',
    reason: 'Accepted',
    message: '',
    lastTransitionTime: new Date().toISOString(),
  };
  const parents = [
    { parentRef: { name: service }, controllerName: 'seatrial.dev/test', conditions: [condition] },
  ];
  const patch = JSON.stringify({ status: { parents } });
  await shop.kubectl(
    'patch',
    'httproute',
    service,
    '--subresource=status',
    '--type=merge',
    `--patch=${patch}`,
  );
}

describe.each(kinds)('%s: on the real API server', (style, kind, read) => {
  let shop: Shop;
  let v2: string;
  let address: string;
  beforeAll(async () => {
    await applyCrds();
    ({ shop, v2, address } = await opened(style));
    if (style === 'gateway') await acceptRoute(shop);
  }, 5 * minutes);
  afterAll(() => shop.end(), minutes);

  test(
    'weights and state change together, and in the end the route is exactly what it was',
    async () => {
      const before = await promised(shop, kind);
      const users = shop.traffic(40, address);
      const held = { 'step-timeout': '4s', 'on-not-enough-evidence': 'hold', metrics: 'http' };
      const result = await (await shop.start({ ...held, manifests: v2 }, '1001')).finished;
      expect({ ...result.outputs, stdout: result.stdout }).toMatchObject({ verdict: 'held', weight: '40' });
      expect(await read(shop)).toEqual([
        [service, 60],
        [`${service}-canary`, 40],
      ]);
      const aborted = await (await shop.start({ mode: 'abort', workload: service }, '1002')).finished;
      expect({ ...aborted.outputs, stdout: aborted.stdout }).toMatchObject({ verdict: 'restored' });
      expect(await promised(shop, kind)).toBe(before);
      const again = await (await shop.start({ ...held, manifests: v2 }, '1003')).finished;
      expect(again.outputs).toMatchObject({ verdict: 'held' });
      const promoted = await (await shop.start({ mode: 'promote', metrics: 'http', manifests: v2 }, '1004'))
        .finished;
      expect({ ...promoted.outputs, stdout: promoted.stdout }).toMatchObject({ verdict: 'promoted' });
      await users.stop();
      expect([...users.answers.keys()].sort()).toEqual(['v1 200', 'v2 200']);
      expect(await leftovers(shop)).toEqual([]);
    },
    5 * minutes,
  );
});
