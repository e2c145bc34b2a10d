import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { contract, type Output } from '../../../../actions/k8s-rollout/src/contract.ts';
import { type GitOptions, GitRepository } from '../../../../actions/k8s-rollout/src/gitops/repository.ts';
import { pushBack, pushImages } from '../../../../actions/k8s-rollout/src/gitops/update.ts';
import { run } from '../../../../actions/k8s-rollout/src/run.ts';
import { exec } from '../../../../actions/shared/exec/exec.ts';
import { startGitHub } from '../../../../testbed/github/server.ts';
import { inputsOf, testContext } from '../../../support/context.ts';

// Every step is a process of its own.
jest.setTimeout(60_000);

const reference = (digit: string): string => `ghcr.io/acme/checkout@sha256:${digit.repeat(64)}`;
const manifest = (image: string): string =>
  `# ours\nkind: Deployment\nspec: { template: { spec: { containers: [{ name: app, image: "${image}" }] } } }\n`;

let folder: string;
let bare: string;

const git = async (...args: readonly string[]): Promise<string> => {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com'];
  return (await promisify(execFile)('git', [...identity, ...args])).stdout.trim();
};

const env = { PATH: process.env['PATH'], HOME: process.env['HOME'] };
const options = (): GitOptions => ({
  repository: bare,
  branch: 'main',
  token: undefined,
  server: 'https://github.com',
  temp: folder,
  exec,
  env,
});

/** A bare repository with one manifest, as a server keeps it. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seatrial-gitops-test-'));
  bare = join(folder, 'deploy.git');
  const seed = join(folder, 'seed');
  await git('init', '--quiet', '--bare', '--initial-branch=main', bare);
  await git('clone', '--quiet', bare, seed);
  await mkdir(join(seed, 'shop'));
  await writeFile(join(seed, 'shop', 'app.yaml'), manifest('ghcr.io/acme/checkout:1'));
  await git('-C', seed, 'add', '.');
  await git('-C', seed, 'commit', '--quiet', '--message=seed');
  await git('-C', seed, 'push', '--quiet', 'origin', 'HEAD:main');
});

afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

const pushed = (path = 'shop/app.yaml', branch = 'main'): Promise<string> =>
  git('-C', bare, 'show', `${branch}:${path}`);
const wanted = (image: string) => ({
  paths: ['shop'],
  images: new Map([['ghcr.io/acme/checkout', image]]),
  message: 'Roll checkout out',
  branch: 'main',
});

test('a commit with the images, nothing for the same again, and the way back', async () => {
  const repository = await GitRepository.clone(options());
  const first = await pushImages(repository, wanted(reference('a')));
  expect(await pushed()).toBe(manifest(reference('a')).trim());
  expect(await git('-C', bare, 'log', '-1', '--format=%H %an %s', 'main')).toBe(
    `${first?.commit} seatrial Roll checkout out`,
  );
  expect(await pushImages(repository, wanted(reference('a')))).toBeUndefined();
  if (first === undefined) throw new Error('nothing was pushed');
  await pushBack(repository, first, 'main');
  expect(await pushed()).toBe(manifest('ghcr.io/acme/checkout:1').trim());
});

test('a push that somebody overtakes is made anew onto theirs, and theirs stays', async () => {
  const [mine, other] = [await GitRepository.clone(options()), await GitRepository.clone(options())];
  await other.commit(new Map([['theirs.yaml', 'a: 1\n']]), 'theirs');
  await other.push('main');
  const theirs = await other.head();
  const mineDone = await pushImages(mine, wanted(reference('b')));
  expect(await pushed('theirs.yaml')).toBe('a: 1');
  expect(await pushed()).toContain(reference('b'));
  expect(await mine.contains(mineDone?.commit ?? '', theirs)).toBe(true);
  expect(await mine.contains(theirs, mineDone?.commit ?? '')).toBe(false);
});

test('an image without a place, a branch and a repository that are not there, are told with what to write', async () => {
  const repository = await GitRepository.clone(options());
  await expect(
    pushImages(repository, { ...wanted(reference('a')), images: new Map([['other', reference('a')]]) }),
  ).rejects.toThrow('no file of the GitOps repository has a place for the image other');
  await expect(GitRepository.clone({ ...options(), branch: 'absent' })).rejects.toThrow(
    /can't be had at absent/,
  );
});

test('the token is in no argument', async () => {
  const seen: string[] = [];
  const spy: GitOptions['exec'] = async (file, args, given) => {
    seen.push([file, ...args].join(' '));
    return exec(file, args, given);
  };
  const repository = await GitRepository.clone({ ...options(), token: 'secret-token', exec: spy });
  await pushImages(repository, wanted(reference('a')));
  expect(seen.join('\n')).not.toMatch(/secret-token|c2VjcmV0|extraheader/);
});

async function action(given: Readonly<Record<string, string>>, more: object = {}) {
  const context = await testContext<Output>({ exec, env: { ...env, GITHUB_REPOSITORY: bare, ...more } });
  const inputs = inputsOf(contract, { mode: 'gitops', manifests: 'shop', ...given }, context.workspace);
  await run(inputs, context);
  return {
    outputs: Object.fromEntries(context.report.outputs),
    lines: context.lines,
    masked: context.masked,
  };
}

test('the action: dry, for real without anybody to wait for, and once more', async () => {
  const images = `ghcr.io/acme/checkout=${reference('c')}`;
  const dry = await action({ images, 'dry-run': 'true' });
  expect(dry.outputs).toMatchObject({ status: 'succeeded' });
  expect(await pushed()).not.toContain(reference('c'));
  const real = await action({ images });
  expect(real.outputs).toMatchObject({
    status: 'succeeded',
    commit: await git('-C', bare, 'rev-parse', 'main'),
  });
  expect(await pushed()).toContain(reference('c'));
  expect((await action({ images })).outputs).toMatchObject({ status: 'unchanged' });
  await expect(action({})).rejects.toThrow('without `images` has nothing to commit');
});

test('a proposal: a branch of its own, and a pull request that GitHub takes', async () => {
  const github = await startGitHub({ pullRequestOf: () => undefined });
  process.env['GITHUB_API_URL'] = github.url;
  try {
    const server = { GITHUB_SERVER_URL: `file://${folder}`, GITHUB_REPOSITORY: 'acme/deploy' };
    await git('clone', '--quiet', '--bare', bare, join(folder, 'acme', 'deploy'));
    const images = `ghcr.io/acme/checkout=${reference('d')}`;
    const { outputs, masked } = await action(
      { images, 'gitops-pull-request': 'true', token: 'secret-token' },
      server,
    );
    expect(outputs['pull-request']).toMatch(/^https:\/\/github\.com\//);
    expect(masked).toContain('secret-token');
    expect(github.calls.flatMap(({ problems }) => problems)).toEqual([]);
    const branches = await git(
      '-C',
      join(folder, 'acme', 'deploy'),
      'branch',
      '--list',
      '--format=%(refname:short)',
    );
    expect(branches.split('\n').filter((name) => name.startsWith('seatrial/production-'))).toHaveLength(1);
    expect(await git('-C', join(folder, 'acme', 'deploy'), 'show', 'main:shop/app.yaml')).not.toContain(
      reference('d'),
    );
  } finally {
    await github.close();
  }
});
