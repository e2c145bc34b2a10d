import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { parseBuildInfo } from '../../../actions/go-static-build/src/build/build-info.ts';
import { importsOf, linkedPackages } from '../../../actions/go-static-build/src/build/linked.ts';

let folder: string;
const settings = () => ({
  module: join(folder, 'app', 'go.mod'),
  moduleCache: join(folder, 'mod'),
  buildCache: join(folder, 'cache'),
  workspace: '',
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seatrial_linked_'));
  await mkdir(join(folder, 'cache'));
  await put('app/main.go', 'package main\n');
  await put('mod/github.com/!burnt/toml@v1.4.0/toml.go', 'package toml\n\nimport "fmt"\n\nconst c = "C"\n');
  await put('mod/github.com/!burnt/toml@v1.4.0/toml_test.go', 'package toml\n\nimport "C"\n');
  await put('mod/github.com/!burnt/toml@v1.4.0/toml_windows.go', 'package toml\n\nimport "C"\n');
  await put('mod/github.com/fork/yaml@v3.0.2/inner/yaml.go', '// No cgo here.\npackage inner\n');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function put(name: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), text);
}

const built = `/tmp/app: go1.26.8
\tpath\texample.com/app
\tmod\texample.com/app\t(devel)\t
\tdep\tgithub.com/Burnt/toml\tv1.4.0\th1:x
\tdep\tgopkg.in/yaml.v3\tv3.0.1
\t=>\tgithub.com/fork/yaml\tv3.0.2\th1:x
`;
const imports = new Map([
  ['example.com/app', ['github.com/Burnt/toml', 'gopkg.in/yaml.v3/inner']],
  ['github.com/Burnt/toml', ['fmt']],
  ['gopkg.in/yaml.v3/inner', []],
  ['fmt', []],
  ['vendor/golang.org/x/net/idna', []],
]);
const linked = (printed = built, more = {}) =>
  linkedPackages({ imports, infos: [parseBuildInfo(printed)], settings: { ...settings(), ...more } });

test('every package has the module that the build info names, and the standard library the rest', async () => {
  const found = await linked();
  expect(found?.map(({ importPath, module, own, standard }) => [importPath, module, own, standard])).toEqual([
    ['example.com/app', 'example.com/app', true, false],
    ['github.com/Burnt/toml', 'github.com/Burnt/toml', false, false],
    ['gopkg.in/yaml.v3/inner', 'gopkg.in/yaml.v3', false, false],
    ['fmt', '', false, true],
    ['vendor/golang.org/x/net/idna', '', false, true],
  ]);
  expect(found?.[0]?.imports).toEqual(['github.com/Burnt/toml', 'gopkg.in/yaml.v3/inner']);
});

test.each([
  ['imports "C"', 'package toml\n\nimport "C"\n'],
  ['imports it in a group', 'package toml\n\nimport (\n\t"fmt"\n\t"C"\n)\n'],
  ['imports it on one line with others', 'package toml\n\nimport ("fmt"; "C")\n'],
  ['has C above the import', 'package toml\n\n/*\nconst char *v(void) { return "v"; }\n*/\nimport "C"\n'],
  ['has a comment that looks like a declaration', '/*\ntype of thing\n*/\npackage toml\n\nimport "C"\n'],
  ['has half a comment in a comment', 'package toml\n\n// not /* closed\nimport "C"\n\n/* end */\n'],
  ['stands under a constraint that names cgo', '//go:build linux && !cgo\n\npackage toml\n'],
  ['stands under one of the old form', '// +build cgo\n\npackage toml\n'],
])('Go is asked where a file %s', async (_, text) => {
  await put('mod/github.com/!burnt/toml@v1.4.0/more.go', text);
  expect(await linked()).toBeUndefined();
});

test.each([
  ['aix && ppc64 && gccgo', true],
  ['!linux && windows', true],
  ['aix || linux', false],
  ['(aix && cgo) || linux', false],
  ['!aix', false],
  ['linux && gccgo', false],
])('a file with the constraint %s is never compiled on Linux: %p', async (constraint, never) => {
  const text = `//go:build ${constraint}\n\npackage toml\n\nimport "C"\n`;
  await put('mod/github.com/!burnt/toml@v1.4.0/more.go', text);
  expect((await linked()) !== undefined).toBe(never);
});

test.each([
  ['more_windows_common.go', false],
  ['more_js_linux.go', false],
  ['more_windows_arm64.go', true],
])('whether %s counts on Linux is known by its name: never %p', async (name, never) => {
  await put(`mod/github.com/!burnt/toml@v1.4.0/${name}`, 'package toml\n\nimport "C"\n');
  expect((await linked()) !== undefined).toBe(never);
});

test('Go is asked where it is not plain to see which files were compiled', async () => {
  expect(await linked(built, { workspace: join(folder, 'go.work') })).toBeUndefined();
  expect(await linked(built.replace('v3.0.2\th1:x', '(devel)'))).toBeUndefined();
  expect(await linked(built.replaceAll('example.com/app', 'app'))).toBeUndefined();
  expect(await linked(built.replace('v1.4.0', 'v1.5.0'))).toBeUndefined();
  await mkdir(join(folder, 'app', 'vendor'));
  expect(await linked()).toBeUndefined();
});

test('what a version holds is read once; the own module every time', async () => {
  await linked();
  const kept: unknown = JSON.parse(
    await readFile(join(folder, 'cache', 'seatrial-without-cgo.json'), 'utf8'),
  );
  expect(kept).toEqual([
    join(folder, 'mod/github.com/!burnt/toml@v1.4.0'),
    join(folder, 'mod/github.com/fork/yaml@v3.0.2/inner'),
  ]);
  await rm(join(folder, 'mod'), { recursive: true });
  expect(await linked()).toHaveLength(5);
  await put('app/c.go', 'package main\n\nimport "C"\n');
  expect(await linked()).toBeUndefined();
});

test('without an account, or with cgo, Go is asked', async () => {
  const asked = { packages: [], leftOut: ['asked'] };
  const go = (known: typeof imports | undefined) => ({
    settings: { ...settings(), version: '', hostOs: '', hostArch: '', flags: '', cc: '' },
    last: () => known && { imports: known, compiled: new Map<string, number>(), reused: new Set<string>() },
  });
  const prepared = { imports: async () => asked };
  const infos = [parseBuildInfo(built)];
  expect(await importsOf(go(undefined), { cgo: 'false' }, prepared, infos)).toBe(asked);
  expect(await importsOf(go(imports), { cgo: 'auto' }, prepared, infos)).toBe(asked);
  expect((await importsOf(go(imports), { cgo: 'false' }, prepared, infos)).leftOut).toEqual([]);
});
