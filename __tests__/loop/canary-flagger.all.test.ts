import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { at, canonical, objectAt, textAt } from '../../actions/shared/kube/values.ts';
import { up } from '../../testbed/bed.ts';
import { expectOutputs, openShop, type Shop } from './canary/bed.ts';
import { type Controller, forPods, startFlagger } from './canary/engines/controller.ts';
import { service } from './canary/manifests.ts';

// The real controller, release 1.36.1, on the bed's cluster, mesh and Prometheus. It looks every ten seconds.
const good = { errorRate: 0, latency: '2ms' };
const rate = 40;
const minutes = 60_000;

let shop: Shop;
let controller: Controller;
let prometheus: Awaited<ReturnType<typeof forPods>>;
let v1: string;
let v2: string;

beforeAll(async () => {
  prometheus = await forPods((await up()).prometheusUrl);
  shop = await openShop('flagger', 'flagger', { prometheus: prometheus.url });
  controller = await startFlagger(shop.bed, shop.namespace, prometheus.url);
  v1 = await shop.release({ version: 'v1', ...good });
  v2 = await shop.release({ version: 'v2', ...good });
  const first = await (await shop.start({ manifests: v1 })).finished;
  expectOutputs(first, { verdict: 'promoted' });
  await shop.answers();
}, 5 * minutes);

afterAll(async () => {
  await shop.end();
  await controller.end();
  prometheus.close();
}, minutes);

/** What a rollback promises to give back. */
async function promised(): Promise<string> {
  const target = await shop.get('deployment', service);
  const canary = await shop.get('canaries.flagger.app', service);
  const { 'deployment.kubernetes.io/revision': _, ...notes } = objectAt(target, 'metadata', 'annotations');
  // How many pods the target has is Flagger's: after a change of configuration it analyses what runs once more.
  const { replicas: __, ...spec } = objectAt(target, 'spec');
  return canonical([notes, objectAt(target, 'metadata', 'labels'), spec, canary['spec']]);
}

const primaryVersion = async (): Promise<string> =>
  textAt(
    at(await shop.get('deployment', `${service}-primary`), 'spec', 'template', 'spec', 'containers', 0),
    'envFrom',
    0,
    'configMapRef',
    'name',
  );

test(
  'a good release is promoted without one failed request; what Flagger owns of the target stays its own',
  async () => {
    const users = shop.traffic(rate);
    const result = await (await shop.start({ manifests: v2 }, '1001')).finished;
    await users.stop();
    expectOutputs(result, { verdict: 'promoted', phase: '' });
    expect([...users.answers.keys()].sort()).toEqual(['v1 200', 'v2 200']);
    expect(result.stdout).toMatch(/shifting: 30 % to the canary \(Progressing/);
    expect(result.summary).toMatch(/\| 30 % \| pass/);
    expect(await primaryVersion()).toBe('shop-config-v2-primary');
    expect(at(await shop.get('deployment', service), 'spec', 'replicas')).toBe(0);
    const again = await (await shop.start({ manifests: v2 }, '1002')).finished;
    expectOutputs(again, { verdict: 'unchanged' });
  },
  4 * minutes,
);

test(
  'a release that fails its checks is rolled back whole; brought again it is analysed again',
  async () => {
    const before = await promised();
    const primary = await primaryVersion();
    const bad = await shop.release({ version: 'v3', errorRate: 0.4, latency: '2ms' });
    const users = shop.traffic(rate);
    const result = await (await shop.start({ manifests: bad }, '1003')).finished;
    expectOutputs(result, {
      verdict: 'rolled-back',
      weight: '0',
    });
    expect(result.outputs['reason']).toMatch(/Halt .* advancement failures \d+/);
    const evidence = await readFile(result.outputs['evidence'] ?? '', 'utf8');
    expect(evidence).toMatch(/"weight":30,"phase":"shifting"/);
    expect(evidence).toMatch(/"metric":"failed checks","value":"[1-9]/);
    const report = await readFile(result.outputs['report'] ?? '', 'utf8');
    expect(report).toContain('<h2>Measured by Flagger</h2>');
    expect(report).toContain('failed checks');
    expect(await promised()).toBe(before);
    expect(await primaryVersion()).toBe(primary);
    const again = await shop.start({ manifests: bad }, '1004');
    await again.said(/^shifting: 30 %/);
    again.kill('SIGINT');
    const cancelled = await again.finished;
    await users.stop();
    expectOutputs(cancelled, { verdict: 'restored' });
    const { code, stdout } = await (await shop.post('1004')).finished;
    expect({ code, stdout }).toMatchObject({ code: 0 });
    expect(await promised()).toBe(before);
  },
  4 * minutes,
);

test(
  'pods that do not get ready are told with their cause',
  async () => {
    const before = await promised();
    const sick = await shop.release({ version: 'v4', ...good, sick: true });
    const result = await (await shop.start({ manifests: sick }, '1005')).finished;
    expectOutputs(result, { verdict: 'rolled-back' });
    expect(result.outputs['reason']).toMatch(/readiness-failing: /);
    expect(await promised()).toBe(before);
  },
  3 * minutes,
);

test(
  'a gate that is shut is held and named; promoted by hand the analysis is skipped, this once',
  async () => {
    const gated = await shop.release({ version: 'v5', ...good, approve: true });
    const users = shop.traffic(rate);
    const held = await (await shop.start({ manifests: gated }, '1006')).finished;
    await users.stop();
    expectOutputs(held, { verdict: 'held', phase: 'holding' });
    expect(held.outputs['reason']).toContain('gate (http://127.0.0.1:9/)');
    const promoted = await (await shop.start({ mode: 'promote', manifests: gated }, '1007')).finished;
    expectOutputs(promoted, { verdict: 'promoted' });
    const canary = await shop.get('canaries.flagger.app', service);
    expect(at(canary, 'spec', 'skipAnalysis')).toBe(false);
    expect(objectAt(canary, 'metadata', 'annotations')).not.toHaveProperty('seatrial.dev/skip-analysis');
    expect(await primaryVersion()).toBe('shop-config-v5-primary');
  },
  4 * minutes,
);

test(
  'a canary in the middle is aborted by another job; without one there is nothing to abort',
  async () => {
    const before = await promised();
    const v6 = await shop.release({ version: 'v6', ...good });
    const dying = await shop.start({ manifests: v6 }, '1008');
    await dying.said(/^shifting: 0 %/);
    dying.kill('SIGKILL');
    await dying.finished;
    const aborted = await (await shop.start({ mode: 'abort', workload: service }, '1009')).finished;
    expectOutputs(aborted, { verdict: 'restored' });
    expect(await promised()).toBe(before);
    const again = await (await shop.start({ mode: 'abort', workload: service }, '1009')).finished;
    expectOutputs(again, { verdict: 'unchanged' });
  },
  3 * minutes,
);
