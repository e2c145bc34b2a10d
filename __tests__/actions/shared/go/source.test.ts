import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, test } from '@jest/globals';
import { listenPorts, portsIn } from '../../../../actions/shared/go/source/ports.ts';
import { piecesOf, tokensOf } from '../../../../actions/shared/go/source/tokens.ts';
import { stringVariables } from '../../../../actions/shared/go/source/variables.ts';

test.each<[string, string[]]>([
  ['var version string', ['version']],
  ['var version = "dev"', ['version']],
  ['var version string = `dev`', ['version']],
  ['var version, commit string', ['version', 'commit']],
  ['var version, commit = "x", load()', ['version']],
  ['var (\n\tcommit string\n\tother = 5\n)', ['commit']],
  ['var (\n\tcommit  string // of the build\n\tversion = "x"\n)', ['commit', 'version']],
  ['var (commit string; date string)', ['commit', 'date']],
  ['var version =\n\t"dev"', ['version']],
  ['const version = "x"', []],
  ['const (\n\tversion = "x"\n)', []],
  ['var version = load()', []],
  ['var version = "v" + load()', []],
  ['var version = "v" + "1" + `.0`', ['version']],
  ['var version = ("v" + ("1"))', ['version']],
  ['const major = "1"\nvar version = "v" + major', ['version']],
  ['const (\n\tfirst = "1"\n\tsecond\n)\nvar version = second', ['version']],
  ['const major string = "1"\nvar version = string(major)', ['version']],
  ['type kind string\nconst major kind = "1"\nvar version = major', []],
  ['const one = two\nconst two = one\nvar version = two', []],
  ['var other = "x"\nvar version string = other', ['other']],
  ['var version = "abc"[1:]', []],
  ['const major = 1\nvar version = major', []],
  ['var version int', []],
  ['var version *string', []],
  ['var version []string', []],
  ['var versions = map[string]string{"version": "x"}', []],
  ['func version() string', []],
  ['func f() {\n\tvar version string\n\tvar (\n\t\tcommit = "x"\n\t)\n}', []],
  ['// var version string\n/* var commit string */', []],
  ["var q = '\"'\nvar version string", ['version']],
  ['type t struct {\n\tversion string\n}\n\nvar commit string', ['commit']],
])('%j: the linker can set %j', (declaration, expected) => {
  expect([...stringVariables([`package main // a program\n\nimport "fmt"\n\n${declaration}\n`])]).toEqual(
    expected,
  );
});

test('constants count from every file of the package', () => {
  const [main, other] = ['package main\nvar version = "v" + suffix', 'package main\nconst suffix = "2"'];
  expect([...stringVariables([main, other])]).toEqual(['version']);
  expect([...stringVariables([main])]).toEqual([]);
});

test('source that is cut or closes more than it opens is read as far as it goes', () => {
  expect([...stringVariables(['var version string\nfunc f() {'])]).toEqual(['version']);
  expect([...stringVariables(['var version string\n)}]\nvar commit string'])]).toEqual(['version', 'commit']);
  expect(piecesOf('')).toEqual([]);
});

test.each([
  ['a literal of megabytes', `var x = "${'\\x41a'.repeat(4_000_000)}"`, 4],
  ['comments that never end', '/* '.repeat(100_000), 0],
  ['quotes that never end', '"\\'.repeat(100_000), 1],
  ['comments on one line', '/* */'.repeat(100_000), 0],
])('%s: each character is looked at once', (_, source, tokens) => {
  const began = performance.now();
  expect([...tokensOf(source)]).toHaveLength(tokens);
  expect(performance.now() - began).toBeLessThan(4000);
});

test('a literal ends with its line, and a backslash does not hide that', () => {
  expect([...tokensOf('"a\\\nb')].map(({ text }) => text)).toEqual(['"a\\', ';', 'b']);
  expect([...tokensOf('/* a\n */ x // y\n𝛼 := `\n`')].map(({ text }) => text)).toEqual([
    'x',
    ';',
    '𝛼',
    ':',
    '=',
    '`\n`',
  ]);
});

test('what can not be read is told and left out', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'seatrial-ports-'));
  // Nothing is closed to root.
  const asRoot = process.getuid?.() === 0;
  try {
    for (const name of ['.', 'closed', 'open', 'other']) {
      await mkdir(join(folder, name), { recursive: true });
      await writeFile(join(folder, name, 'a.go'), `package a\nvar addr = ":80${name.length}0"\n`);
    }
    await writeFile(join(folder, 'other', 'go.mod'), 'module other\n');
    await writeFile(join(folder, 'open', 'closed.go'), 'package a\nvar addr = ":9090"\n');
    await chmod(join(folder, 'open', 'closed.go'), 0);
    await chmod(join(folder, 'closed'), 0);
    await chmod(folder, 0o755);
    if (asRoot) process.seteuid?.(65_534);
    const unread: string[] = [];
    expect(await listenPorts(folder, '.', (path) => unread.push(relative(folder, path)))).toEqual([
      8010, 8040,
    ]);
    expect(unread.sort()).toEqual(['closed', 'open/closed.go']);
  } finally {
    if (asRoot) process.seteuid?.(0);
    await chmod(join(folder, 'closed'), 0o755);
    await rm(folder, { recursive: true, force: true });
  }
});

test('ports are those of addresses without a host, in strings that are code', () => {
  expect(
    portsIn(`package main

// Listens on ":1111" by default.
const addr = ":8080" /* not ":2222" */
var r = '"'
var b = \`:9090\`
var dial = "db.example:5432"
var all = []string{"0.0.0.0:7070", "[::]:6060", ":0", ":99999", "say \\":3333\\""}
`),
  ).toEqual([8080, 9090, 7070, 6060]);
});
