import { code, details, fence, table } from '../../shared/markdown/markdown.ts';
import { formatPercent } from '../../shared/units/percent.ts';
import { type Block, byPackage, percentOf, type Uncovered } from './coverage.ts';
import { leaves, type TestRun } from './events.ts';
import type { Verdict } from './verdict.ts';

/** How many uncovered functions are named. */
export const namedFunctions = 10;

export interface SummaryFacts {
  readonly verdict: Verdict;
  readonly minimum: number;
  readonly run: TestRun;
  readonly blocks: readonly Block[];
  readonly uncovered: readonly Uncovered[];
  /** `main.go:3:5: message`, one each. */
  readonly vet: readonly string[];
  /** What the Go cache did. */
  readonly cache: string;
}

/** What people read: the verdict with its reasons first, then what failed, then what no test ran. */
export function summaryOf(facts: SummaryFacts): string {
  const { verdict, minimum, run, vet, cache } = facts;
  const { passed, failed, skipped } = verdict.counts;
  const head = verdict.verdict === 'pass' ? 'Quality gate passed' : 'Quality gate: stop';
  const line = `${passed} passed, ${failed} failed, ${skipped} skipped; coverage ${formatPercent(verdict.coverage)} (at least ${formatPercent(minimum)})`;
  return [
    `### ${head}`,
    line,
    ...(verdict.reasons.length > 0 ? [verdict.reasons.map((reason) => `- ${reason}`).join('\n')] : []),
    ...compileErrors(run),
    ...failures(run),
    ...(vet.length === 0 ? [] : [details('go vet', fence(clipped(vet.join('\n'))))]),
    ...gaps(facts.uncovered),
    ...packages(facts.blocks),
    `Go ${cache}`,
  ].join('\n\n');
}

function compileErrors({ failedBuilds }: TestRun): string[] {
  return [...failedBuilds].map(([name, output]) =>
    details(`${name} did not compile`, fence(clipped(output))),
  );
}

function failures({ packages }: TestRun): string[] {
  return packages.flatMap(({ importPath, tests, output, status }) => {
    const bad = leaves(tests).filter((test) => test.status === 'fail' || test.status === 'unfinished');
    const own = bad.map((test) =>
      details(plain(`${test.name} (${importPath})`), fence(clipped(test.output || 'It printed nothing.'))),
    );
    if (bad.length > 0 || status !== 'fail') return own;
    return [details(`${importPath}, outside of any test`, fence(clipped(output)))];
  });
}

function gaps(functions: readonly Uncovered[]): string[] {
  if (functions.length === 0) return [];
  const rows = functions
    .slice(0, namedFunctions)
    .map(({ name, file, line, missing, total }) => [code(name), `${file}:${line}`, `${missing} of ${total}`]);
  return [`**Largest gaps**\n\n${table(['function', 'place', 'statements no test ran'], rows)}`];
}

function packages(blocks: readonly Block[]): string[] {
  const rows = byPackage(blocks).map((one) => [
    code(one.importPath),
    formatPercent(percentOf(one)),
    `${one.covered} of ${one.total}`,
  ]);
  if (rows.length === 0) return [];
  return [details('Coverage by package', table(['package', 'coverage', 'statements'], rows))];
}

/** The end of an output says most; GitHub limits the whole summary to 1 MiB. */
function clipped(output: string): string {
  const limit = 8000;
  return output.length <= limit ? output.trimEnd() : `…\n${output.slice(-limit).trimEnd()}`;
}

/** Names of subtests are free text, and the title of a folded part is HTML. */
function plain(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
