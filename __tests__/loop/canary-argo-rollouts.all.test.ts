import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { canonical, objectAt, textAt } from '../../actions/shared/kube/values.ts';
import { up } from '../../testbed/bed.ts';
import { pushFaulty } from '../../testbed/faulty/image.ts';
import { expectOutputs, leftovers, openShop, type Shop } from './canary/bed.ts';
import { type Controller, forPods, startArgoRollouts } from './canary/engines/controller.ts';
import { service } from './canary/manifests.ts';
import { ends, withJob } from './canary/migration.ts';

// The real controller, release 1.8.5, on the bed's cluster, mesh and Prometheus.
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
  shop = await openShop('argo', 'argo-rollouts', { prometheus: prometheus.url });
  controller = await startArgoRollouts(shop.bed, shop.namespace);
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
  const object = await shop.get('rollout', service);
  const { 'rollout.argoproj.io/revision': _, ...annotations } = objectAt(object, 'metadata', 'annotations');
  const config = await shop.get('configmap', 'shop-config');
  return canonical([annotations, objectAt(object, 'metadata', 'labels'), object['spec'], config['data']]);
}

test(
  'a good release is promoted without one failed request, step by step',
  async () => {
    const users = shop.traffic(rate);
    const result = await (await shop.start({ manifests: v2 }, '1001')).finished;
    await users.stop();
    expectOutputs(result, { verdict: 'promoted', phase: '' });
    expect([...users.answers.keys()].sort()).toEqual(['v1 200', 'v2 200']);
    expect(result.stdout).toMatch(/shifting: 20 % to the canary \(step 2 of 4/);
    expect(result.summary).toMatch(/\| 20 % \| pass/);
    expect(await leftovers(shop)).toEqual(['service/shop-canary']);
    const again = await (await shop.start({ manifests: v2 }, '1002')).finished;
    expect(again.outputs).toMatchObject({ verdict: 'unchanged' });
  },
  3 * minutes,
);

test(
  'a release that its analysis refuses is rolled back whole, and the metric is named',
  async () => {
    const before = await promised();
    const bad = await shop.release({ version: 'v3', errorRate: 0.4, latency: '2ms' });
    const users = shop.traffic(rate);
    const result = await (await shop.start({ manifests: bad }, '1003')).finished;
    await users.stop();
    expectOutputs(result, {
      verdict: 'rolled-back',
      weight: '0',
    });
    expect(result.outputs['reason']).toMatch(/RolloutAborted.*metric failures: Failed; .*measured last/);
    const evidence = await readFile(result.outputs['evidence'] ?? '', 'utf8');
    expect(evidence).toMatch(/"weight":20,"phase":"shifting"/);
    expect(evidence.match(/"metric":"failures","value":"[^"]+","verdict":"Failed"/g)?.length).toBeGreaterThan(
      1,
    );
    const report = await readFile(result.outputs['report'] ?? '', 'utf8');
    expect(report).toContain('<h2>Measured by Argo Rollouts</h2>');
    expect(report).toContain('successCondition: result[0] &lt; 0.1');
    expect(result.summary).toMatch(/\| failures \| AnalysisRun \S+ \| \d+ \| .*Failed/);
    expect(await promised()).toBe(before);
    const after = shop.traffic(rate);
    await new Promise((resolve) => setTimeout(resolve, 2000));
    await after.stop();
    expect([...after.answers.keys()]).toEqual(['v2 200']);
  },
  3 * minutes,
);

test(
  'pods that do not get ready: the traffic is taken back, which the controller alone would not do, and their cause is told',
  async () => {
    const before = await promised();
    const sick = await shop.release({ version: 'v4', ...good, sick: true });
    const result = await (await shop.start({ manifests: sick }, '1004')).finished;
    expectOutputs(result, { verdict: 'rolled-back' });
    expect(result.outputs['reason']).toMatch(/ProgressDeadlineExceeded.*readiness-failing: /);
    expect(await promised()).toBe(before);
  },
  3 * minutes,
);

test(
  'a pause without end is held; it is resumed by another job, aborted by a third',
  async () => {
    const before = await promised();
    const waiting = await shop.release({ version: 'v5', ...good, approve: true });
    const held = await (await shop.start({ manifests: waiting }, '1005')).finished;
    expectOutputs(held, {
      verdict: 'held',
      phase: 'holding',
      weight: '20',
    });
    const status = await (await shop.start({ mode: 'status', workload: service }, '1006')).finished;
    expect(status.outputs).toMatchObject({ verdict: 'held', weight: '20' });
    const aborted = await (await shop.start({ mode: 'abort', workload: service }, '1006')).finished;
    expectOutputs(aborted, {
      verdict: 'restored',
      weight: '0',
    });
    expect(await promised()).toBe(before);
    const again = await (await shop.start({ manifests: waiting }, '1007')).finished;
    expectOutputs(again, { verdict: 'held' });
    const resumed = await (await shop.start({ mode: 'resume', manifests: waiting }, '1008')).finished;
    expectOutputs(resumed, { verdict: 'promoted' });
    expect(await leftovers(shop)).toEqual(['service/shop-canary']);
  },
  5 * minutes,
);

test(
  'promoted by hand, all that is left is skipped',
  async () => {
    const waiting = await shop.release({ version: 'v6', ...good, approve: true });
    await (await shop.start({ manifests: waiting }, '1009')).finished;
    const promoted = await (await shop.start({ mode: 'promote', manifests: waiting }, '1010')).finished;
    expectOutputs(promoted, { verdict: 'promoted' });
    expect(textAt(await shop.get('configmap', 'shop-config'), 'data', 'VERSION')).toBe('v6');
  },
  3 * minutes,
);

test(
  'a run that dies leaves the canary to the controller; the next run of the release finds it',
  async () => {
    const v7 = await shop.release({ version: 'v7', ...good });
    const dying = await shop.start({ manifests: v7 }, '1011');
    await dying.said(/^shifting: 20 %/);
    dying.kill('SIGKILL');
    await dying.finished;
    const next = await (await shop.start({ manifests: v7 }, '1012')).finished;
    expect(['promoted', 'unchanged']).toContain(next.outputs['verdict']);
    const reaped = await (await shop.start({ mode: 'reap', workload: service }, 'reaper')).finished;
    expect(reaped.outputs).toMatchObject({ verdict: 'unchanged' });
  },
  3 * minutes,
);

test(
  'a cancelled job gives all traffic back within its seven seconds, and its post step the rest',
  async () => {
    const before = await promised();
    const v8 = await shop.release({ version: 'v8', ...good });
    const running = await shop.start({ manifests: v8 }, '1013');
    await running.said(/^shifting: 20 %/);
    const begun = Date.now();
    running.kill('SIGINT');
    const result = await running.finished;
    expect(Date.now() - begun).toBeLessThan(7000);
    expectOutputs(result, { verdict: 'restored' });
    const { code, stdout } = await (await shop.post('1013')).finished;
    expect({ code, stdout }).toMatchObject({ code: 0 });
    expect(await promised()).toBe(before);
  },
  3 * minutes,
);

test(
  'a newer release takes the place of one that waits; one that nobody looks at is told and put back',
  async () => {
    const v9 = await shop.release({ version: 'v9', ...good, approve: true });
    await (await shop.start({ manifests: v9 }, '1014')).finished;
    const newer = await (await shop.start({ manifests: v1, 'on-newer-commit': 'replace' }, '1015')).finished;
    expectOutputs(newer, { verdict: 'promoted' });
    const before = await promised();
    await controller.scale(0);
    const ignored = await (await shop.start({ manifests: v2, timeout: '10s' }, '1016')).finished;
    await controller.scale(1);
    expect(ignored.outputs['reason']).toContain('does not take the change up');
    expect(await promised()).toBe(before);
  },
  5 * minutes,
);

test(
  'a migration comes before anything of the release, and one that fails is its end',
  async () => {
    const image = (await pushFaulty(shop.bed.registry)).good;
    const migrating = async (version: string, container: string): Promise<string> =>
      withJob(await shop.release({ version, ...good }), {
        name: `migrate-${version}`,
        hook: 'pre',
        image,
        container,
      });
    const before = await promised();
    const failed = await (await shop.start({ manifests: await migrating('v10', ends.badly) }, '1017'))
      .finished;
    expectOutputs(failed, { verdict: 'refused' });
    expect(failed.stdout).toContain('what has to be done before the canary failed: job-failed');
    expect(await promised()).toBe(before);
    expect(await leftovers(shop)).toEqual(['service/shop-canary']);
    const manifests = await migrating('v11', ends.well);
    await withJob(manifests, { name: 'warm-v11', hook: 'post', image, container: ends.well });
    const result = await (await shop.start({ manifests }, '1018')).finished;
    expectOutputs(result, { verdict: 'promoted' });
    const told = ['Job \\S+/migrate-v11: created', 'shifting: 20 %', 'Job \\S+/warm-v11: created'];
    const places = told.map((words) => result.stdout.search(new RegExp(words)));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  },
  4 * minutes,
);
