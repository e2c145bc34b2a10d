import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { field, listOf, parsed, textOf, textsOf } from '../json/json.ts';
import { mediaTypes } from './descriptor.ts';
import { digestOf } from './digest.ts';
import { blobPath } from './layout.ts';
import { tarEntries } from './tar.ts';

interface BlobFact {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
}

/**
 * Makes an OCI layout of what `docker save` wrote: the same configuration, and so the same image, with its layers
 * compressed as a registry keeps them.
 *
 * Throws an Error when the archive is damaged or holds more than one image.
 */
export async function layoutFromArchive(archive: string, layout: string): Promise<void> {
  const unpacked = `${layout}.unpacked`;
  await rm(unpacked, { recursive: true, force: true });
  try {
    await unpack(archive, unpacked);
    const [image, ...others] = listOf(parsed(await readFile(join(unpacked, 'manifest.json'), 'utf8')));
    if (others.length > 0) throw new Error(`${archive} holds several images`);
    const configPath = textOf(field(image, 'Config'));
    if (configPath === undefined) throw new Error(`${archive} is no archive of docker save`);
    await mkdir(join(layout, 'blobs', 'sha256'), { recursive: true });
    const config = await addBytes(layout, await readFile(inside(unpacked, configPath)), mediaTypes.config);
    const layers: BlobFact[] = [];
    for (const layer of textsOf(field(image, 'Layers')))
      layers.push(await addLayer(layout, inside(unpacked, layer)));
    await writeIndex(layout, config, layers);
  } finally {
    await rm(unpacked, { recursive: true, force: true });
  }
}

async function writeIndex(layout: string, config: BlobFact, layers: readonly BlobFact[]): Promise<void> {
  const manifest = JSON.stringify({ schemaVersion: 2, mediaType: mediaTypes.manifest, config, layers });
  const descriptor = await addBytes(layout, Buffer.from(manifest), mediaTypes.manifest);
  const index = { schemaVersion: 2, mediaType: mediaTypes.index, manifests: [descriptor] };
  await writeFile(join(layout, 'index.json'), JSON.stringify(index));
  await writeFile(join(layout, 'oci-layout'), JSON.stringify({ imageLayoutVersion: '1.0.0' }));
}

async function unpack(archive: string, folder: string): Promise<void> {
  for await (const entry of tarEntries(createReadStream(archive, { highWaterMark: 1 << 20 }))) {
    if (entry.type !== 'file') continue;
    const path = inside(folder, entry.name);
    await mkdir(dirname(path), { recursive: true });
    await pipeline(entry.body(), createWriteStream(path));
  }
}

/** A path of the archive below a folder; one that leads out of it is refused. */
function inside(folder: string, name: string): string {
  const path = normalize(join(folder, name));
  if (!path.startsWith(`${folder}/`))
    throw new Error(`the archive names the path ${name}, which leads out of it`);
  return path;
}

async function addBytes(layout: string, bytes: Buffer, mediaType: string): Promise<BlobFact> {
  const digest = digestOf(bytes);
  await writeFile(blobPath(layout, digest), bytes);
  return { mediaType, digest, size: bytes.length };
}

async function addLayer(layout: string, tar: string): Promise<BlobFact> {
  const draft = join(layout, 'blobs', 'sha256', 'draft');
  const hash = createHash('sha256');
  let size = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      size += chunk.length;
      done(null, chunk);
    },
  });
  await pipeline(createReadStream(tar), createGzip(), count, createWriteStream(draft));
  const digest = `sha256:${hash.digest('hex')}`;
  await rename(draft, blobPath(layout, digest));
  return { mediaType: `${mediaTypes.layer}+gzip`, digest, size };
}
