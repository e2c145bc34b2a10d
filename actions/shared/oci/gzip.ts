import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { lanes } from '../promises/lanes.ts';

const compress = promisify(gzip);

/**
 * Level 2 costs two fifths of what the usual 6 does, for 6 % more bytes of a Go program: a program is compressed at
 * every commit, and fetched by few nodes.
 */
const level = 2;

/** Small enough that every core has work until the end; what each member loses by starting anew is below 0.1 %. */
const pieceBytes = 2 << 20;

/**
 * Members in work at once, of all streams. libuv has four threads for this and for files: one stays free, or whatever else reads a file
 * meanwhile waits until a member is done.
 */
const atOnce = Math.min(availableParallelism(), 3);

const lane = lanes(atOnce);

/** Pieces that are read before their turn comes: whoever reads them has more to do than to wait for a core to be free. */
const ready = 2;

/**
 * Compresses a stream with all cores: pieces of fixed size, each a gzip member of its own. Members one behind the other
 * are one gzip stream (RFC 1952, 2.2), which every reader of layers takes. The same bytes always give the same.
 */
export async function* gzipMembers(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  // A buffer that is used again costs no new pages.
  const spare: Buffer[] = [];
  const member = async (piece: Piece): Promise<Buffer> => {
    // Each output buffer that is full wakes the main thread up, and the usual ones hold 16 KiB.
    const packed = await lane(() => compress(piece.bytes, { level, memLevel: 9, chunkSize: pieceBytes / 2 }));
    spare.push(piece.buffer);
    return packed;
  };
  const waiting: Promise<Buffer>[] = [];
  for await (const piece of pieces(source, () => spare.pop() ?? Buffer.allocUnsafeSlow(pieceBytes))) {
    const one = member(piece);
    // Told in its turn.
    one.catch(() => undefined);
    waiting.push(one);
    if (waiting.length > atOnce + ready) yield (await waiting.shift()) ?? Buffer.alloc(0);
  }
  for (const rest of waiting) yield await rest;
}

interface Piece {
  readonly buffer: Buffer;
  /** The part of the buffer that is filled. */
  readonly bytes: Buffer;
}

/** Copies chunks of any size into pieces of one size; a chunk may be used again once the next one is asked for. */
async function* pieces(source: AsyncIterable<Uint8Array>, take: () => Buffer): AsyncGenerator<Piece> {
  let buffer = take();
  let filled = 0;
  for await (const chunk of source) {
    for (let taken = 0; taken < chunk.length; ) {
      const part = chunk.subarray(taken, taken + pieceBytes - filled);
      buffer.set(part, filled);
      taken += part.length;
      filled += part.length;
      if (filled < pieceBytes) continue;
      yield { buffer, bytes: buffer };
      buffer = take();
      filled = 0;
    }
  }
  if (filled > 0) yield { buffer, bytes: buffer.subarray(0, filled) };
}
