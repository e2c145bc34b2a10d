import { expect, test } from '@jest/globals';
import { at, objectAt, textAt } from '../../../../actions/shared/kube/values.ts';
import { canary, release, running } from './argo-shop.ts';

test('a release that the controller promotes; the same again is nothing to do', async () => {
  const shop = await running();
  expect((await canary(shop, 'v2')).outputs).toMatchObject({ verdict: 'promoted', phase: '' });
  expect(textAt(shop.rollout, 'metadata', 'annotations', 'note')).toBe('v2');
  expect(shop.leftovers()).toEqual([]);
  // What is applied after the promotion leads to the new version, and does not lead back.
  const service = shop.kube.objects.get('Service prod/shop');
  const stable = at(shop.rollout, 'status', 'stableRS');
  expect(at(service, 'spec', 'selector', 'rollouts-pod-template-hash')).toBe(stable);
  expect(textAt(service, 'metadata', 'annotations', 'note')).toBe('v2');
  expect((await canary(shop, 'v2')).outputs).toMatchObject({ verdict: 'unchanged' });
});

test.each(['bad', 'late'] as const)('one that is %s is put back whole', async (script) => {
  const shop = await running();
  const before = shop.promised();
  shop.script = script;
  const { outputs } = await canary(shop, 'v2');
  expect(outputs).toMatchObject({ verdict: 'rolled-back', weight: '0', phase: '' });
  expect(outputs['reason']).toContain(script === 'bad' ? 'metric failed' : 'ProgressDeadlineExceeded');
  expect(shop.promised()).toBe(before);
  expect(shop.leftovers()).toEqual([]);
});

test('one that waits is held: for the job that left it, until another resumes, promotes or aborts it', async () => {
  const shop = await running();
  const before = shop.promised();
  shop.script = 'waits';
  expect((await canary(shop, 'v2')).outputs).toMatchObject({
    verdict: 'held',
    phase: 'holding',
    weight: '20',
  });
  expect((await canary(shop, 'v2', { mode: 'abort' })).outputs).toMatchObject({ verdict: 'held' });
  expect((await canary(shop, 'v2', { post: 'true' })).outputs).toMatchObject({ verdict: 'held' });
  expect((await canary(shop, 'v2', { mode: 'abort' }, 'two')).outputs).toMatchObject({ verdict: 'restored' });
  expect(shop.promised()).toBe(before);
  await canary(shop, 'v2');
  expect((await canary(shop, 'v2', { mode: 'resume' }, 'two')).outputs).toMatchObject({
    verdict: 'promoted',
  });
  await canary(shop, 'v3');
  expect((await canary(shop, 'v3', { mode: 'promote' }, 'two')).outputs).toMatchObject({
    verdict: 'promoted',
  });
  expect(shop.leftovers()).toEqual([]);
});

test('another release waits for the one under way, or takes its place; its end is no longer the older job’s', async () => {
  const shop = await running();
  const before = shop.promised();
  shop.script = 'waits';
  await canary(shop, 'v2', {}, 'older');
  const { thrown } = await canary(shop, 'v3', { 'max-runtime': '1s' }, 'newer');
  expect(thrown).toMatchObject({ message: expect.stringContaining('another release is under way') });
  const replaced = await canary(shop, 'v3', { 'on-newer-commit': 'replace' }, 'newer');
  expect(replaced.outputs).toMatchObject({ verdict: 'held' });
  expect((await canary(shop, 'v2', { post: 'true' }, 'older')).outputs).toMatchObject({
    verdict: 'unchanged',
  });
  expect(textAt(shop.rollout, 'metadata', 'annotations', 'note')).toBe('v3');
  expect((await canary(shop, 'v3', { mode: 'abort' }, 'third')).outputs).toMatchObject({
    verdict: 'restored',
  });
  expect(shop.promised()).toBe(before);
});

test('a run that is still watching makes room for a newer commit', async () => {
  const shop = await running();
  shop.script = 'slow';
  const older = canary(shop, 'v2', {}, 'older');
  while (shop.leftovers().length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  const kept = shop.kube.objects.get('ConfigMap prod/seatrial-before-shop');
  const asking = { ...kept?.metadata.annotations, 'seatrial.dev/asked-by': 'newer' };
  if (kept !== undefined) shop.kube.put({ ...kept, metadata: { ...kept.metadata, annotations: asking } });
  const { outputs } = await older;
  expect(outputs).toMatchObject({ verdict: 'restored' });
  expect(outputs['reason']).toContain('a newer commit takes its place');
  shop.script = 'good';
  const newer = await canary(shop, 'v3', { 'on-newer-commit': 'replace' }, 'newer');
  expect(newer.outputs).toMatchObject({ verdict: 'promoted' });
  expect(shop.leftovers()).toEqual([]);
});

test('what was kept before a release is of no use when the controller has promoted it without us', async () => {
  const shop = await running();
  shop.script = 'waits';
  await canary(shop, 'v2');
  const before = objectAt(shop.rollout, 'status');
  const { pauseConditions: _, ...status } = before;
  shop.kube.put({
    ...(shop.rollout ?? release('v2')[2] ?? never()),
    status: { ...status, phase: 'Healthy', stableRS: before['currentPodHash'] },
  });
  expect((await canary(shop, 'v2', { mode: 'abort' }, 'two')).outputs).toMatchObject({
    verdict: 'unchanged',
  });
  expect(textAt(shop.rollout, 'metadata', 'annotations', 'note')).toBe('v2');
});

function never(): never {
  throw new Error('never');
}
