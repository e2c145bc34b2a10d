import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { playArgo } from '../../testbed/gitops/argo.ts';
import { applicationDefinition } from '../../testbed/gitops/crd.ts';
import { type Dock, openDock } from './rollout/bed.ts';
import { deployment } from './rollout/manifests.ts';

const minutes = 60_000;

let dock: Dock;
let bare: string;
let played: Promise<void>;
const stop = new AbortController();

const git = async (...args: readonly string[]): Promise<string> => {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com'];
  return (await promisify(execFile)('git', [...identity, ...args])).stdout.trim();
};

async function put(name: string, text: string): Promise<void> {
  const path = join(dock.folder, name);
  await writeFile(path, text);
  await dock.kubectl('apply', '--server-side', '--filename', path);
}

/** Argo CD's own definition on the real API server, an Application, and the repository that it follows. */
beforeAll(async () => {
  dock = await openDock('gitops');
  await put('crd.yaml', await applicationDefinition());
  await dock.kubectl('wait', '--for=condition=Established', 'crd/applications.argoproj.io', '--timeout=30s');
  bare = join(dock.folder, 'deploy.git');
  const seed = join(dock.folder, 'seed');
  await git('init', '--quiet', '--bare', '--initial-branch=main', bare);
  await git('clone', '--quiet', bare, seed);
  await mkdir(join(seed, 'shop'));
  await writeFile(
    join(seed, 'shop', 'app.yaml'),
    `# ours\n${deployment({ name: 'app', image: dock.images.good })}`,
  );
  await git('-C', seed, 'add', '.');
  await git('-C', seed, 'commit', '--quiet', '--message=seed');
  await git('-C', seed, 'push', '--quiet', 'origin', 'HEAD:main');
  await put(
    'application.yaml',
    `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: shop }\nspec: { project: default, source: { repoURL: "file://${bare}", path: shop }, destination: { server: "https://kubernetes.default.svc" } }\n`,
  );
  const play = {
    kubectl: dock.kubectl,
    repository: bare,
    branch: 'main',
    file: 'shop/app.yaml',
    namespace: dock.namespace,
  };
  played = playArgo({ ...play, application: 'shop', deployment: 'app', folder: dock.folder }, stop.signal);
  await dock.kubectl(
    'wait',
    '--for=jsonpath={.status.health.status}=Healthy',
    'application/shop',
    '--timeout=60s',
  );
}, 3 * minutes);

afterAll(async () => {
  stop.abort();
  await played;
  await dock.kubectl('delete', 'crd', 'applications.argoproj.io', '--wait=false');
  await dock.end();
}, minutes);

const inputs = (image: string): Record<string, string> => ({
  mode: 'gitops',
  manifests: 'shop',
  images: `${image.split('@')[0]}=${image}`,
  'gitops-repository': bare,
  'gitops-application': `Application ${dock.namespace}/shop`,
  settle: '1s',
});

test(
  'a commit is brought in and seen healthy; a broken one is told by its cause and taken back',
  async () => {
    const good = await dock.roll('', inputs(dock.images.next));
    expect({ ...good.outputs, stdout: good.stdout }).toMatchObject({
      status: 'succeeded',
      cause: '',
      changed: 'true',
    });
    expect(good.outputs['commit']).toBe(await git('--git-dir', bare, 'rev-parse', 'main'));
    expect((await dock.roll('', inputs(dock.images.next))).outputs['status']).toBe('unchanged');
    const before = await git('--git-dir', bare, 'show', 'main:shop/app.yaml');
    const bad = await dock.roll('', inputs(dock.images.missing));
    expect({ ...bad.outputs, stdout: bad.stdout }).toMatchObject({
      status: 'undone',
      cause: 'image-not-found',
    });
    expect(bad.outputs['diagnosis']).toContain(dock.images.missing);
    expect(Number(bad.outputs['seconds-to-verdict'])).toBeLessThan(15);
    expect(await git('--git-dir', bare, 'show', 'main:shop/app.yaml')).toBe(before);
    const image = '--output=jsonpath={.spec.template.spec.containers[0].image}';
    expect(await dock.kubectl('get', 'deployment', 'app', image)).toBe(dock.images.next);
  },
  3 * minutes,
);

test(
  'an Application that is not there is told before anything is committed',
  async () => {
    const head = await git('--git-dir', bare, 'rev-parse', 'main');
    const absent = {
      ...inputs(dock.images.good),
      'gitops-application': `Application ${dock.namespace}/absent`,
    };
    const { outputs } = await dock.roll('', absent);
    expect(outputs).toMatchObject({ status: 'failed', cause: 'invalid-manifest' });
    expect(outputs['diagnosis']).toContain('absent');
    expect(await git('--git-dir', bare, 'rev-parse', 'main')).toBe(head);
  },
  minutes,
);

test(
  'what Argo CD keeps is not changed behind its back',
  async () => {
    const { outputs } = await dock.roll(deployment({ name: 'app', image: dock.images.good }));
    expect(outputs).toMatchObject({ status: 'failed', verdict: 'refused', cause: 'managed-elsewhere' });
    expect(outputs['diagnosis']).toContain('Argo CD, Application shop');
  },
  minutes,
);
