import { chmodSync, copyFileSync, mkdirSync, readdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { exec } from '../exec.ts';
import type { Progress } from './progress.ts';
import type { GoSource } from './types.ts';

const folderOf = (source: GoSource): string => join(import.meta.dirname, source.folder);

/** The arguments of `go build`, in one place because the build cache only answers to the very same. */
export function buildArguments(source: GoSource, out: string): readonly string[] {
  const variables = Object.entries(source.variables ?? {}).map(([name, value]) => `-X ${name}=${value}`);
  return [
    'build',
    '-v',
    '-trimpath',
    '-ldflags',
    ['-s', '-w', ...variables].join(' '),
    '-o',
    `${out}/`,
    ...source.packages,
  ];
}

function environment(source: GoSource): NodeJS.ProcessEnv {
  return { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-buildvcs=false -mod=readonly', ...source.env };
}

/** Fetches the modules and counts the packages that may have to be compiled. */
async function countPackages(source: GoSource, progress: Progress, signal?: AbortSignal): Promise<number> {
  let fetched = 0;
  const listed = await exec(['go', 'list', '-deps', ...source.packages], {
    cwd: folderOf(source),
    env: environment(source),
    signal,
    onErrorLine: (line) => {
      if (line.startsWith('go: downloading')) progress.step(`${++fetched} modules fetched`);
    },
  });
  return listed.trim().split('\n').length;
}

/**
 * Builds into `<folder>/bin`. Go keeps every compiled package in its cache, so that a build that was interrupted goes
 * on where it was.
 */
export async function buildGo(
  source: GoSource,
  folder: string,
  progress: Progress,
  signal?: AbortSignal,
): Promise<void> {
  const total = await countPackages(source, progress, signal);
  progress.tell(`compiling, at most ${total} packages`);
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  let compiled = 0;
  await exec(['go', ...buildArguments(source, bin)], {
    cwd: folderOf(source),
    env: environment(source),
    signal,
    onErrorLine: () => progress.step(`${++compiled} of at most ${total} packages compiled`),
  });
  for (const [from, to] of Object.entries(source.rename ?? {})) renameSync(join(bin, from), join(bin, to));
  if (source.share !== undefined) await keepShared(source, source.share, folder);
}

async function keepShared(
  source: GoSource,
  share: NonNullable<GoSource['share']>,
  folder: string,
): Promise<void> {
  const listed = await exec(['go', 'list', '-m', '-f', '{{.Dir}}', share.module], {
    cwd: folderOf(source),
    env: environment(source),
  });
  mkdirSync(join(folder, 'share'), { recursive: true });
  keepCopy(join(listed.trim(), share.path), join(folder, 'share', share.as));
}

/** A file, or the files of a folder. */
function keepCopy(from: string, to: string): void {
  if (statSync(from).isDirectory()) {
    mkdirSync(to, { recursive: true });
    for (const name of readdirSync(from)) keepCopy(join(from, name), join(to, name));
    return;
  }
  copyFileSync(from, to);
  // Go's module cache is read-only; a copy that is too could not be removed by its owner.
  chmodSync(to, 0o644);
}
