import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Reads what an earlier run has kept beside Go's own folders in its build cache, where it is stored and restored with them and
 * Go's clean-up leaves it alone. Undefined where there is nothing, or nothing that can be read.
 */
export async function readKept(buildCache: string, name: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(join(buildCache, name), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Keeps a value in one step, for builds that run side by side. A cache that can't be written is Go's to complain about. */
export async function keep(buildCache: string, name: string, value: unknown): Promise<void> {
  const path = join(buildCache, name);
  const draft = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(draft, JSON.stringify(value));
    await rename(draft, path);
  } catch {
    await rm(draft, { force: true });
  }
}
