import { homedir } from 'node:os';
import { join, relative } from 'node:path';
import { UserError } from '../../shared/errors/user-error.ts';
import type { Inputs, Scanner } from './contract.ts';
import type { TargetType } from './target.ts';
import { scannersFor } from './trivy/command.ts';

/** The scanners to use. Throws a UserError when none of those asked for can look into the target. */
export function scannersOf(type: TargetType, wanted: readonly Scanner[]): readonly Scanner[] {
  const scanners = scannersFor(type, wanted);
  if (scanners.length > 0) return scanners;
  throw new UserError(
    `none of the scanners (${wanted.join(', ')}) can look into a target of the type ${type}`,
    { fix: 'Add `vuln` (or `misconfig` for manifests) to `scanners`.' },
  );
}

/** Which of the repository's scans this is: the name given, else the folder and the type of target. */
export function scanName(
  { name, workingDirectory }: Pick<Inputs, 'name' | 'workingDirectory'>,
  type: TargetType,
  workspace: string,
): string {
  return name ?? [relative(workspace, workingDirectory), type].filter((part) => part !== '').join('/');
}

/** trivy's own place for its cache, unless the caller has another. */
export function cacheDirectory(
  { cacheDirectory: given }: Pick<Inputs, 'cacheDirectory'>,
  env: Readonly<Record<string, string | undefined>>,
): string {
  return given ?? join(env['XDG_CACHE_HOME'] || join(env['HOME'] || homedir(), '.cache'), 'trivy');
}

export function reportFolder({ reportDirectory }: Pick<Inputs, 'reportDirectory'>, temp: string): string {
  return reportDirectory ?? join(temp, 'seatrial', 'scan');
}
