import type { ScanVerdict } from '../../shared/record/types.ts';
import { formatDuration } from '../../shared/units/duration.ts';
import type { Inputs } from './contract.ts';
import type { Finding } from './findings/finding.ts';

/** Findings apart by what they mean for the release. */
export interface Judged {
  readonly verdict: ScanVerdict;
  /** One sentence. */
  readonly reason: string;
  readonly blocking: readonly Finding[];
  readonly passing: readonly Passing[];
}

/** A finding that is told and does not stop the release. */
export interface Passing {
  readonly finding: Finding;
  /** A few words. */
  readonly why: string;
}

type Rules = Pick<Inputs, 'severities' | 'kinds' | 'ignoreUnfixed' | 'unreachable' | 'maxDatabaseAge'>;

/** Why a finding may not stop a release by what the caller set; undefined when it does. */
export function whyPasses(finding: Finding, rules: Rules): string | undefined {
  const { kind, severity, fixedIn, known, reach } = finding;
  if (!rules.severities.includes(severity)) return 'below the gate';
  if (!rules.kinds.includes(kind)) return 'this kind does not block';
  const isPackage = kind === 'os-package' || kind === 'dependency';
  if (rules.ignoreUnfixed && isPackage && fixedIn === '') return 'nothing mends it yet';
  if (known === true) return 'the base has it too';
  if (rules.unreachable === 'report' && reach === 'not-called') return 'the code is not called';
  return undefined;
}

/**
 * The verdict on what was found and not ignored. Findings stay findings whatever the age of the database; that nothing
 * was found counts only when the database could have known.
 *
 * `databaseAge` in milliseconds; undefined where no database was needed.
 */
export function judge(findings: readonly Finding[], databaseAge: number | undefined, rules: Rules): Judged {
  const blocking: Finding[] = [];
  const passing: Passing[] = [];
  for (const finding of findings) {
    const why = whyPasses(finding, rules);
    if (why === undefined) blocking.push(finding);
    else passing.push({ finding, why });
  }
  const bar = rules.severities.join(' or ');
  if (blocking.length > 0) {
    const many = blocking.length === 1 ? '1 finding' : `${blocking.length} findings`;
    const fresh = blocking.every(({ known }) => known === false) ? 'new ' : '';
    return { verdict: 'findings', reason: `${many.replace(' ', ` ${fresh}`)} of ${bar}`, blocking, passing };
  }
  if (databaseAge !== undefined && databaseAge > rules.maxDatabaseAge) {
    const reason = `nothing was found, but the database is ${formatDuration(databaseAge)} old and may be ${formatDuration(rules.maxDatabaseAge)} at most`;
    return { verdict: 'database-too-old', reason, blocking, passing };
  }
  const spared = passing.filter(({ why }) => why !== 'below the gate').length;
  const reason = spared === 0 ? `nothing of ${bar}` : `nothing of ${bar} that blocks, ${spared} reported`;
  return { verdict: 'clean', reason, blocking, passing };
}
