import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { layoutFromArchive } from '../../../../actions/shared/oci/archive.ts';
import { digestOf } from '../../../../actions/shared/oci/digest.ts';
import { readFiles } from '../../../../actions/shared/oci/files.ts';
import { blobPath, openLayout, verifyBlobs } from '../../../../actions/shared/oci/layout.ts';
import { readTree } from '../../../../actions/shared/oci/tree.ts';
import { addBlob, addImage, finishLayout, tarOf, writeLayout } from '../../../support/layout.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seatrial-layout-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a container sees later layers over earlier ones, whiteouts included', async () => {
  await writeLayout(folder, [
    [
      { name: 'app', content: 'old' },
      { name: 'etc/gone', content: 'x' },
      { name: 'data/a', content: 'x' },
      { name: 'data/b', content: 'x' },
    ],
    [
      { name: './app', content: 'new' },
      { name: 'etc/.wh.gone' },
      { name: 'data/.wh..wh..opq' },
      { name: 'data/c', content: 'cc' },
      { name: 'hard', flag: '1', link: 'app' },
    ],
  ]);
  const layout = await openLayout(folder);
  const [image] = layout.images;
  if (image === undefined) throw new Error('no image');
  const { files } = await readFiles(folder, image, (_, size) => size === 3);
  const sha = '11507a0e2f5e69d5dfa40a62a1bd7b6ee57e6bcd85c67c9b8431b36fff21c437';
  expect([...files.values()]).toEqual([
    { path: '/app', size: 3, layer: 1, sha256: sha },
    { path: '/data/c', size: 2, layer: 1 },
    { path: '/hard', size: 3, layer: 1, sha256: sha },
  ]);
});

test('a layer whose bytes changed is found out', async () => {
  await writeLayout(folder, [[{ name: 'app', content: 'x' }]]);
  const layout = await openLayout(folder);
  const [layer] = layout.blobs;
  const path = join(folder, 'blobs', 'sha256', layer?.digest.slice(7) ?? '');
  await writeFile(path, Buffer.alloc(layer?.size ?? 0));
  await expect(verifyBlobs(layout)).rejects.toThrow(/holds the bytes of sha256/);
  await rm(path);
  await expect(openLayout(folder)).rejects.toThrow(/is missing/);
});

test('a layout of several images is refused, one of several platforms is opened with its index as root', async () => {
  const amd64 = await addImage(folder, [[{ name: 'app', content: 'a' }]]);
  const arm64 = await addImage(folder, [[{ name: 'app', content: 'b' }]], 'arm64');
  await finishLayout(folder, [amd64, arm64]);
  await expect(openLayout(folder)).rejects.toThrow('it holds 2 images');

  const index = Buffer.from(JSON.stringify({ schemaVersion: 2, manifests: [amd64, arm64] }));
  const root = await addBlob(folder, index, 'application/vnd.oci.image.index.v1+json');
  await finishLayout(folder, [root]);
  const layout = await openLayout(folder);
  expect(layout.root.digest).toBe(root.digest);
  expect(layout.images.map((image) => image.config.platform.architecture)).toEqual(['amd64', 'arm64']);
  expect(layout.manifests.map((manifest) => manifest.digest)).toEqual([
    amd64.digest,
    arm64.digest,
    root.digest,
  ]);
});

const packings = [
  ['plain', (tar: Buffer) => tar],
  ['gzip', gzipSync],
  ['zstd', zstdCompressSync],
] as const;

test.each(packings)('an archive of docker save becomes the same image, its layers %s', async (_, pack) => {
  const tar = tarOf([{ name: 'app', content: 'program' }]);
  const diffId = digestOf(tar);
  const config = JSON.stringify({ os: 'linux', architecture: 'amd64', rootfs: { diff_ids: [diffId] } });
  const archive = join(folder, 'image.tar');
  await writeFile(
    archive,
    tarOf([
      { name: 'abc.json', content: config },
      { name: 'layer/layer.tar', content: pack(tar) },
      {
        name: 'manifest.json',
        content: JSON.stringify([{ Config: 'abc.json', Layers: ['layer/layer.tar'] }]),
      },
    ]),
  );
  const target = join(folder, 'layout');
  await layoutFromArchive(archive, target);
  const layout = await openLayout(target);
  await verifyBlobs(layout);
  const [image] = layout.images;
  const [layer] = image?.manifest.layers ?? [];
  if (image === undefined || layer === undefined) throw new Error('no image');
  expect([...(await readFiles(target, image, () => false)).files.keys()]).toEqual(['/app']);
  expect(digestOf(gunzipSync(await readFile(blobPath(target, layer.digest))))).toBe(diffId);
  expect(await readdir(folder)).toEqual(['image.tar', 'layout']);
});

test.each(packings)('a layer counts by its bytes, whatever its media type says: %s', async (_, pack) => {
  const bytes = pack(tarOf([{ name: 'app', content: 'program' }]));
  for (const mediaType of [
    'application/vnd.oci.image.layer.v1.tar',
    'application/vnd.docker.image.rootfs.diff.tar.gzip',
  ]) {
    const layer = await addBlob(folder, bytes, mediaType);
    expect([...(await readTree(folder, [layer])).keys()]).toEqual(['/app']);
  }
  const other = await addBlob(folder, bytes, 'application/vnd.in-toto+json');
  await expect(readTree(folder, [other])).rejects.toThrow('unknown media type');
});

test('an archive that leads out of its folder is refused', async () => {
  const archive = join(folder, 'image.tar');
  await writeFile(archive, tarOf([{ name: '../../evil', content: 'x' }]));
  await expect(layoutFromArchive(archive, join(folder, 'layout'))).rejects.toThrow('leads out of it');
});
