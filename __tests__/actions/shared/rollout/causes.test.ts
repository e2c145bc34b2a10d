import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { judgeRefusal } from '../../../../actions/shared/rollout/causes/admission.ts';
import { diagnose } from '../../../../actions/shared/rollout/causes/all.ts';
import { missingIn } from '../../../../actions/shared/rollout/causes/config.ts';
import type { ContainerFacts, Facts, PodFacts } from '../../../../actions/shared/rollout/facts.ts';
import { otherPorts } from '../../../../actions/shared/rollout/observe/logs.ts';

/** Facts as the rollout gathered them from failing pods of testbed/faulty on Kubernetes 1.35. */
function recorded(name: string): Facts {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'recorded', `${name}.json`), 'utf8'));
}

const container = ['spec', 'template', 'spec', 'containers', 0];

test.each([
  ['image-not-found', 'image-not-found', 'certain', [...container, 'image'], 'not found'],
  ['image-name-invalid', 'image-name-invalid', 'certain', [...container, 'image'], 'InvalidImageName'],
  ['image-pull-failed', 'image-pull-failed', 30_000, [...container, 'image'], 'connection refused'],
  ['wrong-platform', 'image-wrong-platform', 'certain', container, 'exec /faulty: exec format error'],
  [
    'missing-interpreter',
    'missing-interpreter',
    'certain',
    container,
    'exec /faulty: no such file or directory',
  ],
  ['missing-file', 'missing-file', 'certain', container, 'stat /nope: no such file'],
  ['config-missing', 'config-missing', 4000, container, 'configmap "nope" not found'],
  [
    'secret-volume-missing',
    'config-missing',
    4000,
    ['spec', 'template', 'spec', 'volumes', 0],
    'secret "nope" not found',
  ],
  ['runs-as-root', 'runs-as-root', 'certain', [...container, 'securityContext'], 'non-root'],
  ['oom', 'oom-killed', 'certain', [...container, 'resources'], 'OOMKilled'],
  ['crash-loop', 'crash-loop', 'certain', container, 'DB_URL is not set'],
  ['exit-0', 'crash-loop', 'certain', container, 'exit code 0 (Completed)'],
  ['panic', 'panic', 'certain', container, 'main.charge'],
  [
    'init-failed',
    'init-failed',
    'certain',
    ['spec', 'template', 'spec', 'initContainers', 0],
    'DB_URL is not set',
  ],
  ['liveness', 'liveness-failing', 'certain', [...container, 'livenessProbe'], 'failed liveness probe'],
  ['startup', 'startup-failing', 'certain', [...container, 'startupProbe'], 'failed startup probe'],
  ['unschedulable-cpu', 'unschedulable', 11_000, [...container, 'resources'], 'Insufficient cpu'],
  [
    'unschedulable-selector',
    'unschedulable',
    11_000,
    ['spec', 'template', 'spec', 'nodeSelector'],
    'node affinity/selector',
  ],
  [
    'volume-pending',
    'volume-pending',
    4000,
    ['spec', 'template', 'spec', 'volumes'],
    'no storage class is set',
  ],
  [
    'service-account-missing',
    'service-account-missing',
    2000,
    ['spec', 'template'],
    'serviceaccount "nope" not found',
  ],
  ['readiness-404', 'readiness-failing', 'certain', [...container, 'readinessProbe'], 'statuscode: 404'],
  [
    'readiness-wrong-port',
    'readiness-failing',
    'certain',
    [...container, 'readinessProbe'],
    'connection refused',
  ],
  ['readiness-lost', 'readiness-failing', 4000, [...container, 'readinessProbe'], 'statuscode: 500'],
  ['readiness-flaps', 'readiness-failing', 'certain', [...container, 'readinessProbe'], 'statuscode: 503'],
  ['progress-deadline', 'readiness-failing', 'certain', [...container, 'readinessProbe'], 'statuscode: 503'],
  ['warming-up', 'readiness-failing', 'suspected', [...container, 'readinessProbe'], 'statuscode: 503'],
  ['crash-once', 'crash-loop', 'warning', container, 'DB_URL is not set'],
])('%s: %s', (name, cause, certainty, path, evidence) => {
  const [first] = diagnose(recorded(name));
  expect(first).toMatchObject({
    cause,
    certainty,
    path,
    ref: { kind: 'Deployment', namespace: 'shop', name: 'app' },
  });
  expect(first?.evidence.join('\n')).toContain(evidence);
});

test('nothing is wrong with what is healthy', () => {
  expect(diagnose(recorded('healthy'))).toEqual([]);
});

function withContainer(
  facts: Facts,
  change: (container: ContainerFacts, pod: PodFacts) => Partial<ContainerFacts>,
): Facts {
  return {
    ...facts,
    pods: facts.pods.map((pod) => ({
      ...pod,
      containers: pod.containers.map((one) => ({ ...one, ...change(one, pod) })),
    })),
  };
}

const causeOf = (facts: Facts): unknown[] =>
  diagnose(facts)
    .map(({ cause, certainty }) => [cause, certainty])
    .slice(0, 1)
    .flat();

// What registries answer, as containerd passes it on.
test.each([
  ['no match for platform in manifest: not found', ['image-wrong-platform', 'certain']],
  [
    'pull access denied, repository does not exist or may require authorization: server message: insufficient_scope',
    ['image-pull-denied', 'certain'],
  ],
  [
    'unexpected status from HEAD request to https://r.example/v2/a/manifests/1: 401 Unauthorized',
    ['image-pull-denied', 'certain'],
  ],
  ['registry.example/a:1: not found', ['image-not-found', 'certain']],
  ['unexpected status: 503 Service Unavailable', ['image-pull-failed', 30_000]],
  [
    'toomanyrequests: You have reached your pull rate limit: 429 Too Many Requests',
    ['image-pull-failed', 30_000],
  ],
  ['dial tcp: lookup r.example: i/o timeout', ['image-pull-failed', 30_000]],
])('a pull that ends with %j', (message, expected) => {
  const waiting = {
    reason: 'ImagePullBackOff',
    message: `Back-off pulling image "x": ErrImagePull: ${message}`,
  };
  expect(causeOf(withContainer(recorded('image-not-found'), () => ({ waiting, events: [] })))).toEqual(
    expected,
  );
});

test('three attempts make a transient pull failure certain', () => {
  const event = {
    reason: 'Failed',
    message: 'Failed to pull image "x": EOF',
    fieldPath: 'spec.containers{app}',
  };
  const tried = (count: number) =>
    withContainer(recorded('image-pull-failed'), () => ({ events: [{ ...event, count }] }));
  expect(causeOf(tried(2))).toEqual(['image-pull-failed', 30_000]);
  expect(causeOf(tried(3))).toEqual(['image-pull-failed', 'certain']);
});

test('the second end decides, the third while other workloads of the release are not ready', () => {
  const facts = recorded('crash-loop');
  expect(causeOf(withContainer(facts, () => ({ ends: 1 })))).toEqual(['crash-loop', 'suspected']);
  expect(causeOf(withContainer({ ...facts, othersPending: true }, () => ({ ends: 2 })))).toEqual([
    'crash-loop',
    'suspected',
  ]);
  expect(causeOf(withContainer({ ...facts, othersPending: true }, () => ({ ends: 3 })))).toEqual([
    'crash-loop',
    'certain',
  ]);
});

test('a clean exit after a kill by a probe is the probe, not a crash', () => {
  const ended = { exitCode: 0, signal: undefined, reason: 'Completed', message: '' };
  const found = diagnose(withContainer(recorded('liveness'), () => ({ ended, ends: 3 })));
  expect(found.map(({ cause }) => cause)).toEqual(['liveness-failing']);
});

test('a refused connection may be a slow start, unless the program listens elsewhere', () => {
  const facts = recorded('readiness-wrong-port');
  expect(causeOf(withContainer(facts, () => ({ answersOn: undefined })))).toEqual([
    'readiness-failing',
    'suspected',
  ]);
  expect(causeOf(withContainer(facts, () => ({ answersOn: [], log: 'starting up' })))).toEqual([
    'readiness-failing',
    'suspected',
  ]);
  const local = withContainer(facts, () => ({ answersOn: [], log: 'INFO listening on 127.0.0.1:8080' }));
  expect(diagnose(local)[0]).toMatchObject({
    certainty: 'certain',
    message: expect.stringContaining('127.0.0.1:8080'),
  });
});

test('unschedulable waits while an autoscaler brings nodes or old pods leave', () => {
  const facts = recorded('unschedulable-cpu');
  expect(causeOf({ ...facts, leaving: 1 })).toEqual(['unschedulable', 'suspected']);
  const event = { reason: 'TriggeredScaleUp', message: 'pod triggered scale-up', count: 1, fieldPath: '' };
  const scaling = { ...facts, pods: facts.pods.map((pod) => ({ ...pod, events: [event] })) };
  expect(causeOf(scaling)).toEqual(['unschedulable', 'suspected']);
});

test('an eviction is certain when its own limit is named, or when it happens again', () => {
  const evicted = (message: string): Facts => {
    const facts = recorded('healthy');
    const event = { reason: 'Evicted', message, count: 1, fieldPath: '' };
    return { ...facts, pods: facts.pods.map((pod) => ({ ...pod, phase: 'Succeeded', events: [event] })) };
  };
  expect(
    causeOf(evicted('Pod ephemeral local storage usage exceeds the total limit of containers 10Mi.')),
  ).toEqual(['evicted', 'certain']);
  expect(causeOf(evicted('The node was low on resource: memory.'))).toEqual(['evicted', 'suspected']);
});

test('a Job fails when it gives up, not at the first end of a pod', () => {
  const facts = recorded('crash-loop');
  const job = { ...facts.workload, kind: 'Job', status: {} };
  expect(diagnose({ ...facts, workload: job })).toEqual([]);
  const conditions = [
    { type: 'Failed', status: 'True', reason: 'BackoffLimitExceeded', message: 'limit reached' },
  ];
  const given = diagnose({ ...facts, workload: { ...job, status: { conditions } } });
  expect(given).toMatchObject([{ cause: 'job-failed', certainty: 'certain' }]);
  expect(given[0]?.evidence.join('\n')).toContain('DB_URL is not set');
});

test.each([
  ['error looking up service account shop/x: serviceaccount "x" not found', 'service-account-missing'],
  ['pods "x" is forbidden: exceeded quota: small, requested: limits.memory=1Gi', 'quota-exceeded'],
  ['pods "x" is forbidden: failed quota: small: must specify limits.cpu', 'quota-exceeded'],
  ['pods "x" is forbidden: maximum memory usage per Container is 64Mi, but limit is 1Gi', 'admission-denied'],
  [
    'pods "x" is forbidden: violates PodSecurity "restricted:latest": runAsNonRoot != true',
    'admission-denied',
  ],
  ['Internal error occurred: failed calling webhook "w": connection refused', 'webhook-failed'],
  ['admission webhook "w" denied the request: no', 'admission-denied'],
])('a pod refused with %j', (said, cause) => {
  expect(judgeRefusal(said).cause).toBe(cause);
});

test.each([
  ['configmap "a" not found', 'there is no ConfigMap a'],
  ['secret "a" not found', 'there is no Secret a'],
  ["couldn't find key PORT in ConfigMap shop/app-config", 'ConfigMap app-config has no key PORT'],
  ["couldn't find key token in Secret shop/app", 'Secret app has no key token'],
  [
    'MountVolume.SetUp failed for volume "c" : references non-existent config key: app.yaml',
    'the ConfigMap has no key app.yaml',
  ],
  ['something else', undefined],
])('what is missing in %j', (message, missing) => {
  expect(missingIn(message)).toBe(missing);
});

test('ports worth asking: those declared, and those a log speaks of when it listens', () => {
  const [facts] = recorded('readiness-wrong-port').pods.flatMap(({ containers }) => containers);
  if (facts === undefined) throw new Error('the recording holds no container');
  const spec = { ports: [{ containerPort: 8443 }] };
  const log =
    '{"msg":"server started","addr":"[::]:8080"}\n12:30:45 user 4711 logged in\nlistening on port 9090';
  expect(otherPorts({ ...facts, spec }, log)).toEqual([8443, 8080, 9090]);
  const probed = { ...spec, readinessProbe: { httpGet: { port: 9090 } } };
  expect(otherPorts({ ...facts, spec: probed }, log)).toEqual([8443, 8080]);
  const ports = [{ name: 'http', containerPort: 8080 }];
  const byName = { ports, readinessProbe: { httpGet: { port: 'http' } } };
  expect(otherPorts({ ...facts, spec: byName }, log)).toEqual([9090]);
});
