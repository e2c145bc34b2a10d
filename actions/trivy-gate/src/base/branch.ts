import { inEvent, readEvent } from '../../../shared/github/event.ts';
import { textOf } from '../../../shared/json/json.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** The branch a pull request, or its place in a merge queue, is to be merged into; undefined for any other run. */
export async function baseBranch(env: Env): Promise<string | undefined> {
  const base = env['GITHUB_BASE_REF'];
  if (base !== undefined && base !== '') return base;
  const queued = textOf(inEvent(await readEvent(env), 'merge_group', 'base_ref'));
  return queued?.replace(/^refs\/heads\//, '');
}

/**
 * The branch whose state this run is about, where others are compared with it: the default branch, and those that are
 * protected. Undefined for pull requests, tags and other branches.
 */
export async function comparedBranch(env: Env): Promise<string | undefined> {
  if ((await baseBranch(env)) !== undefined) return undefined;
  const branch = /^refs\/heads\/(.+)$/.exec(env['GITHUB_REF'] ?? '')?.[1];
  const standing = textOf(inEvent(await readEvent(env), 'repository', 'default_branch'));
  return branch === standing || env['GITHUB_REF_PROTECTED'] === 'true' ? branch : undefined;
}
