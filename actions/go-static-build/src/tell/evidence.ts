import { code, details, table } from '../../../shared/markdown/markdown.ts';
import { plainMarkdown } from '../../../shared/markdown/untrusted.ts';
import { formatBytes } from '../../../shared/units/bytes.ts';
import type { Sizes } from '../size/report.ts';
import type { Vulnerability } from '../vulnerabilities/findings.ts';
import type { Reachability } from '../vulnerabilities/reachability.ts';

/** How many lines a table of sizes has. */
const shownSizes = 10;

/** Known vulnerabilities: those that can be reached, with their way; the others folded. */
export function reachabilitySummary(reachability: Reachability | undefined): string[] {
  if (reachability === undefined) return [];
  if (reachability.state !== 'checked') {
    return [`#### Reachable vulnerabilities: could not check\n\n${plainMarkdown(reachability.reason)}`];
  }
  const { vulnerabilities, scanner, databaseModified } = reachability.checked;
  const reached = vulnerabilities.filter(({ reachable }) => reachable);
  const others = vulnerabilities.filter(({ reachable }) => !reachable);
  const by = `govulncheck ${scanner}, database of ${databaseModified ?? 'unknown date'}`;
  return [
    `#### Reachable vulnerabilities: ${reached.length}${others.length > 0 ? `, ${others.length} more that can’t be reached` : ''}\n\n${by}`,
    ...(reached.length > 0 ? [table(['id', 'module', 'fixed in', 'reached'], reached.map(row))] : []),
    ...(others.length > 0
      ? [details('Not reachable', table(['id', 'module', 'fixed in', 'reached'], others.map(row)))]
      : []),
  ];
}

function row({ id, aliases, module, version, fixedIn, symbols, trace }: Vulnerability): string[] {
  const way = trace === undefined ? symbols.slice(0, 3) : trace;
  return [
    [id, ...aliases].map(plainMarkdown).join(' '),
    plainMarkdown(`${module} ${version}`),
    plainMarkdown(fixedIn ?? 'nothing yet'),
    way.map(plainMarkdown).join(' → ') || 'no',
  ];
}

/** Sizes by package, and what grew or shrank against the base branch. */
export function sizeSummary(sizes: Sizes | undefined): string[] {
  if (sizes === undefined) return [];
  return sizes.binaries.flatMap((one) => {
    const { name, platform, total, change, packages, rest } = one;
    const against =
      change === undefined ? '' : `, ${signed(change.by)} against ${plainMarkdown(sizes.base ?? 'the base')}`;
    const largest = [...Object.entries(packages), ...Object.entries(rest)].sort((a, b) => b[1] - a[1]);
    return [
      `#### Size of ${code(name)} for ${platform}: ${formatBytes(total)}${against}`,
      ...(change === undefined || change.contributors.length === 0
        ? []
        : [
            table(
              ['what grew or shrank', 'by'],
              limited(change.contributors.map(({ what, by }) => [plainMarkdown(what), signed(by)])),
            ),
          ]),
      details(
        'By package',
        table(['what', 'size', 'share'], limited(largest.map((pair) => share(pair, total)))),
      ),
    ];
  });
}

function share([what, bytes]: readonly [string, number], total: number): string[] {
  return [plainMarkdown(what), formatBytes(bytes), `${((bytes * 100) / total).toFixed(1)} %`];
}

function limited(rows: readonly string[][]): string[][] {
  const more = rows.length - shownSizes;
  if (more <= 0) return [...rows];
  const width = rows[0]?.length ?? 1;
  return [
    ...rows.slice(0, shownSizes),
    [`${more} more in the report`, ...Array.from({ length: width - 1 }, () => '')],
  ];
}

function signed(bytes: number): string {
  if (bytes === 0) return 'no change';
  return bytes > 0 ? `+${formatBytes(bytes)}` : `−${formatBytes(-bytes)}`;
}
