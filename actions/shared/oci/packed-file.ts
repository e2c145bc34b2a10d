import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { PassThrough } from 'node:stream';
import { chunksIn } from '../files/chunks.ts';
import { gzipMembers } from './gzip.ts';

/**
 * A file that is being compressed while nobody needs it yet: what is largest in a layer is known before the rest of it.
 * Holds the file that was there when it was opened, whatever its path leads to later, and its compressed bytes in memory.
 */
export interface PackedFile {
  /** Gzip members, one behind the other, for one reader. Fails with what the file system says. */
  readonly members: AsyncIterable<Buffer>;
  /** The same bytes as they are, read once more; a chunk is good until the next one is asked for. */
  readonly plain: () => AsyncGenerator<Uint8Array>;
  /** The sha256 in hexadecimal of what was compressed, once all members were read. */
  readonly sha256: () => string;
  /** Stops where it is, and lets the file go. */
  readonly close: () => Promise<void>;
}

/** Begins to compress a file. Throws what the file system says where it can't be opened. */
export async function packFile(path: string): Promise<PackedFile> {
  const hash = createHash('sha256');
  const members = new PassThrough({ objectMode: true, highWaterMark: Number.MAX_SAFE_INTEGER });
  const file = await open(path);
  // Told to whoever reads; there may be nobody.
  members.on('error', () => undefined);
  async function* hashed(): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunksIn(file)) {
      if (members.destroyed) return;
      hash.update(chunk);
      yield chunk;
    }
  }
  const pack = async (): Promise<void> => {
    for await (const member of gzipMembers(hashed())) members.write(member);
    members.end();
  };
  const packing = pack().catch((error: unknown) => {
    members.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  return {
    members,
    plain: () => chunksIn(file),
    sha256: () => hash.digest('hex'),
    close: async () => {
      members.destroy();
      await packing;
      await file.close();
    },
  };
}
