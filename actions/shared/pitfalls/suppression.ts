import type { Finding } from './finding.ts';

/** A finding somebody takes the blame for, until a day. */
export interface Suppression {
  readonly id: string;
  /** Such as `2027-01-31`. */
  readonly until: string;
  readonly owner: string;
  readonly reason: string;
  readonly line: number;
}

const form = /#\s*seatrial:ignore\s+([\w-]+)\s+until\s+(\d{4}-\d{2}-\d{2})\s+by\s+(\S+):\s*(\S.*)$/;

/** Reads `# seatrial:ignore root-user until 2027-01-31 by @ops: port 80 is needed` comments. */
export function suppressionsIn(lines: readonly string[]): readonly Suppression[] {
  return lines.flatMap((text, at) => {
    const [, id, until, owner, reason] = form.exec(text) ?? [];
    if (id === undefined || until === undefined || owner === undefined || reason === undefined) return [];
    return [{ id, until, owner, reason, line: at + 1 }];
  });
}

/**
 * Leaves out findings on the line of a suppression or the one below it. One that has expired hides nothing and is a
 * finding of its own. `today`: such as `2026-11-26`.
 */
export function suppressed(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  today: string,
): readonly Finding[] {
  const hides = (one: Suppression, { id, line }: Finding): boolean =>
    one.id === id && today <= one.until && (line === one.line || line === one.line + 1);
  const left = findings.filter((finding) => !suppressions.some((one) => hides(one, finding)));
  const expired = suppressions.filter(({ until }) => today > until);
  return [...left, ...expired.map(expiredFinding)];
}

function expiredFinding({ id, until, owner, line }: Suppression): Finding {
  return {
    id: 'suppression-expired',
    kind: 'hygiene',
    line,
    message: `the suppression of ${id} by ${owner} ended on ${until}`,
    fix: 'Mend what it hid, or have its owner set a new date with a reason.',
    edits: [],
  };
}
