import { createReadStream } from 'node:fs';
import { type Duplex, pipeline, type Readable } from 'node:stream';
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

/** A layer's tar stream, decompressed by what its media type says. */
export function layerStream(
  layout: string,
  { digest, mediaType }: Pick<Descriptor, 'digest' | 'mediaType'>,
): AsyncIterable<Uint8Array> {
  const open = (): Readable => createReadStream(blobPath(layout, digest), { highWaterMark: 1 << 20 });
  // pipeline hands an error on to the reader of the last stream; the callback has nothing to add.
  const through = (into: Duplex): Duplex => pipeline(open(), into, () => undefined);
  if (/[+.]gzip$/.test(mediaType)) return through(createGunzip({ chunkSize: 1 << 18 }));
  if (mediaType.endsWith('+zstd')) return through(createZstdDecompress());
  if (mediaType.endsWith('.tar')) return open();
  throw new Error(`the layer ${digest} has the unknown media type ${mediaType}`);
}
