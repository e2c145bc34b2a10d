import { type Coverage, percentOf } from './coverage.ts';
import { type Counts, countTests, leaves, type TestRun } from './events.ts';

/** What the gate looks at. */
export interface Findings {
  readonly run: TestRun;
  /** Exit code of `go test`. */
  readonly exitCode: number;
  readonly coverage: Coverage;
  /** Percentage points. */
  readonly minimum: number;
  readonly vetFindings: number;
}

export interface Verdict {
  readonly verdict: 'pass' | 'fail';
  readonly counts: Counts;
  readonly coverage: number;
  /** Why it is no pass, the gravest first. */
  readonly reasons: readonly string[];
}

/**
 * Decides. Only what was shown to be good passes: tests ran, none failed or vanished, `go test` itself agrees, and
 * enough statements ran.
 */
export function decide({ run, exitCode, coverage, minimum, vetFindings }: Findings): Verdict {
  const counts = countTests(run);
  const reached = percentOf(coverage);
  const builds = [...run.failedBuilds.keys()].map(packageName);
  const reasons = [
    ...(builds.length > 0 ? [`${[...new Set(builds)].join(', ')} did not compile`] : []),
    ...(counts.failed > 0 ? [`${plural(counts.failed, 'test')} failed: ${failedNames(run)}`] : []),
    ...brokenPackages(run),
    ...(vetFindings > 0 ? [`go vet found ${plural(vetFindings, 'mistake')}`] : []),
  ];
  if (reasons.length === 0 && counts.passed === 0) reasons.push(nothingRan(counts));
  if (reasons.length === 0 && exitCode !== 0) reasons.push(`go test ended with exit code ${exitCode}`);
  // Compared exactly, not as shown: `covered / total >= minimum / 100` without dividing.
  if (builds.length === 0 && counts.passed > 0 && coverage.covered * 100 < minimum * coverage.total) {
    reasons.push(`coverage is ${reached} %, the gate asks for ${minimum} %`);
  } else if (counts.passed > 0 && coverage.total === 0 && minimum > 0) {
    reasons.push('coverage was not measured: the profile holds no statement');
  }
  return { verdict: reasons.length === 0 ? 'pass' : 'fail', counts, coverage: reached, reasons };
}

function nothingRan({ skipped }: Counts): string {
  return skipped > 0 ? `no test ran: all ${skipped} were skipped` : 'there are no tests';
}

/** Packages that failed outside of any test: `TestMain`, an init function, a timeout, `os.Exit`. */
function brokenPackages({ packages, failedBuilds }: TestRun): string[] {
  const builds = new Set([...failedBuilds.keys()].map(packageName));
  return packages
    .filter(({ status, tests, importPath }) => {
      const blamed = tests.some((test) => test.status === 'fail' || test.status === 'unfinished');
      return (status === 'fail' || status === 'unfinished') && !blamed && !builds.has(importPath);
    })
    .map(({ importPath }) => `${importPath} failed outside of any test`);
}

function failedNames({ packages }: TestRun): string {
  const names = packages.flatMap(({ tests }) =>
    leaves(tests).flatMap(({ name, status }) => (status === 'fail' || status === 'unfinished' ? [name] : [])),
  );
  const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
  return `${names.slice(0, 3).join(', ')}${more}`;
}

/** `example.com/a [example.com/a.test]` is example.com/a, compiled for its tests. */
export function packageName(build: string): string {
  return build.split(' ', 1)[0] ?? build;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
