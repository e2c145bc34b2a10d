import { chmod, copyFile, cp, mkdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Dockerfile, readDockerfile } from '../../../shared/dockerfile/dockerfile.ts';
import { copyTree } from '../../../shared/files/copy-tree.ts';
import { type Replacement, redirected, selfContained } from '../plan/compile-once.ts';
import { type BuilderName, type BuildRequest, takesNamedContexts } from './builder.ts';

/** The Dockerfile as it was read, and where it stands. */
export interface Source {
  readonly path: string;
  readonly file: Dockerfile;
}

/** A tested binary and the place it takes. */
export interface Compiled {
  readonly binary: string;
  readonly replacement: Replacement;
}

/** Name of the tested binary in the build context of a builder without named contexts. */
const inContext = '.seatrial-compiled';

export interface Prepared {
  readonly prepared: BuildRequest;
  /** The Dockerfile as errors are to name it. */
  readonly seen: Source;
}

/** Lays the tested binary where the builder will look for it. The caller's own files are never touched. */
export async function prepare(
  builder: BuilderName,
  request: BuildRequest,
  source: Source,
  { binary, replacement }: Compiled,
  created: Date,
  work: string,
): Promise<Prepared> {
  if (!takesNamedContexts(builder)) {
    const folder = join(work, 'context');
    await copyContext(request.context, folder);
    await place(binary, join(folder, inContext), created);
    const ignore = await ignoreFile(folder, source.path);
    await writeFile(join(folder, '.dockerignore'), `${ignore}\n!${inContext}\n`);
    const text = selfContained(source.file, replacement, inContext);
    const dockerfile = await rewritten(work, source, text);
    const file = { ...source.file, instructionLines: await originalLines(text, source.file) };
    return { prepared: { ...request, context: folder, dockerfile }, seen: { ...source, file } };
  }
  const folder = join(work, 'compiled');
  await place(binary, join(folder, replacement.pathInStage), created);
  const contexts = new Map([...request.contexts, [replacement.name, folder]]);
  if (replacement.redirect === undefined) return { prepared: { ...request, contexts }, seen: source };
  const dockerfile = await rewritten(work, source, redirected(source.file, replacement));
  return { prepared: { ...request, contexts, dockerfile }, seen: source };
}

/** Such a builder looks for it in the context alone; one that was written for the caller stands beside its Dockerfile. */
async function ignoreFile(context: string, dockerfile: string): Promise<string> {
  const read = (path: string): Promise<string | undefined> => readFile(path, 'utf8').catch(() => undefined);
  return (await read(`${dockerfile}.dockerignore`)) ?? (await read(join(context, '.dockerignore'))) ?? '';
}

/** The old builder names no lines but counts instructions of what it was given: those, as lines of the caller's file. */
async function originalLines(text: string, original: Dockerfile): Promise<readonly number[]> {
  const { instructionLines } = await readDockerfile(text, new Map());
  const added = text.split('\n').length - original.lines.length;
  const first = original.stages[0]?.firstLine ?? 1;
  return instructionLines.map((line) => (line > first ? Math.max(first, line - added) : line));
}

/** Copies the binary with the mode and time every build gives it; artifacts lose the mode on their way. */
async function place(binary: string, target: string, created: Date): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  await copyFile(binary, target);
  await chmod(target, 0o755);
  await utimes(target, created, created);
}

async function rewritten(work: string, source: Source, text: string): Promise<string> {
  const path = join(work, 'dockerfile', basename(source.path));
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  // BuildKit prefers an ignore file beside the Dockerfile to the one in the context.
  await cp(`${source.path}.dockerignore`, `${path}.dockerignore`).catch(() => undefined);
  return path;
}

/** Copies a build context but for git's own folder, and for the one our temporary files are in. */
async function copyContext(from: string, to: string): Promise<void> {
  const git = join(from, '.git');
  await copyTree(from, to, (path) => path === git || to.startsWith(`${path}/`));
}
