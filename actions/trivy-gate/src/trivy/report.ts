import { field, listOf, numberOf, parsed, textOf, textsOf } from '../../../shared/json/json.ts';
import type { Finding } from '../findings/finding.ts';
import { findingsOf, type Suppressed, suppressedOf } from './results.ts';
import { garbledReport, ScanError } from './scan-error.ts';

/** What trivy said, as far as a verdict needs it. */
export interface Report {
  readonly artifactType: string;
  readonly trivyVersion: string;
  /** Digest of the image's configuration, which names the image that was really looked at. */
  readonly imageId: string;
  readonly repoDigests: readonly string[];
  readonly findings: readonly Finding[];
  /** What a VEX document took away, with what it says. */
  readonly suppressed: readonly Suppressed[];
  /** Packages that were looked up. None means that nothing was recognised, not that nothing is wrong. */
  readonly packages: number;
}

/** Reads trivy's JSON (schema version 2). Throws a ScanError when it is anything else. */
export function parseReport(text: string): Report {
  if (text.trim() === '') throw new ScanError('trivy wrote an empty report', garbledReport);
  const value = parsed(text);
  if (value === undefined) throw new ScanError('trivy wrote a report that is no JSON', garbledReport);
  if (numberOf(field(value, 'SchemaVersion')) !== 2) {
    throw new ScanError('trivy wrote a report of an unknown schema version', garbledReport);
  }
  const artifactType = textOf(field(value, 'ArtifactType'));
  if (artifactType === undefined)
    throw new ScanError('the report does not say what was scanned', garbledReport);
  const results = field(value, 'Results') ?? [];
  if (!Array.isArray(results)) throw new ScanError('the results of the report are no list', garbledReport);
  const metadata = field(value, 'Metadata');
  return {
    artifactType,
    trivyVersion: textOf(field(field(value, 'Trivy'), 'Version')) ?? '',
    imageId: textOf(field(metadata, 'ImageID')) ?? '',
    repoDigests: textsOf(field(metadata, 'RepoDigests')),
    findings: results.flatMap(findingsOf),
    suppressed: results.flatMap(suppressedOf),
    packages: results.reduce<number>((sum, result) => sum + listOf(field(result, 'Packages')).length, 0),
  };
}
