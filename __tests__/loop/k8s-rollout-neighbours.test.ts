import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { type Dock, openDock } from './rollout/bed.ts';
import { deployment, together } from './rollout/manifests.ts';

const minutes = 60_000;

let dock: Dock;

beforeAll(async () => {
  dock = await openDock('neighbours');
}, 3 * minutes);

afterEach(
  () => dock.kubectl('delete', 'deployment,quota,limitrange,hpa', '--all', '--wait=true', '--timeout=60s'),
  minutes,
);
afterAll(() => dock.end(), minutes);

async function put(name: string, text: string): Promise<void> {
  const path = join(dock.folder, name);
  await writeFile(path, text);
  await dock.kubectl('apply', '--filename', path);
}

const app = (image: string, more: Partial<Parameters<typeof deployment>[0]> = {}): string =>
  deployment({ name: 'app', image, ...more });

async function replicas(): Promise<number> {
  return Number(await dock.kubectl('get', 'deployment', 'app', '--output=jsonpath={.spec.replicas}'));
}

test(
  'what kubectl applied is taken over; what another one has changed since is a conflict with its owner',
  async () => {
    await put('before.yaml', app(dock.images.good));
    expect((await dock.roll(app(dock.images.next))).outputs).toMatchObject({ status: 'succeeded' });
    await dock.kubectl('scale', 'deployment', 'app', '--replicas=2');
    const { outputs } = await dock.roll(app(dock.images.good));
    expect(outputs).toMatchObject({ status: 'failed', verdict: 'refused', cause: 'field-conflict' });
    expect(outputs['diagnosis']).toContain('.spec.replicas is owned by kubectl');
    expect(await replicas()).toBe(2);
    const forced = await dock.roll(app(dock.images.good), { 'force-conflicts': 'true' });
    expect(forced.outputs).toMatchObject({ status: 'succeeded' });
    expect(await replicas()).toBe(1);
  },
  2 * minutes,
);

test(
  'replicas that an autoscaler owns stay, on the way there and on the way back',
  async () => {
    await dock.roll(app(dock.images.good));
    await put(
      'scaler.yaml',
      'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: app }\nspec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: app }, minReplicas: 3, maxReplicas: 4 }\n',
    );
    await dock.kubectl('wait', '--for=jsonpath={.spec.replicas}=3', 'deployment/app', '--timeout=60s');
    expect((await dock.roll(app(dock.images.next))).outputs).toMatchObject({ status: 'succeeded' });
    expect(await replicas()).toBe(3);
    const bad = await dock.roll(app(dock.images.next, { env: { READY: '404' } }));
    expect(bad.outputs).toMatchObject({ status: 'undone' });
    expect(await replicas()).toBe(3);
  },
  3 * minutes,
);

test.each([
  ['quota-exceeded', 'kind: ResourceQuota\nspec: { hard: { pods: "1" } }', 'exceeded quota: rule'],
  [
    'admission-denied',
    'kind: LimitRange\nspec: { limits: [{ type: Container, min: { memory: 64Mi } }] }',
    'minimum memory usage per Container is 64Mi',
  ],
])(
  'a pod that may not be made: %s',
  async (cause, rule, evidence) => {
    await put('rule.yaml', `apiVersion: v1\nmetadata: { name: rule }\n${rule}\n`);
    const { outputs } = await dock.roll(
      app(dock.images.good, {
        replicas: 2,
        container: 'resources: { requests: { memory: 8Mi }, limits: { memory: 32Mi } }',
      }),
    );
    expect(outputs).toMatchObject({ status: 'undone', cause });
    expect(outputs['diagnosis']).toContain(evidence);
  },
  2 * minutes,
);

test(
  'missing permissions are told at once, all of them, with the role that grants them',
  async () => {
    await dock.kubectl('create', 'serviceaccount', 'weak');
    await dock.kubectl('create', 'role', 'weak', '--verb=get,patch', '--resource=deployments.apps');
    await dock.kubectl(
      'create',
      'rolebinding',
      'weak',
      '--role=weak',
      `--serviceaccount=${dock.namespace}:weak`,
    );
    const token = (await dock.kubectl('create', 'token', 'weak')).trim();
    const kubeconfig = join(dock.folder, 'weak.kubeconfig');
    await writeFile(
      kubeconfig,
      (await readFile(dock.bed.kubeconfig, 'utf8')).replace(/token: .*/, `token: ${token}`),
    );
    const config = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: first }\n';
    const { outputs, stdout } = await dock.roll(together(config, app(dock.images.good)), { kubeconfig });
    expect(outputs).toMatchObject({ verdict: 'refused', cause: 'forbidden' });
    expect(outputs['diagnosis']).toContain(`create deployments in ${dock.namespace}`);
    expect(outputs['diagnosis']).not.toContain('patch deployments');
    expect(stdout).toContain('kind: Role\n');
    expect(stdout).not.toContain(token);
    expect(await dock.kubectl('get', 'configmap,deployment', '--output=name')).not.toMatch(/first|app/);
  },
  2 * minutes,
);

test.each([
  [
    'a token that the cluster does not know',
    /token: .*/,
    'token: unknown',
    'unauthorized',
    'Renew the credentials',
  ],
  [
    'no authority for the certificate of the cluster',
    /certificate-authority-data: .*\n/,
    'tls-server-name: elsewhere\n',
    'unreachable',
    'certificate authority of this cluster',
  ],
])(
  'a kubeconfig with %s is told as that, and nothing is written',
  async (_, part, wrong, cause, fix) => {
    const kubeconfig = join(dock.folder, 'wrong.kubeconfig');
    await writeFile(kubeconfig, (await readFile(dock.bed.kubeconfig, 'utf8')).replace(part, wrong));
    const config = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: unwritten }\n';
    const { code, outputs, stdout } = await dock.roll(config, { kubeconfig });
    expect([code, outputs]).toMatchObject([1, { verdict: 'refused', cause, changed: 'false' }]);
    expect(outputs['diagnosis']).toContain(fix);
    expect(stdout).not.toMatch(/has a bug|^\s+at .+:\d+:\d+\)?$/m);
    expect(await dock.kubectl('get', 'configmap', '--output=name')).not.toContain('unwritten');
  },
  minutes,
);
