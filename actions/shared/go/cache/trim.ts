import { chmod, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { listEntries } from './entries.ts';

/** What was taken out so that a cache keeps to its budget. */
export interface Trimmed {
  readonly dropped: number;
  /** What is left, in bytes. */
  readonly bytes: number;
}

/**
 * Takes compiled packages out of Go's build cache until the rest fits into `budget` bytes: the largest first, so that
 * as few as possible have to be compiled again. An action entry whose output is gone counts as a miss for Go.
 */
export async function trimBuildCache(cache: string, budget: number): Promise<Trimmed> {
  const entries = await Promise.all(
    (await listEntries(cache)).map(async (entry) => ({ entry, size: (await stat(join(cache, entry))).size })),
  );
  entries.sort((a, b) => b.size - a.size);
  let bytes = entries.reduce((sum, { size }) => sum + size, 0);
  let dropped = 0;
  for (const { entry, size } of entries) {
    if (bytes <= budget) break;
    await rm(join(cache, entry), { force: true });
    bytes -= size;
    dropped += 1;
  }
  return { dropped, bytes };
}

/**
 * Takes modules that go.sum does not name out of a module cache that has outgrown its budget; what the module needs
 * stays, whatever it weighs. They gather where one state's cache is begun from an older one's.
 */
export async function trimModuleCache(
  cache: string,
  budget: number,
  goSums: readonly string[],
): Promise<Trimmed> {
  const bytes = await sizeOf(cache);
  if (bytes <= budget) return { dropped: 0, bytes };
  const needed = new Set((await Promise.all(goSums.map(neededBy))).flat());
  const unneeded = (await modulesIn(cache)).filter(({ module }) => !needed.has(module));
  for (const { path } of unneeded) await removeReadOnly(path);
  return { dropped: new Set(unneeded.map(({ module }) => module)).size, bytes: await sizeOf(cache) };
}

/** How many modules were downloaded into a module cache. */
export async function countModules(cache: string): Promise<number> {
  const files = await downloadsBelow(join(cache, 'cache', 'download'), '');
  return files.filter(({ path }) => path.endsWith('.zip')).length;
}

/** `path@version` of every line of a go.sum, as Go writes module paths on disk: upper case as `!` and lower case. */
async function neededBy(goSum: string): Promise<string[]> {
  const text = await readFile(goSum, 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    const [path, version] = line.split(' ');
    if (path === undefined || version === undefined) return [];
    return [`${escaped(path)}@${escaped(version.replace(/\/go\.mod$/, ''))}`];
  });
}

function escaped(text: string): string {
  return text.replaceAll(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}

/**
 * Everything a module cache holds of a module: the unpacked folder `path@version`, and `cache/download/path/@v/version.*`
 * (go.dev/ref/mod#module-cache). The Go toolchains that are kept there belong to no go.sum and are left alone.
 */
async function modulesIn(cache: string): Promise<{ module: string; path: string }[]> {
  const downloads = join(cache, 'cache', 'download');
  const found = [
    ...(await unpackedBelow(cache, '')),
    ...(await downloadsBelow(downloads, '')).map((one) => ({ ...one, path: join(downloads, one.path) })),
  ];
  return found.filter(({ module }) => !module.startsWith('golang.org/toolchain@'));
}

async function unpackedBelow(cache: string, folder: string): Promise<{ module: string; path: string }[]> {
  const folders = (await readdir(join(cache, folder), { withFileTypes: true })).filter(
    (entry) => entry.isDirectory() && !(folder === '' && entry.name === 'cache'),
  );
  const found = await Promise.all(
    folders.map(async ({ name }) => {
      const inner = folder === '' ? name : `${folder}/${name}`;
      return name.includes('@') ? [{ module: inner, path: join(cache, inner) }] : unpackedBelow(cache, inner);
    }),
  );
  return found.flat();
}

async function downloadsBelow(root: string, folder: string): Promise<{ module: string; path: string }[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
  const found = await Promise.all(
    entries.map(async (entry) => {
      const inner = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return downloadsBelow(root, inner);
      const [, path, version] = /^(.+)\/@v\/(v.+)\.(?:zip|ziphash|mod|info|lock)$/.exec(inner) ?? [];
      return path === undefined ? [] : [{ module: `${path}@${version}`, path: inner }];
    }),
  );
  return found.flat();
}

/** Go makes unpacked modules read-only, folders too. */
async function removeReadOnly(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory() === true) await makeWritable(path);
  await rm(path, { recursive: true, force: true });
}

async function makeWritable(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) await makeWritable(join(folder, entry.name));
  }
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const sizes = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return sizeOf(path);
      return entry.isFile() ? (await stat(path)).size : 0;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
