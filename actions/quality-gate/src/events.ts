import { fieldsOf, textOf } from '../../shared/go/decode.ts';

export type TestStatus = 'pass' | 'fail' | 'skip' | 'unfinished';

/** One test or subtest. */
export interface TestResult {
  readonly name: string;
  readonly status: TestStatus;
  readonly seconds: number;
  /** What it printed, without the lines the test framework adds. */
  readonly output: string;
}

export interface PackageResult {
  readonly importPath: string;
  readonly status: TestStatus;
  readonly seconds: number;
  /** What was printed outside of any test. */
  readonly output: string;
  readonly tests: readonly TestResult[];
}

export interface TestRun {
  readonly packages: readonly PackageResult[];
  /** What the compiler said, by package that did not compile. */
  readonly failedBuilds: ReadonlyMap<string, string>;
  /** Lines that were no events; Go's own complaints come this way. */
  readonly stray: string;
}

interface Draft {
  status: TestStatus;
  seconds: number;
  output: string;
}

/**
 * Reads the event stream of `go test -json` (`go doc test2json`).
 *
 * What never ended is "unfinished": a crash, `os.Exit` or a timeout takes the tests that were still running with it,
 * and they must not be taken for passed.
 */
export function parseEvents(stream: string): TestRun {
  const packages = new Map<string, Draft & { tests: Map<string, Draft> }>();
  const builds = new Map<string, string>();
  const failed = new Set<string>();
  const stray: string[] = [];
  for (const line of stream.split('\n')) {
    const event = readEvent(line);
    if (event === undefined) {
      if (line.trim() !== '') stray.push(line);
      continue;
    }
    const { action, importPath, build, test, output, seconds } = event;
    if (action === 'build-output') builds.set(build, (builds.get(build) ?? '') + output);
    if (action === 'build-fail') failed.add(build);
    if (importPath === '') continue;
    const home = packages.get(importPath) ?? { ...begun(), tests: new Map<string, Draft>() };
    packages.set(importPath, home);
    const subject = test === '' ? home : (home.tests.get(test) ?? begun());
    if (test !== '') home.tests.set(test, subject);
    if (action === 'output') subject.output += frame.test(output) ? '' : output;
    const status = ended(action);
    if (status !== undefined) Object.assign(subject, { status, seconds });
  }
  return {
    packages: [...packages].map(([importPath, { tests, ...rest }]) => ({
      importPath,
      ...rest,
      tests: [...tests].map(([name, draft]) => ({ name, ...draft })),
    })),
    failedBuilds: new Map([...failed].map((name) => [name, builds.get(name) ?? ''])),
    stray: stray.join('\n'),
  };
}

/** Lines of the framework around a test's own output. */
const frame = /^\s*(?:=== (?:RUN|PAUSE|CONT|NAME)\s|--- (?:PASS|FAIL|SKIP): )/;

function begun(): Draft {
  return { status: 'unfinished', seconds: 0, output: '' };
}

function ended(action: string): TestStatus | undefined {
  return (['pass', 'fail', 'skip'] as const).find((one) => one === action);
}

/** One line of the stream; undefined when it is no event. */
export function readEvent(line: string) {
  if (!line.startsWith('{')) return undefined;
  try {
    const get = fieldsOf(JSON.parse(line));
    const seconds = get.get('Elapsed');
    return {
      action: textOf(get.get('Action')),
      importPath: textOf(get.get('Package')),
      build: textOf(get.get('ImportPath')),
      test: textOf(get.get('Test')),
      output: textOf(get.get('Output')),
      seconds: typeof seconds === 'number' ? seconds : 0,
    };
  } catch {
    // A line a test wrote to the terminal itself, or one that was cut when the process was killed.
    return undefined;
  }
}

/** How many tests ended how. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/**
 * Counts what was really tested: a test that only groups subtests counts through them, unless it fails where none of
 * them does. Unfinished counts as failed.
 */
export function countTests({ packages }: TestRun): Counts {
  const ends = packages.flatMap(({ tests }) => leaves(tests).map(({ status }) => status));
  const count = (...wanted: TestStatus[]): number => ends.filter((end) => wanted.includes(end)).length;
  return { passed: count('pass'), failed: count('fail', 'unfinished'), skipped: count('skip') };
}

/** Tests without those whose result is already told by a subtest. */
export function leaves(tests: readonly TestResult[]): TestResult[] {
  return tests.filter(({ name, status }) => {
    const inner = tests.filter((other) => other.name.startsWith(`${name}/`));
    if (inner.length === 0) return true;
    const bad = status === 'fail' || status === 'unfinished';
    return bad && !inner.some((one) => one.status === 'fail' || one.status === 'unfinished');
  });
}
