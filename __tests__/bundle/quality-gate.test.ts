import { expect, jest, test } from '@jest/globals';
import { type Files, goMod, withFolder } from '../support/go-module.ts';
import { forget, runStub, type StubResult } from '../support/run-action.ts';

jest.setTimeout(180_000);

const code = 'package m\n\nfunc One() int { return 1 }\n';
const passing =
  'package m\n\nimport "testing"\n\nfunc TestOne(t *testing.T) {\n\tif One() != 1 {\n\t\tt.Fatal("no")\n\t}\n}\n';

async function gated(files: Files, inputs: Files): Promise<StubResult> {
  return withFolder(files, async (workspace) => {
    const result = await runStub('quality-gate', inputs, { workspace, env: { GOFLAGS: '-buildvcs=false' } });
    await forget(result);
    return result;
  });
}

test('the built stub tests, measures and records', async () => {
  const result = await gated({ ...goMod(), 'm.go': code, 'm_test.go': passing }, {});
  expect(result.code).toBe(0);
  expect(result.outputs).toMatchObject({ verdict: 'pass', coverage: '100', passed: '1', failed: '0' });
  expect(result.record).toMatchObject({ quality: { verdict: 'pass', coverage: 100, minimumCoverage: 80 } });
  expect(result.summary).toContain('Quality gate passed');
});

test.each<[string, Files, Files, RegExp]>([
  [
    'a test that fails',
    { 'm.go': code.replace('1 }', '2 }'), 'm_test.go': passing },
    {},
    /1 test failed: TestOne/,
  ],
  [
    'code that does not compile',
    { 'm.go': `${code}var x int = ""\n`, 'm_test.go': passing },
    {},
    /did not compile/,
  ],
  ['no tests', { 'm.go': code }, { 'min-coverage': '0' }, /there are no tests/],
  [
    'too little coverage',
    { 'm.go': `${code}\nfunc Two() int { return 2 }\n`, 'm_test.go': passing },
    {},
    /coverage is 50 %25/,
  ],
  ['a wrong threshold', { 'm.go': code }, { 'min-coverage': '120' }, /"min-coverage" is "120"/],
  ['a timeout without a unit', { 'm.go': code }, { timeout: '10' }, /"timeout" is "10"/],
])('stops, with one clear error and a fail for a verdict: %s', async (_, files, inputs, message) => {
  const result = await gated({ ...goMod(), ...files }, inputs);
  expect(result.code).toBe(1);
  const errors = result.stdout.split('\n').filter((line) => line.startsWith('::error::'));
  expect(errors).toHaveLength(1);
  expect(errors[0]).toMatch(message);
  expect(result.stdout + result.stderr).not.toMatch(/ at .*\.(?:js|ts):\d+/);
  expect(result.outputs['verdict']).not.toBe('pass');
});
