import { lstat, symlink } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Context } from '../../../shared/action/context.ts';
import { copyTree } from '../../../shared/files/copy-tree.ts';
import { axisEnv } from '../../../shared/go/axes.ts';
import { trustedByGit } from '../../../shared/go/environment.ts';
import { type Go, openGo } from '../../../shared/go/tool.ts';
import { build } from '../build/build.ts';
import type { Inputs, Output } from '../contract.ts';
import { argumentsOf, type Plan } from '../plan/plan.ts';
import { platformName } from '../plan/platform.ts';

/** A build of the same sources in another folder. */
export interface SecondBuild {
  /** The folder of the module it was built in. */
  readonly directory: string;
  /** Where a program of a platform is. */
  readonly find: (platform: string, name: string) => string;
}

/**
 * Copies the sources to another folder and builds them there with the same arguments.
 *
 * Go's compiler gives the same package for the same sources and flags, and its cache goes by that; a C compiler
 * promises nothing of the kind. So programs with C are compiled anew, from an empty cache, and the others are not.
 */
export async function secondBuild(
  inputs: Inputs,
  context: Context<Output>,
  go: Go,
  plan: Plan,
  staging: string,
): Promise<SecondBuild> {
  const root = sourceRoot(context, go);
  // Another depth and another length: a path that gets into the binary shifts it, too.
  const copy = join(staging, 'again', 'elsewhere', 'sources');
  await copySources(root, copy, [context.temp, staging, inputs.outputDirectory ?? '']);
  const directory = join(copy, relative(root, inputs.workingDirectory));
  const cold = plan.prepared.some(({ uses }) => uses.length > 0);
  const env = {
    ...trustedByGit(context.env, '*'),
    // The copy shares the repository of the original; nothing is written to it.
    GIT_OPTIONAL_LOCKS: '0',
    ...axisEnv(inputs),
    ...(cold ? { GOCACHE: join(staging, 'cold-cache') } : {}),
  };
  const second = await openGo({ ...context, workspace: copy }, directory, env);
  const out = join(staging, 'second');
  for (const one of plan.prepared) {
    const folder = join(out, platformName(one.platform));
    await build(second, one, argumentsOf(one, inputs, plan, folder), folder);
  }
  return { directory, find: (platform, name) => join(out, platform, name) };
}

/** What has to be there for the module to compile: the whole checkout, for `replace` and go.work reach beyond a module. */
function sourceRoot({ workspace }: Context<Output>, { directory, settings }: Go): string {
  const inside = (folder: string): boolean => !relative(folder, directory).startsWith('..');
  if (inside(workspace)) return resolve(workspace);
  const file = settings.workspace || settings.module;
  return file === '' ? directory : dirname(file);
}

async function copySources(root: string, copy: string, leftOut: readonly string[]): Promise<void> {
  const skipped = new Set(leftOut.filter((path) => path !== '').map((path) => resolve(path)));
  await copyTree(
    root,
    copy,
    (path) => ['.git', 'node_modules'].includes(basename(path)) || skipped.has(resolve(path)),
  );
  const repository = join(root, '.git');
  if ((await lstat(repository).catch(() => undefined)) !== undefined)
    await symlink(repository, join(copy, '.git'));
}
