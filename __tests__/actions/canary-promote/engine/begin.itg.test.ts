import { expect, test } from '@jest/globals';
import type { KubeObject } from '../../../../actions/shared/kube/types.ts';
import { objectAt, textAt } from '../../../../actions/shared/kube/values.ts';
import { canary, release, running, type Shop } from './argo-shop.ts';
import { lead } from './lead.ts';

// How a release begins under a controller: what comes before it, whose place it takes, and what is kept of what was.

const job = (name: string, hook: 'pre' | 'post'): KubeObject => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name, namespace: 'prod', annotations: { 'seatrial.dev/hook': hook } },
  spec: { template: { spec: { containers: [{ name, image: 'shop:v2' }] } } },
});
const hooks = [job('migrate', 'pre'), job('warm', 'post')];

const config = (name: string, version: string): KubeObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace: 'prod' },
  data: { version },
});

/** A release whose pods also read a ConfigMap of another name, with what else comes with it. */
function reading(version: string, name: string, ...more: KubeObject[]): KubeObject[] {
  const objects = release(version).map((object) => {
    if (object.kind !== 'Rollout') return object;
    const envFrom = [{ configMapRef: { name: 'shop-config' } }, { configMapRef: { name } }];
    const containers = [{ name: 'shop', image: `shop:${version}`, envFrom }];
    const template = { metadata: { labels: { app: 'shop' } }, spec: { containers } };
    return { ...object, spec: { ...objectAt(object, 'spec'), template } };
  });
  return [config(name, version), ...objects, ...more];
}

const bring = (
  shop: Shop,
  objects: readonly KubeObject[],
  given: Readonly<Record<string, string>> = {},
  by = 'one',
  end: Parameters<typeof lead>[5] = {},
): ReturnType<typeof lead> => lead(shop.kube, 'argo-rollouts', objects, given, by, end);

const rolloutWrites = (shop: Shop, from = 0): string[] =>
  shop.kube.writes.slice(from).filter((write) => /Job|Rollout/.test(write));

function nothing(): never {
  throw new Error('there is no Rollout');
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 20));
}

test('what comes before a release is done before anything of it is there, what comes after when it is promoted', async () => {
  const shop = await running();
  const told: string[] = [];
  const onDeploy = (names: string): undefined => void told.push(names);
  const before = shop.kube.writes.length;
  const { outputs } = await bring(shop, [...release('v2'), ...hooks], {}, 'one', { onDeploy });
  expect(outputs).toMatchObject({ verdict: 'promoted' });
  expect(rolloutWrites(shop, before)).toEqual([
    'apply Job prod/migrate',
    'apply Rollout prod/shop',
    'apply Job prod/warm',
  ]);
  expect(told).toEqual(['Job/migrate', 'Service/shop,Job/warm']);
  expect(shop.leftovers()).toEqual([]);
});

test('the first deployment too', async () => {
  const shop = await running();
  shop.kube.objects.clear();
  const before = shop.kube.writes.length;
  const { outputs } = await bring(shop, [...release('v1'), ...hooks]);
  expect(outputs).toMatchObject({ verdict: 'promoted' });
  expect(rolloutWrites(shop, before)).toEqual([
    'apply Job prod/migrate',
    'apply Rollout prod/shop',
    'apply Job prod/warm',
  ]);
});

test('a release that changes nothing but its migration migrates', async () => {
  const shop = await running();
  const before = shop.kube.writes.length;
  const { outputs } = await bring(shop, [...release('v1'), ...hooks]);
  expect(outputs).toMatchObject({ verdict: 'unchanged' });
  expect(rolloutWrites(shop, before)).toEqual(['apply Job prod/migrate', 'apply Job prod/warm']);
});

test('a migration that fails ends the release before its first change', async () => {
  const shop = await running();
  const before = shop.promised();
  const onDeploy = () => ({ healthy: false, reason: 'job-failed: no table' });
  const { outputs, thrown } = await bring(shop, [...release('v2'), ...hooks], {}, 'one', { onDeploy });
  expect(String(thrown)).toContain('what has to be done before the canary failed: job-failed: no table');
  expect(outputs).toMatchObject({ verdict: 'refused' });
  expect(shop.promised()).toBe(before);
  expect(shop.leftovers()).toEqual([]);
});

test('a release that has waited for another one migrates when its turn has come', async () => {
  const shop = await running();
  shop.script = 'waits';
  await canary(shop, 'v2', {}, 'older');
  const begun = shop.kube.writes.length;
  let log: readonly string[] = [];
  const onBegin = (lines: readonly string[]): void => {
    log = lines;
  };
  const waiting = bring(shop, [...release('v3'), ...hooks], {}, 'newer', { onBegin });
  await until(() => log.some((line) => line.startsWith('Waiting: another release')));
  expect(shop.kube.writes.slice(begun)).not.toContain('apply Job prod/migrate');
  shop.script = 'good';
  shop.kube.put(shop.rollout ?? nothing());
  expect((await waiting).outputs).toMatchObject({ verdict: 'promoted' });
  const jobs = rolloutWrites(shop, begun);
  expect(jobs.filter((write) => write.includes('migrate'))).toHaveLength(1);
  expect(jobs.indexOf('apply Job prod/migrate')).toBeLessThan(jobs.lastIndexOf('apply Rollout prod/shop'));
});

/** A release as a run of a workflow brings it. */
const ofRun = (run: number): KubeObject[] =>
  release(`v${run}`).map((object) => ({
    ...object,
    metadata: {
      ...object.metadata,
      annotations: {
        ...object.metadata.annotations,
        'seatrial.dev/repository': 'acme/shop',
        'seatrial.dev/commit': `${run}c0ffee`,
        'seatrial.dev/workflow': 'ship.yml',
        'seatrial.dev/run-number': String(run),
      },
    },
  }));

test('a release that a newer one has overtaken while it migrated is refused', async () => {
  const shop = await running();
  shop.script = 'good';
  const { outputs, thrown } = await bring(shop, [...ofRun(11), job('migrate', 'pre')], {}, 'older', {
    onDeploy: async (names) => {
      // A rollout of another kind, which waits for nobody.
      if (names === 'Job/migrate')
        for (const object of ofRun(12)) await shop.kube.apply(object, { fieldManager: 'other' });
      return undefined;
    },
  });
  expect(String(thrown)).toContain('runs a newer release');
  expect(outputs).toMatchObject({ verdict: 'refused' });
  expect(textAt(shop.rollout, 'metadata', 'annotations', 'note')).toBe('v12');
});

test('the migrations of two runs that come at once do not meet', async () => {
  const shop = await running();
  const told: string[] = [];
  const migrating = (version: string) => async (names: string) => {
    if (names !== 'Job/migrate') return undefined;
    told.push(`${version} begins`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    told.push(`${version} ends`);
    return undefined;
  };
  const both = ['v2', 'v3'].map((version) =>
    bring(shop, [...release(version), ...hooks], {}, version, { onDeploy: migrating(version) }),
  );
  const verdicts = (await Promise.all(both)).map(({ outputs }) => outputs['verdict']);
  expect(verdicts).toEqual(['promoted', 'promoted']);
  expect(told.map((words) => words.slice(3))).toEqual(['begins', 'ends', 'begins', 'ends']);
  expect(shop.leftovers()).toEqual([]);
});

test('whoever may be refused asks nobody to make room', async () => {
  const shop = await running();
  shop.script = 'slow';
  const older = canary(shop, 'v2', { 'max-runtime': '2s', 'on-max-runtime': 'hold' }, 'older');
  await until(() => shop.leftovers().length > 0);
  const failing = () => ({ healthy: false, reason: 'job-failed' });
  const replace = { 'on-newer-commit': 'replace' };
  const { thrown } = await bring(shop, [...release('v3'), ...hooks], replace, 'newer', { onDeploy: failing });
  expect(String(thrown)).toContain('job-failed');
  expect((await older).outputs).toMatchObject({ verdict: 'held' });
});

test('one that takes another’s place lets it leave first', async () => {
  const shop = await running();
  shop.script = 'slow';
  const older = canary(shop, 'v2', {}, 'older');
  await until(() => textAt(shop.rollout, 'metadata', 'annotations', 'note') === 'v2');
  const newer = bring(
    shop,
    release('v3'),
    { 'on-newer-commit': 'replace', 'max-runtime': '9s', 'on-max-runtime': 'hold' },
    'newer',
  );
  expect((await older).outputs).toMatchObject({ verdict: 'restored' });
  shop.script = 'good';
  shop.kube.put(shop.rollout ?? nothing());
  expect((await newer).outputs).toMatchObject({ verdict: 'promoted' });
});

test('what a second release changes beside the first is kept too', async () => {
  const shop = await running();
  for (const name of ['a', 'b']) shop.kube.put(config(name, 'v1'));
  shop.script = 'waits';
  await bring(shop, reading('v2', 'a'), {}, 'older');
  const replace = { 'on-newer-commit': 'replace' };
  await bring(shop, reading('v3', 'b', config('fresh', 'v3')), replace, 'newer');
  const data = (name: string): string =>
    textAt(shop.kube.objects.get(`ConfigMap prod/${name}`), 'data', 'version');
  expect([data('a'), data('b'), data('shop-config')]).toEqual(['v2', 'v3', 'v3']);
  const { outputs } = await bring(shop, reading('v3', 'b'), { mode: 'abort' }, 'third');
  expect(outputs).toMatchObject({ verdict: 'restored' });
  expect([data('a'), data('b'), data('shop-config')]).toEqual(['v1', 'v1', 'v1']);
  expect(shop.kube.objects.has('ConfigMap prod/fresh')).toBe(false);
});

test('what was kept before a release that is over is of the past: what somebody has changed since stays', async () => {
  const shop = await running();
  const v1 = shop.rollout;
  shop.script = 'waits';
  await canary(shop, 'v2');
  // Somebody ends it by hand and puts the workload back; then the configuration is mended.
  shop.kube.put({ ...(v1 ?? nothing()), status: objectAt(v1, 'status') });
  shop.kube.put({ ...config('shop-config', 'mended'), metadata: { name: 'shop-config', namespace: 'prod' } });
  expect(shop.leftovers()).toHaveLength(1);
  shop.script = 'bad';
  expect((await canary(shop, 'v3')).outputs).toMatchObject({ verdict: 'rolled-back' });
  expect(textAt(shop.kube.objects.get('ConfigMap prod/shop-config'), 'data', 'version')).toBe('mended');
});

test('a release that died while it was written is taken back before the next begins', async () => {
  const shop = await running();
  shop.kube.before = (call) => {
    if (call === 'apply Rollout prod/shop') throw new Error('killed');
  };
  expect((await canary(shop, 'v2')).thrown).toMatchObject({ message: 'killed' });
  expect(textAt(shop.kube.objects.get('ConfigMap prod/shop-config'), 'data', 'version')).toBe('v2');
  shop.kube.before = () => undefined;
  shop.script = 'bad';
  expect((await canary(shop, 'v3')).outputs).toMatchObject({ verdict: 'rolled-back' });
  expect(textAt(shop.kube.objects.get('ConfigMap prod/shop-config'), 'data', 'version')).toBe('v1');
});

test('promoted is said only of pods that are well by our own eyes', async () => {
  const shop = await running();
  const pods = { healthy: false, reason: 'crash-loop: it ends with 1' };
  const { outputs } = await bring(shop, release('v2'), {}, 'one', { pods });
  expect(outputs).toMatchObject({ verdict: 'failed' });
  expect(outputs['reason']).toContain('Rollout shop is not healthy: crash-loop');
});
