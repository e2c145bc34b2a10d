import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);

/**
 * Level 3 costs half of what the usual 6 does, for 5 % more bytes of a Go program: a program is compressed at every
 * commit, and fetched by few nodes.
 */
const level = 3;

const pieceBytes = 4 << 20;

/**
 * Compresses a stream with all cores: pieces of fixed size, each a gzip member of its own. Members one behind the other
 * are one gzip stream (RFC 1952, 2.2), which every reader of layers takes. The same bytes always give the same.
 */
export async function* gzipMembers(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const waiting: Promise<Buffer>[] = [];
  for await (const piece of pieces(source)) {
    // Each output buffer that is full wakes the main thread up, and the usual ones hold 16 KiB.
    waiting.push(compress(piece, { level, memLevel: 9, chunkSize: pieceBytes / 4 }));
    // Four are what libuv works on at once; more would only keep bytes in memory.
    if (waiting.length === 4) yield (await waiting.shift()) ?? Buffer.alloc(0);
  }
  for (const rest of waiting) yield await rest;
}

/** Copies chunks of any size into pieces of one size; a chunk may be used again once the next one is asked for. */
async function* pieces(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let piece = Buffer.allocUnsafeSlow(pieceBytes);
  let filled = 0;
  for await (const chunk of source) {
    for (let taken = 0; taken < chunk.length; ) {
      const part = chunk.subarray(taken, taken + pieceBytes - filled);
      piece.set(part, filled);
      taken += part.length;
      filled += part.length;
      if (filled < pieceBytes) continue;
      yield piece;
      piece = Buffer.allocUnsafeSlow(pieceBytes);
      filled = 0;
    }
  }
  if (filled > 0) yield piece.subarray(0, filled);
}
