import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { textAt } from '../../actions/shared/kube/values.ts';
import { leftovers, openShop, promised, type Shop } from './canary/bed.ts';
import { service } from './canary/manifests.ts';

// A Deployment that knows nothing of canaries, and a VirtualService that names no subset: nothing of it is changed.
const good = { errorRate: 0, latency: '2ms' };
const rate = 40;
const minutes = 60_000;

let shop: Shop;
let v1: string;
let v2: string;

beforeAll(async () => {
  shop = await openShop('adopted', 'plain');
  v1 = await shop.release({ version: 'v1', ...good });
  v2 = await shop.release({ version: 'v2', ...good });
  const first = await (await shop.start({ manifests: v1 })).finished;
  expect({ ...first.outputs, stdout: first.stdout }).toMatchObject({ verdict: 'promoted' });
  await shop.answers();
}, 5 * minutes);

afterAll(() => shop.end(), minutes);

test(
  'two commits at once: the newer takes the place of the older and is promoted without one failed request',
  async () => {
    const uid = textAt(await shop.get('deployment', service), 'metadata', 'uid');
    const v3 = await shop.release({ version: 'v3', ...good });
    const users = shop.traffic(rate);
    const [older, newer] = await Promise.all([
      shop.start({ manifests: v3, 'min-step-duration': '1m' }, '1001'),
      shop.start({ manifests: v2, 'on-newer-commit': 'replace' }, '1002'),
    ]);
    const [lost, won] = await Promise.all([older.finished, newer.finished]);
    await users.stop();
    expect({ ...won.outputs, stdout: won.stdout }).toMatchObject({ verdict: 'promoted', phase: '' });
    // Whoever was first on the route, the older one has changed nothing that stays, and says why.
    expect(['restored', 'refused', '']).toContain(lost.outputs['verdict']);
    expect(lost.stdout).toMatch(/a newer commit (takes its place|is being rolled out already)|newer release/);
    expect([...users.answers.keys()].filter((answer) => !/^v[123] 200$/.test(answer))).toEqual([]);
    expect(await leftovers(shop)).toEqual([]);
    expect(textAt(await shop.get('deployment', service), 'metadata', 'uid')).toBe(uid);
    expect(textAt(await shop.get('configmap', 'shop-config'), 'data', 'VERSION')).toBe('v2');
  },
  5 * minutes,
);

test(
  'the reaper finds it without being told where, and gives back exactly what was',
  async () => {
    const before = await promised(shop);
    const users = shop.traffic(rate);
    const running = await shop.start({ manifests: v1 }, '1003');
    await running.said(/^shifting: 40 %/);
    running.kill('SIGKILL');
    await running.finished;
    let reaped = '';
    while (!/restored|no canary is under way/.test(reaped)) {
      reaped = (await (await shop.start({ mode: 'reap' }, 'reaper')).finished).stdout;
    }
    await users.stop();
    expect(await promised(shop)).toBe(before);
    expect(await leftovers(shop)).toEqual([]);
    expect([...users.answers.keys()].sort()).toEqual(['v1 200', 'v2 200']);
  },
  5 * minutes,
);

test(
  'a canary that is longer than its jobs goes over three of them, and waits for approval',
  async () => {
    const users = shop.traffic(rate);
    const inputs = {
      manifests: v1,
      'allow-older': 'true',
      steps: '40, approve',
      'min-step-duration': '25s',
      'max-runtime': '20s',
      'on-max-runtime': 'hold',
    };
    const first = await (await shop.start({ ...inputs }, '1004')).finished;
    expect({ ...first.outputs, stdout: first.stdout }).toMatchObject({
      verdict: 'held',
      weight: '40',
      phase: 'holding',
    });
    const second = await (await shop.start({ ...inputs, mode: 'resume', 'max-runtime': '2m' }, '1005'))
      .finished;
    expect(second.stdout).toContain('What earlier jobs have seen of this canary is carried on.');
    expect({ ...second.outputs, stdout: second.stdout }).toMatchObject({ verdict: 'held', phase: 'holding' });
    expect(second.outputs['reason']).toContain('waits for approval');
    const third = await (await shop.start({ ...inputs, mode: 'resume', 'max-runtime': '2m' }, '1006'))
      .finished;
    await users.stop();
    expect({ ...third.outputs, stdout: third.stdout }).toMatchObject({ verdict: 'promoted' });
    expect([...users.answers.keys()].sort()).toEqual(['v1 200', 'v2 200']);
    expect(await leftovers(shop)).toEqual([]);
  },
  5 * minutes,
);
