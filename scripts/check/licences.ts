/** What dist/ carries of others must go with Apache-2.0. ncc lists it in dist/licenses.txt. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../run.ts';

const allowed = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'BlueOak-1.0.0',
  'Zlib',
  'Unlicense',
  'Python-2.0',
]);

/** Problems, one line each. */
export async function checkLicences(): Promise<string[]> {
  return refused(await readFile(join(root, 'dist', 'licenses.txt'), 'utf8'));
}

/** ncc writes each package as its name, its licence's short name, and the text, with blank lines between packages. */
export function refused(list: string): string[] {
  const heads = [...list.matchAll(/(?:^|\n\n)(@?[\w./-]+)\n(\([^\n]+\)|[A-Za-z0-9.+-]+)\n/g)];
  if (heads.length === 0) return ['dist/licenses.txt names no package: it is not what ncc writes'];
  return heads.flatMap(([, name = '', licence = '']) =>
    allAllowed(licence) ? [] : [`${name} has the licence ${licence}`],
  );
}

/** `(A AND B)` asks for both, `(A OR B)` leaves the choice. */
function allAllowed(licence: string): boolean {
  const parts = licence.replaceAll(/[()]/g, '').split(' AND ');
  return parts.every((part) => part.split(' OR ').some((choice) => allowed.has(choice)));
}
