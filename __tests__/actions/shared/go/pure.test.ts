import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cgoEnabled, cgoUses, programUses } from '../../../../actions/shared/go/cgo/uses.ts';
import { parseJsonObjects } from '../../../../actions/shared/go/decode.ts';
import { parseDiagnostics } from '../../../../actions/shared/go/diagnostics.ts';
import { goEnvironment, trustedByGit, withoutForceAll } from '../../../../actions/shared/go/environment.ts';
import { CompileError, explainGoFailure } from '../../../../actions/shared/go/explain.ts';
import { joinFlags, splitFlags } from '../../../../actions/shared/go/flags.ts';
import { checkPackages } from '../../../../actions/shared/go/package-input.ts';
import type { GoPackage } from '../../../../actions/shared/go/packages.ts';

test('flags survive joining and splitting, quotes of one kind included', () => {
  const wordOf = (...characters: string[]) =>
    fc
      .array(fc.constantFrom('a', '-', '=', ' ', '\t', ...characters), { maxLength: 6 })
      .map((all) => all.join(''));
  fc.assert(
    fc.property(fc.array(fc.oneof(wordOf('"'), wordOf("'"))), (words) => {
      expect(splitFlags(joinFlags(words))).toEqual(words);
    }),
    { seed: 1 },
  );
});

test('flags are split as cmd/go splits them', () => {
  expect(splitFlags(`-s  -w "-extldflags=-static -pie" -X 'main.v=a b'`)).toEqual([
    '-s',
    '-w',
    '-extldflags=-static -pie',
    '-X',
    'main.v=a b',
  ]);
  expect(() => splitFlags('-X "main.v=1')).toThrow('not closed');
  expect(() => joinFlags([`it's "so"`])).toThrow('both kinds');
});

test('reads objects one after another, as go list prints them', () => {
  expect(parseJsonObjects('{\n\t"A": "}\\n{",\n\t"B": {\n\t\t"C": 1\n\t}\n}\n{\n\t"A": "y"\n}\n')).toEqual([
    { A: '}\n{', B: { C: 1 } },
    { A: 'y' },
  ]);
  expect(parseJsonObjects('')).toEqual([]);
});

test('finds compiler messages, joins their second lines and drops doubles', () => {
  const printed = [
    '# example.com/m',
    './main.go:4:2: declared and not used: x',
    'sub/a.go:9: too many errors',
    'vet: ./b.go:3:23: cannot use "x"',
    '../out/c.go:1:1: have (int)',
    '\twant (string)',
    './main.go:4:2: declared and not used: x',
    'go: downloading example.com/x v1.0.0',
  ].join('\n');
  expect(parseDiagnostics(printed, '/w')).toEqual([
    { file: '/w/main.go', line: 4, column: 2, message: 'declared and not used: x' },
    { file: '/w/sub/a.go', line: 9, column: undefined, message: 'too many errors' },
    { file: '/w/b.go', line: 3, column: 23, message: 'cannot use "x"' },
    { file: '/out/c.go', line: 1, column: 1, message: 'have (int)\nwant (string)' },
  ]);
});

test.each([
  [
    'go: go.mod requires go >= 1.30 (running go 1.26.8; GOTOOLCHAIN=local)',
    'asks for Go 1.30',
    'go-version-file',
  ],
  ['go: unsupported GOOS/GOARCH pair linux/foo', "can't build for linux/foo", 'platforms'],
  ['error obtaining VCS status: exit status 128\n\tUse -buildvcs=false', 'exit status 128', 'safe.directory'],
  [
    'cgo: C compiler "gcc" not found: exec: "gcc": executable file not found in $PATH',
    'gcc is not on PATH',
    'cgo: false',
  ],
  [
    'main.go:4:2: no required module provides package x; to add it:',
    "don't match the sources",
    'go mod tidy',
  ],
  [
    'go: x@v1: verifying module: checksum mismatch\n\tdownloaded: h1',
    'checksum differs',
    'before you trust it',
  ],
  [
    'go: x@v1: Get "https://proxy": dial tcp 127.0.0.1:1: connect: connection refused',
    'could not download',
    'GOPROXY',
  ],
  ['stat /w/nope: directory not found', 'there is no package /w/nope', './cmd/server'],
])('explains %s', (stderr, message, fix) => {
  const error = explainGoFailure(['build'], { code: 1, stdout: '', stderr }, '/w');
  expect(error.message).toContain(message);
  expect(error.fix).toContain(fix);
});

test('an unexplained failure keeps what Go said, and a compile error its place', () => {
  const strange = explainGoFailure(['list', './x'], { code: 3, stdout: '', stderr: 'odd thing' }, '/w');
  expect(strange.message).toBe('`go list` ended with exit code 3: odd thing');
  const wrong = explainGoFailure(
    ['build'],
    { code: 1, stdout: '', stderr: './a.go:2:3: bad\n./b.go:1:1: worse' },
    '/w',
  );
  expect(wrong).toBeInstanceOf(CompileError);
  expect(wrong.message).toBe('the module does not compile: a.go:2:3: bad (and 1 more)');
  expect(wrong.place).toEqual({ file: '/w/a.go', line: 2 });
});

test('compiled code sees neither tokens nor output files of the runner, nor what images are signed with', () => {
  const env = goEnvironment(
    {
      PATH: '/bin',
      GITHUB_SHA: 'abc',
      ACTIONS_RUNTIME_TOKEN: 's',
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 's',
      INPUT_TOKEN: 's',
      STATE_X: 's',
      COSIGN_PRIVATE_KEY: 's',
      COSIGN_PASSWORD: 's',
      GITHUB_OUTPUT: '/o',
      GITHUB_ENV: '/e',
      UNSET: undefined,
    },
    { GOFLAGS: '-mod=mod' },
  );
  expect(env).toEqual({ PATH: '/bin', GITHUB_SHA: 'abc', GOFLAGS: '-mod=mod' });
});

test('takes -a out of GOFLAGS and nothing else', () => {
  expect(withoutForceAll('-mod=mod -a -tags=a')).toEqual({ goflags: '-mod=mod -tags=a', removed: true });
  expect(withoutForceAll('-asan -mod=mod')).toEqual({ goflags: '-asan -mod=mod', removed: false });
});

test('git settings of the caller stay when the workspace is trusted', () => {
  expect(trustedByGit({ GIT_CONFIG_COUNT: '2' }, '/w')).toEqual({
    GIT_CONFIG_COUNT: '3',
    GIT_CONFIG_KEY_2: 'safe.directory',
    GIT_CONFIG_VALUE_2: '/w',
  });
});

test('files and flags are no packages', () => {
  expect(() => checkPackages(['./...', 'example.com/x'])).not.toThrow();
  expect(() => checkPackages(['cmd/api/main.go'])).toThrow('names the file cmd/api/main.go');
  expect(() => checkPackages(['-race'])).toThrow('the flag `-race`');
});

function pkg(importPath: string, more: Partial<GoPackage> = {}): GoPackage {
  return {
    importPath,
    name: importPath,
    directory: '',
    standard: false,
    dependency: true,
    imports: [],
    goFiles: [],
    ignoredFiles: [],
    cgoFiles: [],
    testFiles: [],
    module: '',
    own: false,
    ...more,
  };
}

test('names the package that brings cgo in, the shortest way to it, and only what a program reaches', () => {
  const packages = [
    pkg('app', { name: 'main', dependency: false, imports: ['db', 'long'] }),
    pkg('tool', { dependency: false, imports: ['other'] }),
    pkg('long', { imports: ['db'] }),
    pkg('db', { imports: ['sqlite', 'net'] }),
    pkg('sqlite', { cgoFiles: ['a.go'] }),
    pkg('other', { cgoFiles: ['b.go'] }),
    pkg('net', { standard: true, cgoFiles: ['c.go'], imports: ['runtime/cgo'] }),
    pkg('runtime/cgo', { standard: true, cgoFiles: ['d.go'] }),
  ];
  const uses = programUses(packages);
  expect(uses.map(({ importPath, chain }) => [importPath, chain.join(' ')])).toEqual([
    ['sqlite', 'app db sqlite'],
    ['net', 'app db net'],
  ]);
  expect(cgoUses(packages).map(({ importPath }) => importPath)).toContain('other');
  expect(cgoEnabled('auto', uses)).toBe(true);
  expect(
    cgoEnabled(
      'auto',
      uses.filter(({ standard }) => standard),
    ),
  ).toBe(false);
  expect(cgoEnabled('false', uses)).toBe(false);
  expect(cgoEnabled('true', [])).toBe(true);
});
