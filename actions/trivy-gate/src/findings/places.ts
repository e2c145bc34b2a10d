import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Place } from '../../../shared/errors/user-error.ts';
import type { Finding } from './finding.ts';

/** Files of the repository in which a finding can be mended. */
export interface Sources {
  readonly goMod: SourceFile | undefined;
  readonly dockerfile: SourceFile | undefined;
  /** The folder that was scanned, when it was one: then targets are files in it. */
  readonly folder: string | undefined;
}

export interface SourceFile {
  readonly path: string;
  readonly lines: readonly string[];
}

/** Reads go.mod and Dockerfile beside each other; what is missing is left out. */
export async function readSources(folder: string, scanned: string | undefined): Promise<Sources> {
  const read = async (name: string): Promise<SourceFile | undefined> => {
    const path = join(folder, name);
    const text = await readFile(path, 'utf8').catch(() => undefined);
    return text === undefined ? undefined : { path, lines: text.split(/\r?\n/) };
  };
  return { goMod: await read('go.mod'), dockerfile: await read('Dockerfile'), folder: scanned };
}

/** The line to change: the requirement in go.mod, the base image in the Dockerfile, the line the scanner names. */
export function placeOf(finding: Finding, sources: Sources): Place | undefined {
  const { goMod, dockerfile, folder } = sources;
  if (finding.kind === 'dependency' && /^go/.test(finding.targetType)) {
    const line = goMod === undefined ? undefined : requirementLine(goMod.lines, finding.subject);
    if (goMod !== undefined && line !== undefined) return { file: goMod.path, line };
  }
  if (finding.kind === 'os-package' && dockerfile !== undefined) return lastOf(dockerfile, /^\s*FROM\s/i);
  if (folder !== undefined) {
    const file = join(folder, finding.target);
    if (relative(folder, file).startsWith('..')) return undefined;
    return finding.lines === undefined ? { file } : { file, line: finding.lines.start };
  }
  if (
    finding.kind === 'misconfiguration' &&
    finding.targetType === 'dockerfile' &&
    dockerfile !== undefined
  ) {
    // What trivy rebuilds from an image's history has no lines of ours; but the user is set by the last USER, or not at all.
    return finding.id === 'DS-0002'
      ? lastOf(dockerfile, /^\s*USER\s/i, /^\s*FROM\s/i)
      : { file: dockerfile.path };
  }
  return undefined;
}

/** The last line of the first kind there is. */
function lastOf({ path, lines }: SourceFile, ...kinds: readonly RegExp[]): Place {
  for (const kind of kinds) {
    const line = lines.findLastIndex((text) => kind.test(text)) + 1;
    if (line > 0) return { file: path, line };
  }
  return { file: path };
}

/** Line of a module's requirement; the standard library stands in the `toolchain` line, else in the `go` line. */
export function requirementLine(lines: readonly string[], module: string): number | undefined {
  const find = (pattern: RegExp): number => lines.findIndex((line) => pattern.test(line)) + 1;
  if (module === 'stdlib') return find(/^toolchain\s/) || find(/^go\s/) || undefined;
  const name = module.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  // What a replacement brings in is mended at the replacement.
  return (
    find(new RegExp(`=>\\s*${name}\\s+v`)) ||
    find(new RegExp(`^\\s*(?:require\\s+)?${name}\\s+v`)) ||
    undefined
  );
}
