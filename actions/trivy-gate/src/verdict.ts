import type { ScanVerdict } from '../../shared/record/types.ts';
import { formatDuration } from '../../shared/units/duration.ts';
import type { Inputs } from './contract.ts';
import type { Finding } from './finding.ts';

/** Findings apart by what they mean for the release. */
export interface Judged {
  readonly verdict: ScanVerdict;
  /** One sentence. */
  readonly reason: string;
  readonly blocking: readonly Finding[];
  readonly passing: readonly Finding[];
}

/** Whether a finding may stop a release by what the caller set. */
export function blocks(finding: Finding, inputs: Pick<Inputs, 'severities' | 'ignoreUnfixed'>): boolean {
  if (!inputs.severities.includes(finding.severity)) return false;
  const isPackage = finding.kind === 'os-package' || finding.kind === 'dependency';
  return !(inputs.ignoreUnfixed && isPackage && finding.fixedIn === '');
}

/**
 * The verdict on what was found and not ignored. Findings stay findings whatever the age of the database; that nothing
 * was found counts only when the database could have known.
 */
export function judge(
  findings: readonly Finding[],
  databaseAge: number | undefined,
  inputs: Pick<Inputs, 'severities' | 'ignoreUnfixed' | 'maxDatabaseAge'>,
): Judged {
  const blocking = findings.filter((finding) => blocks(finding, inputs));
  const passing = findings.filter((finding) => !blocks(finding, inputs));
  if (blocking.length > 0) {
    const many = blocking.length === 1 ? '1 finding' : `${blocking.length} findings`;
    return { verdict: 'findings', reason: `${many} of ${inputs.severities.join(' or ')}`, blocking, passing };
  }
  if (databaseAge !== undefined && databaseAge > inputs.maxDatabaseAge) {
    const reason = `nothing was found, but the database is ${formatDuration(databaseAge)} old and may be ${formatDuration(inputs.maxDatabaseAge)} at most`;
    return { verdict: 'database-too-old', reason, blocking, passing };
  }
  return { verdict: 'clean', reason: `nothing of ${inputs.severities.join(' or ')}`, blocking, passing };
}
