import { expect, test } from '@jest/globals';
import type { KubeObject } from '../../../../actions/shared/kube/types.ts';
import { at } from '../../../../actions/shared/kube/values.ts';
import { journalRef } from '../../../../actions/shared/rollout/journal/journal.ts';
import { object, rolloutWorld } from '../../../support/rollout-world.ts';

const journal = journalRef('shop', 'release');
const applySet = { name: 'checkout', namespace: 'shop' };
const app = (image: string): KubeObject =>
  object('Deployment', 'app', {
    spec: { replicas: 1, template: { spec: { containers: [{ name: 'app', image }] } } },
  });
const report = object('Job', 'report', {
  spec: { ttlSecondsAfterFinished: 60, template: { spec: { containers: [] } } },
});

/** As the server keeps a Job that it has begun. */
const begun = (job: KubeObject, status: object): KubeObject => {
  const labels = { 'controller-uid': 'u', 'batch.kubernetes.io/controller-uid': 'u', own: 'label' };
  const template = { metadata: { labels }, spec: { containers: [] } };
  const selector = { matchLabels: { 'batch.kubernetes.io/controller-uid': 'u' } };
  return { ...job, spec: { ttlSecondsAfterFinished: 60, selector, template }, status };
};
const done = { conditions: [{ type: 'Complete', status: 'True' }] };

/** A release with a Job, and one without it. */
async function pruned(status: object) {
  const world = rolloutWorld();
  const { kube, roll } = world;
  await roll([app('v1'), report], { journal, applySet });
  const live = kube.objects.get('Job shop/report');
  if (live === undefined) throw new Error('no Job');
  const answer = kube.onWrite;
  kube.onWrite = () => undefined;
  kube.put(begun(live, status));
  kube.onWrite = answer;
  await roll([app('v2')], { journal, applySet });
  expect(kube.objects.has('Job shop/report')).toBe(false);
  return world;
}

test('a Job that an undo brings back gets a selector of its own, as the server wants it', async () => {
  const { kube, roll } = await pruned({ active: 1 });
  const undone = await roll([app('v2')], { journal, applySet, mode: 'undo' });
  expect(undone).toMatchObject({ verdict: 'healthy' });
  const again = kube.objects.get('Job shop/report');
  expect(at(again, 'spec', 'selector')).toBeUndefined();
  expect(JSON.parse(JSON.stringify(at(again, 'spec', 'template', 'metadata', 'labels')))).toEqual({
    own: 'label',
  });
});

test('one that was done is not brought back: it would run again', async () => {
  const { kube, roll } = await pruned(done);
  const undone = await roll([app('v2')], { journal, applySet, mode: 'undo' });
  expect(undone).toMatchObject({ verdict: 'healthy' });
  expect(kube.objects.has('Job shop/report')).toBe(false);
});

test('a Job that has gone by itself when it was done is in the way of no undo, restart or status', async () => {
  const { kube, roll, lines } = rolloutWorld();
  await roll([app('v1')], { journal });
  await roll([app('v2'), report], { journal });
  kube.objects.delete('Job shop/report');
  const release = [app('v2'), report];
  expect(await roll(release, { journal, mode: 'status' })).toMatchObject({ verdict: 'unchanged' });
  expect(await roll(release, { journal, mode: 'restart' })).toMatchObject({ verdict: 'healthy' });
  expect(lines.join('\n')).toContain('Job shop/report: is not there');
  expect(await roll(release, { journal, mode: 'undo' })).toMatchObject({ verdict: 'healthy' });
  expect(kube.objects.get('Deployment shop/app')).toMatchObject(app('v1'));
  expect(await roll([object('Job', 'other', { spec: {} })], { mode: 'status' })).toMatchObject({
    verdict: 'refused',
    findings: [{ cause: 'not-there' }],
  });
});

test('the way back from a failure leaves a done Job that is gone where it is', async () => {
  const { kube, roll } = rolloutWorld({ stuck: ['app'] });
  kube.put(begun(report, done));
  kube.before = (call) => {
    // It goes while the rollout is on its way back.
    if (call === 'get Job shop/report' && kube.writes.length > 0) kube.objects.delete('Job shop/report');
  };
  const changed = { ...report, metadata: { ...report.metadata, labels: { a: 'b' } } };
  const result = await roll([app('v2'), changed], { timeout: 200 });
  expect(result).toMatchObject({ verdict: 'undone', restored: { failures: [] } });
  expect(kube.objects.has('Job shop/report')).toBe(false);
});
