import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { Context } from '../../../shared/action/context.ts';
import { codeOf, messageOf, UserError } from '../../../shared/errors/user-error.ts';
import { exists } from '../../../shared/files/exists.ts';
import { listenPorts } from '../../../shared/go/source/ports.ts';
import { details, fence } from '../../../shared/markdown/markdown.ts';
import { newFile } from '../../../shared/pitfalls/patch.ts';
import type { Inputs, Output } from '../contract.ts';
import type { Program } from '../plan/program.ts';
import { baseFor, scaffold, scaffoldIgnore } from './scaffold.ts';

/** A Dockerfile's text and where it stands. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
  /** Whether we wrote it: then it needs no second look. */
  readonly written: boolean;
}

/**
 * The caller's Dockerfile. Where a Go module has none, one is written for it, outside of the repository, and shown in
 * the summary. Throws a UserError when one was named and is missing, or when there is no module either.
 */
export async function findDockerfile(
  inputs: Inputs,
  program: Program | undefined,
  context: Context<Output>,
): Promise<SourceText> {
  const path = resolve(inputs.workingDirectory, inputs.dockerfile);
  try {
    return { path, text: await readFile(path, 'utf8'), written: false };
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
  const module = inputs.workingDirectory;
  const goMod = await readFile(join(module, 'go.mod'), 'utf8').catch(() => undefined);
  if (inputs.dockerfile !== 'Dockerfile' || goMod === undefined) throw missing(path);
  const hasSums = await exists(join(module, 'go.sum'));
  const mainPackage = program?.folder ?? (await mainPackageOf(module, path, program));
  const ports = await listenPorts(module, mainPackage, (unread, error) =>
    context.log.info(`Not looked for ports in ${unread}: ${messageOf(error)}`),
  );
  const text = scaffold({ goMod, hasSums, mainPackage, program, ports });
  const base = baseFor(program);
  context.log.info(`There is no Dockerfile: one is written on ${base.image}, because ${base.reason}.`);
  const kept = await keep(text, module, context);
  context.report.summary(
    details('The Dockerfile that was written for this module', fence(text, 'dockerfile')),
  );
  return { path: kept, text, written: true };
}

/** Keeps both files outside of the repository, and a patch that puts them into it. */
async function keep(
  text: string,
  module: string,
  { temp, workspace, report, log }: Context<Output>,
): Promise<string> {
  const folder = join(temp, 'seatrial', 'scaffold');
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'Dockerfile');
  const own = join(module, '.dockerignore');
  // An ignore file of the caller's counts, whoever wrote the Dockerfile.
  const ignore = await readFile(own, 'utf8').catch(() => undefined);
  await writeFile(path, text);
  await writeFile(`${path}.dockerignore`, ignore ?? scaffoldIgnore);
  const home = relative(workspace, module);
  if (home.startsWith('..')) return path;
  const patch = join(folder, 'scaffold.patch');
  const files = [newFile(join(home, 'Dockerfile'), text)];
  if (ignore === undefined) files.push(newFile(join(home, '.dockerignore'), scaffoldIgnore));
  await writeFile(patch, files.join(''));
  report.output('patch', patch);
  log.info(`A patch that puts the Dockerfile and its .dockerignore into the repository: git apply ${patch}`);
  return path;
}

/** The folder with `package main`: the module's root, or the only one below cmd/. */
async function mainPackageOf(module: string, path: string, program: Program | undefined): Promise<string> {
  if (await hasMain(module)) return '.';
  const below = await readdir(join(module, 'cmd'), { withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of below) {
    const folder = join(module, 'cmd', entry.name);
    if (entry.isDirectory() && (await hasMain(folder))) found.push(`./${relative(module, folder)}`);
  }
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  // The builder stage is not built then, and nobody knows what it would build.
  if (program !== undefined) return '.';
  const why = found.length === 0 ? 'no main package was found' : `the main packages are ${found.join(', ')}`;
  throw new UserError(`there is no Dockerfile at ${path}, and none can be written: ${why}`, {
    fix: 'Build the program with go-static-build and give its output `path` as `binary`, or write a Dockerfile.',
  });
}

async function hasMain(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => []);
  const sources = names.filter((name) => name.endsWith('.go') && !name.endsWith('_test.go'));
  for (const name of sources) {
    if (/^package main\b/m.test(await readFile(join(folder, name), 'utf8'))) return true;
  }
  return false;
}

function missing(path: string): UserError {
  return new UserError(`there is no Dockerfile at ${path}`, {
    fix: 'Say where it is with `working-directory` and `dockerfile`. For a Go module without one, leave `dockerfile` out and give the folder of go.mod as `working-directory`: then one is written.',
  });
}
