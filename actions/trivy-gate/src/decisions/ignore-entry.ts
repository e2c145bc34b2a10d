import type { Place, UserError } from '../../../shared/errors/user-error.ts';
import { textsOf } from '../../../shared/json/json.ts';
import type { Kind } from '../findings/finding.ts';
import type { Ignore } from './ignore.ts';

/** One entry of an ignore file. */
export interface Entry {
  readonly get: (key: string) => unknown;
  readonly place: Place;
  readonly refuse: (what: string) => UserError;
}

/** The words of OpenVEX for "not affected, because". */
const justifications = [
  'component_not_present',
  'vulnerable_code_not_present',
  'vulnerable_code_not_in_execute_path',
  'vulnerable_code_cannot_be_controlled_by_adversary',
  'inline_mitigations_already_exist',
];

/** An entry of our own format: id, package (optional), reason, owner, expires, justification (optional). */
export function ownEntry(entry: Entry): Ignore {
  const must = (key: string): string => {
    const found = word(entry, key);
    if (found === undefined) throw entry.refuse(`an entry lacks \`${key}\``);
    return found;
  };
  const day = must('expires');
  const expires = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T23:59:59.999Z`) : Number.NaN;
  if (Number.isNaN(expires)) throw entry.refuse(`\`expires: ${day}\` is no day of the form 2027-01-31`);
  return {
    ...common(entry),
    subject: word(entry, 'package'),
    reason: must('reason'),
    owner: must('owner'),
    expires,
  };
}

/**
 * An entry of trivy's format: id, paths, purls, statement, expired_at; and `owner`, which trivy itself skips. All but
 * the id may be missing there: the entry holds, and what it lacks is told.
 */
export function trivyEntry(entry: Entry, kinds: readonly Kind[]): Ignore {
  const day = word(entry, 'expired_at');
  const expires = day === undefined ? Number.POSITIVE_INFINITY : Date.parse(day);
  if (Number.isNaN(expires)) throw entry.refuse(`\`expired_at: ${day}\` is no date such as 2027-01-31`);
  const [reason, owner] = [word(entry, 'statement'), word(entry, 'owner')];
  const lacks = Object.entries({ statement: reason, owner, expired_at: day })
    .filter(([, value]) => value === undefined)
    .map(([key]) => key);
  return {
    ...common(entry),
    kinds,
    paths: textsOf(entry.get('paths')),
    purls: textsOf(entry.get('purls')),
    reason: reason ?? '',
    owner: owner ?? '',
    expires,
    lacks,
  };
}

function common(entry: Entry): Omit<Ignore, 'reason' | 'owner' | 'expires'> {
  const id = word(entry, 'id');
  if (id === undefined) throw entry.refuse('an entry lacks `id`');
  const justification = word(entry, 'justification');
  if (justification !== undefined && !justifications.includes(justification))
    throw entry.refuse(`\`justification: ${justification}\` is none of ${justifications.join(', ')}`);
  const { place } = entry;
  return { id, kinds: undefined, subject: undefined, paths: [], purls: [], justification, lacks: [], place };
}

function word({ get }: Entry, key: string): string | undefined {
  const found = get(key);
  const text = typeof found === 'string' || typeof found === 'number' ? String(found).trim() : '';
  return text === '' ? undefined : text;
}
