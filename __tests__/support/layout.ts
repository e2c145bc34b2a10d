import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface TarFile {
  readonly name: string;
  readonly content?: string | Buffer;
  /** The tar type flag; a regular file unless told otherwise. */
  readonly flag?: string;
  readonly link?: string;
}

/** A tar archive, written byte by byte as the format says, so that the reader is tested against something else. */
export function tarOf(files: readonly TarFile[]): Buffer {
  const blocks = files.flatMap(({ name, content = '', flag = '0', link = '' }) => {
    const body = Buffer.from(content);
    const header = Buffer.alloc(512);
    header.write(name, 0, 100);
    header.write('0000755\0', 100);
    header.write(`${body.length.toString(8).padStart(11, '0')}\0`, 124);
    header.write('00000000000\0', 136);
    header.write('        ', 148);
    header.write(flag, 156);
    header.write(link, 157, 100);
    header.write('ustar\x0000', 257);
    header.write(
      `${header
        .reduce((sum, byte) => sum + byte, 0)
        .toString(8)
        .padStart(6, '0')}\0 `,
      148,
    );
    return [header, body, Buffer.alloc((512 - (body.length % 512)) % 512)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

export interface Blob {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
}

/** Writes a blob into a layout. */
export async function addBlob(layout: string, bytes: Buffer, mediaType: string): Promise<Blob> {
  const hex = createHash('sha256').update(bytes).digest('hex');
  await mkdir(join(layout, 'blobs', 'sha256'), { recursive: true });
  await writeFile(join(layout, 'blobs', 'sha256', hex), bytes);
  return { mediaType, digest: `sha256:${hex}`, size: bytes.length };
}

/** Writes the two files that make a folder a layout. */
export async function finishLayout(layout: string, manifests: readonly object[]): Promise<void> {
  await writeFile(join(layout, 'oci-layout'), JSON.stringify({ imageLayoutVersion: '1.0.0' }));
  await writeFile(join(layout, 'index.json'), JSON.stringify({ schemaVersion: 2, manifests }));
}

/** Adds an image whose layers hold the given files. Gives the descriptor of its manifest. */
export async function addImage(
  layout: string,
  layers: readonly (readonly TarFile[])[],
  architecture = 'amd64',
): Promise<Blob & { platform: object }> {
  const tars = layers.map(tarOf);
  const blobs = [];
  for (const tar of tars) {
    blobs.push(await addBlob(layout, gzipSync(tar), 'application/vnd.oci.image.layer.v1.tar+gzip'));
  }
  const config = {
    os: 'linux',
    architecture,
    config: { Entrypoint: ['/app'], User: '65532' },
    rootfs: {
      type: 'layers',
      diff_ids: tars.map((tar) => `sha256:${createHash('sha256').update(tar).digest('hex')}`),
    },
    history: layers.map((_, at) => ({ created_by: `COPY layer ${at}` })),
  };
  const manifest = {
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    config: await addBlob(
      layout,
      Buffer.from(JSON.stringify(config)),
      'application/vnd.oci.image.config.v1+json',
    ),
    layers: blobs,
  };
  const blob = await addBlob(layout, Buffer.from(JSON.stringify(manifest)), manifest.mediaType);
  return { ...blob, platform: { os: 'linux', architecture } };
}

/** A layout with one image of one platform. Gives its digest. */
export async function writeLayout(layout: string, layers: readonly (readonly TarFile[])[]): Promise<string> {
  const image = await addImage(layout, layers);
  await finishLayout(layout, [image]);
  return image.digest;
}

/** An archive as `docker save` writes it: layers and configuration as files, and a manifest.json that names them. */
export function dockerArchive(layers: readonly (readonly TarFile[])[]): Buffer {
  const tars = layers.map(tarOf);
  const hex = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
  const config = Buffer.from(
    JSON.stringify({
      os: 'linux',
      architecture: 'amd64',
      config: { User: '65532' },
      rootfs: { type: 'layers', diff_ids: tars.map((tar) => `sha256:${hex(tar)}`) },
    }),
  );
  const names = tars.map((tar) => `${hex(tar)}/layer.tar`);
  const manifest = [{ Config: `${hex(config)}.json`, RepoTags: ['acme/app:1'], Layers: names }];
  return tarOf([
    { name: `${hex(config)}.json`, content: config },
    ...tars.map((content, at) => ({ name: names[at] ?? '', content })),
    { name: 'manifest.json', content: JSON.stringify(manifest) },
  ]);
}
