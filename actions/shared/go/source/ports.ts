import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringLiterals } from './literals.ts';

/**
 * Ports that a module's sources name as an address without a host (`":8080"`), which is an address to listen at:
 * where one is dialled, a host stands before it. Tests, vendored code and other programs of the module don't count.
 *
 * `program` is the folder of the program, from the module; only what is no `package main` of another folder is read.
 * `unread` is told of what can't be read, which is left out.
 */
export async function listenPorts(
  module: string,
  program: string,
  unread: Unread,
): Promise<readonly number[]> {
  const own = join(module, program);
  const found = new Set<number>();
  for await (const sources of packagesBelow(module, unread)) {
    const other = sources.folder !== own && sources.files.some((text) => /^package main\b/m.test(text));
    if (!other) for (const port of sources.files.flatMap(portsIn)) found.add(port);
  }
  return [...found].sort((a, b) => a - b);
}

type Unread = (path: string, error: unknown) => void;

/** The ports in one Go file. */
export function portsIn(source: string): number[] {
  // Most files have none, and some hold megabytes of something else.
  if (!/:\d{2,5}["`]/.test(source)) return [];
  return stringLiterals(source)
    .flatMap((text) => /^(?:0\.0\.0\.0|\[::\])?:([1-9]\d{1,4})$/.exec(text)?.[1] ?? [])
    .map(Number)
    .filter((port) => port <= 65_535);
}

const skipped = /^(?:vendor|testdata|node_modules|[._].*)$/;

interface Sources {
  readonly folder: string;
  readonly files: readonly string[];
}

async function* packagesBelow(module: string, unread: Unread, folder = module): AsyncGenerator<Sources> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    unread(folder, error);
    return [];
  });
  // A module of its own is another program's.
  if (folder !== module && entries.some(({ name }) => name === 'go.mod')) return;
  const names = entries.filter((one) => one.isFile() && /\.go$/.test(one.name)).map(({ name }) => name);
  const sources = names.filter((name) => !name.endsWith('_test.go')).map((name) => join(folder, name));
  const files = sources.map((path) =>
    readFile(path, 'utf8').catch((error: unknown) => {
      unread(path, error);
      return '';
    }),
  );
  yield { folder, files: await Promise.all(files) };
  for (const entry of entries)
    if (entry.isDirectory() && !skipped.test(entry.name))
      yield* packagesBelow(module, unread, join(folder, entry.name));
}
