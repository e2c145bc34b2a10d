import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { contract, type Output } from '../../../actions/multistage-dockerize/src/contract.ts';
import { run } from '../../../actions/multistage-dockerize/src/run.ts';
import { field } from '../../../actions/shared/json/json.ts';
import { readFiles } from '../../../actions/shared/oci/files.ts';
import { layerStream } from '../../../actions/shared/oci/layer.ts';
import { blobPath, openLayout } from '../../../actions/shared/oci/layout.ts';
import { tarEntries } from '../../../actions/shared/oci/tar.ts';
import { inputsOf, testContext } from '../../support/context.ts';
import { type TarFile, tarOf } from '../../support/layout.ts';
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

/** The header of an ELF file for a machine, and something of its own. */
const program = (machine: number): Buffer => {
  const header = Buffer.from('7f454c4602010100000000000000000002003e0001000000', 'hex');
  header.writeUInt16LE(machine, 18);
  return Buffer.concat([header, Buffer.alloc(40), Buffer.from(`for machine ${machine}`)]);
};
const amd64 = program(0x3e);
const arm64 = program(0xb7);

const digestOf = (bytes: Buffer): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** Puts a base image into the registry, in docker's own media types. */
function putBase(files: readonly TarFile[], config: object = {}, architecture = 'amd64'): string {
  const tar = tarOf(files);
  const add = (bytes: Buffer, mediaType: string): object => {
    registry.blobs.set(digestOf(bytes), bytes);
    return { mediaType, digest: digestOf(bytes), size: bytes.length };
  };
  const image = {
    os: 'linux',
    architecture,
    config,
    rootfs: { type: 'layers', diff_ids: [digestOf(tar)] },
    history: [{ created_by: 'base' }],
  };
  const manifest = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: 'application/vnd.docker.distribution.manifest.v2+json',
      config: add(Buffer.from(JSON.stringify(image)), 'application/vnd.docker.container.image.v1+json'),
      layers: [add(gzipSync(tar), 'application/vnd.docker.image.rootfs.diff.tar.gzip')],
    }),
  );
  registry.manifests.set('12', manifest);
  return digestOf(manifest);
}

async function dockerize(
  dockerfile: string,
  given: Record<string, string> = {},
): Promise<typeof context.report> {
  await writeFile(join(context.temp, 'app'), amd64);
  await writeFile(join(context.temp, 'app-arm64'), arm64);
  await writeFile(join(context.temp, 'Dockerfile'), `FROM golang AS builder\n${dockerfile}`);
  const exec: typeof context.exec = async (file) => ({
    code: file === 'git' ? 0 : 1,
    stdout: '1700000000\n',
    stderr: '',
  });
  const inputs = inputsOf(
    contract,
    { image: `${registry.host}/acme/app`, binary: 'app', ...given },
    context.temp,
  );
  await run(inputs, { ...context, exec });
  return context.report;
}

async function written(report: typeof context.report) {
  const layout = await openLayout(report.outputs.get('layout') ?? '');
  const [image] = layout.images;
  if (image === undefined) throw new Error('no image');
  const config: unknown = JSON.parse(
    await readFile(blobPath(layout.path, image.manifest.config.digest), 'utf8'),
  );
  const manifest: unknown = JSON.parse(
    await readFile(blobPath(layout.path, image.descriptor.digest), 'utf8'),
  );
  const entries: string[] = [];
  const last = image.manifest.layers.at(-1);
  if (last === undefined) throw new Error('no layer');
  for await (const { name, mode, uid, gid, mtime } of tarEntries(layerStream(layout.path, last)))
    entries.push(`${name} ${mode.toString(8)} ${uid}:${gid} ${mtime}`);
  return { layout, image, config, manifest, entries };
}

test('a binary on scratch is written without any builder, the same twice', async () => {
  const text =
    'FROM scratch\nCOPY --from=builder /out/app /opt/bin/app\nUSER 65532\nENTRYPOINT ["/opt/bin/app"]\n';
  const { config, entries, layout } = await written(await dockerize(text));
  expect(entries).toEqual([
    'opt/ 755 0:0 1700000000',
    'opt/bin/ 755 0:0 1700000000',
    'opt/bin/app 755 0:0 1700000000',
  ]);
  expect(field(config, 'config')).toMatchObject({
    User: '65532',
    Entrypoint: ['/opt/bin/app'],
    WorkingDir: '/',
    Env: [expect.stringMatching(/^PATH=/)],
    Labels: { 'org.opencontainers.image.revision': 'a'.repeat(40) },
  });
  expect((await dockerize(text)).outputs.get('digest')).toBe(layout.root.digest);
  expect(context.lines.join('\n')).toContain('is written directly');
});

test('a binary that is copied to two places stands in both, byte for byte', async () => {
  const { entries, image, layout } = await written(
    await dockerize(
      'FROM scratch\nCOPY --from=builder /out/app /app\nCOPY --from=builder /out/app /bin/app\n',
    ),
  );
  expect(entries.map((entry) => entry.split(' ', 1)[0])).toEqual(['app', 'bin/', 'bin/app']);
  const { files } = await readFiles(layout.path, image, () => true);
  const sha256 = digestOf(amd64).slice('sha256:'.length);
  expect([...files.values()].map((file) => file.sha256)).toEqual([sha256, sha256]);
});

test('a base keeps its layers, settings and owners; its links are followed', async () => {
  const base = putBase(
    [
      { name: 'home/', flag: '5' },
      { name: 'home/app/', flag: '5' },
      { name: 'usr/bin/', flag: '5' },
      { name: 'bin', flag: '2', link: 'usr/bin' },
    ],
    {
      Env: ['A=base', 'B=base'],
      User: 'root',
      Cmd: ['sh'],
      Labels: { kept: 'yes' },
      WorkingDir: '/home/app',
    },
  );
  const text = `FROM ${registry.host}/base/debian:12\nENV A=own\nCOPY --from=builder /out/app /bin\nENTRYPOINT ["app"]\n`;
  const { config, entries, image, manifest } = await written(await dockerize(text));
  expect(entries).toEqual([
    'usr/ 755 0:0 1700000000',
    'usr/bin/ 755 0:0 0',
    'usr/bin/app 755 0:0 1700000000',
  ]);
  expect(field(config, 'config')).toMatchObject({
    Env: ['A=own', 'B=base'],
    User: 'root',
    WorkingDir: '/home/app',
  });
  expect(field(field(config, 'config'), 'Cmd')).toBeUndefined();
  expect(field(config, 'history')).toHaveLength(4);
  expect(image.manifest.layers.map(({ mediaType }) => mediaType)).toEqual([
    'application/vnd.oci.image.layer.v1.tar+gzip',
    'application/vnd.oci.image.layer.v1.tar+gzip',
  ]);
  expect(field(manifest, 'annotations')).toEqual({
    'org.opencontainers.image.base.name': `${registry.host}/base/debian:12`,
    'org.opencontainers.image.base.digest': base,
  });
});

test('one binary for each platform gives an image index, without emulation', async () => {
  const text =
    'FROM scratch\nARG TARGETARCH\nLABEL arch=$TARGETARCH\nCOPY --from=builder /out/app /app\nENTRYPOINT ["/app"]\n';
  const report = await dockerize(text, { binary: '["app", "app-arm64"]' });
  const layout = await openLayout(report.outputs.get('layout') ?? '');
  expect(layout.images.map(({ config }) => [config.platform.architecture, config.labels['arch']])).toEqual([
    ['amd64', 'amd64'],
    ['arm64', 'arm64'],
  ]);
  expect(layout.root.mediaType).toBe('application/vnd.oci.image.index.v1+json');
  await expect(dockerize(text, { binary: 'app\napp' })).rejects.toThrow('are both for linux/amd64');
  await expect(dockerize(`${text}RUN x\n`, { binary: 'app\napp-arm64' })).rejects.toThrow(
    'several binaries need',
  );
});

test('a base that is missing, for another machine, or sent wrong ends with the line of FROM and leaves nothing', async () => {
  const from = `FROM ${registry.host}/base/debian:12\n`;
  const text = `${from}COPY --from=builder /out/app /app\n`;
  const direct = { builder: 'direct' };
  await expect(dockerize(text, direct)).rejects.toMatchObject({
    message: expect.stringMatching('does not give 12'),
    place: { line: 2 },
  });
  putBase([], {}, 'arm64');
  await expect(dockerize(text, direct)).rejects.toThrow('is for linux/arm64, not for linux/amd64');
  putBase([], { OnBuild: ['RUN x'] });
  await expect(dockerize(text, direct)).rejects.toThrow('ONBUILD');
  putBase([{ name: 'app/', flag: '5' }]);
  await expect(dockerize(text.replace('/app\n', '/app/../app\n'), direct)).resolves.toBeDefined();
  for (const [digest, bytes] of registry.blobs)
    if (bytes[0] === 0x1f) registry.blobs.set(digest, Buffer.from('other'));
  await mkdir(join(context.temp, 'seatrial'), { recursive: true });
  const before = await readdir(join(context.temp, 'seatrial'));
  context.report.outputs.clear();
  await expect(dockerize(text, direct)).rejects.toThrow('when asked for sha256:');
  expect(await readdir(join(context.temp, 'seatrial'))).toEqual(before);
});

test('without a way and without a builder both are told', async () => {
  await expect(dockerize('FROM scratch\nCOPY --from=builder /out/app /app\nRUN x\n')).rejects.toThrow(
    'no image builder was found',
  );
  expect(context.lines.join('\n')).toContain('RUN needs one (line 4)');
  await expect(
    dockerize('FROM scratch\nCOPY --from=builder /out/app /app\nRUN x\n', { builder: 'direct' }),
  ).rejects.toMatchObject({
    place: { line: 4 },
  });
});
