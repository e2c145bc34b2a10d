import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { settle } from './catalogue.ts';
import { substitute, TemplateError, type Values, type Variables, variablesOf } from './template.ts';

export const PROPERTIES = '.properties.json';

/** The templates below `path`, which may itself be one. */
export function templateFiles(path: string): readonly string[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) throw new TemplateError(`${path}: no such template`);
  if (stats.isFile()) return [path];
  return readdirSync(path)
    .filter((name) => statSync(join(path, name)).isFile() && !name.endsWith(PROPERTIES))
    .sort()
    .map((name) => join(path, name));
}

/** Renders one template. A variable of type sha256-of names a neighbour and becomes its rendering's checksum. */
export function renderFile(file: string, known: Variables, given: Values): string {
  const values = new Map(settle(known, given));
  const text = readFileSync(file, 'utf8');
  for (const name of variablesOf(text)) {
    if (known.get(name)?.type !== 'sha256-of') continue;
    const neighbour = join(dirname(file), values.get(name) ?? '');
    if (neighbour === file) throw new TemplateError(`${file}: a file can't hold its own checksum (${name})`);
    values.set(
      name,
      createHash('sha256')
        .update(renderFile(neighbour, known, given))
        .digest('hex'),
    );
  }
  return substitute(file, text, known, values);
}

/** File name → rendered text, for one template or a folder of them. `only` picks some of the folder. */
export function renderFolder(
  path: string,
  known: Variables,
  given: Values,
  only: readonly string[] = [],
): ReadonlyMap<string, string> {
  const files = templateFiles(path);
  for (const name of only) {
    if (!files.some((file) => basename(file) === name))
      throw new TemplateError(`${path}: no template ${name}`);
  }
  const wanted = files.filter((file) => only.length === 0 || only.includes(basename(file)));
  return new Map(wanted.map((file) => [basename(file), renderFile(file, known, given)]));
}
