import { expect, test } from '@jest/globals';
import { KubeError } from '../../../../actions/shared/kube/errors.ts';
import { hookOf, ofTheRollout } from '../../../../actions/shared/manifests/hooks.ts';
import type { Manifest } from '../../../../actions/shared/manifests/types.ts';
import { object, rolloutWorld } from '../../../support/rollout-world.ts';

const pre = { 'seatrial.dev/hook': 'pre' };
const config = object('ConfigMap', 'settings', { data: { a: '1' } });
const app = object('Deployment', 'app', { spec: { replicas: 1 } });
const migrate = object('Job', 'migrate', { spec: { backoffLimit: 0 } }, pre);
const smoke = object('Job', 'smoke', { spec: { backoffLimit: 0 } }, { 'seatrial.dev/hook': 'post' });

test('the order: configuration, the Job before, workloads, routes, the Job after', async () => {
  const { roll, writes } = rolloutWorld();
  const result = await roll([smoke, object('Ingress', 'front'), app, migrate, config]);
  expect(result).toMatchObject({ verdict: 'healthy', findings: [] });
  expect(writes()).toEqual([
    'apply ConfigMap shop/settings',
    'apply Job shop/migrate',
    'apply Deployment shop/app',
    'apply Ingress shop/front',
    'apply Job shop/smoke',
  ]);
});

test('hooks run by weight, and the first that fails ends it', async () => {
  const weighed = (name: string, weight: string) =>
    object('Job', name, { spec: {} }, { ...pre, 'seatrial.dev/hook-weight': weight });
  const { roll, writes } = rolloutWorld({ failing: ['second'] });
  const result = await roll([weighed('third', '3'), weighed('second', '2'), weighed('first', '-1'), app]);
  expect(result).toMatchObject({
    verdict: 'failed',
    findings: [{ cause: 'job-failed', ref: { name: 'second' } }],
  });
  expect(writes()).toEqual(['apply Job shop/first', 'apply Job shop/second']);
});

test('a Job before that fails: no workload was touched, and the configuration is back', async () => {
  const world = rolloutWorld();
  await world.roll([config, app]);
  world.writes();
  const failing = rolloutWorld({ failing: ['migrate'] });
  for (const live of world.kube.objects.values()) failing.kube.put(live);
  const changed = { ...config, data: { a: '2' } };
  const result = await failing.roll([changed, { ...app, spec: { replicas: 2 } }, migrate]);
  expect(result).toMatchObject({ verdict: 'undone', findings: [{ cause: 'job-failed' }] });
  expect(failing.writes().some((write) => write.includes('Deployment'))).toBe(false);
  expect(failing.kube.objects.get('ConfigMap shop/settings')).toMatchObject({ data: { a: '1' } });
  // What ran stays, for a look.
  expect(failing.kube.objects.has('Job shop/migrate')).toBe(true);
});

test('a hook that is complete and did not change is not run again; one that changed replaces it', async () => {
  const { kube, roll, writes } = rolloutWorld();
  await roll([app, migrate]);
  writes();
  expect(await roll([app, migrate])).toMatchObject({ verdict: 'unchanged' });
  expect(writes()).toEqual([]);
  kube.before = (call) => {
    if (call === 'check Job shop/migrate' && kube.objects.has('Job shop/migrate'))
      throw new KubeError('spec.template: field is immutable', { status: 422, reason: 'Invalid' });
  };
  expect(await roll([app, { ...migrate, spec: { backoffLimit: 1 } }])).toMatchObject({ verdict: 'healthy' });
  expect(writes()).toEqual(['delete Job shop/migrate', 'apply Job shop/migrate']);
});

test('a hook that had failed is run again', async () => {
  const bad = rolloutWorld({ failing: ['migrate'] });
  await bad.roll([app, migrate]);
  const left = bad.kube.objects.get('Job shop/migrate');
  if (left === undefined) throw new Error('the failed Job has to stay');
  const again = rolloutWorld();
  again.kube.onWrite = () => left;
  again.kube.put(left);
  again.kube.onWrite = rolloutWorld().kube.onWrite;
  expect(await again.roll([app, migrate])).toMatchObject({ verdict: 'healthy' });
  expect(again.writes()).toEqual([
    'delete Job shop/migrate',
    'apply Job shop/migrate',
    'apply Deployment shop/app',
  ]);
});

test('a Job after that fails takes the release back', async () => {
  const { kube, roll } = rolloutWorld({ failing: ['smoke'] });
  const result = await roll([app, smoke]);
  expect(result).toMatchObject({
    verdict: 'undone',
    findings: [{ cause: 'job-failed', ref: { name: 'smoke' } }],
  });
  expect(kube.objects.has('Deployment shop/app')).toBe(false);
});

test('the hooks of Helm and Argo CD count; what they keep for other occasions is left out', () => {
  const hook = (key: string, value: string) => hookOf(object('Job', 'j', {}, { [key]: value }))?.phase;
  expect(hook('helm.sh/hook', 'pre-install,pre-upgrade')).toBe('pre');
  expect(hook('helm.sh/hook', 'post-upgrade')).toBe('post');
  expect(hook('argocd.argoproj.io/hook', 'PreSync')).toBe('pre');
  expect(hook('helm.sh/hook', 'crd-install')).toBeUndefined();
  const manifest = (annotations: Record<string, string>, kind = 'Job'): Manifest => ({
    object: object(kind, 'j', {}, annotations),
    file: 'a.yaml',
    placeOf: (path) => ({ file: 'a.yaml', line: path.length }),
  });
  const all = [manifest({ 'helm.sh/hook': 'test' }, 'Pod'), manifest({ 'helm.sh/hook': 'pre-install,test' })];
  expect(ofTheRollout(all)).toHaveLength(1);
  expect(() => ofTheRollout([manifest({ 'seatrial.dev/hook': 'before' })])).toThrow('is "before"');
  expect(() => ofTheRollout([manifest(pre, 'Deployment')])).toThrow('only a Job ends');
});
