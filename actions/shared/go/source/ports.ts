import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringLiterals } from './literals.ts';

/**
 * Ports that a module's sources name as an address without a host (`":8080"`), which is an address to listen at:
 * where one is dialled, a host stands before it. Tests, vendored code and other programs of the module don't count.
 *
 * `program` is the folder of the program, from the module; only what is no `package main` of another folder is read.
 */
export async function listenPorts(module: string, program: string): Promise<readonly number[]> {
  const own = join(module, program);
  const found = new Set<number>();
  for await (const sources of packagesBelow(module)) {
    const other = sources.folder !== own && sources.files.some((text) => /^package main\b/m.test(text));
    if (!other) for (const port of sources.files.flatMap(portsIn)) found.add(port);
  }
  return [...found].sort((a, b) => a - b);
}

/** The ports in one Go file. */
export function portsIn(source: string): number[] {
  return stringLiterals(source)
    .flatMap((text) => /^(?:0\.0\.0\.0|\[::\])?:([1-9]\d{1,4})$/.exec(text)?.[1] ?? [])
    .map(Number)
    .filter((port) => port <= 65_535);
}

const skipped = /^(?:vendor|testdata|node_modules|[._].*)$/;

async function* packagesBelow(folder: string): AsyncGenerator<{ folder: string; files: readonly string[] }> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((one) => one.isFile() && /\.go$/.test(one.name)).map(({ name }) => name);
  const sources = names.filter((name) => !name.endsWith('_test.go'));
  yield { folder, files: await Promise.all(sources.map((name) => readFile(join(folder, name), 'utf8'))) };
  for (const entry of entries) {
    if (!entry.isDirectory() || skipped.test(entry.name)) continue;
    const below = join(folder, entry.name);
    // A module of its own is another program's.
    if ((await readdir(below)).includes('go.mod')) continue;
    yield* packagesBelow(below);
  }
}
