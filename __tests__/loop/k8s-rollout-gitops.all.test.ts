import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { playArgo } from '../../testbed/gitops/argo.ts';
import { applicationDefinition, kustomizationDefinition } from '../../testbed/gitops/crd.ts';
import { playFlux } from '../../testbed/gitops/flux.ts';
import { type Dock, openDock } from './rollout/bed.ts';
import { deployment } from './rollout/manifests.ts';

const minutes = 60_000;

/** What differs between the two controllers. */
const controllers = [
  {
    name: 'Argo CD',
    kind: 'Application',
    definition: applicationDefinition,
    crd: 'applications.argoproj.io',
    owner: (bare: string) =>
      `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: shop }\nspec: { project: default, source: { repoURL: "file://${bare}", path: shop }, destination: { server: "https://kubernetes.default.svc" } }\n`,
    play: playArgo,
    settled: ['--for=jsonpath={.status.health.status}=Healthy', 'application/shop'],
    keeper: 'Argo CD, Application shop',
  },
  {
    name: 'Flux',
    kind: 'Kustomization',
    definition: kustomizationDefinition,
    crd: 'kustomizations.kustomize.toolkit.fluxcd.io',
    owner: () =>
      'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: { name: shop }\nspec: { interval: 10m, path: ./shop, prune: true, sourceRef: { kind: GitRepository, name: deploy } }\n',
    play: playFlux,
    settled: ['--for=condition=Ready', 'kustomizations.kustomize.toolkit.fluxcd.io/shop'],
    keeper: 'Flux, Kustomization',
  },
];
type Controller = (typeof controllers)[number];

const git = async (...args: readonly string[]): Promise<string> => {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com'];
  return (await promisify(execFile)('git', [...identity, ...args])).stdout.trim();
};

interface Stage {
  readonly dock: Dock;
  readonly bare: string;
  readonly inputs: (image: string) => Record<string, string>;
  readonly end: () => Promise<void>;
}

/** The controller's own definition on the real API server, an object of it, and the repository that it follows. */
async function stageFor(controller: Controller): Promise<Stage> {
  const dock = await openDock(`gitops-${controller.kind.toLowerCase()}`);
  const put = async (name: string, text: string): Promise<void> => {
    const path = join(dock.folder, name);
    await writeFile(path, text);
    await dock.kubectl('apply', '--server-side', '--filename', path);
  };
  await put('crd.yaml', await controller.definition());
  await dock.kubectl('wait', '--for=condition=Established', `crd/${controller.crd}`, '--timeout=30s');
  const bare = await seeded(dock);
  await put('owner.yaml', controller.owner(bare));
  const stop = new AbortController();
  const { kubectl, namespace, folder } = dock;
  const follows = { repository: bare, branch: 'main', file: 'shop/app.yaml' };
  const play = { kubectl, namespace, folder, ...follows, owner: 'shop', deployment: 'app' };
  const played = controller.play(play, stop.signal);
  await dock.kubectl('wait', ...controller.settled, '--timeout=60s');
  return {
    dock,
    bare,
    inputs: (image) => ({
      mode: 'gitops',
      manifests: 'shop',
      images: `${image.split('@')[0]}=${image}`,
      'gitops-repository': bare,
      'gitops-application': `${controller.kind} ${dock.namespace}/shop`,
      settle: '1s',
    }),
    end: async () => {
      stop.abort();
      await played;
      await dock.kubectl('delete', 'crd', controller.crd, '--wait=false');
      await dock.end();
    },
  };
}

async function seeded(dock: Dock): Promise<string> {
  const [bare, seed] = [join(dock.folder, 'deploy.git'), join(dock.folder, 'seed')];
  await git('init', '--quiet', '--bare', '--initial-branch=main', bare);
  await git('clone', '--quiet', bare, seed);
  await mkdir(join(seed, 'shop'));
  const text = `# ours\n${deployment({ name: 'app', image: dock.images.good })}`;
  await writeFile(join(seed, 'shop', 'app.yaml'), text);
  await git('-C', seed, 'add', '.');
  await git('-C', seed, 'commit', '--quiet', '--message=seed');
  await git('-C', seed, 'push', '--quiet', 'origin', 'HEAD:main');
  return bare;
}

async function goodAndBad({ dock, bare, inputs }: Stage): Promise<void> {
  const { next, missing } = dock.images;
  const good = await dock.roll('', inputs(next));
  expect({ ...good.outputs, stdout: good.stdout }).toMatchObject({
    status: 'succeeded',
    cause: '',
    changed: 'true',
  });
  expect(good.outputs['commit']).toBe(await git('--git-dir', bare, 'rev-parse', 'main'));
  expect((await dock.roll('', inputs(next))).outputs['status']).toBe('unchanged');
  const before = await git('--git-dir', bare, 'show', 'main:shop/app.yaml');
  const bad = await dock.roll('', inputs(missing));
  expect({ ...bad.outputs, stdout: bad.stdout }).toMatchObject({
    status: 'undone',
    cause: 'image-not-found',
  });
  expect(bad.outputs['diagnosis']).toContain(missing);
  expect(Number(bad.outputs['seconds-to-verdict'])).toBeLessThan(15);
  expect(await git('--git-dir', bare, 'show', 'main:shop/app.yaml')).toBe(before);
  const image = '--output=jsonpath={.spec.template.spec.containers[0].image}';
  expect(await dock.kubectl('get', 'deployment', 'app', image)).toBe(next);
}

async function nobodyThere({ dock, bare, inputs }: Stage, { kind }: Controller): Promise<void> {
  const head = await git('--git-dir', bare, 'rev-parse', 'main');
  const owner = { 'gitops-application': `${kind} ${dock.namespace}/absent` };
  const { outputs } = await dock.roll('', { ...inputs(dock.images.good), ...owner });
  expect(outputs).toMatchObject({ status: 'failed', cause: 'invalid-manifest' });
  expect(outputs['diagnosis']).toContain('absent');
  expect(await git('--git-dir', bare, 'rev-parse', 'main')).toBe(head);
}

async function behindItsBack({ dock }: Stage, { keeper }: Controller): Promise<void> {
  const { outputs } = await dock.roll(deployment({ name: 'app', image: dock.images.good }));
  expect(outputs).toMatchObject({ status: 'failed', verdict: 'refused', cause: 'managed-elsewhere' });
  expect(outputs['diagnosis']).toContain(keeper);
}

describe.each(controllers)('$name', (controller) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await stageFor(controller);
  }, 3 * minutes);
  afterAll(() => stage.end(), minutes);

  test(
    'a commit is brought in and seen healthy; a broken one is told by its cause and taken back',
    () => goodAndBad(stage),
    3 * minutes,
  );
  test(
    'an owner that is not there is told before anything is committed',
    () => nobodyThere(stage, controller),
    minutes,
  );
  test('what it keeps is not changed behind its back', () => behindItsBack(stage, controller), minutes);
});
