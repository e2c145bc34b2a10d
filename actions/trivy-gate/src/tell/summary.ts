import { code, details, table } from '../../../shared/markdown/markdown.ts';
import { plainMarkdown } from '../../../shared/markdown/untrusted.ts';
import { formatDuration } from '../../../shared/units/duration.ts';
import type { Ignore } from '../decisions/ignore.ts';
import { adviceFor, subjectOf } from '../findings/advice.ts';
import { countsByKind, distinct, type Finding, kinds, severities } from '../findings/finding.ts';
import type { Result } from '../result.ts';
import { kindWords, remarks } from './text.ts';

/** Rows of a table; the rest stands in the report. */
const rowsShown = 50;

/** The job summary: verdict, facts, counts; then the findings worst first, those that block before the others. */
export function summaryOf(result: Result): string {
  const { judged, applied, scanned } = result;
  const others = judged.passing.map(({ finding }) => finding);
  const why = new Map(judged.passing.map((one) => [one.finding, one.why]));
  const parts = [
    `### Scan: ${judged.verdict}\n\n${plainMarkdown(judged.reason)}`,
    table(['', ''], factsOf(result)),
    applied.left.length === 0 ? '' : countTable(applied.left),
    judged.blocking.length === 0 ? '' : findingTable(judged.blocking, 'what to do', adviceFor),
    others.length === 0
      ? ''
      : details(
          `${others.length} that do not block`,
          findingTable(others, 'why it does not block', (finding) => why.get(finding) ?? ''),
        ),
    applied.ignored.length === 0
      ? ''
      : details(`${applied.ignored.length} ignored`, ignoredTable(applied.ignored)),
    scanned.suppressed.length === 0
      ? ''
      : details(`${scanned.suppressed.length} declared harmless by VEX`, harmlessTable(scanned.suppressed)),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function factsOf({ target, scanned, trivy, database, age, compared }: Result): string[][] {
  const made =
    database === undefined || age === undefined
      ? 'not needed'
      : `of ${database.updatedAt.toISOString()}, ${formatDuration(age)} old`;
  return [
    ['target', plainMarkdown(target.path)],
    ...(scanned.digest === undefined ? [] : [['digest', code(scanned.digest)]]),
    ['scanner', plainMarkdown(`trivy ${trivy.version}`)],
    ['database', made],
    ...(compared === undefined
      ? []
      : [
          [
            'compared with',
            plainMarkdown(compared.base === undefined ? `nothing: ${compared.why}` : compared.base.origin),
          ],
        ]),
  ];
}

function countTable(findings: readonly Finding[]): string {
  const counts = countsByKind(findings);
  const rows = kinds
    .map((kind) => [kindWords[kind], ...Object.values(counts[kind]).map(String)])
    .filter(([, ...numbers]) => numbers.some((number) => number !== '0'));
  return table(['found', ...severities.map((severity) => severity.toLowerCase())], rows);
}

function findingTable(
  findings: readonly Finding[],
  title: string,
  last: (finding: Finding) => string,
): string {
  const all = distinct(findings);
  const rows = all
    .slice(0, rowsShown)
    .map((finding) => [
      finding.severity,
      linked(finding),
      kindWords[finding.kind],
      plainMarkdown([subjectOf(finding), remarks(finding)].filter((part) => part !== '').join(', ')),
      plainMarkdown(finding.fixedIn) || '–',
      plainMarkdown(last(finding)),
    ]);
  const more = all.length - rows.length;
  const text = table(['severity', 'id', 'kind', 'in', 'fixed in', title], rows);
  return more > 0 ? `${text}\n\n${more} more stand in the report.` : text;
}

function linked(finding: Finding): string {
  const id = plainMarkdown(finding.id);
  return /^https:\/\/[\w.-]+\/[\w./-]*$/.test(finding.url) ? `[${id}](${finding.url})` : id;
}

function ignoredTable(ignored: Result['applied']['ignored']): string {
  const rows = ignored.map(({ finding, ignore }) => [
    linked(finding),
    plainMarkdown(subjectOf(finding)),
    plainMarkdown(ignore.reason) || '–',
    plainMarkdown(ignore.owner) || '–',
    dayOf(ignore),
  ]);
  return table(['id', 'in', 'reason', 'owner', 'until'], rows);
}

function harmlessTable(suppressed: Result['scanned']['suppressed']): string {
  const rows = suppressed.map(({ finding, status, justification }) => [
    linked(finding),
    plainMarkdown(subjectOf(finding)),
    plainMarkdown(status),
    plainMarkdown(justification) || '–',
  ]);
  return table(['id', 'in', 'status', 'because'], rows);
}

/** The last day an ignore holds. */
export function dayOf({ expires }: Ignore): string {
  return Number.isFinite(expires) ? new Date(expires).toISOString().slice(0, 10) : 'for ever';
}
