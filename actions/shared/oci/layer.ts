import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import type { Descriptor } from './descriptor.ts';
import { blobPath } from './layout.ts';

/** Archives say `etc/passwd`, `./etc/passwd` or `/etc/passwd`. */
export function absolute(name: string): string {
  return `/${name.replace(/^(?:\.?\/)+/, '').replace(/\/+$/, '')}`;
}

/** The path a whiteout entry removes; `/dir/` stands for everything inside of it. */
export function whiteout(path: string): string | undefined {
  const slash = path.lastIndexOf('/');
  const name = path.slice(slash + 1);
  if (name === '.wh..wh..opq') return path.slice(0, slash + 1);
  return name.startsWith('.wh.') ? `${path.slice(0, slash + 1)}${name.slice(4)}` : undefined;
}

/** A layer's tar stream. Throws an Error when its media type is that of no archive. */
export async function* layerStream(
  layout: string,
  { digest, mediaType }: Pick<Descriptor, 'digest' | 'mediaType'>,
): AsyncGenerator<Uint8Array> {
  if (!/\.tar(?:[+.](?:gzip|zstd))?$/.test(mediaType))
    throw new Error(`the layer ${digest} has the unknown media type ${mediaType}`);
  yield* await tarStream(blobPath(layout, digest));
}

/** How compressed files begin (RFC 1952, RFC 8878); a tar archive begins with the name of a file. */
const magics = [
  { bytes: '1f8b', open: () => createGunzip({ chunkSize: 1 << 18 }) },
  { bytes: '28b52ffd', open: () => createZstdDecompress() },
] as const;

/** The tar stream in a file, decompressed by how it begins: media types and names of archives are not always true. */
export async function tarStream(path: string): Promise<AsyncIterable<Uint8Array>> {
  const begin = await beginOf(path);
  const packed = magics.find(({ bytes }) => begin.startsWith(bytes));
  const file = createReadStream(path, { highWaterMark: 1 << 20 });
  // pipeline hands an error on to the reader of the last stream; the callback has nothing to add.
  return packed === undefined ? file : pipeline(file, packed.open(), () => undefined);
}

async function beginOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.toString('hex', 0, bytesRead);
  } finally {
    await file.close();
  }
}
