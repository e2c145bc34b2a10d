import { readFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import type { GoPackage } from '../../shared/go/packages.ts';

export interface Found {
  readonly file: string;
  readonly line: number;
}

/**
 * Finds the line a failure happened at in what the test printed: the last `file_test.go:12: …` of the test framework,
 * or the first stack frame in the caller's own code when it crashed.
 */
export function placeInOutput(
  output: string,
  home: Pick<GoPackage, 'directory'>,
  own: readonly GoPackage[],
): Found | undefined {
  const frames = [...output.matchAll(/^\s+(\S+\.go):(\d+)(?: \+0x[0-9a-f]+)?$/gm)];
  const crashed = /^(?:panic:|fatal error:|WARNING: DATA RACE)/m.test(output);
  if (crashed) {
    for (const [, path = '', line] of frames) {
      const file = fileOf(path, own);
      if (file !== undefined) return { file, line: Number(line) };
    }
  }
  const [, name, line] = [...output.matchAll(/^\s+([^\s/:]+\.go):(\d+): /gm)].at(-1) ?? [];
  return name === undefined ? undefined : { file: join(home.directory, name), line: Number(line) };
}

/** A file as a stack frame names it: absolute, or from its import path on when paths are trimmed. */
export function fileOf(
  path: string,
  own: readonly Pick<GoPackage, 'importPath' | 'directory'>[],
): string | undefined {
  const cut = path.lastIndexOf('/');
  const [folder, name] = [path.slice(0, cut), path.slice(cut + 1)];
  const home = own.find(({ importPath, directory }) =>
    isAbsolute(path) ? folder === directory : folder === importPath,
  );
  return home === undefined ? undefined : join(home.directory, name);
}

/** Where a test is defined, for failures that name no line (examples, timeouts, `t.Fail`). */
export async function definitionOf(test: string, home: GoPackage): Promise<Found | undefined> {
  const name = test.split('/', 1)[0] ?? '';
  for (const file of home.testFiles) {
    const path = join(home.directory, file);
    const lines = (await readFile(path, 'utf8').catch(() => '')).split('\n');
    const at = lines.findIndex((line) => line.startsWith(`func ${name}(`));
    if (at >= 0) return { file: path, line: at + 1 };
  }
  return undefined;
}
