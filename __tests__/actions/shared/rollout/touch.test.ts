import { expect, test } from '@jest/globals';
import type { KubeObject } from '../../../../actions/shared/kube/types.ts';
import { at, textAt } from '../../../../actions/shared/kube/values.ts';
import { journalRef } from '../../../../actions/shared/rollout/journal/journal.ts';
import { previousOf } from '../../../../actions/shared/rollout/touch/previous.ts';
import { object, rolloutWorld } from '../../../support/rollout-world.ts';

const template = (image: string) => ({
  metadata: { labels: { app: 'app' } },
  spec: { containers: [{ name: 'app', image }] },
});
const app = object('Deployment', 'app', { spec: { replicas: 2, template: template('v1') } });

function revision(number: number, image: string): KubeObject {
  const labelled = { ...template(image), metadata: { labels: { app: 'app', 'pod-template-hash': 'x' } } };
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: `app-${number}`,
      namespace: 'shop',
      annotations: { 'deployment.kubernetes.io/revision': String(number) },
      ownerReferences: [
        { apiVersion: 'apps/v1', kind: 'Deployment', name: 'app', uid: 'app-uid', controller: true },
      ],
    },
    spec: { template: labelled },
  };
}

async function world() {
  const it = rolloutWorld();
  it.kube.put({ ...app, metadata: { ...app.metadata, uid: 'app-uid' } });
  it.writes();
  return it;
}
const live = (kube: { objects: Map<string, KubeObject> }) => kube.objects.get('Deployment shop/app');

test('a restart changes the pod template only, and nothing else is applied', async () => {
  const { kube, roll, writes } = await world();
  const result = await roll([app, object('ConfigMap', 'c')], { mode: 'restart' });
  expect(result).toMatchObject({ verdict: 'healthy' });
  expect(writes().every((write) => write === 'replace Deployment shop/app')).toBe(true);
  const annotations = at(live(kube), 'spec', 'template', 'metadata', 'annotations');
  expect(textAt(annotations, 'seatrial.dev/restarted-at')).toMatch(/^\d{4}-/);
  expect(at(live(kube), 'spec', 'template', 'spec')).toEqual(template('v1').spec);
});

test('an undo by hand gives the pods of the previous revision, and keeps all else', async () => {
  const { kube, roll } = await world();
  expect(await roll([app], { mode: 'undo' })).toMatchObject({
    verdict: 'refused',
    findings: [{ cause: 'no-previous-revision' }],
  });
  kube.put(revision(1, 'v0'));
  kube.put(revision(2, 'v1'));
  expect(await roll([app], { mode: 'undo' })).toMatchObject({ verdict: 'healthy' });
  expect(at(live(kube), 'spec')).toEqual({ replicas: 2, template: template('v0') });
});

const journal = journalRef('shop', 'release');
const release = (version: string, more: readonly KubeObject[] = []): KubeObject[] => [
  object('ConfigMap', 'settings', { data: { version } }),
  object('Deployment', 'app', { spec: { replicas: 2, template: template(version) } }),
  ...more,
];
const dataOf = (secret: KubeObject | undefined): string[] => Object.keys(at(secret, 'data') ?? {});

test('an undo gives back the whole release before: its configuration too, without what came; and again the other way', async () => {
  const { kube, roll } = rolloutWorld();
  const fresh = object('ConfigMap', 'fresh', { data: { a: '1' } });
  await roll(release('v1'), { journal });
  await roll(release('v2', [fresh]), { journal, allowOlder: false });
  const version = () => [
    textAt(kube.objects.get('ConfigMap shop/settings'), 'data', 'version'),
    at(live(kube), 'spec', 'template', 'spec', 'containers', 0, 'image'),
    kube.objects.has('ConfigMap shop/fresh'),
  ];
  expect(version()).toEqual(['v2', 'v2', true]);
  expect(dataOf(kube.objects.get('Secret shop/seatrial-rollout-release'))).toEqual(['previous']);
  // A restart is no release.
  expect(await roll(release('v2'), { journal, mode: 'restart' })).toMatchObject({ verdict: 'healthy' });
  const undone = await roll(release('v2'), { journal, mode: 'undo', allowOlder: false });
  expect(undone).toMatchObject({ verdict: 'healthy' });
  expect(version()).toEqual(['v1', 'v1', false]);
  expect(await roll(release('v2'), { journal, mode: 'undo' })).toMatchObject({ verdict: 'healthy' });
  expect(version()).toEqual(['v2', 'v2', true]);
});

test('what somebody has changed since a release is not undone by what that release had noted', async () => {
  const { kube, roll, lines } = rolloutWorld();
  await roll(release('v1'), { journal });
  await roll(release('v2'), { journal });
  const now = live(kube);
  if (now === undefined) throw new Error('no Deployment');
  kube.put({ ...now, spec: { replicas: 2, template: template('hotfix') } });
  expect(await roll(release('v2'), { journal, mode: 'undo' })).toMatchObject({
    verdict: 'refused',
    findings: [{ cause: 'no-previous-revision' }],
  });
  expect(lines.join('\n')).toContain('Deployment shop/app was changed since by another hand');
});

test('a broken release that is kept can be undone later, one that was put back leaves no note', async () => {
  const { kube, roll } = rolloutWorld({ stuck: ['broken'] });
  const broken = object('Deployment', 'broken', { spec: { replicas: 1, template: template('v1') } });
  const options = { journal, timeout: 200 };
  expect(await roll([broken], options)).toMatchObject({ verdict: 'undone' });
  expect(kube.objects.has('Secret shop/seatrial-rollout-release')).toBe(false);
  await roll(release('v1'), options);
  const worse = release('v2', [broken]);
  expect(await roll(worse, { ...options, onFailure: 'keep' })).toMatchObject({ verdict: 'failed' });
  expect(await roll(worse, { ...options, mode: 'undo' })).toMatchObject({ verdict: 'healthy' });
  expect(kube.objects.has('Deployment shop/broken')).toBe(false);
  expect(at(live(kube), 'spec', 'template', 'spec', 'containers', 0, 'image')).toBe('v1');
});

test('an undo of the first release is refused: it would remove the service', async () => {
  const { kube, roll } = rolloutWorld();
  await roll(release('v1'), { journal });
  expect(await roll(release('v1'), { journal, mode: 'undo' })).toMatchObject({
    verdict: 'refused',
    findings: [{ cause: 'no-previous-revision' }],
  });
  expect(kube.objects.has('Deployment shop/app')).toBe(true);
});

test('status watches and writes nothing; what is not there is refused', async () => {
  const { roll, writes } = await world();
  expect(await roll([app], { mode: 'status' })).toMatchObject({
    verdict: 'unchanged',
    workloads: [{ ready: 2 }],
  });
  expect(await roll([object('Deployment', 'gone')], { mode: 'status' })).toMatchObject({
    verdict: 'refused',
    findings: [{ cause: 'not-there' }],
  });
  expect(writes()).toEqual([]);
  const stuck = rolloutWorld({ stuck: ['app'] });
  stuck.kube.put(app);
  const result = await stuck.roll([app], { mode: 'status', timeout: 300 });
  expect(result).toMatchObject({ verdict: 'failed', findings: [{ cause: 'progress-deadline' }] });
  expect(stuck.writes()).toEqual([]);
});

test('of a StatefulSet the ControllerRevision before the newest counts', () => {
  const set: KubeObject = { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'db', uid: 'u' } };
  const kept = (number: number, image: string): KubeObject => ({
    apiVersion: 'apps/v1',
    kind: 'ControllerRevision',
    metadata: {
      name: `db-${number}`,
      ownerReferences: [{ apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'db', uid: 'u' }],
    },
    revision: number,
    data: { spec: { template: { ...template(image), $patch: 'replace' } } },
  });
  expect(previousOf(set, [kept(3, 'c'), kept(1, 'a'), kept(2, 'b')])).toEqual(template('b'));
  expect(previousOf(set, [kept(3, 'c')])).toBeUndefined();
});
