import { relative } from 'node:path';
import type { Context } from '../../../shared/action/context.ts';
import type { GoContext } from '../../../shared/go/tool.ts';

/** What a binary is stamped with. */
export interface Stamp {
  readonly version: string;
  /** Full SHA of the commit; empty outside a repository. */
  readonly commit: string;
  /** When the commit was made, `2026-11-24T02:01:29Z`; never the time of the build, which would differ every time. */
  readonly date: string;
}

/** What is known about the commit. */
export interface CommitFacts {
  readonly commit: string;
  /** Seconds since the epoch. */
  readonly seconds: number | undefined;
  /** The tag the job runs for. */
  readonly tag: string | undefined;
}

/**
 * Version, commit and date of a build.
 *
 * Without a tag the version is what Go calls an untagged commit (`v0.0.0-<UTC time>-<12 digits>`, go.dev/ref/mod
 * "Pseudo-versions"). A module in a sub-folder is tagged `folder/v1.2.3`, and its version is what follows the folder.
 */
export function stampOf(facts: CommitFacts, given: string | undefined, moduleFolder: string): Stamp {
  const { commit, seconds } = facts;
  const time = seconds === undefined ? undefined : new Date(seconds * 1000).toISOString();
  return {
    version: given ?? tagVersion(facts.tag, moduleFolder) ?? pseudoVersion(commit, time),
    commit,
    date: time === undefined ? '' : time.replace(/\.\d+Z$/, 'Z'),
  };
}

function tagVersion(tag: string | undefined, moduleFolder: string): string | undefined {
  if (tag === undefined || tag === '') return undefined;
  const prefix = moduleFolder === '' ? '' : `${moduleFolder}/`;
  return tag.startsWith(prefix) ? tag.slice(prefix.length) : tag;
}

function pseudoVersion(commit: string, time: string | undefined): string {
  if (commit === '') return 'devel';
  const short = commit.slice(0, 12);
  if (time === undefined) return `v0.0.0-${short}`;
  return `v0.0.0-${time.replaceAll(/\D/g, '').slice(0, 14)}-${short}`;
}

/** Asks the runner, then git, which commit is built; what neither knows stays empty. */
export async function commitFacts(context: GoContext, directory: string): Promise<CommitFacts> {
  const { env } = context;
  const tag = env['GITHUB_REF_TYPE'] === 'tag' ? env['GITHUB_REF_NAME'] : undefined;
  const head = await git(context, directory, ['show', '-s', '--format=%H %ct', 'HEAD']);
  const [commit = '', seconds = ''] = head?.trim().split(' ') ?? [];
  return {
    commit: commit || (env['GITHUB_SHA'] ?? ''),
    seconds: /^\d+$/.test(seconds) ? Number(seconds) : undefined,
    tag,
  };
}

async function git(
  { exec }: Pick<Context<never>, 'exec'>,
  cwd: string,
  args: readonly string[],
): Promise<string | undefined> {
  try {
    // A checkout made by another user (containers) is refused by git; reading the commit of our own workspace is safe.
    const { code, stdout } = await exec('git', ['-c', 'safe.directory=*', '-C', cwd, ...args]);
    return code === 0 ? stdout : undefined;
  } catch {
    // No git on this runner: the version then has no time in it.
    return undefined;
  }
}

/** The module's folder within the repository, with slashes; empty at its root. */
export function moduleFolder(goMod: string, workspace: string): string {
  if (goMod === '') return '';
  const folder = relative(workspace, goMod.replace(/[/\\]?go\.mod$/, ''));
  return folder.startsWith('..') ? '' : folder.replaceAll('\\', '/');
}

/**
 * Fills the placeholders of a value for `version-variables`.
 *
 * Throws an Error that names a placeholder nobody knows.
 */
export function fillPlaceholders(template: string, stamp: Stamp): string {
  const known: Readonly<Record<string, string>> = {
    version: stamp.version,
    commit: stamp.commit,
    'short-commit': stamp.commit.slice(0, 12),
    date: stamp.date,
  };
  return template.replaceAll(/\{([\w-]+)\}/g, (_, name: string) => {
    const value = known[name];
    if (value === undefined) {
      throw new Error(
        `{${name}} is unknown; there are ${Object.keys(known)
          .map((one) => `{${one}}`)
          .join(', ')}`,
      );
    }
    return value;
  });
}
