import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { PassThrough } from 'node:stream';
import { chunksIn, seen } from '../files/chunks.ts';
import { gzipMembers } from './gzip.ts';

/** A file for an archive: the one that was there when it was opened, whatever its path leads to later. */
export interface ArchiveFile {
  readonly size: number;
  /** Its bytes, to be asked for once; a chunk is good until the next one is asked for. */
  readonly plain: () => AsyncGenerator<Uint8Array>;
  /** The same as gzip members for one reader, where they were begun before anybody asked. */
  readonly members?: AsyncIterable<Buffer>;
  /** The sha256 in hexadecimal of what is compressed, once that was read to its end; rejects when the reading ends before. */
  readonly sha256: Promise<string>;
  /** Whether nobody has written to it since it was opened, so that every reading was of the same bytes. */
  readonly unchanged: () => Promise<boolean>;
  /** Lets the file go; whoever still reads it is told that it is closed. */
  readonly close: () => Promise<void>;
}

/** One that is being compressed already. */
export interface PackedFile extends ArchiveFile {
  readonly members: AsyncIterable<Buffer>;
}

/** Opens a file that goes into an archive now. Throws what the file system says where it can't be opened. */
export async function openFile(path: string): Promise<ArchiveFile> {
  const file = await open(path);
  const facts = await factsOf(file);
  const { chunks, sha256 } = hashed(file);
  return { ...facts, plain: chunks, sha256, close: () => file.close() };
}

/**
 * Begins to compress a file of which nobody knows yet what stands before it in its archive: what is largest in a layer is
 * known before the rest of it. Its compressed bytes are in memory. Throws what the file system says where it can't be opened.
 */
export async function packFile(path: string): Promise<PackedFile> {
  const file = await open(path);
  const facts = await factsOf(file);
  const { chunks, sha256 } = hashed(file);
  const members = new PassThrough({ objectMode: true, highWaterMark: Number.MAX_SAFE_INTEGER });
  // Told to whoever reads; there may be nobody.
  members.on('error', () => undefined);
  async function* wanted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks()) {
      if (members.destroyed) return;
      yield chunk;
    }
  }
  const pack = async (): Promise<void> => {
    for await (const member of gzipMembers(wanted())) members.write(member);
    members.end();
  };
  const packing = pack().catch((error: unknown) => {
    members.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  return {
    ...facts,
    members,
    plain: () => chunksIn(file),
    sha256,
    close: async () => {
      members.destroy();
      await packing;
      await file.close();
    },
  };
}

/** One reading of a file, and the sha256 of what it read. */
function hashed(file: FileHandle): {
  chunks: () => AsyncGenerator<Uint8Array>;
  sha256: Promise<string>;
} {
  const hash = createHash('sha256');
  const { promise: sha256, resolve, reject } = Promise.withResolvers<string>();
  // There may be nobody who asks.
  sha256.catch(() => undefined);
  async function* chunks(): AsyncGenerator<Uint8Array> {
    try {
      yield* seen(chunksIn(file), (chunk) => hash.update(chunk));
      resolve(hash.digest('hex'));
    } finally {
      reject(new Error('the file was not read to its end'));
    }
  }
  return { chunks, sha256 };
}

async function factsOf(file: FileHandle): Promise<Pick<ArchiveFile, 'size' | 'unchanged'>> {
  try {
    const before = await stateOf(file);
    const unchanged = async (): Promise<boolean> => (await stateOf(file)).text === before.text;
    return { size: before.size, unchanged };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** Changes with every write to a file, not when it gets another name. */
async function stateOf(file: FileHandle): Promise<{ size: number; text: string }> {
  const { size, mtimeNs } = await file.stat({ bigint: true });
  return { size: Number(size), text: `${size} ${mtimeNs}` };
}
