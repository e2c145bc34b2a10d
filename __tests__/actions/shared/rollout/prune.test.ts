import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { KubeError } from '../../../../actions/shared/kube/errors.ts';
import type { Kube } from '../../../../actions/shared/kube/types.ts';
import { textAt } from '../../../../actions/shared/kube/values.ts';
import { journalRef } from '../../../../actions/shared/rollout/journal/journal.ts';
import { diffOf } from '../../../../actions/shared/rollout/plan/diff.ts';
import { contentsIn, idOf, parentObject } from '../../../../actions/shared/rollout/prune/apply-set.ts';
import { object, rolloutWorld } from '../../../support/rollout-world.ts';

const applySet = { name: 'checkout', namespace: 'shop' };
const app = object('Deployment', 'app', { spec: { replicas: 1 } });
const old = object('ConfigMap', 'old', { data: { a: '1' } });
const claim = object('PersistentVolumeClaim', 'data', { spec: {} });
const parent = 'ConfigMap shop/checkout';

async function released() {
  const world = rolloutWorld();
  world.kube.put(object('ConfigMap', 'stranger'));
  await world.roll([app, old, claim], { applySet });
  world.writes();
  return world;
}

test('the id is the one that kubectl computes', () => {
  const hash = createHash('sha256').update('checkout.shop.ConfigMap.').digest('base64');
  expect(idOf(applySet)).toBe(
    `applyset-${hash.replaceAll('+', '-').replaceAll('/', '_').replace('=', '')}-v1`,
  );
  const contents = { kinds: ['ConfigMap', 'Deployment.apps'], namespaces: ['other', 'shop'] };
  expect(contentsIn(parentObject(applySet, contents), applySet)).toEqual(contents);
});

test('what the manifests no longer hold is removed at the end; what holds data stays, and strangers too', async () => {
  const { kube, roll, writes } = await released();
  const result = await roll([app], { applySet });
  expect(result).toMatchObject({
    verdict: 'healthy',
    warnings: [{ cause: 'not-pruned', ref: { name: 'data' } }],
  });
  expect(writes()).toEqual([`apply ${parent}`, 'delete ConfigMap shop/old', `apply ${parent}`]);
  expect(kube.objects.has('ConfigMap shop/stranger')).toBe(true);
  expect(kube.objects.get(parent)?.metadata.annotations).toMatchObject({
    'applyset.kubernetes.io/contains-group-kinds': 'Deployment.apps,PersistentVolumeClaim',
  });
  expect(await roll([app], { applySet })).toMatchObject({ verdict: 'unchanged' });
});

test('a dry run names what would go, and removes nothing', async () => {
  const { roll, writes, lines } = await released();
  const { plan } = await roll([app], { applySet, dryRun: true });
  expect(plan === undefined ? [] : diffOf(plan)).toEqual(['- ConfigMap shop/old']);
  expect(lines.join('\n')).toContain('- ConfigMap shop/old');
  expect(writes()).toEqual([]);
});

test('a release that fails removes nothing; one whose pruning fails brings back what was removed', async () => {
  const broken = await released();
  broken.kube.onWrite = () => undefined;
  await broken.roll([{ ...app, spec: { replicas: 2 } }], { applySet, timeout: 200 });
  expect(broken.kube.objects.has('ConfigMap shop/old')).toBe(true);

  const world = rolloutWorld();
  const first = object('ConfigMap', 'first', { data: { a: '1' } });
  await world.roll([app, first, object('Ingress', 'front')], { applySet });
  world.kube.before = (call) => {
    if (call === 'delete ConfigMap shop/first')
      throw new KubeError('may not', { status: 403, reason: 'Forbidden' });
  };
  const result = await world.roll([app], { applySet });
  expect(result).toMatchObject({ verdict: 'undone' });
  expect(world.kube.objects.has('Ingress shop/front')).toBe(true);
  expect(world.kube.objects.get(parent)?.metadata.annotations).toMatchObject({
    'applyset.kubernetes.io/contains-group-kinds': 'ConfigMap,Deployment.apps,Ingress.networking.k8s.io',
  });
});

test('another name is another set', async () => {
  const { roll } = await released();
  const other = object('Deployment', 'other', { spec: { replicas: 1 } });
  expect(await roll([other], { applySet: { ...applySet, name: 'other' } })).toMatchObject({
    plan: { pruned: [] },
  });
});

test('what another set has is refused, unless it is taken over; so is a parent that is none', async () => {
  const { roll, writes, kube } = await released();
  const other = { ...applySet, name: 'other' };
  const refused = await roll([app], { applySet: other });
  expect(refused).toMatchObject({
    verdict: 'refused',
    findings: [{ cause: 'managed-elsewhere', ref: { kind: 'Deployment', name: 'app' } }],
  });
  expect(refused.findings[0]?.evidence[0]).toContain(idOf(applySet));
  const stranger = await roll([object('ConfigMap', 'new')], { applySet: { ...applySet, name: 'stranger' } });
  expect(stranger).toMatchObject({ verdict: 'refused', findings: [{ cause: 'managed-elsewhere' }] });
  expect(writes()).toEqual([]);
  expect(kube.objects.get('ConfigMap shop/stranger')?.metadata.labels).toBeUndefined();
});

test('what comes again by an undo, or may by that of a run that died, is named by the set again', async () => {
  const kinds = (world: Awaited<ReturnType<typeof released>>): string =>
    world.kube.objects.get(parent)?.metadata.annotations?.['applyset.kubernetes.io/contains-group-kinds'] ??
    '';
  const journal = journalRef('shop', 'release');
  const world = rolloutWorld();
  await world.roll([app, object('Ingress', 'front')], { applySet, journal });
  const next = { ...app, spec: { replicas: 2 } };
  world.kube.before = (call) => {
    if (call.startsWith('patch Secret')) throw new Error('killed');
  };
  await expect(world.roll([next], { applySet, journal })).rejects.toThrow('killed');
  world.kube.before = () => undefined;
  expect(kinds(world)).toBe('Deployment.apps');
  // The run that died had removed it: the failure of the next brings it again.
  world.kube.onWrite = () => undefined;
  const failed = await world.roll([{ ...app, spec: { replicas: 3 } }], { applySet, journal, timeout: 200 });
  expect(failed.restored?.failures).toEqual([]);
  expect(world.kube.objects.has('Ingress shop/front')).toBe(true);
  expect(kinds(world)).toBe('Deployment.apps,Ingress.networking.k8s.io');

  const good = rolloutWorld();
  await good.roll([app, object('Ingress', 'front')], { applySet, journal });
  await good.roll([next], { applySet, journal });
  expect(kinds(good)).toBe('Deployment.apps');
  expect(await good.roll([next], { applySet, journal, mode: 'undo' })).toMatchObject({ verdict: 'healthy' });
  expect(good.kube.objects.has('Ingress shop/front')).toBe(true);
  expect(kinds(good)).toBe('Deployment.apps,Ingress.networking.k8s.io');
});

test.each([
  ['list configmaps', 'for what the next run has to find'],
  ['delete configmaps', 'for what this one removes'],
  ['patch configmaps', 'for the parent'],
])('without %s, %s, it is refused before anything is written, with the Role', async (right) => {
  const { kube, roll, writes } = await released();
  const create: Kube['create'] = kube.create;
  kube.create = async (one, options) => {
    if (one.kind !== 'SelfSubjectAccessReview') return create(one, options);
    const asked = ['verb', 'resource'].map((field) => textAt(one, 'spec', 'resourceAttributes', field));
    return { ...one, status: { allowed: !['* *', right].includes(asked.join(' ')) } };
  };
  const result = await roll([app], { applySet });
  expect(result).toMatchObject({ verdict: 'refused', findings: [{ cause: 'forbidden' }] });
  expect(result.findings[0]?.message).toBe(`this account may not: ${right} in shop`);
  expect(result.findings[0]?.fix).toContain(`verbs: [${right.split(' ')[0]}]`);
  expect(writes()).toEqual([]);
});

test('a parent that may not be read is told by the permission check, or ends it before a write', async () => {
  const { kube, roll, writes } = await released();
  kube.before = (call) => {
    if (call === `get ${parent}`) throw new KubeError('may not get', { status: 403, reason: 'Forbidden' });
  };
  await expect(roll([app], { applySet })).rejects.toThrow('may not get');
  expect(writes()).toEqual([]);
});
