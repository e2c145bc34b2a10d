import { access, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { contract, type Output } from '../../../actions/multistage-dockerize/src/contract.ts';
import { run } from '../../../actions/multistage-dockerize/src/run.ts';
import type { Context } from '../../../actions/shared/action/context.ts';
import type { ScanSection, ScanVerdict } from '../../../actions/shared/record/types.ts';
import { binarySection } from '../../support/binary-section.ts';
import { inputsOf, testContext } from '../../support/context.ts';
import { writeLayout } from '../../support/layout.ts';
import { startRegistry, type TestRegistry } from '../../support/registry.ts';

let context: Awaited<ReturnType<typeof testContext<Output>>>;
let registry: TestRegistry;
beforeEach(async () => {
  context = await testContext<Output>();
  registry = await startRegistry();
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

/** A buildctl that builds nothing but puts what it finds in the named context into an image, or something else. */
function fakeBuildctl(holds: (compiled: string) => Promise<Buffer>): Context<Output>['exec'] {
  return async (file, args) => {
    if (file === 'git') return { code: 0, stdout: '1700000000\n', stderr: '' };
    if (args[0] !== 'build') return { code: 0, stdout: '', stderr: '' };
    const value = (prefix: string): string =>
      args.find((arg) => arg.startsWith(prefix))?.slice(prefix.length) ?? '';
    const layout = /dest=([^,]+)/.exec(value('--output='))?.[1] ?? '';
    await mkdir(layout, { recursive: true });
    const content = await holds(value('--local=named-0='));
    await writeLayout(layout, [[{ name: 'bin/app', content }]]);
    return { code: 0, stdout: '', stderr: '' };
  };
}

function scanOf(digest: string, verdict: ScanVerdict): ScanSection {
  return {
    target: 'layout',
    digest,
    verdict,
    scanner: { name: 'trivy', version: '0.69.3' },
    counts: {},
    blocking: [],
  };
}

const copies = fakeBuildctl((compiled) => readFile(join(compiled, 'out/app')));

async function sources(): Promise<void> {
  await writeFile(join(context.temp, 'app'), program);
  await writeFile(
    join(context.temp, 'Dockerfile'),
    'FROM golang AS builder\nFROM scratch\nCOPY --from=builder /out/app /bin/app\n',
  );
}

async function dockerize(
  given: Record<string, string>,
  changes: Partial<Context<Output>> = {},
): Promise<Context<Output>['report']> {
  const inputs = inputsOf(
    contract,
    { image: `${registry.host}/acme/app`, builder: 'buildctl', lint: 'off', ...given },
    context.temp,
  );
  await run(inputs, { ...context, ...changes });
  return context.report;
}

test('the tested binary is proven to be in the image, and the record says so', async () => {
  await sources();
  const report = await dockerize({ binary: 'app' }, { exec: copies });
  expect(report.outputs.get('pushed')).toBe('false');
  expect(report.outputs.get('image')).toBe(`${registry.host}/acme/app@${report.outputs.get('digest')}`);
  expect(report.sections.image).toMatchObject({ base: 'scratch', pushed: false, tags: ['a'.repeat(40)] });
  expect(report.sections.image?.binarySha256).toMatch(/^[0-9a-f]{64}$/);
  expect(report.summaries.join('')).toContain('byte for byte');
  expect(registry.requests).toEqual([]);
});

test('what builds an image is not handed the key it is signed with', async () => {
  await sources();
  const seen = new Set<string>();
  const exec: Context<Output>['exec'] = (file, args, options) => {
    for (const name of Object.keys(options?.env ?? { none: '' })) seen.add(name);
    return copies(file, args, options);
  };
  const env = { PATH: '/bin', COSIGN_PRIVATE_KEY: 'k', COSIGN_PASSWORD: 'p' };
  await dockerize({ binary: 'app' }, { exec, env });
  expect([...seen]).toEqual(['PATH']);
});

test('an image with another binary is refused, and nothing of it is left', async () => {
  await sources();
  const strips = fakeBuildctl(async () => Buffer.from(program).fill('X', 64));
  await expect(dockerize({ binary: 'app', push: 'true' }, { exec: strips })).rejects.toThrow(
    /does not hold the tested binary/,
  );
  expect(registry.manifests.size).toBe(0);
  expect(await readdir(join(context.temp, 'seatrial'))).toEqual([]);
});

test('a binary that the record does not know as built is refused before anything else', async () => {
  await sources();
  const record = { ...context.record, binaries: [binarySection] };
  await expect(dockerize({ binary: 'app' }, { record })).rejects.toThrow(
    /not the binary that was built and tested/,
  );
});

test('a platform that the binary is not for is refused', async () => {
  await sources();
  await expect(dockerize({ binary: 'app', platforms: 'linux/arm64' })).rejects.toThrow('is for linux/amd64');
});

test('a layout is pushed as it is, and the password is masked before use', async () => {
  const layout = join(context.temp, 'layout');
  await mkdir(layout);
  const digest = await writeLayout(layout, [[{ name: 'app', content: 'x' }]]);
  const record = { ...context.record, scan: scanOf(digest, 'clean') };
  const login = { 'registry-username': 'bob', 'registry-password': 's3cret' };
  const report = await dockerize({ layout, push: 'true', tags: 'v1', ...login }, { record });
  expect(report.outputs.get('pushed')).toBe('true');
  expect([...registry.manifests.keys()].sort()).toEqual(['a'.repeat(40), digest, 'v1']);
  expect(context.masked).toEqual(['s3cret']);
  expect(context.lines.join('')).not.toContain('s3cret');
});

test.each<[ScanVerdict, string | undefined, RegExp]>([
  ['findings', undefined, /the scan of this image says findings/],
  ['clean', `sha256:${'1'.repeat(64)}`, /is not what was scanned/],
])('a layout that is not known as scanned and clean is not pushed (%s)', async (verdict, other, message) => {
  const layout = join(context.temp, 'layout');
  await mkdir(layout);
  const digest = await writeLayout(layout, [[{ name: 'app', content: 'x' }]]);
  const record = { ...context.record, scan: scanOf(other ?? digest, verdict) };
  await expect(dockerize({ layout, push: 'true' }, { record })).rejects.toThrow(message);
  expect(registry.requests).toEqual([]);
});

test('an image that no scan is known of is refused where a scan is required, and so is the scan of something else', async () => {
  const layout = join(context.temp, 'layout');
  await mkdir(layout);
  const digest = await writeLayout(layout, [[{ name: 'app', content: 'x' }]]);
  const inputs = { layout, push: 'true', 'require-scan': 'true' };
  await expect(dockerize(inputs)).rejects.toThrow('knows of no scan of this image');
  const { digest: _, ...ofManifests } = scanOf(digest, 'clean');
  const record = { ...context.record, scan: { ...ofManifests, target: 'deploy/' } };
  await expect(dockerize(inputs, { record })).rejects.toThrow('is not what was scanned (deploy/)');
  expect(registry.requests).toEqual([]);
});

test('an unreachable registry is told before anything is built', async () => {
  await sources();
  await registry.close();
  await expect(
    dockerize(
      { push: 'true' },
      { exec: async (_, args) => ({ code: args[0] === 'build' ? 9 : 0, stdout: '1', stderr: '' }) },
    ),
  ).rejects.toThrow('does not answer');
});

test('a dry run builds and pushes nothing', async () => {
  await sources();
  const report = await dockerize(
    { binary: 'app', 'dry-run': 'true' },
    { exec: async (_, args) => ({ code: args[0] === 'build' ? 9 : 0, stdout: '1', stderr: '' }) },
  );
  expect(report.outputs.has('digest')).toBe(false);
  expect(await readdir(join(context.temp, 'seatrial'))).toEqual([]);
});

test.each([
  [{ image: 'ghcr.io/acme/app:1' }, /without tag or digest/],
  [{ 'registry-username': 'bob' }, /belong together/],
  [{ layout: 'a', binary: 'b' }, /give one of them/],
  [{ platforms: 'windows/amd64' }, /linux\/<architecture>/],
])('inputs that contradict are refused (%#)', async (given: Record<string, string>, message) => {
  await expect(dockerize(given)).rejects.toThrow(message);
});

test('a missing Dockerfile, binary, secret or context is told with the way out', async () => {
  await expect(dockerize({})).rejects.toThrow('there is no Dockerfile');
  await writeFile(join(context.temp, 'go.mod'), 'module m\n\ngo 1.26\n');
  await expect(dockerize({})).rejects.toThrow('no main package was found');
  await expect(dockerize({ dockerfile: 'deploy/Dockerfile' })).rejects.toThrow('there is no Dockerfile at');
  await sources();
  await expect(dockerize({ binary: 'nowhere' })).rejects.toThrow('does not exist');
  await expect(dockerize({ binary: 'Dockerfile' })).rejects.toThrow('is no Linux program');
  await expect(dockerize({ secrets: 'npm=NPM_TOKEN' })).rejects.toThrow('NPM_TOKEN, which is not set');
  await expect(dockerize({ 'working-directory': 'nowhere' })).rejects.toThrow('is no folder');
  await expect(access(join(context.temp, 'seatrial'))).rejects.toThrow();
});

test('the old builder gets an own context and a line of the original Dockerfile is named', async () => {
  await sources();
  await writeFile(
    join(context.temp, 'Dockerfile'),
    'FROM golang AS builder\nRUN one\nRUN two\nFROM scratch\nCOPY --from=builder /out/app /bin/app\nRUN false\n',
  );
  await writeFile(join(context.temp, '.dockerignore'), '*\n');
  const seen: string[] = [];
  const exec: Context<Output>['exec'] = async (file, args, options) => {
    if (file === 'git') return { code: 1, stdout: '', stderr: '' };
    if (args[0] !== 'build') return { code: 0, stdout: '20.10', stderr: '' };
    const folder = args.at(-1) ?? '';
    seen.push(folder, await readFile(join(folder, '.dockerignore'), 'utf8'));
    expect(await readFile(join(folder, '.seatrial-compiled'))).toEqual(program);
    for (const line of ['Step 5/5 : RUN false', 'The command false returned a non-zero code: 1'])
      options?.onLine?.(line);
    return { code: 1, stdout: '', stderr: '' };
  };
  await expect(dockerize({ binary: 'app', builder: 'docker' }, { exec })).rejects.toMatchObject({
    place: { file: join(context.temp, 'Dockerfile'), line: 6 },
  });
  expect(seen[1]).toMatch(/\*\n\n!\.seatrial-compiled/);
  await expect(access(seen[0] ?? '')).rejects.toThrow();
  await expect(access(join(context.temp, '.seatrial-compiled'))).rejects.toThrow();
});

test('a module without a Dockerfile gets one, and nothing is written into the repository', async () => {
  await writeFile(join(context.temp, 'app'), program);
  await writeFile(join(context.temp, 'go.mod'), 'module m\n\ngo 1.26\ntoolchain go1.26.4\n');
  const before = await readdir(context.temp);
  const report = await dockerize({ binary: 'app' }, { exec: copies });
  expect(report.sections.image?.base).toBe('gcr.io/distroless/static-debian12:nonroot');
  expect(report.summaries.join('')).toContain('ARG GO_IMAGE=golang:1.26.4');
  expect((await readdir(context.temp)).sort()).toEqual([...before, 'seatrial'].sort());
});

test('a program whose loader the image lacks is refused: its container would die at its start', async () => {
  await sources();
  const loader = Buffer.from('/lib64/ld-linux-x86-64.so.2\0');
  const header = Buffer.from(program.subarray(0, 64));
  header.writeBigUInt64LE(64n, 32);
  header.writeUInt16LE(56, 54);
  header.writeUInt16LE(1, 56);
  const segment = Buffer.alloc(56);
  segment.writeUInt32LE(3, 0);
  segment.writeBigUInt64LE(120n, 8);
  segment.writeBigUInt64LE(BigInt(loader.length), 32);
  await writeFile(join(context.temp, 'app'), Buffer.concat([header, segment, loader]));
  await expect(dockerize({ binary: 'app' }, { exec: copies })).rejects.toThrow(
    "can't start in this image: it needs /lib64/ld-linux-x86-64.so.2",
  );
});

test('the summary compares with the image of the commit this one stands on, and does without where it is missing', async () => {
  await sources();
  const before = 'b'.repeat(40);
  const env = { GITHUB_EVENT_PATH: join(context.temp, 'event.json') };
  await writeFile(env.GITHUB_EVENT_PATH, JSON.stringify({ before }));
  await dockerize({ binary: 'app' }, { exec: copies, env });
  expect(context.lines.join('\n')).toMatch(/Not compared with the image of bbbbbbbbbbbb: .*MANIFEST_UNKNOWN/);

  const layout = join(context.temp, 'earlier');
  await mkdir(layout);
  await writeLayout(layout, [[{ name: 'bin/app', content: 'an older and smaller one' }]]);
  const record = { ...context.record, source: { ...context.record.source, commit: before } };
  await dockerize({ layout, push: 'true' }, { record });
  const report = await dockerize({ binary: 'app' }, { exec: copies, env });
  expect(report.summaries.join('')).toMatch(
    /Against bbbbbbbbbbbb: \+\d+ B compressed, \+\d+\.\d %; 1 of 1 layers are new/,
  );
  expect(report.summaries.join('')).toContain('against base');
});
