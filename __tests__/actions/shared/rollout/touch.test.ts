import { expect, test } from '@jest/globals';
import type { KubeObject } from '../../../../actions/shared/kube/types.ts';
import { at, textAt } from '../../../../actions/shared/kube/values.ts';
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
