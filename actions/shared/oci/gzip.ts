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
    // One output buffer for all of it: each that is full wakes the main thread up, and the usual ones hold 16 KiB.
    waiting.push(compress(piece, { level, memLevel: 9, chunkSize: pieceBytes }));
    // Four are what libuv works on at once; more would only keep bytes in memory.
    if (waiting.length === 4) yield (await waiting.shift()) ?? Buffer.alloc(0);
  }
  for (const rest of waiting) yield await rest;
}

async function* pieces(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source) {
    parts.push(chunk);
    length += chunk.length;
    while (length >= pieceBytes) {
      const all = Buffer.concat(parts);
      yield all.subarray(0, pieceBytes);
      parts = [all.subarray(pieceBytes)];
      length -= pieceBytes;
    }
  }
  if (length > 0) yield Buffer.concat(parts);
}
