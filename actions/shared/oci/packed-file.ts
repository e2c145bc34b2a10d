import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
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
  /** Whether nobody has written to the file since it was opened, so that both readings were of the same bytes. */
  readonly unchanged: () => Promise<boolean>;
  /** Stops where it is, and lets the file go. */
  readonly close: () => Promise<void>;
}

/** Begins to compress a file. Throws what the file system says where it can't be opened. */
export async function packFile(path: string): Promise<PackedFile> {
  const hash = createHash('sha256');
  const members = new PassThrough({ objectMode: true, highWaterMark: Number.MAX_SAFE_INTEGER });
  const file = await open(path);
  const before = await stateOf(file);
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
    unchanged: async () => (await stateOf(file)) === before,
    sha256: () => hash.digest('hex'),
    close: async () => {
      members.destroy();
      await packing;
      await file.close();
    },
  };
}

/** Changes with every write to a file, not when it gets another name. */
async function stateOf(file: FileHandle): Promise<string> {
  const { size, mtimeNs } = await file.stat({ bigint: true });
  return `${size} ${mtimeNs}`;
}
