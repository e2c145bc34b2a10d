import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
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

/** Adds a layer from its archive. `name` tells its draft from others written at the same time. */
export async function addLayer(
  layout: string,
  tar: AsyncIterable<Uint8Array>,
  name = 'draft',
): Promise<LayerFact> {
  const draft = join(layout, 'blobs', 'sha256', name);
  const [plain, packed] = [createHash('sha256'), createHash('sha256')];
  let size = 0;
  await pipeline(
    gzipMembers(hashing(tar, (chunk) => plain.update(chunk))),
    (source: AsyncIterable<Buffer>) =>
      hashing(source, (chunk) => {
        packed.update(chunk);
        size += chunk.length;
      }),
    createWriteStream(draft),
  );
  const digest = `sha256:${packed.digest('hex')}`;
  await rename(draft, blobPath(layout, digest));
  return { mediaType: `${mediaTypes.layer}+gzip`, digest, size, diffId: `sha256:${plain.digest('hex')}` };
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

async function* hashing<Chunk extends Uint8Array>(
  source: AsyncIterable<Chunk>,
  see: (chunk: Chunk) => void,
): AsyncGenerator<Chunk> {
  for await (const chunk of source) {
    see(chunk);
    yield chunk;
  }
}
