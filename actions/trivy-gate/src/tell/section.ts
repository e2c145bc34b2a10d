import type { Report } from '../../../shared/action/report.ts';
import type { ScanSection } from '../../../shared/record/types.ts';
import type { Output } from '../contract.ts';
import { subjectOf } from '../findings/advice.ts';
import { countsByKind, countsOf, ranked } from '../findings/finding.ts';
import type { Result } from '../result.ts';

/** The section of the release record while nothing is known, and if it stays so. */
export function unscanned(target: string): ScanSection {
  return {
    target,
    verdict: 'could-not-scan',
    scanner: { name: 'trivy', version: '' },
    counts: {},
    blocking: [],
  };
}

/** The section of the release record. */
export function sectionOf(result: Result, target: string): ScanSection {
  const { judged, applied, scanned, trivy, database } = result;
  return {
    target,
    ...(scanned.digest === undefined ? {} : { digest: scanned.digest }),
    verdict: judged.verdict,
    scanner: {
      name: 'trivy',
      version: trivy.version,
      ...(database === undefined ? {} : { databaseUpdatedAt: database.updatedAt.toISOString() }),
    },
    counts: countsOf(applied.left),
    blocking: ranked(judged.blocking).map((finding) => ({
      id: finding.id,
      severity: finding.severity,
      subject: subjectOf(finding),
      ...(finding.fixedIn === '' ? {} : { fixedIn: finding.fixedIn }),
    })),
  };
}

/** Everything but the paths of reports. */
export function setOutputs({ judged, applied, scanned, compared }: Result, report: Report<Output>): void {
  const counts = countsOf(applied.left);
  report.output('verdict', judged.verdict);
  report.output('digest', scanned.digest ?? '');
  for (const name of ['critical', 'high', 'medium', 'low', 'unknown'] as const)
    report.output(name, counts[name]);
  report.output('counts', JSON.stringify(countsByKind(applied.left)));
  if (compared?.base !== undefined)
    report.output('new', applied.left.filter(({ known }) => known === false).length);
}
