import { readFile } from 'node:fs/promises';
import type { Node } from 'yaml';
import { type Place, UserError } from '../../shared/errors/user-error.ts';
import { field } from '../../shared/json/json.ts';
import type { Finding } from './finding.ts';

/** A finding that someone decided to live with, for a while. */
export interface Ignore {
  readonly id: string;
  /** Package, file or target it holds for; undefined: wherever the id turns up. */
  readonly subject: string | undefined;
  readonly reason: string;
  readonly owner: string;
  /** The last day it holds, as milliseconds since the epoch at the day's end (UTC). */
  readonly expires: number;
  readonly place: Place;
}

/** What ignores do to findings. */
export interface Applied {
  readonly left: readonly Finding[];
  readonly ignored: readonly { readonly finding: Finding; readonly ignore: Ignore }[];
  readonly expired: readonly Ignore[];
  /** Ignores that nothing matches any more. */
  readonly stale: readonly Ignore[];
}

/** Reads an ignore file. Throws a UserError with the line of the first mistake. */
export async function readIgnores(path: string): Promise<readonly Ignore[]> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new UserError(`the ignore file ${path} can't be read`, {
      fix: 'Give a path from the workspace, or leave `ignore-file` out.',
    });
  });
  return parseIgnores(text, path);
}

const example = `Write each as:
- id: CVE-2022-32149
  package: golang.org/x/text   # optional
  reason: the parser is not reachable from outside
  owner: team-payments
  expires: 2027-01-31`;

/** Parses the YAML of an ignore file: a list of id, package (optional), reason, owner, expires. */
export async function parseIgnores(text: string, path: string): Promise<readonly Ignore[]> {
  // Loaded only where there is a file: most runs have none, and it costs as much as the rest of the start.
  const { isSeq, LineCounter, parseDocument } = await import('yaml');
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const placeAt = (offset: number): Place => ({ file: path, line: counter.linePos(offset).line });
  const refuse = (what: string, place: Place): UserError =>
    new UserError(`${path}: ${what}`, { fix: example, place });
  const [problem] = document.errors;
  if (problem !== undefined) {
    throw refuse(problem.message.split('\n', 1)[0] ?? 'no YAML', placeAt(problem.pos[0]));
  }
  const { contents } = document;
  if (contents === null) return [];
  if (!isSeq(contents)) throw refuse('a list is expected', placeAt(0));
  return contents.items.map((item) => {
    const place = placeAt(isNode(item) ? (item.range?.[0] ?? 0) : 0);
    return entryOf(isNode(item) ? item.toJS(document) : item, place, (what) => refuse(what, place));
  });
}

function entryOf(entry: unknown, place: Place, refuse: (what: string) => UserError): Ignore {
  const value = (key: string): string | undefined => {
    const found = field(entry, key);
    return typeof found === 'string' || typeof found === 'number' ? String(found).trim() : undefined;
  };
  const must = (key: string): string => {
    const found = value(key);
    if (found === undefined || found === '') throw refuse(`an entry lacks \`${key}\``);
    return found;
  };
  const day = must('expires');
  const expires = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T23:59:59.999Z`) : Number.NaN;
  if (Number.isNaN(expires)) throw refuse(`\`expires: ${day}\` is no day of the form 2027-01-31`);
  return {
    id: must('id'),
    subject: value('package'),
    reason: must('reason'),
    owner: must('owner'),
    expires,
    place,
  };
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'range' in value;
}

/** Takes away what is ignored today. */
export function applyIgnores(findings: readonly Finding[], ignores: readonly Ignore[], now: number): Applied {
  const valid = ignores.filter((ignore) => ignore.expires >= now);
  const left: Finding[] = [];
  const ignored: { finding: Finding; ignore: Ignore }[] = [];
  for (const finding of findings) {
    const ignore = valid.find((one) => covers(one, finding));
    if (ignore === undefined) left.push(finding);
    else ignored.push({ finding, ignore });
  }
  return {
    left,
    ignored,
    expired: ignores.filter((ignore) => ignore.expires < now),
    stale: valid.filter((ignore) => !findings.some((finding) => covers(ignore, finding))),
  };
}

function covers(ignore: Ignore, finding: Finding): boolean {
  if (ignore.id !== finding.id) return false;
  return (
    ignore.subject === undefined || ignore.subject === finding.subject || ignore.subject === finding.target
  );
}
