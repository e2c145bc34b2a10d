import { type FileHandle, open } from 'node:fs/promises';

const chunkBytes = 1 << 20;

/** Reads a file through one buffer: a chunk is good until the next one is asked for. Throws what the file system says. */
export async function* chunksOf(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  try {
    yield* chunksIn(file);
  } finally {
    await file.close();
  }
}

/** The same for a file that is open, from its beginning, whoever else reads it. */
export async function* chunksIn(file: FileHandle): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.allocUnsafeSlow(chunkBytes);
  for (let position = 0; ; ) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

/** The same chunks, each shown to `see` on its way. */
export async function* seen<Chunk extends Uint8Array>(
  source: AsyncIterable<Chunk>,
  see: (chunk: Chunk) => void,
): AsyncGenerator<Chunk> {
  for await (const chunk of source) {
    see(chunk);
    yield chunk;
  }
}
