import { createServer } from 'node:http';
import { expect, jest, test } from '@jest/globals';
import { type Files, goMod, withFolder } from '../support/go-module.ts';
import { forget, runStub, type StubResult } from '../support/run-action.ts';

jest.setTimeout(180_000);

const main = 'package main\n\nvar version string\n\nfunc main() { println(version) }\n';

async function built(files: Files, inputs: Files, env: Record<string, string> = {}): Promise<StubResult> {
  return withFolder(files, async (workspace) => {
    const result = await runStub('go-static-build', inputs, {
      workspace,
      env: { GOFLAGS: '-buildvcs=false', ...env },
    });
    await forget(result);
    return result;
  });
}

test('the built stub builds, proves and records', async () => {
  const result = await built({ ...goMod('example.com/hello'), 'main.go': main }, {});
  expect(result.stdout).not.toContain('::error');
  expect(result.code).toBe(0);
  expect(result.outputs).toMatchObject({
    path: 'bin/hello',
    linkage: 'static',
    version: 'v0.0.0-0123456789ab',
  });
  expect(result.record).toMatchObject({ binaries: [{ path: 'bin/hello', linkage: 'static' }] });
  expect(result.summary).toContain('no PT_INTERP and no DT_NEEDED');
});

test.each<[string, Files, Files, RegExp]>([
  [
    'unknown values',
    goMod(),
    { cgo: 'maybe', platforms: 'plan9/amd64' },
    /"cgo" is "maybe".*"platforms" is "plan9\/amd64"/,
  ],
  ['no module', { 'svc/go.mod': 'module x\n' }, {}, /no Go module.*go\.mod in svc/],
  [
    'a module that does not compile',
    { ...goMod(), 'main.go': `${main}var x int = ""\n` },
    {},
    /does not compile: main\.go:6:13/,
  ],
  ['a file for a package', { ...goMod(), 'main.go': main }, { packages: 'main.go' }, /packages: \./],
  [
    'several programs without a choice',
    { ...goMod(), 'cmd/a/m.go': main, 'cmd/b/m.go': main },
    {},
    /2 programs.*packages: example\.com\/m\/cmd\/a.*packages: \.\/\.\.\./,
  ],
  [
    'C without a compiler',
    { ...goMod(), 'main.go': 'package main\n\n// int one;\nimport "C"\n\nfunc main() { println(C.one) }\n' },
    { cgo: 'auto', 'require-static': 'false', env: 'CC=no-such-cc' },
    /no C compiler: `no-such-cc` is not on PATH/,
  ],
  [
    'an output that can not be written',
    { ...goMod(), 'main.go': main },
    { 'output-directory': 'go.mod/bin' },
    /can't be written/,
  ],
  [
    'a size report that is none',
    { ...goMod(), 'main.go': main },
    { 'size-base': 'main.go' },
    /no size report/,
  ],
  ['a library only', { ...goMod(), 'a.go': 'package a\n' }, {}, /no main package/],
])('bad input, one clear error without a stack: %s', async (_, files, inputs, message) => {
  const result = await built(files, inputs);
  expect(result.code).toBe(1);
  const errors = result.stdout.split('\n').filter((line) => line.startsWith('::error'));
  expect(errors).toHaveLength(1);
  expect(errors[0]).toMatch(message);
  expect(result.stdout + result.stderr).not.toMatch(/ at .*\.(?:js|ts):\d+/);
  expect(result.outputs['path']).toBe('');
  expect(result.record ?? {}).not.toHaveProperty('binaries');
});

test('a job without Go is sent to setup-go', async () => {
  const result = await built({ ...goMod(), 'main.go': main }, {}, { PATH: '/nonexistent' });
  expect(result.code).toBe(1);
  expect(result.stdout).toContain('actions/setup-go');
});

test('a cache service that is down costs a warning, and the binary is built', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  await new Promise((resolve) => server.close(resolve));
  const result = await built(
    { ...goMod('example.com/hello'), 'main.go': main },
    {},
    {
      ACTIONS_CACHE_SERVICE_V2: 'true',
      ACTIONS_RESULTS_URL: `http://127.0.0.1:${port}/`,
      ACTIONS_RUNTIME_TOKEN: 'x',
    },
  );
  expect(result.code).toBe(0);
  expect(result.stdout).toContain(
    '::warning title=go-static-build::The Go cache could not be restored: the cache service can not be reached',
  );
  expect(result.outputs).toMatchObject({ linkage: 'static', 'cache-hit': 'false' });
});
