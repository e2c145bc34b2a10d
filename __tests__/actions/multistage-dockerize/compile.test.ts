import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { contract, type Output } from '../../../actions/multistage-dockerize/src/contract.ts';
import { run } from '../../../actions/multistage-dockerize/src/run.ts';
import type { Asked, Compile } from '../../../actions/shared/compile/compile.ts';
import { UserError } from '../../../actions/shared/errors/user-error.ts';
import { sha256OfFile } from '../../../actions/shared/oci/digest.ts';
import { binarySection } from '../../support/binary-section.ts';
import { inputsOf, testContext } from '../../support/context.ts';
import { type Behaviour, startRegistry, type TestRegistry } from '../../support/registry.ts';

let context: Awaited<ReturnType<typeof testContext<Output>>>;
let registry: TestRegistry;
beforeEach(async () => {
  context = await testContext<Output>();
  await writeFile(
    join(context.temp, 'Dockerfile'),
    'FROM golang AS builder\nFROM scratch\nCOPY --from=builder /out/app /app\n',
  );
});
afterEach(async () => {
  await registry.close();
  await rm(context.temp, { recursive: true, force: true });
});

/** The header of an ELF file for x86-64 without segments, and something of its own. */
const program = Buffer.concat([
  Buffer.from('7f454c4602010100000000000000000002003e0001000000', 'hex'),
  Buffer.alloc(40),
  Buffer.from('the program'),
]);

const git: typeof context.exec = async () => ({ code: 0, stdout: '1700000000\n', stderr: '' });

interface Wishes extends Behaviour {
  readonly inputs?: Record<string, string>;
  readonly env?: Record<string, string>;
}

async function dockerize(compile: Compile, { inputs: given = {}, env = {}, ...behaviour }: Wishes = {}) {
  registry = await startRegistry(behaviour);
  const wishes = { image: `${registry.host}/acme/app`, compile: 'true', push: 'true', ...given };
  const inputs = inputsOf(contract, wishes, context.temp);
  return run(inputs, { ...context, exec: git, env }, compile);
}

/** Makes the program, tells of it, and reports it as go-static-build does. */
const compiles =
  (told: { asked?: Asked; env?: Readonly<Record<string, string | undefined>> } = {}): Compile =>
  async (asked, { report, env, temp }) => {
    Object.assign(told, { asked, env });
    const path = join(temp, 'app');
    const work = async (): Promise<readonly string[]> => {
      await writeFile(path, program);
      asked.linked(path, path);
      report.section('binaries', [{ ...binarySection, path, sha256: await sha256OfFile(path) }]);
      return [path];
    };
    return { started: Promise.resolve(), binaries: work() };
  };

test('the image is that of two steps, its layer is sent early, and the outputs tell of both', async () => {
  const told: { asked?: Asked } = {};
  await dockerize(compiles(told), { inputs: { compile: 'packages=./a\npackages=./b\nversion=v1' } });
  expect(told.asked?.given).toEqual(
    new Map([
      ['packages', './a\n./b'],
      ['version', 'v1'],
    ]),
  );
  expect(told.asked?.step.get('working-directory')).toBe(context.temp);
  const { outputs, sections } = context.report;
  expect(JSON.parse(outputs.get('binaries') ?? '')).toEqual(sections.binaries);
  expect(sections.image).toMatchObject({ pushed: true, binarySha256: sections.binaries?.[0]?.sha256 });
  const sent = registry.requests.map((one) => one.replace(/uploads\/.+/, 'uploads'));
  expect(sent.filter((one) => one.startsWith('PATCH'))).toEqual(['PATCH /v2/acme/app/blobs/uploads']);
  expect(registry.uploads.size).toBe(0);

  const two = inputsOf(contract, { image: `${registry.host}/acme/app`, binary: 'app' }, context.temp);
  const again = await testContext<Output>({ workspace: context.temp, temp: context.temp, exec: git });
  await run(two, again);
  expect(again.report.outputs.get('digest')).toBe(outputs.get('digest'));
});

test('the compiler sees no password, no key and no build secret', async () => {
  const told: { env?: Readonly<Record<string, string | undefined>> } = {};
  const secret = { NPM: 'd', DOCKER_AUTH_CONFIG: '{}' };
  const env = { 'INPUT_REGISTRY-PASSWORD': 'a', COSIGN_PASSWORD: 'b', ...secret, GOFLAGS: '-mod=mod' };
  await dockerize(compiles(told), { env, inputs: { secrets: 'npm=NPM' } });
  expect(told.env).toEqual({ GOFLAGS: '-mod=mod' });
});

const broken: Compile = async () => ({
  started: Promise.resolve(),
  binaries: Promise.reject(new UserError('undefined: x', { fix: 'Declare it.' })),
});
const other: Compile = async (asked, its) => {
  const { started, binaries } = await compiles()(asked, its);
  const changed = async (): Promise<readonly string[]> => {
    const paths = await binaries;
    its.report.section('binaries', [{ ...binarySection, path: paths[0] ?? '', sha256: '0'.repeat(64) }]);
    return paths;
  };
  return { started, binaries: changed() };
};

test.each([
  ['does not compile', broken, {}, /undefined: x/],
  ['is not what was recorded', other, {}, /was changed while it was put into the image/],
  [
    'has a registry that refuses',
    compiles(),
    { login: { scheme: 'basic', user: 'a:b' } } as const,
    /refuses access/,
  ],
])(
  'a program that %s leaves nothing: no blob, no tag, no upload, no layout',
  async (_, compile, behaviour, why) => {
    await expect(dockerize(compile, behaviour)).rejects.toThrow(why);
    expect([...registry.blobs, ...registry.manifests, ...registry.uploads]).toEqual([]);
    const left = await readdir(join(context.temp, 'seatrial')).catch(() => []);
    expect(left.filter((name) => name.startsWith('image-'))).toEqual([]);
  },
);

test('a dry run asks the compiler and the registry, and makes no image', async () => {
  const dry: Compile = async () => ({ started: Promise.resolve(), binaries: Promise.resolve([]) });
  await dockerize(dry, { inputs: { 'dry-run': 'true' } });
  await registry.close();
  expect(context.lines.join('\n')).toContain('builds Dockerfile with what is compiled');
  expect(registry.requests.map((one) => one.split(' ', 1)[0])).toEqual(['POST', 'DELETE']);
  await expect(dockerize(broken, { inputs: { 'dry-run': 'true' } })).rejects.toThrow('undefined: x');
});

test.each([
  [{ binary: 'app' }, /`compile` makes the binary in this step/],
  [{ layout: 'image' }, /`compile` makes the binary in this step/],
  [{ compile: './cmd/app' }, /an input of go-static-build as name=value on every line, not ".\/cmd\/app"/],
])('inputs that contradict it are refused: %j', async (given, message) => {
  await expect(dockerize(compiles(), { inputs: given })).rejects.toThrow(message);
});

test('a program that does not compile is told without waiting for a base that is still being fetched', async () => {
  await writeFile(
    join(context.temp, 'Dockerfile'),
    'FROM golang AS builder\nFROM REGISTRY/base:1\nCOPY --from=builder /out/app /app\n',
  );
  const { promise: waiting, resolve: asked } = Promise.withResolvers<void>();
  const late: Compile = async () => ({
    started: Promise.resolve(),
    binaries: waiting.then(() => Promise.reject(new UserError('undefined: x', { fix: 'Declare it.' }))),
  });
  registry = await startRegistry({
    disturb: (request) => {
      const isBase = request.url?.includes('/base/manifests/') === true;
      // Never answered.
      if (isBase) asked();
      return isBase;
    },
  });
  const text = await readFile(join(context.temp, 'Dockerfile'), 'utf8');
  await writeFile(join(context.temp, 'Dockerfile'), text.replace('REGISTRY', registry.host));
  const inputs = inputsOf(contract, { image: `${registry.host}/acme/app`, compile: 'true' }, context.temp);
  await expect(run(inputs, { ...context, exec: git }, late)).rejects.toThrow('undefined: x');
}, 10_000);
