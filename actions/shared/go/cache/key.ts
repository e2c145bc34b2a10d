import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GoSettings } from '../tool.ts';

/** A cache's own key, and the beginnings of keys that will do instead, the nearest first. */
export interface CacheKey {
  readonly key: string;
  readonly fallbacks: readonly string[];
}

/** What decides which compiled packages can be used again. */
export interface KeyFacts {
  readonly settings: Pick<GoSettings, 'version' | 'hostOs' | 'hostArch'>;
  readonly job: string;
  /** What makes Go compile differently, in tests and build alike (`axisKey`). */
  readonly axes: readonly string[];
  /** What only this action compiles for: platforms, the race detector. */
  readonly own: readonly string[];
  /** Hash of go.mod and go.sum. */
  readonly requirements: string;
  /** Hash of the Go sources. */
  readonly sources: string;
}

/** Raise it when the layout of what is cached changes. */
const generation = 'seatrial-go1';

/**
 * Compiled packages: one entry per state of the sources, so that it is never stale; an older one of the same settings
 * still has every dependency in it.
 */
export function buildKey({ settings, job, axes, own, requirements, sources }: KeyFacts): CacheKey {
  const steps = [
    `${generation}-build-${settings.hostOs}-${settings.hostArch}-${settings.version}-`,
    `${digest(axes)}-`,
    `${digest(own)}-`,
    `${digest([job])}-`,
    `${requirements}-`,
  ];
  const prefixes = steps.map((_, index) => steps.slice(0, index + 1).join(''));
  return { key: `${prefixes.at(-1)}${sources}`, fallbacks: prefixes.reverse() };
}

/** Downloaded modules: they depend on the requirements alone. */
export function moduleKey({ settings, requirements }: Pick<KeyFacts, 'settings' | 'requirements'>): CacheKey {
  const prefix = `${generation}-mod-${settings.hostOs}-`;
  return { key: `${prefix}${requirements}`, fallbacks: [prefix] };
}

/** Hashes go.mod and go.sum, and all sources that are compiled, of the tree at `root`. */
export async function hashTree(
  root: string,
): Promise<{ requirements: string; sources: string; goSums: readonly string[] }> {
  const files = (await goFiles(root)).sort();
  const isRequirement = (file: string): boolean => /(?:^|\/)go\.(?:mod|sum|work|work\.sum)$/.test(file);
  return {
    requirements: await digestFiles(root, files.filter(isRequirement)),
    sources: await digestFiles(
      root,
      files.filter((file) => !isRequirement(file)),
    ),
    goSums: files.filter((file) => /(?:^|\/)go\.(?:sum|work\.sum)$/.test(file)),
  };
}

async function digestFiles(root: string, files: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(await readFile(join(root, file)))
      .update('\0');
  return hash.digest('hex').slice(0, 16);
}

/** Requirements, and every kind of source that Go hands to a compiler (`go help packages`, cmd/go/internal/load). */
const compiledIn =
  /\.(?:go|s|S|sx|c|cc|cpp|cxx|m|h|hh|hpp|hxx|f|F|for|f90|swig|swigcxx|syso|pgo)$|^go\.(?:mod|sum|work|work\.sum)$/;

async function goFiles(root: string, folder = ''): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return skipped(entry.name) ? [] : goFiles(root, path);
      return entry.isFile() && compiledIn.test(entry.name) ? [path] : [];
    }),
  );
  return found.flat();
}

function skipped(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

function digest(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 8);
}
