import { readFile } from 'node:fs/promises';
import { expect, jest, test } from '@jest/globals';
import { contract, type Output } from '../../../actions/quality-gate/src/contract.ts';
import { run } from '../../../actions/quality-gate/src/run.ts';
import { exec } from '../../../actions/shared/exec/exec.ts';
import { type Files, goContext, goMod, inputsOf, withFolder } from '../../support/go-module.ts';

jest.setTimeout(120_000);

async function gate(files: Files, inputs: Files = {}, env: Record<string, string> = {}) {
  return withFolder(files, async (folder) => {
    const { context, report, lines } = goContext<Output>(folder, env);
    const failure: unknown = await run(
      inputsOf(contract, folder, inputs),
      context,
      async () => undefined,
    ).then(
      () => undefined,
      (error: unknown) => error,
    );
    const profile = report.outputs.get('coverage-profile') ?? '';
    const total =
      profile === '' || failure !== undefined
        ? ''
        : (await exec('go', ['tool', 'cover', `-func=${profile}`], { cwd: folder })).stdout;
    const junit = await readFile(report.outputs.get('test-report') ?? '', 'utf8').catch(() => '');
    const places = report.annotations.map(({ title, place }) => [
      title,
      place === undefined ? undefined : `${place.file.replace(`${folder}/`, '')}:${place.line}`,
    ]);
    return { failure, report, lines, total: /total:.*?([\d.]+)%/.exec(total)?.[1], junit, places };
  });
}

const half = `package m

func Used(a int) int {
	if a > 1 {
		return 2
	}
	return 1
}

func Unused() string {
	a := "x"
	b := "y"
	return a + b
}
`;
const testOf = (body: string, imports = ''): string =>
  `package m\n\nimport (\n\t"testing"\n${imports})\n\n${body}\n`;
const good = testOf(
  'func TestUsed(t *testing.T) {\n\tif Used(1) != 1 || Used(2) != 2 {\n\t\tt.Fatal("no")\n\t}\n}',
);

test('passes at the threshold, with the total that go tool cover prints, and writes reports outside the checkout', async () => {
  const { failure, report, total, junit } = await gate(
    { ...goMod(), 'm.go': half, 'm_test.go': good },
    { 'min-coverage': '50%' },
  );
  expect(failure).toBeUndefined();
  expect(report.failure).toBeUndefined();
  expect(total).toBe('50.0');
  expect(Object.fromEntries(report.outputs)).toMatchObject({
    verdict: 'pass',
    coverage: '50',
    passed: '1',
    failed: '0',
    skipped: '0',
  });
  expect(report.sections.quality).toEqual({
    verdict: 'pass',
    tests: { passed: 1, failed: 0, skipped: 0 },
    coverage: 50,
    minimumCoverage: 50,
  });
  expect(junit).toContain('<testcase classname="example.com/m" name="TestUsed"');
});

test('below the threshold the largest gap is named on its line', async () => {
  const { report, places, total } = await gate({ ...goMod(), 'm.go': half, 'm_test.go': good });
  expect(total).toBe('50.0');
  expect(report.failure?.message).toBe('quality gate: coverage is 50 %, the gate asks for 80 %');
  expect(report.outputs.get('verdict')).toBe('fail');
  expect(places).toEqual([['Unused is not covered', 'm.go:10']]);
});

test('failed, crashed and never ended tests are on their lines, with what they said', async () => {
  const tests = {
    'a_test.go': testOf(
      'func TestWrong(t *testing.T) {\n\tt.Run("a b", func(t *testing.T) {\n\t\tt.Errorf("got %d", Used(1))\n\t})\n}',
    ),
    'p/p.go': 'package p\n\nfunc Crash() {\n\tvar m map[string]int\n\tm["a"] = 1\n}\n',
    'p/p_test.go': 'package p\n\nimport "testing"\n\nfunc TestCrash(t *testing.T) {\n\tCrash()\n}\n',
    'e/e_test.go':
      'package e\n\nimport (\n\t"os"\n\t"testing"\n)\n\nfunc TestExit(t *testing.T) {\n\tos.Exit(3)\n}\n',
    'e/e.go': 'package e\n',
    's/s_test.go':
      'package s\n\nimport (\n\t"testing"\n\t"time"\n)\n\nfunc TestSlow(t *testing.T) {\n\ttime.Sleep(time.Minute)\n}\n',
    's/s.go': 'package s\n',
  };
  const { report, places } = await gate(
    { ...goMod(), 'm.go': half, ...tests },
    { timeout: '1s', 'min-coverage': '0' },
  );
  expect(Object.fromEntries(report.outputs)).toMatchObject({ verdict: 'fail', passed: '0', failed: '4' });
  expect(Object.fromEntries(places)).toEqual({
    'TestWrong/a_b failed': 'a_test.go:9',
    'TestCrash failed': 'p/p.go:5',
    'TestExit failed': 'e/e_test.go:8',
    'TestSlow failed': 's/s_test.go:9',
  });
  expect(report.annotations.find(({ title }) => title.startsWith('TestWrong'))?.message).toContain('got 1');
});

test('a package that does not compile is a fail with every message on its line', async () => {
  const { report, places } = await gate({
    ...goMod(),
    'm.go': `${half}\nvar x int = "s"\n`,
    'm_test.go': good,
  });
  expect(report.failure?.message).toContain('example.com/m did not compile');
  expect(report.outputs.get('verdict')).toBe('fail');
  expect(places).toEqual([['m.go:16:13', 'm.go:16']]);
});

test('what vet finds stops the release, and can be switched off', async () => {
  const files = {
    ...goMod(),
    'm.go': 'package m\n\nimport "fmt"\n\nfunc Print() string {\n\treturn fmt.Sprintf("%d", "x")\n}\n',
    'm_test.go': testOf('func TestPrint(t *testing.T) {\n\tPrint()\n}'),
  };
  const { report, places } = await gate(files);
  expect(report.failure?.message).toBe('quality gate: go vet found 1 mistake');
  expect(places).toEqual([['m.go:6:22', 'm.go:6']]);
  expect((await gate(files, { vet: 'false' })).report.outputs.get('verdict')).toBe('pass');
});

test('tests can neither see the runner’s tokens nor write the verdict', async () => {
  const body =
    'func TestEnv(t *testing.T) {\n\tfor _, name := range []string{"GITHUB_OUTPUT", "ACTIONS_RUNTIME_TOKEN"} {\n\t\tif os.Getenv(name) != "" {\n\t\t\tt.Error(name)\n\t\t}\n\t}\n\tUsed(1)\n\tUsed(2)\n\tUnused()\n}';
  const { report } = await gate(
    { ...goMod(), 'm.go': half, 'm_test.go': testOf(body, '\t"os"\n') },
    {},
    { GITHUB_OUTPUT: '/tmp/output', ACTIONS_RUNTIME_TOKEN: 'secret' },
  );
  expect(report.outputs.get('verdict')).toBe('pass');
});

test('statements count across packages when asked for', async () => {
  const files = {
    ...goMod(),
    'm.go': half,
    't/t_test.go':
      'package t\n\nimport (\n\t"testing"\n\t"example.com/m"\n)\n\nfunc TestAll(t *testing.T) {\n\tm.Used(1)\n\tm.Used(2)\n\tm.Unused()\n}\n',
    't/t.go': 'package t\n',
  };
  expect((await gate(files)).report.outputs.get('verdict')).toBe('fail');
  const { report, total } = await gate(files, { 'cover-packages': './...' });
  expect(total).toBe('100.0');
  expect(Object.fromEntries(report.outputs)).toMatchObject({ verdict: 'pass', coverage: '100' });
});

test.each<[string, Files, Files, RegExp]>([
  ['no module', {}, {}, /no Go module/],
  ['no packages', { ...goMod() }, {}, /no package matches/],
  ['a file', { ...goMod(), 'm.go': half }, { packages: 'm.go' }, /names the file m.go/],
])('one clear error: %s', async (_, files, inputs, message) => {
  const { failure, report } = await gate(files, inputs);
  expect(failure).toMatchObject({ name: 'UserError', message: expect.stringMatching(message) });
  expect(report.outputs.get('verdict')).toBe('fail');
});

test('a module without tests is no pass, whatever the threshold', async () => {
  const { report } = await gate({ ...goMod(), 'm.go': half }, { 'min-coverage': '0' });
  expect(report.failure?.message).toBe('quality gate: there are no tests');
});

test('the race detector brings its own cgo, and finds a race on its line', async () => {
  const body =
    'func TestRace(t *testing.T) {\n\tx := 0\n\tdone := make(chan bool)\n\tgo func() {\n\t\tx = 1\n\t\tdone <- true\n\t}()\n\tx = 2\n\t<-done\n\t_ = x\n\tUsed(1)\n}';
  const { lines, report, places } = await gate(
    { ...goMod(), 'm.go': half, 'm_test.go': testOf(body) },
    { race: 'true', 'min-coverage': '0' },
  );
  expect(lines.join('\n')).toContain('The race detector needs cgo');
  expect(report.outputs.get('verdict')).toBe('fail');
  expect(places).toEqual([['TestRace failed', expect.stringMatching(/^m_test\.go:(11|14)$/)]]);
});
