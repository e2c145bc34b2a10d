import { expect, test } from '@jest/globals';
import { judgeArgo, judgeFlux, workloadsOf } from '../../../../actions/k8s-rollout/src/gitops/judge.ts';
import { ownerOf } from '../../../../actions/k8s-rollout/src/gitops/owner.ts';
import { keeperOf, refuseKept } from '../../../../actions/shared/rollout/plan/owner.ts';

const commit = 'c'.repeat(40);
const holds = (revision: string): boolean => revision === commit;
const metadata = { name: 'shop', namespace: 'argocd', generation: 2 };
const argo = (status: object) =>
  judgeArgo({ apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', metadata, status }, holds).state;
const flux = (status: object) =>
  judgeFlux({ apiVersion: 'kustomize.toolkit.fluxcd.io/v1', kind: 'Kustomization', metadata, status }, holds)
    .state;

test.each([
  ['nothing known yet', {}, 'waiting'],
  [
    'synced to an older commit',
    { sync: { status: 'Synced', revision: 'old' }, health: { status: 'Healthy' } },
    'waiting',
  ],
  [
    'out of sync',
    { sync: { status: 'OutOfSync', revision: commit }, health: { status: 'Healthy' } },
    'waiting',
  ],
  [
    'still applying',
    { sync: { status: 'Synced', revision: commit }, operationState: { phase: 'Running' } },
    'waiting',
  ],
  [
    'applied, pods on their way',
    { sync: { status: 'Synced', revision: commit }, health: { status: 'Progressing' } },
    'synced',
  ],
  ['healthy', { sync: { status: 'Synced', revision: commit }, health: { status: 'Healthy' } }, 'healthy'],
  ['degraded', { sync: { status: 'Synced', revision: commit }, health: { status: 'Degraded' } }, 'failed'],
  [
    'several sources',
    { sync: { status: 'Synced', revisions: [commit] }, health: { status: 'Healthy' } },
    'healthy',
  ],
  [
    'a sync of it failed',
    {
      sync: { status: 'OutOfSync' },
      operationState: { phase: 'Failed', message: 'no', syncResult: { revision: commit } },
    },
    'failed',
  ],
  [
    'a sync before it failed',
    { sync: { status: 'OutOfSync' }, operationState: { phase: 'Failed', syncResult: { revision: 'old' } } },
    'waiting',
  ],
  [
    'the repository does not render',
    { conditions: [{ type: 'ComparisonError', message: 'no such path' }] },
    'failed',
  ],
])('Argo CD, %s', (_what, status, state) => {
  expect(argo(status)).toBe(state);
});

const ready = (status: string) => [{ type: 'Ready', status, reason: 'R', message: 'm' }];

test.each([
  [
    'not seen',
    { observedGeneration: 1, conditions: ready('True'), lastAppliedRevision: `main@sha1:${commit}` },
    'waiting',
  ],
  [
    'an older commit',
    { observedGeneration: 2, conditions: ready('True'), lastAppliedRevision: 'main@sha1:old' },
    'waiting',
  ],
  [
    'applied, health checks run',
    { observedGeneration: 2, conditions: ready('Unknown'), lastAppliedRevision: `main@sha1:${commit}` },
    'synced',
  ],
  [
    'healthy',
    { observedGeneration: 2, conditions: ready('True'), lastAppliedRevision: `main@sha1:${commit}` },
    'healthy',
  ],
  [
    'it failed',
    { observedGeneration: 2, conditions: ready('False'), lastAttemptedRevision: `main@sha1:${commit}` },
    'failed',
  ],
  [
    'one before failed',
    { observedGeneration: 2, conditions: ready('False'), lastAttemptedRevision: 'main@sha1:old' },
    'waiting',
  ],
])('Flux, %s', (_what, status, state) => {
  expect(flux(status)).toBe(state);
});

test('the workloads that a controller says it keeps', () => {
  const resources = [{ group: 'apps', version: 'v1', kind: 'Deployment', namespace: 'shop', name: 'app' }];
  const ref = { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'app' };
  expect(
    workloadsOf({ apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', metadata, status: { resources } }),
  ).toEqual([ref]);
  const inventory = { entries: [{ id: 'shop_app_apps_Deployment', v: 'v1' }] };
  expect(workloadsOf({ apiVersion: 'x/v1', kind: 'Kustomization', metadata, status: { inventory } })).toEqual(
    [ref],
  );
});

test('who is waited for, as it is written', () => {
  expect(ownerOf('Application argocd/shop')).toMatchObject({
    kind: 'Application',
    namespace: 'argocd',
    name: 'shop',
  });
  expect(ownerOf('Kustomization flux-system/shop')).toMatchObject({
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
  });
  expect(() => ownerOf('shop')).toThrow('names no Application and no Kustomization');
});

test('a workload that a repository keeps is refused, with who keeps it', () => {
  const app = (more: object) => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'app', namespace: 'shop', ...more },
  });
  expect(
    refuseKept(app({ annotations: { 'argocd.argoproj.io/tracking-id': 'shop:apps/Deployment:shop/app' } })),
  ).toMatchObject({
    cause: 'managed-elsewhere',
    message: expect.stringContaining('Argo CD, Application shop'),
  });
  const labels = {
    'kustomize.toolkit.fluxcd.io/name': 'shop',
    'kustomize.toolkit.fluxcd.io/namespace': 'flux-system',
  };
  expect(keeperOf(app({ labels }))?.name).toBe('Flux, Kustomization flux-system/shop');
  // Charts use this label without any controller.
  expect(refuseKept(app({ labels: { 'app.kubernetes.io/instance': 'shop' } }))).toBeUndefined();
});
