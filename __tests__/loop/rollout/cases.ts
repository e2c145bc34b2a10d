import type { FaultyImages } from '../../../testbed/faulty/image.ts';
import { daemonSet, deployment, job, service, statefulSet, together, type Workload } from './manifests.ts';

/** A release that is broken, and what has to be told about it. */
export interface Broken {
  /** Also the name of its workload. */
  readonly name: string;
  readonly cause: string;
  readonly manifest: string;
  /** Stands in the diagnosis, word by word. */
  readonly says: readonly string[];
  /** What stands in the line of the manifest that the diagnosis points at; unset: it is about no line of ours. */
  readonly line?: string;
  /** Seconds until the verdict; default 15. */
  readonly within?: number;
}

type Part = Partial<Workload> & { readonly from?: keyof FaultyImages };

const env = (pairs: Readonly<Record<string, string>>): string =>
  `env: [${Object.entries(pairs)
    .map(([name, value]) => `{ name: ${name}, value: "${value}" }`)
    .join(', ')}]`;

const config = (name: string, key: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name} }\ndata: { ${key}: "1" }\n`;

const claim = (name: string, more = ''): string =>
  `apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: ${name} }\nspec: { ${more}accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }\n`;

const volumeOf = (name: string): string =>
  `volumes: [{ name: data, persistentVolumeClaim: { claimName: ${name} } }]`;
const mounted = 'volumeMounts: [{ name: data, mountPath: /data }]';

/** How cases are written: `app` is a manifest of one Deployment, `one` a case of nothing else. */
function writer(images: FaultyImages) {
  const app = (name: string, { from = 'good', ...part }: Part): string =>
    deployment({ name, image: images[from], ...part }).replaceAll('IMAGE', `"${images[from]}"`);
  const one = (
    name: string,
    cause: string,
    part: Part,
    says: readonly string[],
    line?: string,
    within?: number,
  ): Broken => ({
    name,
    cause,
    manifest: app(name, part),
    says,
    ...(line === undefined ? {} : { line }),
    ...(within === undefined ? {} : { within }),
  });
  return { app, one, images };
}

type Writer = ReturnType<typeof writer>;

/** Every kind of failure that the node can be brought to, by the objects of one release. */
export function brokenCases(images: FaultyImages): Broken[] {
  const write = writer(images);
  return [
    imageCases,
    configCases,
    endCases,
    probeCases,
    otherProbeCases,
    grpcCases,
    placeCases,
    refusalCases,
    kindCases,
  ].flatMap((family) => family(write));
}

const imageCases = ({ one, images }: Writer): Broken[] => [
  one('image-digest', 'image-not-found', { from: 'missing' }, [images.missing, 'not found'], 'image:', 10),
  one(
    'image-tag',
    'image-not-found',
    { image: `${images.good.split('@')[0]}:absent` },
    [':absent', 'not found'],
    'image:',
    10,
  ),
  one(
    'image-never',
    'image-not-found',
    { from: 'missing', container: 'imagePullPolicy: Never' },
    ['ErrImageNeverPull', 'imagePullPolicy: Never'],
    'image:',
    10,
  ),
  one(
    'image-name',
    'image-name-invalid',
    { image: 'Shop/App:1' },
    ['InvalidImageName', 'Shop/App:1'],
    'image:',
  ),
  one('platform', 'image-wrong-platform', { from: 'foreign' }, [
    'exec /faulty: exec format error',
    images.foreign,
  ]),
  one('interpreter', 'missing-interpreter', { from: 'uninterpreted' }, [
    'exec /faulty: no such file or directory',
  ]),
  one('command', 'missing-file', { container: 'command: [/absent]' }, [
    'stat /absent: no such file or directory',
  ]),
  one('authorities', 'missing-file', { env: { TRUST: '1' } }, [
    'x509: certificate signed by unknown authority',
    'CA certificates',
  ]),
  one('zones', 'missing-file', { env: { ZONE: 'Europe/Berlin' } }, ['unknown time zone Europe/Berlin']),
];

const configCases = ({ app, one }: Writer): Broken[] => [
  one('config', 'config-missing', { container: 'envFrom: [{ configMapRef: { name: absent } }]' }, [
    'configmap "absent" not found',
    'ConfigMap absent',
  ]),
  {
    name: 'config-key',
    cause: 'config-missing',
    manifest: together(
      config('settings', 'port'),
      app('config-key', {}).replace(
        '          env:\n',
        '          env:\n            - { name: URL, valueFrom: { configMapKeyRef: { name: settings, key: url } } }\n',
      ),
    ),
    says: ["couldn't find key url in ConfigMap", 'ConfigMap settings has no key url'],
  },
  {
    name: 'volume-key',
    cause: 'config-missing',
    manifest: together(
      config('files', 'port'),
      app('volume-key', {
        pod: 'volumes: [{ name: data, configMap: { name: files, items: [{ key: app.yaml, path: app.yaml }] } }]',
        container: mounted,
      }),
    ),
    says: ['references non-existent config key: app.yaml', 'ConfigMap files has no key app.yaml'],
    line: 'configMap: { name: files',
  },
  one(
    'secret-volume',
    'config-missing',
    { pod: 'volumes: [{ name: data, secret: { secretName: absent } }]', container: mounted },
    ['secret "absent" not found'],
    'secretName: absent',
  ),
  one('as-root', 'runs-as-root', { pod: 'securityContext: { runAsNonRoot: true, runAsUser: 0 }' }, [
    'non-root',
  ]),
];

const endCases = ({ app, one, images }: Writer): Broken[] => [
  one(
    'memory',
    'oom-killed',
    {
      env: { OOM_AFTER: '1s', GOMEMLIMIT: '28MiB' },
      container: 'resources: { limits: { memory: 32Mi } }',
    },
    ['limit of 32Mi', 'GOMEMLIMIT is 28MiB', 'exit code 137', 'peak'],
    'resources:',
  ),
  one('crash', 'crash-loop', { env: { CRASH_AFTER: '0s', EXIT_CODE: '3' } }, [
    'DB_URL is not set',
    'exit code 3',
  ]),
  one('crash-later', 'crash-loop', { env: { CRASH_AFTER: '2s' } }, ['DB_URL is not set']),
  one('ends', 'crash-loop', { env: { CRASH_AFTER: '0s', EXIT_CODE: '0' } }, ['exit code 0']),
  one('panics', 'panic', { env: { PANIC_AFTER: '300ms' } }, [
    'main.charge at example.com/faulty/main.go:',
    'panic: ',
  ]),
  one(
    'hook',
    'crash-loop',
    { container: 'lifecycle: { postStart: { exec: { command: [/absent] } } }' },
    ['FailedPostStartHook', 'postStart hook'],
    'postStart',
  ),
  one(
    'init',
    'init-failed',
    { pod: `initContainers: [{ name: prepare, image: IMAGE, ${env({ CRASH_AFTER: '0s' })} }]` },
    ['container prepare', 'log of prepare: fatal: cannot reach the ledger'],
    'initContainers',
  ),
  one(
    'sidecar',
    'crash-loop',
    {
      pod: `initContainers: [{ name: proxy, image: IMAGE, restartPolicy: Always, ${env({ CRASH_AFTER: '300ms', PORT: '9901' })} }]`,
    },
    ['container proxy', 'log of proxy: fatal: cannot reach the ledger'],
    'initContainers',
  ),
  one(
    'sidecar-unready',
    'readiness-failing',
    {
      pod: `initContainers: [{ name: proxy, image: IMAGE, restartPolicy: Always, ${env({ READY: '500', PORT: '9901' })}, readinessProbe: { periodSeconds: 1, httpGet: { path: /ready, port: 9901 } } }]`,
    },
    ['container proxy', 'statuscode: 500', 'port 9901'],
  ),
  {
    name: 'second',
    cause: 'crash-loop',
    manifest: `${app('second', {})}        - { name: worker, image: "${images.good}", ${env({ CRASH_AFTER: '100ms', PORT: '9000' })} }\n`,
    says: ['container worker', 'log of worker: fatal: cannot reach the ledger'],
    line: 'name: worker',
  },
];

const probeCases = ({ one }: Writer): Broken[] => [
  one(
    'liveness',
    'liveness-failing',
    {
      env: { LIVE: '500' },
      container:
        'livenessProbe: { periodSeconds: 1, failureThreshold: 2, httpGet: { path: /healthz, port: 8080 } }',
    },
    ['failed liveness probe', 'GET /healthz on port 8080', 'statuscode: 500'],
    'livenessProbe',
  ),
  one(
    'startup',
    'startup-failing',
    {
      env: { START_DELAY: '60s' },
      container: 'startupProbe: { periodSeconds: 1, httpGet: { path: /healthz, port: 8080 } }',
    },
    ['failed startup probe', 'GET /healthz on port 8080'],
    'startupProbe',
  ),
  one(
    'path',
    'readiness-failing',
    { env: { READY: '404' } },
    ['statuscode: 404', 'GET /ready on port 8080'],
    'readinessProbe',
  ),
  one('answer', 'readiness-failing', { env: { READY: '500' } }, ['statuscode: 500'], 'readinessProbe'),
  one(
    'port',
    'readiness-failing',
    { probePort: 9999 },
    ['connection refused', 'the program listens on port 8080', 'port 9999'],
    'readinessProbe',
  ),
  one('quiet-port', 'readiness-failing', { env: { PORT: '9000', QUIET: '1' } }, [
    'the program listens on port 9000',
  ]),
  one('loopback', 'readiness-failing', { env: { LISTEN: '127.0.0.1' } }, [
    '127.0.0.1:8080, which nobody outside',
  ]),
  one('lost', 'readiness-failing', { env: { READY_UNTIL: '3s' } }, ['is no longer', 'statuscode: 500']),
  one(
    'flaps',
    'readiness-failing',
    { env: { READY_FLAPS: '4s' } },
    ['flaps', 'statuscode: 503'],
    undefined,
    30,
  ),
];

const otherProbeCases = ({ one }: Writer): Broken[] => [
  one(
    'hangs',
    'readiness-failing',
    { env: { READY: 'slow' } },
    ['does not answer within 5 s either', 'GET /ready on port 8080'],
    'readinessProbe',
    18,
  ),
  one(
    'slow',
    'readiness-failing',
    { env: { READY_SLEEP: '2s' } },
    ['it answers after 2.', '`timeoutSeconds` is 1'],
    'readinessProbe',
  ),
  one(
    'scheme',
    'readiness-failing',
    {
      probePort: 0,
      container: 'readinessProbe: { periodSeconds: 1, httpGet: { path: /ready, port: 8080, scheme: HTTPS } }',
    },
    ['HTTP response to HTTPS client'],
  ),
  one(
    'exec-probe',
    'readiness-failing',
    { probePort: 0, container: 'readinessProbe: { periodSeconds: 1, exec: { command: [/bin/check] } }' },
    ['/bin/check'],
    'readinessProbe',
  ),
];

const grpcCases = ({ one }: Writer): Broken[] => [
  one(
    'grpc',
    'readiness-failing',
    {
      env: { GRPC: 'UNIMPLEMENTED' },
      probePort: 0,
      container: 'readinessProbe: { periodSeconds: 1, grpc: { port: 8080 } }',
    },
    ['does not implement the grpc health protocol', 'gRPC health on port 8080'],
  ),
  one(
    'grpc-service',
    'readiness-failing',
    {
      env: { GRPC: 'UNKNOWN_SERVICE' },
      probePort: 0,
      container: 'readinessProbe: { periodSeconds: 1, grpc: { port: 8080, service: ledger } }',
    },
    ['unknown service', 'gRPC health of ledger on port 8080'],
  ),
  one(
    'grpc-port',
    'readiness-failing',
    {
      env: { GRPC: 'SERVING' },
      probePort: 0,
      container: 'readinessProbe: { periodSeconds: 1, grpc: { port: 9999 } }',
    },
    ['failed to connect service', 'the program listens on port 8080'],
  ),
];

const placeCases = ({ app, one }: Writer): Broken[] => [
  one(
    'room',
    'unschedulable',
    { container: 'resources: { requests: { cpu: "64" } }' },
    ['Insufficient cpu'],
    'resources:',
  ),
  one(
    'labels',
    'unschedulable',
    { pod: 'nodeSelector: { disk: ssd }' },
    ['node affinity/selector'],
    'nodeSelector',
  ),
  one('node-name', 'unschedulable', { pod: 'nodeName: absent' }, ['node absent'], 'nodeName'),
  one('scheduler', 'unschedulable', { pod: 'schedulerName: absent' }, ['scheduler absent'], 'schedulerName'),
  one(
    'claim',
    'volume-pending',
    { pod: volumeOf('absent'), container: mounted },
    ['persistentvolumeclaim "absent" not found'],
    'volumes',
  ),
  {
    name: 'no-class',
    cause: 'volume-pending',
    manifest: together(claim('plain'), app('no-class', { pod: volumeOf('plain'), container: mounted })),
    says: ['no storage class is set', 'PersistentVolumeClaim plain'],
  },
  {
    name: 'absent-class',
    cause: 'volume-pending',
    manifest: together(
      claim('fast', 'storageClassName: fast, '),
      app('absent-class', { pod: volumeOf('fast'), container: mounted }),
    ),
    says: ['storageclass.storage.k8s.io "fast" not found'],
  },
  one(
    'host-path',
    'volume-pending',
    {
      pod: 'volumes: [{ name: data, hostPath: { path: /etc/hostname, type: Directory } }]',
      container: mounted,
    },
    ['hostPath type check failed'],
    'hostPath',
  ),
];

const refusalCases = ({ app, one }: Writer): Broken[] => [
  one('account', 'service-account-missing', { pod: 'serviceAccountName: absent' }, [
    'serviceaccount "absent" not found',
  ]),
  one('priority', 'admission-denied', { pod: 'priorityClassName: absent' }, [
    'no PriorityClass with name absent was found',
  ]),
  one(
    'sysctl',
    'admission-denied',
    { pod: 'securityContext: { sysctls: [{ name: kernel.msgmax, value: "65536" }] }' },
    ['forbidden sysctl: "kernel.msgmax"'],
  ),
  one('runtime-class', 'admission-denied', { pod: 'runtimeClassName: absent' }, [
    'RuntimeClass "absent" not found',
  ]),
  {
    name: 'paused',
    cause: 'progress-deadline',
    manifest: app('paused', {}).replace('  replicas: 1\n', '  replicas: 1\n  paused: true\n'),
    says: ['spec.paused: true'],
    line: 'paused: true',
  },
];

const kindCases = ({ app, images }: Writer): Broken[] => [
  {
    name: 'migrate',
    cause: 'job-failed',
    manifest: job({ name: 'migrate', image: images.good, env: { CRASH_AFTER: '100ms' } }),
    says: ['BackoffLimitExceeded', 'log of app: fatal: cannot reach the ledger'],
  },
  {
    name: 'set',
    cause: 'crash-loop',
    manifest: statefulSet({ name: 'set', image: images.good, env: { CRASH_AFTER: '0s' } }),
    says: ['StatefulSet', 'DB_URL is not set'],
  },
  {
    name: 'agent',
    cause: 'image-not-found',
    manifest: daemonSet({ name: 'agent', image: images.missing }),
    says: ['DaemonSet', images.missing],
    line: 'image:',
  },
  {
    name: 'no-pods',
    cause: 'no-endpoints',
    manifest: together(app('no-pods', {}), service('no-pods', 'other', 8080)),
    says: ['app=other'],
    line: 'selector: { app: other }',
  },
  {
    name: 'no-listener',
    cause: 'service-port-mismatch',
    manifest: together(app('no-listener', {}), service('no-listener', 'no-listener', 9090)),
    says: ['connection refused', 'target port 9090'],
    line: 'targetPort: 9090',
  },
  {
    name: 'no-port-name',
    cause: 'service-port-mismatch',
    manifest: together(app('no-port-name', {}), service('no-port-name', 'no-port-name', 'http')),
    says: ['targetPort: http'],
    line: 'targetPort: http',
  },
];

/** A release that looks like a broken one and is none. `warns` stands in the diagnosis of its success. */
export interface LookAlike {
  readonly name: string;
  readonly manifest: string;
  readonly warns?: string;
}

export function lookAlikes({ good }: FaultyImages): LookAlike[] {
  const app = (name: string, part: Part): string =>
    deployment({ name, image: good, ...part }).replaceAll('IMAGE', `"${good}"`);
  const state = {
    pod: 'volumes: [{ name: state, emptyDir: {} }]',
    container: 'volumeMounts: [{ name: state, mountPath: /state }]',
  };
  const once = { CRASH_AFTER: '0s', CRASH_ONCE: '/state/crashed' };
  return [
    { name: 'crash-once', manifest: app('crash-once', { ...state, env: once }), warns: 'crash-loop' },
    { name: 'warms-up', manifest: app('warms-up', { env: { READY_AFTER: '6s' } }) },
    { name: 'starts-slowly', manifest: app('starts-slowly', { env: { START_DELAY: '6s' } }) },
    {
      name: 'optional',
      manifest: app('optional', {
        container:
          'envFrom: [{ configMapRef: { name: absent, optional: true } }]\nvolumeMounts: [{ name: data, mountPath: /data }]',
        pod: 'volumes: [{ name: data, secret: { secretName: absent, optional: true } }]',
      }),
    },
    {
      name: 'with-sidecar',
      manifest: app('with-sidecar', {
        pod: `initContainers: [{ name: proxy, image: IMAGE, restartPolicy: Always, ${env({ PORT: '9901' })} }, { name: prepare, image: IMAGE, args: [healthy] }]`,
      }),
    },
    {
      name: 'speaks-grpc',
      manifest: app('speaks-grpc', {
        env: { GRPC: 'SERVING' },
        probePort: 0,
        container: 'readinessProbe: { periodSeconds: 1, grpc: { port: 8080 } }',
      }),
    },
    {
      name: 'at-rest',
      manifest: together(app('at-rest', { replicas: 0 }), service('at-rest', 'at-rest', 8080)),
    },
    { name: 'service-only', manifest: service('service-only', 'standing', 8080) },
    {
      name: 'retries',
      manifest: job({
        name: 'retries',
        image: good,
        ...state,
        env: { ...once, CRASH_AFTER: '0s' },
        container: `${state.container}`,
      })
        .replace('backoffLimit: 0', 'backoffLimit: 3')
        .replace('restartPolicy: Never', 'restartPolicy: OnFailure')
        .replace(`image: ${good}`, `image: ${good}\n          args: [healthy]`),
    },
    {
      name: 'nowhere',
      manifest: daemonSet({ name: 'nowhere', image: good, pod: 'nodeSelector: { disk: ssd }' }),
      warns: 'no node is chosen',
    },
  ];
}
