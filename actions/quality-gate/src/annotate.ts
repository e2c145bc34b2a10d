import type { Report } from '../../shared/action/report.ts';
import { parseDiagnostics } from '../../shared/go/diagnostics.ts';
import type { GoPackage } from '../../shared/go/packages.ts';
import { annotateAll } from '../../shared/go/report-compile.ts';
import type { Output } from './contract.ts';
import type { Uncovered } from './coverage.ts';
import { leaves, type PackageResult, type TestRun } from './events.ts';
import { definitionOf, fileOf, placeInOutput } from './locate.ts';

type Reports = Report<Output>;

/** Compile errors on their lines. */
export function annotateBuilds(report: Reports, { failedBuilds }: TestRun, directory: string): void {
  annotateAll(report, parseDiagnostics([...failedBuilds.values()].join('\n'), directory), directory);
}

/** Each failed test where it failed, with what it said. */
export async function annotateTests(report: Reports, run: TestRun, own: readonly GoPackage[]): Promise<void> {
  for (const result of run.packages) {
    const home = own.find(({ importPath }) => importPath === result.importPath);
    if (home !== undefined) await annotatePackage(report, result, home, own);
  }
}

async function annotatePackage(
  report: Reports,
  { tests, output: printed }: PackageResult,
  home: GoPackage,
  own: readonly GoPackage[],
): Promise<void> {
  for (const { name, status, output } of leaves(tests)) {
    if (status !== 'fail' && status !== 'unfinished') continue;
    // A test that was killed with its process said nothing itself; the crash stands in the package's output.
    const said = status === 'fail' ? output : `${output}\nIt did not end.\n${printed}`;
    const place = placeInOutput(said, home, own) ?? (await definitionOf(name, home));
    report.annotate({
      level: 'error',
      title: `${name} failed`,
      message: said.trim().slice(0, 4000) || 'It printed nothing.',
      ...(place === undefined ? {} : { place }),
    });
  }
}

/** The largest gaps on the lines of their functions. */
export function annotateGaps(
  report: Reports,
  functions: readonly Uncovered[],
  own: readonly GoPackage[],
): void {
  for (const { file, line, name, missing, total } of functions) {
    const path = fileOf(file, own);
    report.annotate({
      level: 'warning',
      title: `${name} is not covered`,
      message: `No test runs ${missing} of its ${total} statements.`,
      ...(path === undefined ? {} : { place: { file: path, line } }),
    });
  }
}
