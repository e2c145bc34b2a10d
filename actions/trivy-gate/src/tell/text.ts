import { oneLine } from '../../../shared/markdown/untrusted.ts';
import { subjectOf } from '../findings/advice.ts';
import { type Finding, type Kind, partOf, ranked } from '../findings/finding.ts';

/** Kinds as people say them. */
export const kindWords: Readonly<Record<Kind, string>> = {
  'os-package': 'OS package',
  dependency: 'dependency',
  misconfiguration: 'misconfiguration',
  secret: 'secret',
  licence: 'licence',
};

/** All findings as lines for the log and the text report. */
export function textTable(findings: readonly Finding[]): readonly string[] {
  const rows = ranked(findings).map((one) => [
    one.severity,
    oneLine(one.id),
    kindWords[one.kind],
    subjectOf(one),
    oneLine(one.fixedIn) || '-',
    oneLine(partOf(one)),
    remarks(one),
  ]);
  const all = [['SEVERITY', 'ID', 'KIND', 'IN', 'FIXED IN', 'TARGET', ''], ...rows];
  const widths = (all[0] ?? []).map((_, at) =>
    all.reduce((most, row) => Math.max(most, row[at]?.length ?? 0), 0),
  );
  return all.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** What else is known of a finding: whether the base has it, whether the code is called. */
export function remarks({ known, reach }: Finding): string {
  const words = [
    known === undefined ? '' : known ? 'known' : 'new',
    reach === 'unknown' ? '' : reach === 'called' ? 'called' : 'not called',
  ];
  return words.filter((word) => word !== '').join(', ');
}
