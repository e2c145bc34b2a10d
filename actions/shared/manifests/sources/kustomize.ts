import { readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { codeOf, UserError } from '../../errors/user-error.ts';
import { isJson, listAt } from '../../kube/values.ts';
import { kustomizations } from './find.ts';

const remote = /^[a-z][a-z+.-]*:\/\/|^git@|^github\.com[/:]|[?&]ref=/;
const lists = ['resources', 'bases', 'components', 'crds'];

/** Refuses a kustomization that would download parts of itself, also by way of another one. */
export async function refuseRemote(folder: string, shown: string, seen = new Set<string>()): Promise<void> {
  const path = resolve(folder);
  if (seen.has(path)) return;
  seen.add(path);
  const content = await kustomizationIn(path);
  const parts = lists.flatMap((list) => listAt(content, list)).filter((part) => typeof part === 'string');
  for (const part of parts) {
    if (remote.test(part)) {
      throw new UserError(`${shown}: the kustomization downloads ${part}`, {
        fix: 'Put it into the repository, where a change of it is reviewed; or write `allow-urls: true`.',
        place: { file: shown },
      });
    }
    const below = join(path, part);
    const what = await stat(below).catch(() => undefined);
    if (what?.isDirectory() === true) await refuseRemote(below, join(dirname(join(shown, 'x')), part), seen);
  }
}

async function kustomizationIn(folder: string): Promise<unknown> {
  const { parse } = await import('yaml');
  for (const name of kustomizations) {
    try {
      const content: unknown = parse(await readFile(join(folder, name), 'utf8'));
      return isJson(content) ? content : {};
    } catch (error) {
      // What is no YAML Kustomize itself refuses, in its own words.
      if (codeOf(error) !== 'ENOENT') return {};
    }
  }
  return {};
}
