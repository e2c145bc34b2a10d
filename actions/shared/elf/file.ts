import { open } from 'node:fs/promises';
import { isDamage, type ReadAt } from './bytes.ts';

/** Opens a file for as long as it is read. Throws what the file system says, and whatever `use` throws. */
export async function withFile<T>(path: string, use: (read: ReadAt) => Promise<T>): Promise<T> {
  const file = await open(path);
  try {
    return await use(async (offset, length) => {
      const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(length), 0, length, offset);
      return buffer.subarray(0, bytesRead);
    });
  } finally {
    await file.close();
  }
}

/** The same for what a file need not tell: undefined where it can't be opened, is damaged or of another kind. */
export async function ifTold<T>(path: string, use: (read: ReadAt) => Promise<T>): Promise<T | undefined> {
  let opened = false;
  try {
    return await withFile(path, (read) => {
      opened = true;
      return use(read);
    });
  } catch (error) {
    if (!opened || isDamage(error)) return undefined;
    throw error;
  }
}
