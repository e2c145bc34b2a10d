import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  coverageOf,
  parseProfile,
  percentOf,
  uncovered,
} from '../../../actions/quality-gate/src/coverage.ts';
import { countTests, leaves, parseEvents } from '../../../actions/quality-gate/src/events.ts';
import { junit } from '../../../actions/quality-gate/src/junit.ts';
import { placeInOutput } from '../../../actions/quality-gate/src/locate.ts';
import { decide } from '../../../actions/quality-gate/src/verdict.ts';
import { vetFindings } from '../../../actions/quality-gate/src/vet.ts';

type Event = Record<string, string | number>;
const stream = (...events: Event[]): string => events.map((event) => JSON.stringify(event)).join('\n');
const on = (Test: string, Action: string, more: Event = {}): Event => ({
  Package: 'p',
  Test,
  Action,
  ...more,
});
const ended = (Action: string): Event => ({ Package: 'p', Action, Elapsed: 0.5 });
const enough = { covered: 9, total: 10 };

function verdictOf(text: string, more: Partial<Parameters<typeof decide>[0]> = {}) {
  return decide({
    run: parseEvents(text),
    exitCode: 0,
    coverage: enough,
    minimum: 80,
    vetFindings: 0,
    ...more,
  });
}

test('counts leaves, and a parent only when it fails by itself', () => {
  const run = parseEvents(
    stream(
      on('A', 'run'),
      on('A/x', 'run'),
      on('A/x', 'pass'),
      on('A/y', 'fail'),
      on('A', 'fail'),
      on('B/z', 'pass'),
      on('B', 'fail'),
      on('C', 'skip'),
      on('Abc', 'pass'),
      ended('fail'),
    ),
  );
  expect(leaves(run.packages[0]?.tests ?? []).map(({ name }) => name)).toEqual([
    'A/x',
    'A/y',
    'B/z',
    'B',
    'C',
    'Abc',
  ]);
  expect(countTests(run)).toEqual({ passed: 3, failed: 2, skipped: 1 });
});

test('passes only when tests ran, all ended well and enough is covered', () => {
  const good = stream(on('A', 'run'), on('A', 'pass'), ended('pass'));
  expect(verdictOf(good)).toMatchObject({ verdict: 'pass', reasons: [], coverage: 90 });
  expect(verdictOf(good, { exitCode: 1 }).reasons).toEqual(['go test ended with exit code 1']);
  expect(verdictOf(good, { vetFindings: 2 }).reasons).toEqual(['go vet found 2 mistakes']);
  expect(verdictOf(good, { coverage: { covered: 0, total: 0 } }).reasons).toEqual([
    'coverage was not measured: the profile holds no statement',
  ]);
  expect(verdictOf(good, { coverage: { covered: 79_999, total: 100_000 } }).reasons).toEqual([
    'coverage is 79.99 %, the gate asks for 80 %',
  ]);
  expect(verdictOf(good, { coverage: { covered: 4, total: 5 } }).verdict).toBe('pass');
  expect(verdictOf(good, { coverage: { covered: 0, total: 5 }, minimum: 0 }).verdict).toBe('pass');
});

test.each<[string, string, string]>([
  ['nothing at all', '', 'there are no tests'],
  ['no test in the package', stream(ended('skip')), 'there are no tests'],
  ['only skipped ones', stream(on('A', 'skip'), ended('pass')), 'no test ran: all 1 were skipped'],
  ['a failed test', stream(on('A', 'fail'), ended('fail')), '1 test failed: A'],
  ['a test that vanished', stream(on('A', 'pass'), on('B', 'run'), ended('fail')), '1 test failed: B'],
  ['a test that vanished without an end of its package', stream(on('B', 'run')), '1 test failed: B'],
  ['a package that failed by itself', stream(on('A', 'pass'), ended('fail')), 'p failed outside of any test'],
  [
    'a package that does not compile',
    stream(
      { ImportPath: 'p [p.test]', Action: 'build-output', Output: 'a.go:1:1: no\n' },
      { ImportPath: 'p [p.test]', Action: 'build-fail' },
      { ...ended('fail'), FailedBuild: 'p [p.test]' },
    ),
    'p did not compile',
  ],
])('never passes: %s', (_, text, reason) => {
  expect(verdictOf(text)).toMatchObject({ verdict: 'fail', reasons: [reason] });
});

test('whatever is cut from a failing stream, it does not become a pass', () => {
  const lines = stream(on('A', 'run'), on('A', 'pass'), on('B', 'run'), on('B', 'fail'), ended('fail')).split(
    '\n',
  );
  fc.assert(
    fc.property(fc.subarray(lines), (kept) => {
      const exitCode = 1;
      expect(verdictOf(kept.join('\n'), { exitCode }).verdict).toBe('fail');
    }),
    { seed: 1 },
  );
});

test('keeps what a test printed without the frame around it, and stray lines apart', () => {
  const run = parseEvents(
    `${stream(
      on('A', 'output', { Output: '=== RUN   A\n' }),
      on('A', 'output', { Output: '    a_test.go:3: wrong\n' }),
      on('A', 'output', { Output: '--- FAIL: A (0.00s)\n' }),
      on('A', 'fail', { Elapsed: 1.5 }),
    )}\nsomebody printed this\n{"Action":`,
  );
  expect(run.packages[0]?.tests).toEqual([
    { name: 'A', status: 'fail', seconds: 1.5, output: '    a_test.go:3: wrong\n' },
  ]);
  expect(run.stray).toBe('somebody printed this\n{"Action":');
});

const home = { importPath: 'example.com/m/p', directory: '/w/p' };
const own = [
  {
    ...home,
    name: 'p',
    standard: false,
    dependency: false,
    imports: [],
    goFiles: [],
    ignoredFiles: [],
    cgoFiles: [],
    testFiles: [],
    module: 'example.com/m',
    own: true,
  },
];

test.each([
  [
    'the last line of the framework',
    '    a_test.go:3: first\n    a_test.go:9: last\n        more\n',
    '/w/p/a_test.go',
    9,
  ],
  ['a subtest', '        a_test.go:4: deeper\n', '/w/p/a_test.go', 4],
  [
    'the first own frame of a crash, paths trimmed',
    'panic: x\n\ngoroutine 1 [running]:\n\truntime/panic.go:860 +0x13a\n\texample.com/m/p/code.go:8 +0x28\n\texample.com/m/p/a_test.go:2 +0x1\n',
    '/w/p/code.go',
    8,
  ],
  [
    'the same with whole paths',
    'panic: x\n\t/usr/lib/go/panic.go:1 +0x1\n\t/w/p/code.go:8 +0x28\n',
    '/w/p/code.go',
    8,
  ],
  [
    'a data race',
    'WARNING: DATA RACE\nWrite at 0x1 by goroutine 7:\n      /w/p/code.go:5 +0x2\n',
    '/w/p/code.go',
    5,
  ],
])('finds the line of %s', (_, output, file, line) => {
  expect(placeInOutput(output, home, own)).toEqual({ file, line });
});

test('no line is better than a wrong one', () => {
  expect(placeInOutput('exit status 1', home, own)).toBeUndefined();
});

const profile = [
  'mode: atomic',
  'example.com/m/a.go:3.1,5.2 2 1',
  'example.com/m/a.go:6.1,8.2 1 0',
  'example.com/m/a.go:12.1,20.2 5 0',
  'example.com/m/a.go:6.1,8.2 1 3',
  'example.com/m/b.go:1.1,2.2 2 0',
].join('\n');

test('a block that any test binary ran is covered, once', () => {
  expect(coverageOf(parseProfile(profile))).toEqual({ covered: 3, total: 10 });
  expect(percentOf({ covered: 2, total: 3 })).toBe(66.66);
  expect(percentOf({ covered: 0, total: 0 })).toBe(0);
});

test('names the functions with the largest gaps first', () => {
  const functions =
    'example.com/m/a.go:2:\t\tFirst\t\t100.0%\nexample.com/m/a.go:11:\tSecond\t0.0%\nexample.com/m/b.go:1:\tThird\t0.0%\ntotal:\t(statements)\t30.0%\n';
  expect(
    uncovered(parseProfile(profile), functions).map(({ name, missing, total }) => [name, missing, total]),
  ).toEqual([
    ['Second', 5, 5],
    ['Third', 2, 2],
  ]);
});

test('a finding of vet out of the cache is put where the file is now, once for code and tests', () => {
  const one = { printf: [{ posn: '/tmp/old/p/a.go:3:1', message: 'bad' }] };
  const printed = `# example.com/m/p\n${JSON.stringify({ 'example.com/m/p': one }, undefined, '\t')}\n{}\n${JSON.stringify({ 'example.com/m/p [example.com/m/p.test]': one, 'example.com/m/p_test': one })}\nvet: p/b.go:1:1: undefined: x\n`;
  expect(vetFindings(printed, own)).toEqual([{ file: '/w/p/a.go', line: 3, column: 1, message: 'bad' }]);
  expect(vetFindings('{}\n{}\n', own)).toEqual([]);
});

test('JUnit holds hostile output without breaking', () => {
  const xml = junit(
    parseEvents(
      stream(
        on('A/"<b>', 'output', { Output: ']]> \u001b[31m & <x>' }),
        on('A/"<b>', 'fail'),
        on('S', 'skip'),
      ),
    ),
  );
  expect(xml).toContain('name="A/&quot;&lt;b&gt;"');
  expect(xml).toContain(']]&gt; \uFFFD[31m &amp; &lt;x&gt;');
  expect(xml).toContain('failures="1" skipped="1"');
});
