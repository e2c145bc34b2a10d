import { expect, test } from '@jest/globals';
import { KubeError } from '../../../../actions/shared/kube/errors.ts';
import type { KubeObject } from '../../../../actions/shared/kube/types.ts';
import { hasEnded, processMark } from '../../../../actions/shared/lease/process.ts';
import { ClaimLost, guarded } from '../../../../actions/shared/rollout/claim/claim.ts';
import { type ClaimOptions, claimWorkloads } from '../../../../actions/shared/rollout/claim/take.ts';
import { rollOut } from '../../../../actions/shared/rollout/rollout.ts';
import type { Setting } from '../../../../actions/shared/rollout/types.ts';
import { FakeKube } from '../../../support/fake-kube.ts';

const app = (name: string): { object: KubeObject } => ({
  object: { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name, namespace: 'shop' } },
});
const options = (owner: string, more: Partial<ClaimOptions> = {}): ClaimOptions => ({
  owner,
  onBusy: 'fail',
  patience: 5000,
  ...more,
});

function world() {
  const lines: string[] = [];
  const clock = { now: Date.UTC(2026, 10, 1) };
  const kube = new FakeKube(() => clock.now);
  const setting: Setting = {
    kube,
    log: { info: (line) => void lines.push(line), debug: () => undefined, group: (_, work) => work() },
    now: () => clock.now,
    signal: new AbortController().signal,
    fieldManager: 'seatrial',
    forceConflicts: false,
  };
  return { kube, setting, lines, clock };
}

const leases = (kube: FakeKube): string[] =>
  [...kube.objects.values()]
    .filter(({ kind }) => kind === 'Lease')
    .map(({ metadata }) => metadata.name ?? '');

test('a workload that another rollout has is busy, and the own Lease is withdrawn; others are free', async () => {
  const { kube, setting } = world();
  const { claims: first = [] } = await claimWorkloads([app('a'), app('b')], options('run 1'), setting);
  expect(first).toHaveLength(1);
  const second = await claimWorkloads([app('b'), app('c')], options('run 2'), setting);
  expect(second.busy).toMatchObject({
    cause: 'busy',
    ref: { name: 'b' },
    message: 'another rollout is at work on Deployment/b: run 1',
  });
  expect(leases(kube)).toHaveLength(1);
  const third = await claimWorkloads([app('c')], options('run 3'), setting);
  expect(third.claims).toHaveLength(1);
  for (const claim of [...first, ...(third.claims ?? [])]) await claim.release();
  expect(leases(kube)).toEqual([]);
});

test('who waits goes on when the other has ended', async () => {
  const { setting, lines } = world();
  const { claims: [first] = [] } = await claimWorkloads([app('a')], options('run 1'), setting);
  const second = claimWorkloads([app('a')], options('run 2', { onBusy: 'wait' }), setting);
  while (lines.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  await first?.release();
  const { claims: [mine] = [] } = await second;
  expect(mine).toBeDefined();
  await mine?.release();
  expect(lines.join('\n')).toContain('Deployment/a: run 1 is at work on it; waiting for its end.');
});

test('of many that start at once one at a time has the workload', async () => {
  const { setting } = world();
  let inside = 0;
  const run = async (name: string): Promise<void> => {
    const { claims: [claim] = [] } = await claimWorkloads(
      [app('a')],
      options(name, { onBusy: 'wait' }),
      setting,
    );
    expect(claim).toBeDefined();
    inside += 1;
    expect(inside).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 5));
    inside -= 1;
    await claim?.release();
  };
  await Promise.all(['1', '2', '3', '4'].map(run));
});

test('a Lease that was not renewed in time by the clock of the server is dead, and the frozen run writes nothing more', async () => {
  const { kube, setting, clock, lines } = world();
  const { claims: first = [] } = await claimWorkloads([app('a')], options('run 1'), setting);
  const frozen = guarded(kube, first);
  await expect(frozen.apply(app('a').object, { fieldManager: 'x' })).resolves.toBeDefined();
  clock.now += 16_000;
  const { claims: second = [] } = await claimWorkloads([app('a')], options('run 2'), setting);
  expect(second).toHaveLength(1);
  expect(lines).toContain('run 1 was at work on Deployment/a and has died.');
  const before = kube.writes.length;
  await expect(frozen.apply(app('a').object, { fieldManager: 'x' })).rejects.toThrow(ClaimLost);
  await expect(frozen.remove({ apiVersion: 'v1', kind: 'Pod', name: 'x' })).rejects.toThrow(ClaimLost);
  expect(kube.writes.length).toBe(before);
  for (const claim of [...first, ...second]) await claim.release();
});

test('a silence alone costs no claim: it is renewed before the next write', async () => {
  const { kube, setting, clock } = world();
  const { claims = [] } = await claimWorkloads([app('a')], options('run 1'), setting);
  clock.now += 60_000;
  await guarded(kube, claims).apply(app('a').object, { fieldManager: 'x' });
  expect(kube.writes.at(-2)).toMatch(/^replace Lease/);
  for (const claim of claims) await claim.release();
});

test('the Lease in a namespace that came with the release is renewed like every other', async () => {
  const { kube, setting, clock } = world();
  const there = (): boolean => kube.objects.has('Namespace /fresh');
  kube.before = (call) => {
    if (call.includes('Lease fresh/') && !there())
      throw new KubeError('no such namespace', { status: 404, reason: 'NotFound' });
    // A silence in the middle of the writes.
    if (call === 'apply ConfigMap fresh/settings') clock.now += 14_000;
  };
  kube.onWrite = (object) => {
    if (object.kind !== 'Deployment') return undefined;
    const counts = { replicas: 1, updatedReplicas: 1, availableReplicas: 1 };
    return { ...object, status: { ...counts, observedGeneration: object.metadata.generation } };
  };
  const metadata = (name: string) => ({ name, namespace: 'fresh' });
  const release: KubeObject[] = [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'fresh' } },
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: metadata('settings') },
    { apiVersion: 'apps/v1', kind: 'Deployment', metadata: metadata('app'), spec: { replicas: 1 } },
  ];
  const result = await rollOut(
    release.map((object) => ({ object })),
    setting,
    { timeout: 60_000, settle: 0, onFailure: 'undo', dryRun: false, claim: options('run 1') },
  );
  expect(result).toMatchObject({ verdict: 'healthy' });
  const ofLeases = kube.writes.filter((write) => write.includes('Lease')).map((write) => write.split(' ')[0]);
  expect(ofLeases).toEqual(['create', 'replace', 'delete']);
});

test('a run whose process has ended on this machine is dead at once', async () => {
  const { kube, setting } = world();
  const mark = await processMark();
  expect(await hasEnded(mark)).toBe(false);
  const ended = mark.replace(/\.\d+$/, '.1');
  expect(await hasEnded(ended)).toBe(true);
  expect(await hasEnded('elsewhere.1.1')).toBe(false);
  const { claims: [first] = [] } = await claimWorkloads([app('a')], options('run 1'), setting);
  const [lease] = [...kube.objects.values()].filter(({ kind }) => kind === 'Lease');
  if (lease === undefined) throw new Error('no Lease');
  kube.put({
    ...lease,
    metadata: {
      ...lease.metadata,
      annotations: { ...lease.metadata.annotations, 'seatrial.dev/process': ended },
    },
  });
  const second = await claimWorkloads([app('a')], options('run 2'), setting);
  expect(second.claims).toHaveLength(1);
  for (const claim of second.claims ?? []) await claim.release();
  await first?.release();
});

test('a canary and a rollout keep each other away from a workload; two canaries do that by their routes', async () => {
  const { setting } = world();
  const canary = (owner: string) => options(owner, { claimant: 'canary' as const });
  const { claims: [first] = [] } = await claimWorkloads([app('a')], canary('run 1'), setting);
  const rollout = await claimWorkloads([app('a')], options('run 2'), setting);
  expect(rollout.busy?.message).toBe('a canary is at work on Deployment/a: run 1');
  const { claims: [second] = [] } = await claimWorkloads([app('a')], canary('run 3'), setting);
  expect(second).toBeDefined();
  await first?.release();
  await second?.release();
  const { claims: [third] = [] } = await claimWorkloads([app('a')], options('run 4'), setting);
  const late = await claimWorkloads([app('a')], canary('run 5'), setting);
  expect(late.busy?.message).toBe('another rollout is at work on Deployment/a: run 4');
  await third?.release();
});
