import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { textAt } from '../../actions/shared/kube/values.ts';
import { lineTo } from './canary/away.ts';
import { leftovers, openShop, promised, type Shop } from './canary/bed.ts';
import { pushKubectl } from './canary/kubectl-image.ts';

const good = { errorRate: 0, latency: '2ms' };
const minutes = 60_000;

let shop: Shop;
let v1: string;
let v2: string;

beforeAll(async () => {
  shop = await openShop('figures');
  v1 = await shop.release({ version: 'v1', ...good });
  v2 = await shop.release({ version: 'v2', ...good });
  const first = await (await shop.start({ manifests: v1 })).finished;
  expect({ ...first.outputs, stdout: first.stdout }).toMatchObject({ verdict: 'promoted' });
  await shop.answers();
}, 5 * minutes);

afterAll(() => shop.end(), minutes);

test(
  'an API server that is away for 30 s in the middle costs time, and no request',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'seatrial-line-'));
    const line = await lineTo(shop.bed.kubeconfig, join(folder, 'kubeconfig'));
    try {
      const users = shop.traffic(40);
      const running = await shop.start({ manifests: v2, kubeconfig: line.kubeconfig });
      await running.said(/^shifting: 40 %/);
      await line.cut();
      await setTimeout(30_000);
      await line.mend();
      const result = await running.finished;
      await users.stop();
      expect({ ...result.outputs, stdout: result.stdout }).toMatchObject({ verdict: 'promoted', phase: '' });
      expect(result.stdout).toContain('The cluster:');
      expect([...users.answers.keys()].sort()).toEqual(['v1 200', 'v2 200']);
      expect(await leftovers(shop)).toEqual([]);
    } finally {
      await line.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
  5 * minutes,
);

/** The judge as it is by default; only the steps are few, for the test's own time. */
const byDefault = {
  steps: '10, 50',
  interval: '2s',
  'step-timeout': '10m',
  'min-step-duration': '30s',
  'max-error-increase': '0.2%',
  'max-latency-increase': '10%',
  'latency-floor': '3ms',
};

test(
  '3 % more failures under steady load are rolled back within a minute of the first, with default margins',
  async () => {
    const manifests = await shop.release({ version: 'v3', errorRate: 0.03, latency: '2ms' });
    const before = await promised(shop);
    const users = shop.traffic(100);
    const running = await shop.start({ ...byDefault, manifests });
    await running.said(/^restoring: 0 %/);
    const seconds = (Date.now() - (users.firstFailure() ?? 0)) / 1000;
    const result = await running.finished;
    await users.stop();
    console.log(`rolled back ${seconds.toFixed(1)} s after the first bad answer`);
    expect({ ...result.outputs, stdout: result.stdout }).toMatchObject({ verdict: 'rolled-back' });
    expect(seconds).toBeLessThan(60);
    expect(await promised(shop)).toBe(before);
  },
  5 * minutes,
);

test(
  'the watchdog in the cluster gives all traffic back when the machine of the run is gone',
  async () => {
    const image = await pushKubectl(shop.bed);
    await shop.kubectl('create', 'serviceaccount', 'watchdog');
    const rules = ['leases.coordination.k8s.io', 'configmaps', 'virtualservices.networking.istio.io'];
    await shop.kubectl('create', 'role', 'watchdog', '--verb=get,patch', `--resource=${rules.join()}`);
    const account = `--serviceaccount=${shop.namespace}:watchdog`;
    await shop.kubectl('create', 'rolebinding', 'watchdog', '--role=watchdog', account);
    const before = await promised(shop);
    const users = shop.traffic(40);
    const inputs = { manifests: v1, 'watchdog-image': image, 'watchdog-service-account': 'watchdog' };
    const running = await shop.start({ ...inputs, 'min-step-duration': '2m' }, '2001');
    await running.said(/^shifting: 40 %/);
    running.kill('SIGKILL');
    await running.finished;
    const killed = Date.now();
    let state = '';
    while (!state.includes('"phase":"restoring"')) {
      state = textAt(
        await shop.get('virtualservice', 'shop'),
        'metadata',
        'annotations',
        'seatrial.dev/canary',
      );
      expect(Date.now() - killed).toBeLessThan(120_000);
      await setTimeout(1000);
    }
    expect(state).toContain('the watchdog gave all traffic back');
    const { code, stdout } = await (await shop.post('2001')).finished;
    await users.stop();
    expect({ code, stdout }).toMatchObject({ code: 0 });
    expect(await promised(shop)).toBe(before);
    expect([...users.answers.keys()].filter((answer) => !/^v[12] 200$/.test(answer))).toEqual([]);
  },
  5 * minutes,
);
