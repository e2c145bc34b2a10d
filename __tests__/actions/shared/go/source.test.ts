import { expect, test } from '@jest/globals';
import { portsIn } from '../../../../actions/shared/go/source/ports.ts';
import { piecesOf } from '../../../../actions/shared/go/source/tokens.ts';
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
