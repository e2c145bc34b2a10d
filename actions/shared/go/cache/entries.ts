import { readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Go's build cache on disk: 256 folders (`00`–`ff`) with action entries (`<id>-a`, small, each naming an output) and
 * outputs (`<id>-d`). Source: cmd/go/internal/cache/cache.go.
 */
export async function listEntries(cache: string): Promise<string[]> {
  const folders = (await namesIn(cache)).filter((name) => /^[0-9a-f]{2}$/.test(name));
  const found = await Promise.all(
    folders.map(async (folder) =>
      (await namesIn(join(cache, folder)))
        .filter((name) => /^[0-9a-f]+-[ad]$/.test(name))
        .map((name) => join(folder, name)),
    ),
  );
  return found.flat();
}

/**
 * Dates entries back, so that it shows later which of them were used: Go renews the date of an entry it uses when the
 * date is older than an hour, and itself removes only what is older than five days.
 */
export async function dateBack(cache: string, entries: readonly string[], now: number): Promise<number> {
  const mark = Math.floor(now / 1000) - 2 * 3600;
  for (const entry of entries) await utimes(join(cache, entry), mark, mark);
  return mark;
}

/**
 * Removes entries that still carry the date of `dateBack`: nothing in this job needed them. Without this a cache that
 * is restored and saved on every commit grows for ever. An output stays while an action entry that was used names it.
 */
export async function dropUnused(cache: string, mark: number): Promise<number> {
  const entries = await listEntries(cache);
  const unused = new Set<string>();
  for (const entry of entries) {
    const { mtimeMs } = await stat(join(cache, entry));
    if (Math.floor(mtimeMs / 1000) === mark) unused.add(entry);
  }
  for (const entry of entries) {
    if (unused.has(entry) || !entry.endsWith('-a')) continue;
    // "v1 <action id> <output id> <size> <time>"
    const output = (await readFile(join(cache, entry), 'utf8')).split(/\s+/)[2] ?? '';
    unused.delete(join(output.slice(0, 2), `${output}-d`));
  }
  for (const entry of unused) await rm(join(cache, entry), { force: true });
  return unused.size;
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}
