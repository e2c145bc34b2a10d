import { createHash } from 'node:crypto';
import { chunksOf } from '../files/chunks.ts';

/** Whether a text is a digest as registries write it. Only sha256 is used by builders and registries today. */
export function isDigest(text: string): boolean {
  return /^sha256:[0-9a-f]{64}$/.test(text);
}

/** The digest of bytes, such as `sha256:2cf2…`. */
export function digestOf(bytes: Uint8Array | string): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** The sha256 of a file in hexadecimal. Throws what the file system says. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of chunksOf(path)) hash.update(chunk);
  return hash.digest('hex');
}
