import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { seen } from '../files/chunks.ts';
import type { ArchiveFile } from './archive-file.ts';
import { mediaTypes } from './descriptor.ts';
import { digestOf } from './digest.ts';
import { gzipMembers } from './gzip.ts';
import { blobPath } from './layout.ts';

/** What a manifest says about a blob. */
export interface BlobFact {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
}

/** A layer as a registry keeps it, and the digest of its archive before it was compressed. */
export interface LayerFact extends BlobFact {
  readonly diffId: string;
}

/** Makes the folders of a layout. */
export async function beginLayout(layout: string): Promise<void> {
  await mkdir(join(layout, 'blobs', 'sha256'), { recursive: true });
}

/** Adds a small blob (configuration, manifest, index). */
export async function addBytes(layout: string, bytes: Buffer, mediaType: string): Promise<BlobFact> {
  const digest = digestOf(bytes);
  await writeFile(blobPath(layout, digest), bytes);
  return { mediaType, digest, size: bytes.length };
}

/** A part of an archive: bytes, or a whole file. */
export type ArchivePart = Uint8Array | ArchiveFile;

/** Adds a layer from its archive. */
export async function addLayer(layout: string, tar: AsyncIterable<ArchivePart>): Promise<LayerFact> {
  const name = 'layer';
  try {
    const layer = await writeLayer(layout, tar, name);
    await keepLayer(layout, name, layer);
    return layer;
  } catch (error) {
    await dropLayer(layout, name);
    throw error;
  }
}

/**
 * Writes a layer beside the blobs of a layout, to be kept or dropped. `name` tells it from others that are written at the same
 * time; `see` is shown what is written, and may keep it.
 */
export async function writeLayer(
  layout: string,
  tar: AsyncIterable<ArchivePart>,
  name: string,
  see: (chunk: Uint8Array) => void = () => undefined,
): Promise<LayerFact> {
  const [plain, packed] = [createHash('sha256'), createHash('sha256')];
  let size = 0;
  await pipeline(
    compressed(tar, (chunk) => plain.update(chunk)),
    (source: AsyncIterable<Buffer>) =>
      seen(source, (chunk) => {
        packed.update(chunk);
        see(chunk);
        size += chunk.length;
      }),
    createWriteStream(besideBlobs(layout, name)),
  );
  const digest = `sha256:${packed.digest('hex')}`;
  return { mediaType: `${mediaTypes.layer}+gzip`, digest, size, diffId: `sha256:${plain.digest('hex')}` };
}

/** Makes a layer that was written one of the layout's blobs. */
export async function keepLayer(layout: string, name: string, { digest }: LayerFact): Promise<void> {
  await rename(besideBlobs(layout, name), blobPath(layout, digest));
}

/** Leaves nothing of a layer that was not kept. */
export async function dropLayer(layout: string, name: string): Promise<void> {
  await rm(besideBlobs(layout, name), { force: true });
}

/** On the same disk, for a rename is all that is left to do then. */
function besideBlobs(layout: string, name: string): string {
  return join(layout, 'blobs', 'sha256', name);
}

/**
 * The archive as gzip members; `see` is shown what they hold, in its order. A file has members of its own, so that it does
 * not matter to the layer's bytes when it was compressed.
 */
async function* compressed(
  tar: AsyncIterable<ArchivePart>,
  see: (chunk: Uint8Array) => void,
): AsyncGenerator<Buffer> {
  const parts = tar[Symbol.asyncIterator]();
  let part = await parts.next();
  /** Bytes up to the next file. */
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for (; part.done !== true && part.value instanceof Uint8Array; part = await parts.next())
      yield part.value;
  }
  try {
    while (part.done !== true) {
      if (part.value instanceof Uint8Array) yield* gzipMembers(seen(bytes(), see));
      else {
        const { plain, members } = part.value;
        if (members === undefined) yield* gzipMembers(seen(plain(), see));
        else {
          // The processors have not compressed all of it yet: meanwhile.
          for await (const chunk of plain()) see(chunk);
          yield* members;
        }
        part = await parts.next();
      }
    }
  } finally {
    await parts.return?.();
  }
}

/** Adds a manifest of blobs that are there. */
export async function addManifest(
  layout: string,
  config: BlobFact,
  layers: readonly BlobFact[],
  annotations: Readonly<Record<string, string>> = {},
): Promise<BlobFact> {
  const plain = layers.map(({ mediaType, digest, size }) => ({ mediaType, digest, size }));
  const noted = Object.keys(annotations).length === 0 ? {} : { annotations };
  const manifest = { schemaVersion: 2, mediaType: mediaTypes.manifest, config, layers: plain, ...noted };
  return addBytes(layout, Buffer.from(JSON.stringify(manifest)), mediaTypes.manifest);
}

/** Writes the two files that make the folder a layout of one image. */
export async function finishLayout(layout: string, root: object): Promise<void> {
  const index = { schemaVersion: 2, mediaType: mediaTypes.index, manifests: [root] };
  await writeFile(join(layout, 'index.json'), JSON.stringify(index));
  await writeFile(join(layout, 'oci-layout'), JSON.stringify({ imageLayoutVersion: '1.0.0' }));
}
