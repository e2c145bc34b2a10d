import { relative } from 'node:path';
import { UserError } from '../../../shared/errors/user-error.ts';
import { findManifests } from '../../../shared/manifests/sources/find.ts';
import { withImages } from './edit.ts';
import type { Changes, GitRepository } from './repository.ts';

/** So often somebody else may be faster. */
const attempts = 5;

export interface Pushed {
  readonly commit: string;
  /** Before it, as it was: the way back. */
  readonly before: Changes;
}

export interface Wanted {
  readonly paths: readonly string[];
  readonly images: ReadonlyMap<string, string>;
  readonly message: string;
  readonly branch: string;
}

/**
 * Writes images into the repository and pushes them; when somebody else was faster, anew onto what they pushed. Undefined
 * when they stand there already.
 */
export async function pushImages(git: GitRepository, wanted: Wanted): Promise<Pushed | undefined> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const { changes, before } = await changesFor(git, wanted);
    const commit = await git.commit(changes, wanted.message);
    if (commit === undefined) return undefined;
    if (await git.push(wanted.branch)) return { commit, before };
    await git.renew();
  }
  throw new UserError(`${attempts} pushes to ${wanted.branch} were overtaken by others`, {
    fix: 'Let one job at a time write to the GitOps repository (`concurrency`), and run this one again.',
  });
}

/** Puts files back as they were, on top of whatever came since. */
export async function pushBack(
  git: GitRepository,
  { before, commit }: Pushed,
  branch: string,
): Promise<string | undefined> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    await git.renew();
    const back = await git.commit(
      before,
      `Back to what was before ${commit.slice(0, 12)}, which did not become healthy`,
    );
    if (back === undefined || (await git.push(branch))) return back;
  }
  return undefined;
}

/** What the images change in the files, and the files as they are. Every image has to have a place. */
export async function changesFor(
  git: GitRepository,
  { paths, images }: Pick<Wanted, 'paths' | 'images'>,
): Promise<{ changes: Map<string, string>; before: Map<string, string> }> {
  const changes = new Map<string, string>();
  const before = new Map<string, string>();
  const used = new Set<string>();
  for (const path of await filesIn(git, paths)) {
    const text = await git.read(path);
    const edited = await withImages(text, path, images);
    for (const name of edited.used) used.add(name);
    if (edited.text === text) continue;
    before.set(path, text);
    changes.set(path, edited.text);
  }
  const missing = [...images.keys()].filter((name) => !used.has(name));
  if (missing.length === 0) return { changes, before };
  throw new UserError(`no file of the GitOps repository has a place for the image ${missing.join(', ')}`, {
    fix: `Looked for in ${paths.join(', ')}: \`image: ${missing[0]}\` of a container, an entry \`- name: ${missing[0]}\` under \`images\` of a Kustomization, or \`repository: ${missing[0]}\` beside \`tag\` or \`digest\` in Helm values.`,
  });
}

/** Files, folders and globs within the repository; a Kustomization counts as its files, a chart as its values. */
async function filesIn(git: GitRepository, paths: readonly string[]): Promise<string[]> {
  const sources = await findManifests(paths, git.folder);
  const found = await Promise.all(
    sources.map(async ({ path, kind }) => {
      if (kind === 'file') return [path];
      const inside = await findManifests([`${path}/${kind === 'helm' ? 'values*' : '**/*'}`], git.folder);
      return inside.filter((one) => one.kind === 'file').map((one) => one.path);
    }),
  );
  return [...new Set(found.flat().map((path) => relative(git.folder, path)))];
}
