import { code, details, table } from '../../shared/markdown/markdown.ts';
import { oneLine, plainMarkdown } from '../../shared/markdown/untrusted.ts';
import { adviceFor, subjectOf } from './advice.ts';
import { countsOf, type Finding, ranked } from './finding.ts';
import type { Applied, Ignore } from './ignores.ts';
import type { Judged } from './verdict.ts';

/** Rows of the summary; the rest stands in the report. */
const rowsShown = 50;

const words: Readonly<Record<Finding['kind'], string>> = {
  'os-package': 'OS package',
  dependency: 'dependency',
  misconfiguration: 'misconfiguration',
  secret: 'secret',
  licence: 'licence',
};

export interface SummaryFacts {
  readonly target: string;
  readonly digest: string | undefined;
  readonly scanner: string;
  readonly database: string;
}

/** The job summary: verdict, counts, then the findings worst first, those that block before the others. */
export function summaryOf(judged: Judged, applied: Applied, facts: SummaryFacts): string {
  const counts = countsOf(applied.left);
  const head = `### Scan: ${judged.verdict}\n\n${plainMarkdown(judged.reason)}`;
  const about = table(
    ['', ''],
    [
      ['target', plainMarkdown(facts.target)],
      ...(facts.digest === undefined ? [] : [['digest', code(facts.digest)]]),
      ['scanner', plainMarkdown(facts.scanner)],
      ['database', plainMarkdown(facts.database)],
      [
        'found',
        Object.entries(counts)
          .map(([severity, count]) => `${count} ${severity}`)
          .join(', '),
      ],
    ],
  );
  const parts = [
    head,
    about,
    judged.blocking.length === 0 ? '' : findingTable(judged.blocking),
    judged.passing.length === 0
      ? ''
      : details(`${judged.passing.length} below the gate`, findingTable(judged.passing)),
    applied.ignored.length === 0 ? '' : details(`${applied.ignored.length} ignored`, ignoredTable(applied)),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function findingTable(findings: readonly Finding[]): string {
  const rows = ranked(findings)
    .slice(0, rowsShown)
    .map((finding) => [
      finding.severity,
      linked(finding),
      words[finding.kind],
      plainMarkdown(subjectOf(finding)),
      plainMarkdown(finding.fixedIn) || '–',
      plainMarkdown(adviceFor(finding)),
    ]);
  const more = findings.length - rows.length;
  const text = table(['severity', 'id', 'kind', 'in', 'fixed in', 'what to do'], rows);
  return more > 0 ? `${text}\n\n${more} more stand in the report.` : text;
}

function linked(finding: Finding): string {
  const id = plainMarkdown(finding.id);
  return /^https:\/\/[\w.-]+\/[\w./-]*$/.test(finding.url) ? `[${id}](${finding.url})` : id;
}

function ignoredTable({ ignored }: Applied): string {
  const rows = ignored.map(({ finding, ignore }) => [
    linked(finding),
    plainMarkdown(subjectOf(finding)),
    plainMarkdown(ignore.reason),
    plainMarkdown(ignore.owner),
    dayOf(ignore),
  ]);
  return table(['id', 'in', 'reason', 'owner', 'until'], rows);
}

/** The last day an ignore holds. */
export function dayOf(ignore: Ignore): string {
  return new Date(ignore.expires).toISOString().slice(0, 10);
}

/** All findings as lines for the log and the text report. */
export function textTable(findings: readonly Finding[]): readonly string[] {
  const rows = ranked(findings).map((one) => [
    one.severity,
    oneLine(one.id),
    words[one.kind],
    subjectOf(one),
    oneLine(one.fixedIn) || '-',
    oneLine(one.target),
  ]);
  const all = [['SEVERITY', 'ID', 'KIND', 'IN', 'FIXED IN', 'TARGET'], ...rows];
  const widths = (all[0] ?? []).map((_, at) => Math.max(...all.map((row) => (row[at] ?? '').length)));
  return all.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
