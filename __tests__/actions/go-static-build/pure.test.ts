import { expect, test } from '@jest/globals';
import { parseBuildInfo } from '../../../actions/go-static-build/src/build/build-info.ts';
import { contract } from '../../../actions/go-static-build/src/contract.ts';
import {
  asksForStatic,
  checkLdflags,
  withoutCgoFlags,
} from '../../../actions/go-static-build/src/plan/flags.ts';
import {
  parsePlatform,
  platformEnv,
  platformName,
} from '../../../actions/go-static-build/src/plan/platform.ts';
import { programName } from '../../../actions/go-static-build/src/plan/programs.ts';
import { notStatic, waysOut } from '../../../actions/go-static-build/src/plan/require-static.ts';
import {
  fillPlaceholders,
  moduleFolder,
  stampOf,
} from '../../../actions/go-static-build/src/stamp/version.ts';
import { inputsOf } from '../../support/go-module.ts';

test('linker flags that can only mean one thing are mended, and it is said', () => {
  const checked = checkLdflags(['-s -trimpath', '-a -X main.v=1 "-extldflags=-static"'], false);
  expect(checked.ldflags).toEqual(['-s', '-X', 'main.v=1', '-extldflags=-static']);
  expect(checked.trimpath).toBe(true);
  expect(checked.mended.join('\n')).toMatch(/`-trimpath` was moved out[\s\S]*`-a` was taken out/);
  const plain = withoutCgoFlags(checked);
  expect(plain.ldflags).toEqual(['-s', '-X', 'main.v=1']);
  expect(plain.mended.at(-1)).toContain('`-extldflags` was taken out');
  expect(withoutCgoFlags(checkLdflags(['-extldflags "-static -x" -w'], true)).ldflags).toEqual(['-w']);
});

test('without the input a binary is stripped, and an option value that looks like a flag stays', () => {
  expect(checkLdflags(undefined, true)).toEqual({ ldflags: ['-s', '-w'], trimpath: true, mended: [] });
  expect(checkLdflags(['-X main.a=-a -extldflags -a'], true).ldflags).toEqual([
    '-X',
    'main.a=-a',
    '-extldflags',
    '-a',
  ]);
});

test.each([
  ['-ldflags=-s', 'holds `-ldflags` itself'],
  ['-static', 'a flag of the C linker'],
  ['-X main.version', 'stamps nothing'],
  ['-X version=1', 'stamps nothing'],
  ['-X', 'stamps nothing'],
  ['-X "main.v=1', 'not closed'],
])('refuses ldflags %s', (flags, message) => {
  expect(() => checkLdflags([flags], true)).toThrow(message);
});

test('external linking without cgo is refused, static linking with it is seen', () => {
  expect(() => withoutCgoFlags(checkLdflags(['-linkmode=external'], true))).toThrow('needs cgo');
  expect(() => withoutCgoFlags(checkLdflags(['-linkmode external'], true))).toThrow('needs cgo');
  expect(asksForStatic(['-extldflags', '-L/x -static'])).toBe(true);
  expect(asksForStatic(['-extldflags=-static-pie'])).toBe(true);
  expect(asksForStatic(['-extldflags=-static-libgcc'])).toBe(false);
  expect(asksForStatic(['-s'])).toBe(false);
});

test('variables with an input of their own are refused in env', () => {
  const inputs = (env: string) => inputsOf(contract, '/w', { env });
  expect(() => inputs('GOARCH=arm64')).toThrow('`platforms` of go-static-build decides');
  expect(() => inputs('GOFIPS140=latest')).toThrow('the input `fips` decides');
  expect(() => inputs('a b=1')).toThrow('"a b" is no name of a variable');
  expect(inputs('GOPRIVATE=x').env.get('GOPRIVATE')).toBe('x');
});

test.each([
  ['linux/amd64/v3', { GOOS: 'linux', GOARCH: 'amd64', GOAMD64: 'v3' }],
  ['linux/arm/v7', { GOOS: 'linux', GOARCH: 'arm', GOARM: '7' }],
  ['linux/arm64/v8', { GOOS: 'linux', GOARCH: 'arm64', GOARM64: 'v8.0' }],
  ['linux/s390x', { GOOS: 'linux', GOARCH: 's390x' }],
])('platform %s', (text, env) => {
  expect(platformEnv(parsePlatform(text))).toEqual(env);
  expect(platformName(parsePlatform(text))).toBe(text);
});

test.each(['windows/amd64', 'linux', 'linux/amd65', 'linux/amd64/v9', 'linux/s390x/v1', 'linux/arm/v7/x'])(
  'refuses platform %s',
  (text) => {
    expect(() => parsePlatform(text)).toThrow(/linux\//);
  },
);

test('programs are called as go build calls them', () => {
  expect(programName('example.com/shop/cmd/api')).toBe('api');
  expect(programName('example.com/tool/v2')).toBe('tool');
  expect(programName('example.com/tool/v1')).toBe('v1');
  expect(programName('v2')).toBe('v2');
});

test('versions: given, tag, module tag, pseudo-version, nothing known', () => {
  const facts = { commit: 'abcdef0123456789', seconds: 1_700_000_000, tag: undefined };
  expect(stampOf(facts, undefined, '')).toEqual({
    version: 'v0.0.0-20231114221320-abcdef012345',
    commit: 'abcdef0123456789',
    date: '2023-11-14T22:13:20Z',
  });
  expect(stampOf({ ...facts, tag: 'v1.2.3' }, undefined, '').version).toBe('v1.2.3');
  expect(stampOf({ ...facts, tag: 'svc/api/v1.2.3' }, undefined, 'svc/api').version).toBe('v1.2.3');
  expect(stampOf({ ...facts, tag: 'v1.2.3' }, 'mine', '').version).toBe('mine');
  expect(stampOf({ ...facts, seconds: undefined }, undefined, '').version).toBe('v0.0.0-abcdef012345');
  expect(stampOf({ commit: '', seconds: undefined, tag: '' }, undefined, '').version).toBe('devel');
  expect(moduleFolder('/w/svc/api/go.mod', '/w')).toBe('svc/api');
  expect(moduleFolder('/w/go.mod', '/w')).toBe('');
  expect(moduleFolder('/else/go.mod', '/w')).toBe('');
});

test('placeholders are filled, unknown ones named', () => {
  const stamp = { version: 'v1', commit: 'abcdef0123456789', date: '2026-01-01T00:00:00Z' };
  expect(fillPlaceholders('{version}+{short-commit} {date}', stamp)).toBe(
    'v1+abcdef012345 2026-01-01T00:00:00Z',
  );
  expect(() => fillPlaceholders('{sha}', stamp)).toThrow('{sha} is unknown; there are {version}');
});

test('reads what Go wrote into the binary', () => {
  const info = parseBuildInfo(
    '/tmp/a b: go1.26.8\n\tpath\texample.com/m/cmd/api\n\tmod\texample.com/m\tv1.2.3\t\n\tdep\tx\tv1\th1:\n\tbuild\tCGO_ENABLED=0\n\tbuild\t-tags="a,b c"\n\tbuild\tvcs.modified=true\n',
  );
  expect(info).toMatchObject({ goVersion: 'go1.26.8', module: 'example.com/m', moduleVersion: 'v1.2.3' });
  expect(Object.fromEntries(info.settings)).toEqual({
    CGO_ENABLED: '0',
    '-tags': 'a,b c',
    'vcs.modified': 'true',
  });
});

test('the way out depends on who brought C in', () => {
  const use = { files: ['a.go'], chain: ['app', 'net'] };
  const standard = [{ ...use, importPath: 'net', standard: true }];
  expect(waysOut(standard)[0]).toContain('Set `cgo: false`');
  const sqlite = [{ ...use, importPath: 'github.com/mattn/go-sqlite3', standard: false }];
  expect(waysOut(sqlite)[0]).toContain('modernc.org/sqlite');
  expect(notStatic(sqlite, 'PT_INTERP x').message).toBe(
    'the binary is not static: github.com/mattn/go-sqlite3 brings cgo in; app → net (PT_INTERP x)',
  );
  expect(notStatic([], 'PT_INTERP x').fix).toContain('-buildmode');
});
