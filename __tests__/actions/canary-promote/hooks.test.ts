import { expect, test } from '@jest/globals';
import { RouteLease } from '../../../actions/canary-promote/src/cluster/lease.ts';
import type { RolledOut } from '../../../actions/canary-promote/src/cluster/rollout.ts';
import type { JsonObject } from '../../../actions/canary-promote/src/json.ts';
import { preHooksOf } from '../../../actions/canary-promote/src/plan/pre-hooks.ts';
import { nameOf } from '../../../actions/canary-promote/src/plan/select.ts';
import { abandonIn, Gateway, runOn, shopWithService, snapshot, stateIn } from './acting.ts';
import { deployment } from './shop.ts';
import { Process } from './world.ts';

const meta = (name: string): JsonObject => ({ name, namespace: 'prod' });

/** A Job with a hook, whose pods read a ConfigMap. */
const job = (name: string, hook: 'pre' | 'post', config = ''): JsonObject => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { ...meta(name), annotations: { 'seatrial.dev/hook': hook } },
  spec: {
    template: {
      spec: {
        serviceAccountName: 'migrator',
        imagePullSecrets: [{ name: 'pull' }],
        containers: [
          { name, image: 'shop:v2', ...(config ? { envFrom: [{ configMapRef: { name: config } }] } : {}) },
        ],
      },
    },
  },
});
const migration = job('migrate', 'pre');

/** Notes what is deployed; `failing`: what ends badly. */
function noting(told: string[], failing = ''): (names: string) => RolledOut | undefined {
  return (names) => {
    told.push(names);
    return names === failing ? { healthy: false, reason: 'job-failed: no table' } : undefined;
  };
}

test('a migration is done before the canary begins, and not again after it', async () => {
  const world = shopWithService();
  const told: string[] = [];
  const more = [migration, job('warm', 'post')];
  const { report } = await runOn(world, new Gateway(world), {}, { more, onDeploy: noting(told) });
  expect(report.outputs.get('verdict')).toBe('promoted');
  expect(told[0]).toBe('Job/migrate');
  expect(told.slice(1).join()).not.toContain('Job/migrate');
  expect(told.filter((names) => names.includes('Job/warm'))).toEqual([told.at(-1)]);
});

test('a release that changes nothing but its migration migrates', async () => {
  const world = shopWithService();
  const told: string[] = [];
  const given = { version: 'v1', more: [migration], onDeploy: noting(told) };
  const { report } = await runOn(world, new Gateway(world), {}, given);
  expect(report.outputs.get('verdict')).toBe('unchanged');
  expect(told.join()).toContain('Job/migrate');
});

test('one that fails ends the release before the canary; to go on with one is no reason to migrate', async () => {
  const world = shopWithService();
  const before = snapshot(world);
  const onDeploy = noting([], 'Job/migrate');
  const { thrown, report } = await runOn(world, new Gateway(world), {}, { more: [migration], onDeploy });
  expect(String(thrown)).toContain('what has to be done before the canary failed: job-failed: no table');
  expect(report.sections.canary).toMatchObject({ verdict: 'refused', steps: [] });
  expect(report.outputs.get('verdict')).toBe('refused');
  const told: string[] = [];
  const more = { more: [migration], onDeploy: noting(told) };
  await runOn(world, new Gateway(world), { mode: 'resume' }, more);
  expect(told).toEqual([]);
  expect(snapshot(world)).toEqual(before);
});

test('a release that starts over another one’s canary migrates when that is gone, alone on the route', async () => {
  const world = shopWithService();
  await abandonIn(world, 'shifting');
  const found: unknown[] = [];
  const onDeploy = (names: string): undefined => {
    if (names === 'Job/migrate')
      found.push(stateIn(world), world.objects.has('Lease/seatrial-canary-virtualservice-shop'));
  };
  const { report } = await runOn(
    world,
    new Gateway(world),
    {},
    { more: [migration], version: 'v3', onDeploy },
  );
  expect(report.outputs.get('verdict')).toBe('promoted');
  expect(found).toEqual([undefined, true]);
});

test('a run that goes on with a canary of the same release does not migrate again', async () => {
  const world = shopWithService();
  const gateway = new Gateway(world);
  const told: string[] = [];
  const given = { more: [migration], onDeploy: noting(told) };
  const onPause = (): void => {
    gateway.down = true;
  };
  const hold = { 'step-timeout': '1m', 'on-not-enough-evidence': 'hold' };
  const { report } = await runOn(world, gateway, hold, { ...given, onPause });
  expect(report.outputs.get('verdict')).toBe('held');
  gateway.down = false;
  expect((await runOn(world, gateway, {}, given)).report.outputs.get('verdict')).toBe('promoted');
  expect(told.filter((names) => names.includes('Job/migrate'))).toEqual(['Job/migrate']);
});

const configMap = (name: string): JsonObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: meta(name),
  data: { v: '2' },
});

test('what a migration reads comes with it, unless something that runs reads it too', () => {
  const reads = (name: string): JsonObject => ({
    envFrom: [{ configMapRef: { name } }],
    name: 'a',
    image: 'a:1',
  });
  const pods = (name: string): JsonObject => ({
    spec: { template: { spec: { containers: [reads(name)] } } },
  });
  const live = { ...deployment('v1'), ...pods('of-live') };
  const cron: JsonObject = {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: meta('nightly'),
    spec: { jobTemplate: pods('of-cron') },
  };
  const names = ['of-live', 'of-cron', 'of-nobody'];
  const account: JsonObject = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: meta('migrator') };
  const pull: JsonObject = { apiVersion: 'v1', kind: 'Secret', metadata: meta('pull') };
  const hooks = names.map((name) => job(`reads-${name}`, 'pre', name));
  const given = [account, pull, ...names.map(configMap), ...hooks, deployment('v2')];
  const of = (running: JsonObject[]): string[] => preHooksOf(given, running).map(nameOf);
  const jobs = hooks.map(nameOf);
  expect(of([live, cron])).toEqual(['migrator', 'pull', 'of-nobody', ...jobs]);
  expect(of([])).toEqual(['migrator', 'pull', ...names, ...jobs]);
});

test('what the release and its migration read, and nothing before them, is there for the migration and goes with the release', async () => {
  const world = shopWithService();
  // The new version's pods read it (`shop-new`), the running one's is as it came: without.
  const live = world.objects.get('Deployment/shop');
  const container = { name: 'shop', image: 'shop:v1', envFrom: [{ configMapRef: { name: 'shop-config' } }] };
  const labels = { app: 'shop', 'seatrial.dev/track': 'stable' };
  const template = { metadata: { labels }, spec: { containers: [container] } };
  world.put({ ...live, spec: { replicas: 4, selector: { matchLabels: labels }, template } });
  const secret: JsonObject = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: meta('shop-new'),
    stringData: { a: 'b' },
  };
  const reading = job('migrate', 'pre');
  const spec = {
    template: {
      spec: { containers: [{ name: 'm', image: 'm:1', envFrom: [{ secretRef: { name: 'shop-new' } }] }] },
    },
  };
  const told: string[] = [];
  const more = [secret, { ...reading, spec }];
  const seen: unknown[] = [];
  const onPause = (): void => {
    const state = stateIn(world);
    if (state !== undefined) seen.push(...state.configs.filter(({ name }) => name === 'shop-new'));
  };
  const { report } = await runOn(world, new Gateway(world), {}, { more, onDeploy: noting(told), onPause });
  expect(report.outputs.get('verdict')).toBe('promoted');
  expect(told[0]).toBe('Secret/shop-new,Job/migrate');
  expect(seen[0]).toEqual({ kind: 'Secret', name: 'shop-new', existed: false });
});

test('while another run has the route and migrates, one that comes waits, and says so once', async () => {
  const world = shopWithService();
  const route = { kind: 'VirtualService', name: 'shop' } as const;
  const other = new RouteLease(
    new Process(world),
    { route, namespace: 'prod', owner: 'other' },
    () => world.time,
  );
  expect(await other.take()).toBe(true);
  const began = world.time;
  let migrated = 0;
  const onDeploy = (names: string): undefined => {
    if (names === 'Job/migrate') migrated = world.time;
  };
  const { report, lines } = await runOn(world, new Gateway(world), {}, { more: [migration], onDeploy });
  expect(report.outputs.get('verdict')).toBe('promoted');
  // Nothing was heard of the other one: its Lease has expired.
  expect(migrated - began).toBeGreaterThanOrEqual(40_000);
  expect(lines.filter((line) => line.startsWith('Waiting: another run'))).toHaveLength(1);
  expect(lines.filter((line) => line.startsWith('Metrics:'))).toHaveLength(2);
});
