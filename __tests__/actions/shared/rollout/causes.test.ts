import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { judgeRefusal } from '../../../../actions/shared/rollout/causes/admission.ts';
import { diagnose } from '../../../../actions/shared/rollout/causes/all.ts';
import { missingIn } from '../../../../actions/shared/rollout/causes/config.ts';
import type {
  ContainerFacts,
  EventFact,
  Facts,
  PodFacts,
} from '../../../../actions/shared/rollout/facts/types.ts';
import { causeIds } from '../../../../actions/shared/rollout/finding.ts';
import { otherPorts } from '../../../../actions/shared/rollout/observe/ports.ts';

/** Facts as the rollout gathered them from failing pods of testbed/faulty on Kubernetes 1.35. */
function recorded(name: string): Facts {
  const facts: Facts = JSON.parse(
    readFileSync(join(import.meta.dirname, 'recorded', `${name}.json`), 'utf8'),
  );
  return { ...facts, held: facts.held ?? [], scalings: facts.scalings ?? [], taken: facts.taken ?? [] };
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
  ['readiness-lost', 'readiness-failing', 3000, [...container, 'readinessProbe'], 'statuscode: 500'],
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

test('an eviction whose event was dropped is known by a pod that has ended for good, and is no crash', () => {
  const facts = recorded('crash-loop');
  const over = facts.pods.map((pod) => ({ ...pod, phase: 'Succeeded', thrownOff: true }));
  expect(causeOf({ ...facts, pods: over })).toEqual(['evicted', 'suspected']);
  expect(causeOf({ ...facts, pods: [...over, ...over] })).toEqual(['evicted', 'certain']);
  const shutDown = over.map((pod) => ({ ...pod, reason: 'Terminated' }));
  expect(diagnose({ ...facts, pods: shutDown })).toEqual([]);
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

const ended = (reason: string, message: string, exitCode = 128) => ({
  exitCode,
  signal: undefined,
  reason,
  message,
});
const event = (reason: string, message: string, count = 1) => ({ reason, message, count, fieldPath: '' });
const withPod = (change: Partial<PodFacts>, facts = recorded('healthy')): Facts => ({
  ...facts,
  pods: facts.pods.map((pod) => ({ ...pod, ...change })),
});

test.each([
  [
    'Get "https://ledger.example": tls: failed to verify certificate: x509: certificate signed by unknown authority',
  ],
  ['panic: unknown time zone Europe/Berlin\n\ngoroutine 1 [running]:'],
])('a file that small images lack, by the last words of the program: %s', (log) => {
  const [first] = diagnose(withContainer(recorded('crash-loop'), () => ({ log })));
  expect(first).toMatchObject({ cause: 'missing-file', certainty: 'certain' });
  expect(first?.message).toMatch(/CA certificates|time zone data/);
  const long = `${log}\n${'later\n'.repeat(40)}`;
  expect(causeOf(withContainer(recorded('crash-loop'), () => ({ log: long })))).not.toContain('missing-file');
});

test('a key that a volume asks for is told with its ConfigMap, a projected one too', () => {
  const facts = recorded('secret-volume-missing');
  const failed = event(
    'FailedMount',
    'MountVolume.SetUp failed for volume "all" : configmap references non-existent config key: app.yaml',
  );
  const items = [{ key: 'app.yaml', path: 'app.yaml' }];
  const volumes = [
    { name: 'x' },
    { name: 'all', projected: { sources: [{ configMap: { name: 'app', items } }] } },
  ];
  const spec = { template: { spec: { volumes } } };
  const [first] = diagnose({
    ...withPod({ events: [failed] }, facts),
    workload: { ...facts.workload, spec },
  });
  expect(first).toMatchObject({ cause: 'config-missing', path: ['spec', 'template', 'spec', 'volumes', 1] });
  expect(first?.message).toBe('ConfigMap app has no key app.yaml, which the pods mount');
});

test('memory: the limit, its peak and what the collector was told', () => {
  const spec = (env: unknown) => ({ env: [env], resources: { limits: { memory: '32Mi' } } });
  const told = (env: unknown) =>
    diagnose(withContainer(recorded('oom'), () => ({ spec: spec(env) })))[0]?.message;
  expect(told({ name: 'GOMEMLIMIT', value: '28MiB' })).toContain('peak: the whole 32Mi; GOMEMLIMIT is 28MiB');
  const valueFrom = { resourceFieldRef: { resource: 'limits.memory' } };
  expect(told({ name: 'GOMEMLIMIT', valueFrom })).toContain('limits.memory, without headroom');
});

test('what the runtime refuses otherwise, and a hook that fails', () => {
  const mount = 'OCI runtime create failed: error mounting "/a" to rootfs at "/b": not a directory';
  const refused = withContainer(recorded('crash-loop'), () => ({
    ended: ended('StartError', mount),
    log: '',
  }));
  expect(diagnose(refused)).toMatchObject([
    { cause: 'start-failed', certainty: 'certain', path: [...container, 'volumeMounts'] },
  ]);
  const hook = withContainer(recorded('exit-0'), () => ({
    events: [event('FailedPostStartHook', 'PostStart hook failed')],
  }));
  expect(diagnose(hook)[0]).toMatchObject({
    cause: 'crash-loop',
    message: expect.stringContaining('postStart hook'),
    path: [...container, 'lifecycle', 'postStart'],
  });
});

test.each([
  [
    'the node does not answer',
    { ready: false, events: [event('NodeNotReady', 'Node is not ready')] },
    ['node-lost', 10_000],
  ],
  [
    'nobody takes it up',
    { phase: 'Pending', ignoredBy: { who: 'node absent', exists: false } },
    ['unschedulable', 11_000],
  ],
  [
    'the scheduler has others before it',
    { phase: 'Pending', ignoredBy: { who: 'scheduler default-scheduler', exists: true } },
    ['unschedulable', 'suspected'],
  ],
  [
    'a gate holds it',
    { unscheduled: 'Scheduling is blocked due to non-empty scheduling gates', gated: true },
    ['unschedulable', 30_000],
  ],
  [
    'others make room for it',
    { unscheduled: '0/1 nodes are available: 1 Insufficient cpu.', nominated: true },
    ['unschedulable', 'suspected'],
  ],
  [
    'a readiness gate is open',
    { ready: false, gates: 'condition of pod readiness gate "lb" does not exist' },
    ['readiness-failing', 'suspected'],
  ],
  [
    'its sandbox has no runtime',
    {
      events: [
        event(
          'FailedCreatePodSandBox',
          'failed to get sandbox runtime: no runtime for "gvisor" is configured',
        ),
      ],
    },
    ['start-failed', 4000],
  ],
])('%s', (_what, change, expected) => {
  const idle = withContainer(recorded('healthy'), () => {
    const begun = !(
      'unscheduled' in change ||
      'ignoredBy' in change ||
      'phase' in change ||
      'events' in change
    );
    return { running: begun, ready: begun, ended: undefined };
  });
  expect(causeOf(withPod(change, idle))).toEqual(expected);
});

test.each([
  [
    'timeout: failed to connect service "10.88.0.5:9999" within 1s: context deadline exceeded',
    'certain',
    'nothing listens',
  ],
  ['service unhealthy (responded with "NOT_SERVING")', 'suspected', 'NOT_SERVING'],
  [
    'error: this server does not implement the grpc health protocol (grpc.health.v1.Health): unknown',
    'certain',
    'no gRPC health service',
  ],
  ['timeout: health rpc did not complete within 1s', 'suspected', 'no answer in time'],
])('a gRPC probe that gets: %s', (said, certainty, words) => {
  const spec = { readinessProbe: { grpc: { port: 9999, service: 'ledger' }, periodSeconds: 1 } };
  const answersOn = /failed to connect/.test(said) ? [8080] : undefined;
  const events = [event('Unhealthy', `Readiness probe failed: ${said}`, 3)];
  const [first] = diagnose(withContainer(recorded('readiness-404'), () => ({ spec, events, answersOn })));
  expect(first).toMatchObject({ cause: 'readiness-failing', certainty });
  expect(first?.message).toContain(words);
  expect(first?.message).toContain('gRPC health of ledger on port 9999, every 1s');
});

/** A workload of which pods are missing, and these. */
function lacking(...pods: Partial<PodFacts>[]): Facts {
  const facts = recorded('unschedulable-cpu');
  const [pod] = facts.pods;
  if (pod === undefined) throw new Error('a pod was recorded');
  const idle = pod.containers.map((one) => ({
    ...one,
    running: false,
    ended: undefined,
    waiting: undefined,
  }));
  const plain = { ...pod, unscheduled: undefined, events: [], containers: idle };
  return { ...facts, events: [], pods: pods.map((change) => ({ ...plain, ...change })) };
}

const refused = (reason: string): Partial<PodFacts> => ({ phase: 'Failed', reason, message: 'no' });

test.each([
  ['for good, once', [refused('SysctlForbidden')], 5000],
  ['for good, again', [refused('SysctlForbidden'), refused('SysctlForbidden')], 'certain'],
  ['for want of room, as all others', [refused('OutOfpods'), refused('OutOfcpu')], 5000],
  ['for want of room, and another is on its way', [refused('OutOfpods'), { phase: 'Pending' }], 'suspected'],
])('a node refuses a pod %s', (_how, pods, certainty) => {
  expect(causeOf(lacking(...pods))).toEqual(['admission-denied', certainty]);
});

test('a pod that was refused, or thrown off twice, is no failure once others have taken its place', () => {
  const { workload } = recorded('healthy');
  expect(causeOf({ ...lacking(refused('OutOfcpu'), refused('OutOfcpu')), workload })).toEqual([]);
  const low = { phase: 'Failed', reason: 'Evicted', message: 'The node was low on resource: memory.' };
  expect(causeOf(lacking(low, low))).toEqual(['evicted', 'certain']);
  expect(causeOf({ ...lacking(low, low), workload })).toEqual(['evicted', 'suspected']);
});

test('a command that says no may be a database that is still starting, one that can’t be run is none', () => {
  const spec = { readinessProbe: { exec: { command: ['pg_isready'] }, periodSeconds: 1 } };
  const told = (said: string) => {
    const events = [event('Unhealthy', said, 9)];
    return causeOf(withContainer(recorded('readiness-404'), () => ({ spec, events })));
  };
  expect(told('Readiness probe failed: localhost:5432 - no response')).toEqual([
    'readiness-failing',
    'suspected',
  ]);
  expect(told('Readiness probe errored and resulted in unknown state: exec: "pg_isready"')).toEqual([
    'readiness-failing',
    'certain',
  ]);
});

test.each([
  ['FailedMount', 'MountVolume.SetUp failed for volume "tls" : secret "tls" not found', 'config-missing'],
  ['FailedAttachVolume', 'Multi-Attach error for volume "data"', 'volume-pending'],
  ['FailedCreatePodSandBox', 'plugin type="calico" failed', 'start-failed'],
])(
  '%s counts until the pod’s surroundings are there, not until a container runs',
  (reason, message, cause) => {
    const events = [event(reason, message)];
    expect(causeOf(lacking({ events, prepared: false }))[0]).toBe(cause);
    expect(causeOf(lacking({ events, prepared: true }))).toEqual([]);
  },
);

test('a refusal stands until the controller makes a pod again, also where others were made', () => {
  const facts = lacking({ phase: 'Running', ready: true });
  const denied = event('FailedCreate', 'pods "web-2" is forbidden: exceeded quota: small');
  const made = event('SuccessfulCreate', 'create Pod web-2');
  expect(causeOf({ ...facts, events: [denied] })).toEqual(['quota-exceeded', 5000]);
  expect(causeOf({ ...facts, events: [denied, made] })).toEqual([]);
});

test('what no node takes waits for an autoscaler that there may be, unless that has refused', () => {
  const unscheduled = '0/3 nodes are available: 3 Insufficient cpu.';
  const asked = (...events: EventFact[]) => diagnose(lacking({ unscheduled, events }))[0]?.unless;
  expect(asked()).toMatchObject([{ namespace: 'kube-system', name: 'cluster-autoscaler-status' }]);
  expect(asked(event('NotTriggerScaleUp', 'max node group size reached'))).toBeUndefined();
});

test('what is missing is asked for before the end, as far as it is known', () => {
  const asked = (message: string) => {
    const waiting = { reason: 'CreateContainerConfigError', message };
    return diagnose(withContainer(recorded('config-missing'), () => ({ waiting })))[0]?.unless;
  };
  expect(asked('secret "db" not found')).toEqual([{ kind: 'Secret', name: 'db' }]);
  expect(asked("couldn't find key url in ConfigMap shop/db")).toEqual([
    { kind: 'ConfigMap', name: 'db', key: 'url' },
  ]);
  expect(asked('something else')).toBeUndefined();
});

test('replicas that go up and down by other hands are a conflict; an autoscaler that only grows is none', () => {
  const by = (...numbers: number[]) =>
    numbers.slice(1).map((to, index) => ({ from: numbers[index] ?? 0, to, manager: 'keda' }));
  const told = (...numbers: number[]) => causeOf({ ...recorded('healthy'), scalings: by(...numbers) });
  expect(told(1, 2, 5)).toEqual([]);
  expect(told(1, 3, 1)).toEqual(['replica-conflict', 'warning']);
  expect(told(1, 3, 1, 3)).toEqual(['replica-conflict', 'certain']);
});

test('a paused Deployment, a StatefulSet that waits for a pod in the hold of a finalizer, a Job that is about to fail', () => {
  const facts = recorded('warming-up');
  const paused = { ...facts, pods: [], workload: { ...facts.workload, spec: { paused: true, replicas: 2 } } };
  expect(causeOf(paused)).toEqual(['progress-deadline', 'certain']);
  const held = [{ name: 'db-0', finalizers: ['example.com/backup'] }];
  const set = { ...facts, pods: [], held, workload: { ...facts.workload, kind: 'StatefulSet' } };
  expect(causeOf(set)).toEqual(['stuck-finalizer', 10_000]);
  const conditions = [
    { type: 'FailureTarget', status: 'True', reason: 'DeadlineExceeded', message: 'too long' },
  ];
  const job = { ...facts, pods: [], workload: { ...facts.workload, kind: 'Job', status: { conditions } } };
  expect(causeOf(job)).toEqual(['job-failed', 'certain']);
});

test('an image called like an answer of a registry is no such answer', () => {
  const image = 'registry.example/app:401';
  const waiting = { reason: 'ErrImagePull', message: `failed to resolve ${image}: ${image}: not found` };
  expect(causeOf(withContainer(recorded('image-not-found'), () => ({ image, waiting, events: [] })))).toEqual(
    ['image-not-found', 'certain'],
  );
});

test('ports that variables and arguments set are asked too', () => {
  const [facts] = recorded('readiness-wrong-port').pods.flatMap(({ containers }) => containers);
  if (facts === undefined) throw new Error('the recording holds no container');
  const spec = { env: [{ name: 'HTTP_ADDR', value: ':9000' }], args: ['--port=9001', '-v'] };
  expect(otherPorts({ ...facts, spec }, '')).toEqual([9000, 9001]);
});

test('an answer that comes too late is told with its time; a program that never answers after we have waited too', () => {
  const said = 'Readiness probe failed: Get "http://10.88.0.5:8080/ready": context deadline exceeded';
  const late = (answersIn: number | undefined) =>
    withContainer(recorded('readiness-404'), () => ({ events: [event('Unhealthy', said, 3)], answersIn }));
  expect(causeOf(late(undefined))).toEqual(['readiness-failing', 'suspected']);
  expect(causeOf(late(300))).toEqual(['readiness-failing', 'suspected']);
  expect(causeOf(late(Number.POSITIVE_INFINITY))).toEqual(['readiness-failing', 4000]);
  expect(causeOf(late(2100))).toEqual(['readiness-failing', 'certain']);
  expect(diagnose(late(2100))[0]?.message).toContain('it answers after 2.1 s, and `timeoutSeconds` is 1');
});

test('every cause has its entry in the documentation', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../../docs/rollout-causes.md'), 'utf8');
  expect(causeIds.filter((id) => !page.includes(`\`${id}\``))).toEqual([]);
});
