import { expect, test } from '@jest/globals';
import {
  buildError,
  parseBuildFailure,
} from '../../../actions/multistage-dockerize/src/builders/build-error.ts';
import { buildahArgs, buildahPushArgs } from '../../../actions/multistage-dockerize/src/builders/buildah.ts';
import { buildctlArgs } from '../../../actions/multistage-dockerize/src/builders/buildctl.ts';
import type { BuildRequest } from '../../../actions/multistage-dockerize/src/builders/builder.ts';
import { buildxArgs } from '../../../actions/multistage-dockerize/src/builders/buildx.ts';
import { chooseBuilder } from '../../../actions/multistage-dockerize/src/builders/choose.ts';
import { dockerArgs } from '../../../actions/multistage-dockerize/src/builders/docker.ts';
import { kanikoArgs } from '../../../actions/multistage-dockerize/src/builders/kaniko.ts';
import {
  builderEnvironment,
  forOthers,
  othersEnvironment,
} from '../../../actions/multistage-dockerize/src/environment.ts';

const request: BuildRequest = {
  context: '/src',
  dockerfile: '/src/deploy/Dockerfile',
  target: undefined,
  platforms: ['linux/amd64', 'linux/arm64'],
  buildArgs: new Map([['A', 'b c']]),
  labels: new Map([['l', '1']]),
  secrets: new Map([['npm', 'NPM_TOKEN']]),
  cacheFrom: ['type=gha'],
  cacheTo: [],
  contexts: new Map([['builder', '/tmp/compiled']]),
  layout: '/tmp/layout',
};

test('buildctl gets context, named context and secrets its own way', () => {
  const args = buildctlArgs(request);
  expect(args).toEqual(
    expect.arrayContaining([
      '--local=context=/src',
      '--local=dockerfile=/src/deploy',
      '--opt=filename=Dockerfile',
    ]),
  );
  expect(args).toEqual(
    expect.arrayContaining(['--opt=context:builder=local:named-0', '--local=named-0=/tmp/compiled']),
  );
  expect(args).toEqual(
    expect.arrayContaining(['--secret', 'id=npm,env=NPM_TOKEN', 'build-arg:A=b c', 'label:l=1']),
  );
  expect(args).toContain('--opt=platform=linux/amd64,linux/arm64');
});

test('buildx writes a layout, or into the daemon where its driver can do no other', () => {
  expect(buildxArgs(request, undefined)).toContain(
    '--output=type=oci,tar=false,dest=/tmp/layout,rewrite-timestamp=true',
  );
  expect(buildxArgs(request, 'seatrial-build:x')).toEqual(
    expect.arrayContaining(['--load', '--tag=seatrial-build:x']),
  );
  expect(buildxArgs(request, 'seatrial-build:x').join(' ')).not.toContain('--output');
  expect(buildxArgs(request, undefined).at(-1)).toBe('/src');
  expect(buildxArgs(request, undefined)).toEqual(
    expect.arrayContaining(['--build-context', 'builder=/tmp/compiled']),
  );
});

test('plain docker gets no option it does not know', () => {
  const plain = {
    ...request,
    platforms: ['linux/amd64'],
    secrets: new Map(),
    cacheFrom: ['type=registry,ref=r/cache'],
  };
  expect(dockerArgs(plain, 'name').join(' ')).not.toMatch(/secret|context=|type=/);
  expect(dockerArgs(plain, 'name').join(' ')).toContain('--cache-from r/cache');
  expect(() => dockerArgs(request, 'name')).toThrow("can't mount build secrets");
});

test('buildah builds without a daemon and writes a layout, secrets by name only', () => {
  const args = buildahArgs(
    { ...request, cacheTo: ['type=registry,ref=r/cache,mode=max'] },
    'n',
    new Date(5000),
  );
  expect(args).toEqual(
    expect.arrayContaining([
      '--isolation=chroot',
      '--timestamp=5',
      '--manifest=n',
      '--layers',
      'r/cache',
      'id=npm,env=NPM_TOKEN',
    ]),
  );
  expect(args.at(-1)).toBe('/src');
  expect(buildahPushArgs(request, 'n')).toEqual(['manifest', 'push', '--all', 'n', 'oci:/tmp/layout']);
  expect(buildahPushArgs({ ...request, platforms: [] }, 'n')).toEqual([
    'push',
    '--quiet',
    'n',
    'oci:/tmp/layout',
  ]);
});

test("kaniko's executor pushes nothing, and is refused what it can't do", () => {
  const able = {
    ...request,
    platforms: ['linux/arm64'],
    secrets: new Map(),
    cacheFrom: ['type=registry,ref=r/cache'],
  };
  expect(kanikoArgs(able)).toEqual([
    '--context=dir:///src',
    '--dockerfile=deploy/Dockerfile',
    '--no-push',
    '--oci-layout-path=/tmp/layout',
    '--reproducible',
    '--skip-unused-stages',
    '--custom-platform=linux/arm64',
    '--cache=true',
    '--cache-repo=r/cache',
    '--build-arg',
    'A=b c',
    '--label',
    'l=1',
  ]);
  expect(() => kanikoArgs(request)).toThrow('several platforms');
  expect(() => kanikoArgs({ ...able, secrets: request.secrets })).toThrow('build secrets');
});

test('no builder and no other program sees what images are signed with, nor our inputs', async () => {
  const given = {
    PATH: '/bin',
    COSIGN_PRIVATE_KEY: 's',
    COSIGN_PASSWORD: 's',
    SIGSTORE_ID_TOKEN: 's',
    RELEASE: 's',
    'INPUT_REGISTRY-PASSWORD': 's',
  };
  const tokens = { ACTIONS_RUNTIME_TOKEN: 'a', GITHUB_TOKEN: 't', SSH_PRIVATE_KEY: 'k', NPM_TOKEN: 'n' };
  const env = { ...given, ...tokens, UNSET: undefined };
  const inputs = { signKey: 'env://RELEASE', secrets: new Map([['npm', 'NPM_TOKEN']]), cacheTo: [] };
  expect(othersEnvironment(env, inputs)).toEqual({ PATH: '/bin', ...tokens });
  expect(builderEnvironment(env, { ...inputs, cacheFrom: [] })).toEqual({ PATH: '/bin', NPM_TOKEN: 'n' });
  expect(builderEnvironment(env, { ...inputs, cacheFrom: ['type=gha'] })).toMatchObject({
    ACTIONS_RUNTIME_TOKEN: 'a',
  });
  const seen: unknown[] = [];
  const exec = forOthers(
    async (_, __, options) => {
      seen.push(options?.env);
      return { code: 0, stdout: '', stderr: '' };
    },
    env,
    inputs,
  );
  await exec('git', ['log']);
  await exec('git', ['log'], { env: { OWN: '1' } });
  expect(seen).toEqual([{ PATH: '/bin', ...tokens }, { OWN: '1' }]);
});

const instructionLines = [1, 2, 5, 9];
const lines = ['FROM golang AS builder', 'RUN x', '', '# runs', 'FROM r.example/base:1', 'USER 1'];

test.each([
  [
    'buildctl names file and line',
    'Dockerfile:12\n--------------------\n  12 | >>> RUN false\n--------------------\nerror: failed to solve: process "/bin/sh -c false" did not complete successfully: exit code: 1',
    12,
    'process "/bin/sh -c false" did not complete successfully: exit code: 1',
  ],
  [
    'a Dockerfile that can not be parsed',
    'Dockerfile:3\n--------------------\nerror: failed to solve: dockerfile parse error on line 3: unknown instruction: FORM',
    3,
    'dockerfile parse error on line 3: unknown instruction: FORM',
  ],
  [
    'the old builder counts its steps',
    "Step 1/4 : FROM x\nStep 3/4 : RUN false\n ---> Running in 1\nThe command '/bin/sh -c false' returned a non-zero code: 1",
    5,
    "The command '/bin/sh -c false' returned a non-zero code: 1",
  ],
  ['nothing said', '', undefined, 'the builder said nothing'],
  [
    'buildah shows the instruction',
    '[2/2] STEP 1/7: FROM r.example/base:1\nTrying to pull r.example/base:1...\nError: creating build container: unauthorized: no',
    5,
    'creating build container: unauthorized: no',
  ],
])('%s', (_, output, line, message) => {
  expect(parseBuildFailure(output, { instructionLines, lines })).toEqual({ message, line });
});

test('a builder that does not answer is not blamed on the Dockerfile', () => {
  const error = buildError(
    { message: 'failed to list workers: dial unix /x: connect: no such file', line: undefined },
    'D',
  );
  expect(error.message).toMatch(/builder does not answer/);
  expect(error.place).toBeUndefined();
});

const programs =
  (...there: string[]) =>
  async (file: string, args: readonly string[]) => ({
    code: there.includes(`${file} ${args[0]}`) ? 0 : 1,
    stdout: '',
    stderr: '',
  });

test.each([
  [{ BUILDKIT_HOST: 'unix:///x' }, ['buildctl --version', 'docker buildx'], 'buildctl'],
  [{}, ['buildctl --version', 'docker buildx'], 'buildx'],
  [{ BUILDKIT_HOST: 'unix:///x' }, ['docker version'], 'docker'],
  [{}, ['buildah --version', '/kaniko/executor version'], 'buildah'],
  [{}, ['/kaniko/executor version'], 'kaniko'],
])('auto takes what is there (%#)', async (env, there, expected) => {
  expect(await chooseBuilder('auto', programs(...there), env)).toBe(expected);
});

test('no builder, or not the one that was asked for, is told', async () => {
  await expect(chooseBuilder('auto', programs(), {})).rejects.toThrow('no image builder was found');
  await expect(chooseBuilder('buildx', programs(), {})).rejects.toThrow('the builder "buildx" is not there');
});
