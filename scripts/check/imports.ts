/** Holds the direction of imports that docs/architecture.md draws. */
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, normalize, relative } from 'node:path';
import { root } from '../run.ts';

/** Problems, one line each. */
export async function checkImports(): Promise<string[]> {
  const files = (await readdir(join(root, 'actions'), { recursive: true })).filter((file) =>
    file.endsWith('.ts'),
  );
  const problems = await Promise.all(
    files.map(async (file) => problemsOf(file, await readFile(join(root, 'actions', file), 'utf8'))),
  );
  return problems.flat();
}

/** What a file below actions/ imports and must not. */
export function problemsOf(file: string, source: string): string[] {
  const owner = ownerOf(file);
  if (owner === 'main.ts') return [];
  return [...source.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].flatMap((match) => {
    const target = normalize(join(dirname(file), match[1] ?? ''));
    // Published schemas are read into the bundle.
    if (target.startsWith('../schema/')) return [];
    if (target.startsWith('..'))
      return [`actions/${file} imports ${relative('actions', target)}, which no runner has`];
    const other = ownerOf(target);
    return other === owner || other === 'shared'
      ? []
      : [`actions/${file} imports ${other}: what two share lives in actions/shared`];
  });
}

function ownerOf(file: string): string {
  return file.split('/', 1)[0] ?? '';
}
