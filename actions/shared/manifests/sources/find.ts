import { readdir, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { codeOf, UserError } from '../../errors/user-error.ts';

/** A manifest file, a folder that Kustomize renders, a chart, or something to download. */
export interface ManifestSource {
  /** A path, or the address of a download. */
  readonly path: string;
  /** As it is shown: relative to the workspace where it lies in it. */
  readonly shown: string;
  readonly kind: 'file' | 'kustomize' | 'helm' | 'url';
}

export const kustomizations = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];
const manifestFile = /\.(ya?ml|json)$/;

/**
 * The sources behind the caller's list of files, folders, globs and addresses, in its order, each once.
 *
 * A folder is read with all below it; one with a kustomization or a chart is rendered. Throws a UserError for a path that is not
 * there and for a folder or glob without any manifest.
 */
export async function findManifests(
  patterns: readonly string[],
  workspace: string,
): Promise<ManifestSource[]> {
  const found = await Promise.all(patterns.map((pattern) => find(pattern, workspace)));
  const once = new Map(found.flat().map((source) => [source.path, source]));
  return [...once.values()];
}

async function find(pattern: string, workspace: string): Promise<ManifestSource[]> {
  if (/^https?:\/\//.test(pattern)) return [{ path: pattern, shown: pattern, kind: 'url' }];
  const path = isAbsolute(pattern) ? pattern : resolve(workspace, pattern);
  const what = await stat(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new UserError(`the manifest ${pattern} cannot be read: ${String(error)}`, {
      fix: 'Make it readable for the user of the runner.',
    });
  });
  const sourceOf = (file: string, kind: ManifestSource['kind'] = 'file'): ManifestSource => ({
    path: file,
    shown: shownPath(file, workspace),
    kind,
  });
  if (what?.isFile() === true) return [sourceOf(path)];
  if (what?.isDirectory() === true) return await inFolder(path, pattern, sourceOf);
  if (/[*?[{]/.test(pattern)) return await matching(path, pattern, sourceOf);
  throw new UserError(`there is no manifest ${pattern}`, {
    fix: `Correct the input \`manifests\`; relative paths start at ${workspace}. Is the repository checked out?`,
  });
}

async function inFolder(
  folder: string,
  pattern: string,
  sourceOf: (file: string, kind?: ManifestSource['kind']) => ManifestSource,
): Promise<ManifestSource[]> {
  const top = await readdir(folder);
  if (kustomizations.some((name) => top.includes(name))) return [sourceOf(folder, 'kustomize')];
  if (top.includes('Chart.yaml')) return [sourceOf(folder, 'helm')];
  const below = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = below
    .filter((entry) => entry.isFile() && manifestFile.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  if (files.length > 0) return files.map((file) => sourceOf(file));
  throw new UserError(`the folder ${pattern} holds no manifest (*.yaml, *.yml or *.json)`, {
    fix: 'Correct the input `manifests`, or remove the folder from it.',
  });
}

async function matching(
  glob: string,
  pattern: string,
  sourceOf: (file: string) => ManifestSource,
): Promise<ManifestSource[]> {
  const fs = await import('node:fs/promises');
  const files: string[] = [];
  for await (const file of fs.glob(glob)) if (manifestFile.test(file)) files.push(file);
  if (files.length > 0) return files.sort().map((file) => sourceOf(file));
  throw new UserError(`nothing matches ${pattern} in the input \`manifests\``, {
    fix: 'Correct the glob; it has to match at least one *.yaml, *.yml or *.json file.',
  });
}

/** A path as it is shown to people and in annotations. */
export function shownPath(file: string, workspace: string): string {
  const inside = relative(workspace, file);
  return inside.startsWith('..') || inside === '' ? file : inside;
}
