import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Node } from 'yaml';
import { type Place, UserError } from '../../../shared/errors/user-error.ts';
import { field } from '../../../shared/json/json.ts';
import type { Kind } from '../findings/finding.ts';
import type { Ignore } from './ignore.ts';
import { type Entry, ownEntry, trivyEntry } from './ignore-entry.ts';

/** Where decisions stand when no file is named: our own format, and trivy's. */
const usualFiles = ['.seatrial/ignores.yaml', '.trivyignore.yaml'];

/** The files that hold: those named, else the usual ones that are there. */
export async function ignoreFiles(named: readonly string[], folder: string): Promise<readonly string[]> {
  if (named.length > 0) return named;
  const paths = usualFiles.map((name) => join(folder, name));
  const there = await Promise.all(
    paths.map((path) =>
      stat(path).then(
        () => true,
        () => false,
      ),
    ),
  );
  return paths.filter((_, at) => there[at]);
}

/** Reads ignore files. Throws a UserError with the line of the first mistake. */
export async function readIgnores(paths: readonly string[]): Promise<readonly Ignore[]> {
  const read = paths.map(async (path) => {
    const text = await readFile(path, 'utf8').catch(() => {
      throw new UserError(`the ignore file ${path} can't be read`, {
        fix: 'Give a path from the workspace, or leave `ignore-file` out.',
      });
    });
    return parseIgnores(text, path);
  });
  return (await Promise.all(read)).flat();
}

const example = `Write each as:
- id: CVE-2022-32149
  package: golang.org/x/text   # optional
  reason: the parser is not reachable from outside
  owner: team-payments
  expires: 2027-01-31
or as trivy's own .trivyignore.yaml has it.`;

/** The sections of trivy's own format, and what they hold for. */
const sections: Readonly<Record<string, readonly Kind[]>> = {
  vulnerabilities: ['os-package', 'dependency'],
  misconfigurations: ['misconfiguration'],
  secrets: ['secret'],
  licenses: ['licence'],
};

/** Parses an ignore file: a list in our own format, or a map of sections as trivy has it. */
export async function parseIgnores(text: string, path: string): Promise<readonly Ignore[]> {
  // Loaded only where there is a file: most runs have none, and it costs as much as the rest of the start.
  const { isMap, isScalar, isSeq, LineCounter, parseDocument } = await import('yaml');
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const placeAt = (offset: number): Place => ({ file: path, line: counter.linePos(offset).line });
  const refuse = (what: string, place: Place): UserError =>
    new UserError(`${path}: ${what}`, { fix: example, place });
  const [problem] = document.errors;
  if (problem !== undefined) {
    throw refuse(problem.message.split('\n', 1)[0] ?? 'no YAML', placeAt(problem.pos[0]));
  }
  const entriesOf = (list: unknown, read: (entry: Entry) => Ignore): Ignore[] => {
    if (!isSeq(list)) throw refuse('a list is expected', placeAt(rangeOf(list)));
    return list.items.map((item) => {
      const place = placeAt(rangeOf(item));
      const value: unknown = isNode(item) ? item.toJS(document) : item;
      return read({ get: (key) => field(value, key), place, refuse: (what) => refuse(what, place) });
    });
  };
  const { contents } = document;
  if (contents === null) return [];
  if (!isMap(contents)) return entriesOf(contents, ownEntry);
  return contents.items.flatMap(({ key, value }) => {
    const kinds = sections[String(key)];
    if (kinds === undefined)
      throw refuse(`"${String(key)}" is none of ${Object.keys(sections).join(', ')}`, placeAt(rangeOf(key)));
    const empty = value === null || (isScalar(value) && value.value === null);
    return empty ? [] : entriesOf(value, (entry) => trivyEntry(entry, kinds));
  });
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'range' in value;
}

function rangeOf(value: unknown): number {
  return isNode(value) ? (value.range?.[0] ?? 0) : 0;
}
