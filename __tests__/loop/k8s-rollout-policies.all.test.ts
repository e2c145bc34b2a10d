import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Dock, openDock } from './rollout/bed.ts';
import { deployment, service, statefulSet, together } from './rollout/manifests.ts';

/** What others in the cluster forbid, fight over, have broken before, or answer: each beside its look-alike. */
const minutes = 60_000;

let dock: Dock;

beforeAll(async () => {
  dock = await openDock('policies');
}, 3 * minutes);

afterAll(() => dock.end(), minutes);

async function put(text: string): Promise<void> {
  const path = join(dock.folder, 'put.yaml');
  await writeFile(path, text);
  await dock.kubectl('apply', '--filename', path);
}

const named = (): string => `{ matchLabels: { kubernetes.io/metadata.name: ${dock.namespace} } }`;
const app = (name: string, more: Partial<Parameters<typeof deployment>[0]> = {}): string =>
  deployment({ name, image: dock.images.good, ...more });

test(
  'what was broken before us is told apart: as it was in the release, and beside it',
  async () => {
    const broken = app('broken', { env: { CRASH_AFTER: '0s' } });
    const kept = await dock.roll(together(broken, app('whole')), { 'on-failure': 'keep' });
    expect(kept.outputs).toMatchObject({ status: 'failed', cause: 'crash-loop' });
    const { outputs, stdout } = await dock.roll(together(broken, app('whole', { env: { ROUND: '2' } })));
    expect({ ...outputs, stdout }).toMatchObject({ status: 'succeeded', cause: '' });
    expect(outputs['diagnosis']).toContain('was broken before this release');
    expect(outputs['diagnosis']).toContain('broken');
    expect((await dock.roll(app('alone'))).outputs).toMatchObject({ status: 'succeeded', diagnosis: '' });
    // Still broken in another way, and back: where it was is where it is again.
    const worse = await dock.roll(app('broken', { env: { READY: '404' } }), { 'on-failure': 'undo' });
    expect(worse.outputs).toMatchObject({ status: 'undone', cause: 'readiness-failing' });
    await dock.kubectl('delete', 'deployment', '--all');
  },
  3 * minutes,
);

test(
  'PodSecurity of the namespace',
  async () => {
    await dock.kubectl('label', 'namespace', dock.namespace, 'pod-security.kubernetes.io/enforce=restricted');
    const { outputs } = await dock.roll(app('insecure'));
    await dock.kubectl('label', 'namespace', dock.namespace, 'pod-security.kubernetes.io/enforce-');
    expect(outputs).toMatchObject({ status: 'undone', cause: 'admission-denied' });
    expect(outputs['diagnosis']).toContain('violates PodSecurity "restricted:latest"');
  },
  2 * minutes,
);

test(
  'a ValidatingAdmissionPolicy refuses before anything is written, in its own words',
  async () => {
    const name = `few-${process.pid}`;
    await put(
      `apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingAdmissionPolicy\nmetadata: { name: ${name} }\nspec:\n  failurePolicy: Fail\n  matchConstraints: { resourceRules: [{ apiGroups: [apps], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [deployments] }] }\n  validations: [{ expression: "object.spec.replicas < 3", message: "at most two replicas here" }]\n---\napiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingAdmissionPolicyBinding\nmetadata: { name: ${name} }\nspec: { policyName: ${name}, validationActions: [Deny], matchResources: { namespaceSelector: ${named()} } }\n`,
    );
    try {
      const refused = async (): Promise<string> =>
        (await dock.roll(app('many', { replicas: 3 }), { 'dry-run': 'true' })).outputs['cause'] ?? '';
      // The policy takes some seconds until it is in force.
      for (let round = 0; round < 20 && (await refused()) === ''; round += 1) await pause(500);
      const { outputs } = await dock.roll(app('many', { replicas: 3 }));
      expect(outputs).toMatchObject({ verdict: 'refused', cause: 'admission-denied' });
      expect(outputs['diagnosis']).toContain('at most two replicas here');
    } finally {
      await dock.kubectl('delete', 'validatingadmissionpolicybinding,validatingadmissionpolicy', name);
    }
  },
  2 * minutes,
);

test(
  'a webhook for pods that nobody answers',
  async () => {
    const name = `dead-${process.pid}.example.com`;
    await put(
      `apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingWebhookConfiguration\nmetadata: { name: ${name} }\nwebhooks:\n  - name: ${name}\n    clientConfig: { url: "https://127.0.0.1:1/" }\n    rules: [{ apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods] }]\n    namespaceSelector: ${named()}\n    admissionReviewVersions: [v1]\n    sideEffects: None\n    timeoutSeconds: 1\n`,
    );
    await pause(1500);
    const { outputs } = await dock.roll(app('hooked'));
    await dock.kubectl('delete', 'validatingwebhookconfiguration', name);
    expect(outputs).toMatchObject({ status: 'undone', cause: 'webhook-failed' });
    expect(outputs['diagnosis']).toContain(`failed calling webhook "${name}"`);
    expect(Number(outputs['seconds-to-verdict'])).toBeLessThan(15);
  },
  2 * minutes,
);

test(
  'a pod that fills its local disk is thrown off the node; the kubelet looks about once a minute',
  async () => {
    const { outputs, stdout } = await dock.roll(
      app('full', {
        env: { FILL_FILE: '/data/full', FILL_AFTER: '500ms', READY_AFTER: '5m' },
        pod: 'volumes: [{ name: data, emptyDir: { sizeLimit: 10Mi } }]',
        container: 'volumeMounts: [{ name: data, mountPath: /data }]',
      }),
      { timeout: '110s' },
    );
    expect({ ...outputs, stdout }).toMatchObject({ status: 'undone', cause: 'evicted' });
    // The kubelet drops the event of a pod that had some twenty others before.
    expect(outputs['diagnosis']).toMatch(/exceeds the limit "10Mi"|the event that says why was dropped/);
  },
  3 * minutes,
);

test(
  'a Service of ours that leads to pods nobody gets ready',
  async () => {
    await put(app('sleepy', { env: { READY: '503' } }));
    const { outputs, stdout } = await dock.roll(service('sleepy', 'sleepy', 8080));
    await dock.kubectl('delete', 'deployment', 'sleepy');
    expect({ ...outputs, stdout }).toMatchObject({ status: 'undone', cause: 'no-endpoints' });
    expect(outputs['diagnosis']).toContain('no endpoints available for service');
  },
  2 * minutes,
);

test(
  'two hands on the number of replicas',
  async () => {
    const running = await dock.start(app('fought', { env: { READY_AFTER: '30s' } }));
    await running.said(/fought: 1 of 1 new, 0 ready/);
    for (const count of [3, 1, 3, 1]) {
      await dock.kubectl('scale', 'deployment', 'fought', `--replicas=${count}`);
      await pause(300);
    }
    const { outputs, stdout } = await running.finished;
    expect({ ...outputs, stdout }).toMatchObject({ status: 'undone', cause: 'replica-conflict' });
    expect(outputs['diagnosis']).toContain('spec.replicas: 1 → 3 by kubectl');
  },
  2 * minutes,
);

test(
  "a StatefulSet whose old pod is held by somebody's finalizer",
  async () => {
    const set = (round: string): string =>
      statefulSet({ name: 'held', image: dock.images.good, env: { ROUND: round } });
    expect((await dock.roll(set('1'))).outputs).toMatchObject({ status: 'succeeded' });
    await dock.kubectl(
      'patch',
      'pod',
      'held-0',
      '--type=merge',
      '--patch={"metadata":{"finalizers":["example.com/backup"]}}',
    );
    const { outputs, stdout } = await dock.roll(set('2'), { 'on-failure': 'keep', timeout: '40s' });
    await dock.kubectl('patch', 'pod', 'held-0', '--type=merge', '--patch={"metadata":{"finalizers":null}}');
    expect({ ...outputs, stdout }).toMatchObject({ status: 'failed', cause: 'stuck-finalizer' });
    expect(outputs['diagnosis']).toContain('example.com/backup');
  },
  2 * minutes,
);

test(
  'an account that may not use the proxy of Services is told so, and the rollout succeeds',
  async () => {
    await put(
      `apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: { name: narrow }\nrules:\n  - { apiGroups: [""], resources: [pods, pods/log, services, secrets, events], verbs: ["*"] }\n  - { apiGroups: [apps], resources: [deployments, replicasets], verbs: ["*"] }\n  - { apiGroups: [autoscaling], resources: [horizontalpodautoscalers], verbs: [list] }\n  - { apiGroups: [coordination.k8s.io], resources: [leases], verbs: ["*"] }\n`,
    );
    await dock.kubectl('create', 'serviceaccount', 'narrow');
    await dock.kubectl(
      'create',
      'rolebinding',
      'narrow',
      '--role=narrow',
      `--serviceaccount=${dock.namespace}:narrow`,
    );
    const token = (await dock.kubectl('create', 'token', 'narrow')).trim();
    const kubeconfig = join(dock.folder, 'narrow.kubeconfig');
    await writeFile(
      kubeconfig,
      (await readFile(dock.bed.kubeconfig, 'utf8')).replace(/token: .*/, `token: ${token}`),
    );
    const { outputs, stdout } = await dock.roll(together(app('narrow'), service('narrow', 'narrow', 9090)), {
      kubeconfig,
    });
    expect({ ...outputs, stdout }).toMatchObject({ status: 'succeeded', cause: '' });
    expect(outputs['diagnosis']).toContain('services/proxy');
  },
  2 * minutes,
);

/** A registry on loopback that answers every question with one status. */
async function registryThat(status: number): Promise<{ address: string; server: Server }> {
  const server = createServer((_request, response) => {
    response.writeHead(status, { 'Content-Type': 'application/json' }).end('{"errors":[]}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    address: `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    server,
  };
}

const pulls: [number, string, number][] = [
  [401, 'image-pull-denied', 15],
  [403, 'image-pull-denied', 15],
  [429, 'image-pull-failed', 45],
  [503, 'image-pull-failed', 45],
];

test.each(pulls)(
  'a registry that answers %i: %s',
  async (status, cause, within) => {
    const { address, server } = await registryThat(status);
    try {
      const image = `${address}/shop/app:1`;
      const { outputs, stdout } = await dock.roll(app(`pull-${status}`, { image }));
      expect({ ...outputs, stdout }).toMatchObject({ status: 'undone', cause });
      expect(outputs['diagnosis']).toContain(image);
      expect(outputs['diagnosis']).toContain(String(status));
      expect(Number(outputs['seconds-to-verdict'])).toBeLessThan(within);
    } finally {
      server.close();
    }
  },
  2 * minutes,
);
