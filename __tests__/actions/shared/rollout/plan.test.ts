import { expect, test } from '@jest/globals';
import type { Log } from '../../../../actions/shared/action/log.ts';
import { ConflictError, errorOf, KubeError } from '../../../../actions/shared/kube/errors.ts';
import type { KubeObject } from '../../../../actions/shared/kube/types.ts';
import { dryRun } from '../../../../actions/shared/rollout/plan/check.ts';
import { changeOf, differences } from '../../../../actions/shared/rollout/plan/compare.ts';
import { fieldIn, fieldPath } from '../../../../actions/shared/rollout/plan/field-path.ts';
import { roleFor } from '../../../../actions/shared/rollout/plan/permissions.ts';
import { refusalOf } from '../../../../actions/shared/rollout/plan/refusal.ts';
import { withLiveReplicas } from '../../../../actions/shared/rollout/plan/replicas.ts';
import { FakeKube } from '../../../support/fake-kube.ts';

const object: KubeObject = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'app', namespace: 'shop' },
  spec: { replicas: 3, template: { spec: { containers: [{ name: 'side' }, { name: 'app', image: 'a' }] } } },
};
const ref = { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'app' };

test.each([
  ['.spec.replica: field not declared in schema', '.spec.replica'],
  [
    'failed to create typed patch object (shop/app; apps/v1, Kind=Deployment): .spec.replicas: expected numeric, got string',
    '.spec.replicas',
  ],
  [
    'Deployment.apps "app" is invalid: spec.template.metadata.labels: Invalid value: {"app":"x"}: no match',
    'spec.template.metadata.labels',
  ],
  ['something else: without a field', ''],
])('the field in %j', (message, field) => {
  expect(fieldIn(message)).toBe(field);
});

test('fields as the server writes them lead into the object', () => {
  const containers = ['spec', 'template', 'spec', 'containers'];
  expect(fieldPath(object, '.spec.template.spec.containers[name="app"].image')).toEqual([
    ...containers,
    1,
    'image',
  ]);
  expect(fieldPath(object, 'spec.template.spec.containers[0].ports[2].name')).toEqual([
    ...containers,
    0,
    'ports',
    2,
    'name',
  ]);
  expect(fieldPath(object, '.metadata.labels["a.b/c"]')).toEqual(['metadata', 'labels', 'a.b/c']);
  expect(fieldPath(object, '.spec.template.spec.containers[name="gone"].image')).toEqual(containers);
});

const status = (code: number, reason: string, message: string, details: object = {}): string =>
  JSON.stringify({ kind: 'Status', status: 'Failure', code, reason, message, details });

// Messages as Kubernetes 1.35 gives them.
test.each([
  [
    403,
    status(
      403,
      'Forbidden',
      'pods is forbidden: User "ci" cannot create resource "pods" in API group "" in the namespace "shop"',
    ),
    'forbidden',
  ],
  [
    403,
    status(
      403,
      'Forbidden',
      'pods "a" is forbidden: exceeded quota: small, requested: pods=1, used: pods=1, limited: pods=1',
    ),
    'quota-exceeded',
  ],
  [
    403,
    status(
      403,
      'Forbidden',
      'pods "a" is forbidden: violates PodSecurity "restricted:latest": allowPrivilegeEscalation != false',
    ),
    'admission-denied',
  ],
  [
    403,
    status(
      403,
      'Forbidden',
      'configmaps "a" is forbidden: unable to create new content in namespace shop because it is being terminated',
    ),
    'stuck-finalizer',
  ],
  [404, status(404, 'NotFound', 'namespaces "shop" not found'), 'namespace-missing'],
  [
    422,
    status(
      422,
      'Invalid',
      'Deployment.apps "app" is invalid: spec.selector: Invalid value: {}: field is immutable',
    ),
    'immutable-field',
  ],
  [
    422,
    status(
      422,
      'Invalid',
      'StatefulSet.apps "db" is invalid: spec: Forbidden: updates to statefulset spec for fields other than \'replicas\' are forbidden',
    ),
    'immutable-field',
  ],
  [
    422,
    status(
      422,
      'Invalid',
      'Deployment.apps "app" is invalid: spec.template.metadata.labels: Invalid value: {"app":"b"}: `selector` does not match template `labels`',
    ),
    'selector-mismatch',
  ],
  [
    500,
    status(
      500,
      'InternalError',
      'Internal error occurred: failed calling webhook "a.example.com": failed to call webhook: Post "https://a.b.svc:443/": service "a" not found',
    ),
    'webhook-failed',
  ],
  [
    400,
    status(400, 'BadRequest', 'admission webhook "policy.example.com" denied the request: no team label'),
    'admission-denied',
  ],
  [
    500,
    status(
      500,
      '',
      'failed to create typed patch object (shop/app; apps/v1, Kind=Deployment): .spec.replica: field not declared in schema',
    ),
    'invalid-manifest',
  ],
  [500, 'dial tcp 10.0.0.1:6443: connect: connection refused', 'unreachable'],
  [500, 'getting credentials: exec: executable aws not found', 'unauthorized'],
])('a refusal with %i %s is %s', (code, body, cause) => {
  expect(refusalOf(errorOf(code, body, 'apply'), { object }, ref)).toMatchObject({
    cause,
    certainty: 'certain',
  });
});

test.each([
  ['kubectl', 'field-conflict'],
  ['keda', 'replica-conflict'],
])('a conflict with %s names the field, its owner and the manifest line: %s', (owner, cause) => {
  const message = `conflict with "${owner}" using apps/v1`;
  const details = [{ reason: 'FieldManagerConflict', message, field: '.spec.replicas' }];
  const finding = refusalOf(new ConflictError('conflict', { reason: 'Conflict', details }), { object }, ref);
  expect(finding).toMatchObject({ cause, path: ['spec', 'replicas'] });
  expect(finding.message).toBe(`.spec.replicas is owned by ${owner}, which has set another value`);
});

test.each([
  ['seatrial', object, true],
  ['kubectl-client-side-apply', object, true],
  ['kubectl-edit', object, false],
  ['rollouts-controller', { ...object, apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout' }, true],
  ['rollouts-controller', object, false],
])('fields that %s has set without applying are taken over: %#', async (owner, object, takenOver) => {
  const details = [
    { reason: 'FieldManagerConflict', message: `conflict with "${owner}" using v1`, field: '.spec.replicas' },
  ];
  const refusals = [new ConflictError('conflict', { reason: 'Conflict', details })];
  const kube = new FakeKube();
  kube.before = () => {
    const refusal = refusals.pop();
    if (refusal !== undefined) throw refusal;
  };
  const log: Log = { info: () => undefined, debug: () => undefined, group: (_, work) => work() };
  const { signal } = new AbortController();
  const setting = { kube, log, now: () => 0, signal, fieldManager: 'seatrial', forceConflicts: false };
  const outcome = await dryRun(object, setting).then(
    ({ force }) => force,
    () => false,
  );
  expect(outcome).toBe(takenOver);
});

test('an error that is no conflict stays what it is', () => {
  expect(errorOf(500, '{"kind":"Status","message":"boom"}', 'x')).toBeInstanceOf(KubeError);
  expect(errorOf(500, '{"kind":"Status","message":"boom"}', 'x')).not.toBeInstanceOf(ConflictError);
});

test('our own notes are no change; a pod template annotation is one', () => {
  const noted = {
    ...object,
    metadata: { ...object.metadata, resourceVersion: '9', annotations: { 'seatrial.dev/commit': 'b' } },
  };
  expect(changeOf(object, { ...object, status: { replicas: 1 } })).toBe('none');
  expect(changeOf(object, noted)).toBe('noted');
  expect(changeOf(object, { ...object, metadata: { ...object.metadata, annotations: { team: 'a' } } })).toBe(
    'changed',
  );
  expect(changeOf(object, { ...object, spec: { replicas: 4 } })).toBe('changed');
  expect(changeOf(undefined, object)).toBe('created');
});

test('differences name list items and never show what a Secret holds', () => {
  const after = structuredClone(object);
  after['spec'] = { replicas: 3, template: { spec: { containers: [{ name: 'app', image: 'b' }] } } };
  expect(differences(object, after)).toEqual([
    { field: 'spec.template.spec.containers[side]', before: '{"name":"side"}', after: undefined },
    { field: 'spec.template.spec.containers[app].image', before: 'a', after: 'b' },
  ]);
  const secret = (value: string): KubeObject => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 's' },
    data: { a: value },
  });
  expect(differences(secret('b2xk'), secret('bmV3'))).toEqual([
    { field: 'data.a', before: '(hidden)', after: '(hidden)' },
  ]);
});

test('replicas of an autoscaler: left out, or stated as they are when leaving them out would reset them', () => {
  const owned = { manager: 'seatrial', operation: 'Apply', fieldsV1: { 'f:spec': { 'f:replicas': {} } } };
  const live = (managedFields: object[]): KubeObject => ({
    ...object,
    metadata: { ...object.metadata, managedFields },
    spec: { replicas: 7 },
  });
  const replicasAfter = (before: KubeObject | undefined) => {
    const { spec } = withLiveReplicas(object, before, 'seatrial');
    return JSON.parse(JSON.stringify(spec)).replicas;
  };
  expect(replicasAfter(undefined)).toBe(3);
  expect(replicasAfter(live([]))).toBeUndefined();
  expect(replicasAfter(live([owned]))).toBe(7);
});

test('the role for what is missing groups verbs and keeps namespaces apart', () => {
  const role = roleFor([
    { verb: 'get', group: 'apps', resource: 'deployments', namespace: 'shop' },
    { verb: 'patch', group: 'apps', resource: 'deployments', namespace: 'shop' },
    { verb: 'create', group: '', resource: 'namespaces' },
  ]);
  expect(role).toContain('kind: Role\nmetadata: { name: seatrial, namespace: shop }');
  expect(role).toContain('  - apiGroups: ["apps"]\n    resources: ["deployments"]\n    verbs: [get, patch]');
  expect(role).toContain('kind: ClusterRole\nmetadata: { name: seatrial }');
});
