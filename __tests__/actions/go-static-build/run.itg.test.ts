import { createHash } from 'node:crypto';
import { access, chown, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { contract, type Output } from '../../../actions/go-static-build/src/contract.ts';
import { run } from '../../../actions/go-static-build/src/run.ts';
import { exec } from '../../../actions/shared/exec/exec.ts';
import { type Files, goContext, goMod, inputsOf, withFolder } from '../../support/go-module.ts';

// A first compilation of the standard library for another platform takes its time.
jest.setTimeout(600_000);

const hello = `package main

var version = "dev"
var commit string

const date = "never"

func main() { println(version, commit, date) }
`;

async function build(files: Files, inputs: Files, env: Record<string, string> = {}) {
  return withFolder(files, async (folder) => {
    const all = { 'working-directory': '.', ...inputs };
    const { context, report, lines } = goContext<Output>(folder, env);
    const failure: unknown = await run(inputsOf(contract, folder, all), context, async () => undefined).then(
      () => undefined,
      (error: unknown) => error,
    );
    const path = report.outputs.get('path');
    const said =
      path === undefined || failure !== undefined || report.outputs.get('linkage') === ''
        ? ''
        : (await exec(join(folder, path), []).catch(() => ({ stderr: '' }))).stderr;
    const bytes = path === undefined ? Buffer.alloc(0) : await readFile(join(folder, path));
    const binExists = await access(join(folder, 'bin')).then(
      () => true,
      () => false,
    );
    return { failure, report, lines, said, bytes, binExists };
  });
}

test('builds, proves static, stamps what can be stamped and records all of it', async () => {
  const { failure, report, said, bytes } = await build(
    { ...goMod('example.com/hello'), 'main.go': hello },
    { version: 'v1.2.3 beta' },
  );
  expect(failure).toBeUndefined();
  expect(said.trim()).toBe(`v1.2.3 beta ${'f'.repeat(40)} never`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect(Object.fromEntries(report.outputs)).toMatchObject({
    path: 'bin/hello',
    paths: '["bin/hello"]',
    linkage: 'static',
    sha256,
    size: String(bytes.length),
    version: 'v1.2.3 beta',
    'cache-hit': 'false',
  });
  expect(JSON.parse(report.outputs.get('runtime-bases') ?? '')).toContain('scratch');
  expect(report.sections.binaries).toMatchObject([
    {
      package: 'example.com/hello',
      linkage: 'static',
      sha256,
      flags: { cgo: false, trimpath: true, ldflags: '-s -w' },
    },
  ]);
  expect(report.summaries.join()).toContain('no PT_INTERP and no DT_NEEDED');
});

test('the same commit gives the same bytes, in another folder and over a cold list of packages', async () => {
  const files = { ...goMod(), 'main.go': hello };
  const [first, second] = [await build(files, {}), await build(files, {})];
  expect(first.bytes.length).toBeGreaterThan(1000);
  expect(first.bytes.equals(second.bytes)).toBe(true);
});

test('several programs and platforms go where $TARGETPLATFORM looks', async () => {
  const files = { ...goMod(), 'cmd/a/main.go': hello, 'cmd/b/main.go': hello, 'lib/l.go': 'package lib\n' };
  const { report } = await build(files, {
    packages: './...',
    platforms: 'linux/amd64, linux/amd64/v2',
    'output-directory': 'out',
  });
  expect(JSON.parse(report.outputs.get('paths') ?? '')).toEqual([
    'out/linux/amd64/a',
    'out/linux/amd64/b',
    'out/linux/amd64/v2/a',
    'out/linux/amd64/v2/b',
  ]);
});

test('a module that does not compile is told by place, and leaves nothing behind', async () => {
  const wrong = 'package main\n\nfunc main() {\n\tx := 1\n\tnope()\n}\n';
  const { failure, report, binExists } = await build({ ...goMod(), 'main.go': wrong }, {});
  expect(failure).toMatchObject({
    name: 'UserError',
    message: 'the module does not compile: main.go:4:2: declared and not used: x (and 1 more)',
    place: { line: 4 },
  });
  expect(report.annotations).toMatchObject([
    { title: 'main.go:5:2', message: 'undefined: nope', place: { line: 5 } },
  ]);
  expect(report.outputs.get('path')).toBeUndefined();
  expect(report.outputs.get('go-version')).toMatch(/^go1/);
  expect(binExists).toBe(false);
});

const c =
  'package c\n\n// int one(void) { return 1; }\nimport "C"\n\nfunc One() int { return int(C.one()) }\n';
const usesC = {
  ...goMod(),
  'main.go': 'package main\n\nimport "example.com/m/c"\n\nfunc main() { println(c.One()) }\n',
  'c/c.go': c,
};

test('cgo is found before linking, with the imports that lead to it', async () => {
  const { failure, binExists } = await build(usesC, { cgo: 'auto' });
  expect(failure).toMatchObject({
    message: expect.stringContaining('example.com/m/c brings cgo in; example.com/m → example.com/m/c'),
    fix: expect.stringContaining('require-static: false'),
  });
  expect(binExists).toBe(false);
});

test('without cgo the package that lost its C code is named', async () => {
  const { failure } = await build(usesC, {});
  expect(failure).toMatchObject({ fix: expect.stringContaining('cgo: auto') });
  const main = { ...goMod(), 'main.go': c.replace('package c', 'package main').replace('One()', 'main2()') };
  const lost = await build({ ...main, 'main.go': `${main['main.go']}\nfunc main() {}\n` }, {});
  expect(lost.failure).toMatchObject({
    message: 'example.com/m can\'t be built without cgo: main.go imports "C"',
  });
});

test('with a C compiler the ELF file decides: dynamic is called glibc or musl, linked statically it is static', async () => {
  const dynamic = await build(usesC, { cgo: 'auto', 'require-static': 'false' });
  expect(dynamic.failure).toBeUndefined();
  expect(['glibc', 'musl']).toContain(dynamic.report.outputs.get('linkage'));
  expect(dynamic.said.trim()).toBe('1');
  expect(dynamic.report.outputs.get('runtime-bases')).not.toContain('scratch');
  const linked = await build(usesC, { cgo: 'true', ldflags: '-s -linkmode=external\n"-extldflags=-static"' });
  expect(linked.failure).toBeUndefined();
  expect(linked.report.outputs.get('linkage')).toBe('static');
  expect(linked.said.trim()).toBe('1');
});

test('a missing or foreign C compiler is told before anything is compiled', async () => {
  const inputs = { cgo: 'auto', 'require-static': 'false' };
  const missing = await build(usesC, { ...inputs, env: 'CC=no-such-cc' });
  expect(missing.failure).toMatchObject({ message: expect.stringContaining('`no-such-cc` is not on PATH') });
  const foreign = await build(usesC, { ...inputs, platforms: 'linux/s390x' });
  expect(foreign.failure).toMatchObject({
    message: expect.stringContaining('no C compiler for linux/s390x'),
  });
});

test('flags are mended and said; a variable the linker would pass over is warned about', async () => {
  const { failure, report, lines, said } = await build(
    { ...goMod(), 'main.go': hello },
    {
      ldflags: '-s -trimpath -a -extldflags=-static',
      'version-variables': 'main.version={version}\nmain.date={date}',
      version: 'v9',
    },
    { GOFLAGS: '-a -buildvcs=false' },
  );
  expect(failure).toBeUndefined();
  expect(said).toContain('v9');
  const notes = lines.filter((line) => line.startsWith('note: ')).join('\n');
  for (const flag of [
    '`-a` was taken out of GOFLAGS',
    '`-trimpath` was moved',
    '`-a` was taken out of `ldflags`',
    '`-extldflags` was taken out',
  ]) {
    expect(notes).toContain(flag);
  }
  expect(report.annotations).toMatchObject([
    { level: 'warning', message: expect.stringContaining('main.date') },
  ]);
});

test.each<[string, Files, Files, RegExp]>([
  ['no module', { 'svc/go.mod': 'module x\n' }, {}, /no Go module/],
  ['no folder', {}, { 'working-directory': 'nowhere' }, /no folder/],
  ['no main package', { ...goMod(), 'a.go': 'package a\n' }, {}, /no main package/],
  [
    'a library asked for',
    { ...goMod(), 'a/a.go': 'package a\n', 'main.go': hello },
    { packages: './a' },
    /names no main package, only example.com\/m\/a/,
  ],
  ['an unknown folder', { ...goMod(), 'main.go': hello }, { packages: './nope' }, /there is no package/],
  [
    'two programs of one name',
    { ...goMod(), 'a/x/m.go': hello, 'b/x/m.go': hello },
    { packages: './...' },
    /2 programs are called x/,
  ],
  [
    'several programs without a choice',
    { ...goMod(), 'cmd/a/m.go': hello, 'cmd/b/m.go': hello },
    {},
    /the module has 2 programs: example.com\/m\/cmd\/a, example.com\/m\/cmd\/b/,
  ],
  [
    'a profile that is not there',
    { ...goMod(), 'main.go': hello },
    { pgo: 'no.pgo' },
    /there is no profile no\.pgo/,
  ],
  [
    'an empty profile',
    { ...goMod(), 'main.go': hello, 'default.pgo': '' },
    {},
    /nothing in the profile default\.pgo/,
  ],
  [
    'a profile that is none',
    { ...goMod(), 'main.go': hello, 'my.pgo': 'hello' },
    { pgo: 'my.pgo' },
    /is no CPU profile/,
  ],
  [
    'a FIPS module nobody has',
    { ...goMod(), 'main.go': hello },
    { fips: 'v1.99.0' },
    /no FIPS module v1\.99\.0/,
  ],
  [
    'an output that is a file',
    { ...goMod(), 'main.go': hello },
    { 'output-directory': 'main.go' },
    /can't be written/,
  ],
  [
    'an output that is a folder',
    { ...goMod(), 'main.go': hello, 'out/m/x': '' },
    { 'output-directory': 'out' },
    /is a folder/,
  ],
  [
    'quotes Go can not be told',
    { ...goMod(), 'main.go': hello },
    { version: `it's "so"` },
    /both kinds of quotes/,
  ],
  [
    'a placeholder nobody knows',
    { ...goMod(), 'main.go': hello },
    { 'version-variables': 'main.version={x}' },
    /\{x\} is unknown/,
  ],
  ['a Go that is too old', { 'go.mod': 'module m\n\ngo 1.99\n', 'main.go': hello }, {}, /asks for Go 1.99/],
  [
    'a requirement that is not there',
    { ...goMod(), 'main.go': 'package main\nimport _ "example.com/x"\nfunc main() {}\n' },
    {},
    /don't match the sources/,
  ],
])('one clear error: %s', async (_, files, inputs, message) => {
  const { failure, report } = await build(files, inputs);
  expect(failure).toMatchObject({ name: 'UserError', message: expect.stringMatching(message) });
  expect(report.outputs.get('path')).toBeUndefined();
});

test('a job without Go is sent to setup-go', async () => {
  const { failure } = await build({ ...goMod(), 'main.go': hello }, {}, {});
  expect(failure).toBeUndefined();
  await withFolder({ ...goMod(), 'main.go': hello }, async (folder) => {
    const { context } = goContext<Output>(folder);
    const path = process.env['PATH'];
    process.env['PATH'] = folder;
    try {
      await expect(run(inputsOf(contract, folder), context)).rejects.toMatchObject({
        message: 'Go is not installed: no `go` on PATH',
        fix: expect.stringContaining('actions/setup-go'),
      });
    } finally {
      process.env['PATH'] = path;
    }
  });
});

test('a dry run says what it would run and writes nothing', async () => {
  const { failure, lines, report, binExists } = await build(
    { ...goMod(), 'main.go': hello },
    { 'dry-run': 'true' },
  );
  expect(failure).toBeUndefined();
  expect(lines.join('\n')).toContain('CGO_ENABLED=0 go build -trimpath');
  expect(report.outputs.get('path')).toBeUndefined();
  expect(binExists).toBe(false);
});

test('a cancelled job still tells what it knows', async () => {
  await withFolder({ ...goMod(), 'main.go': hello }, async (folder) => {
    const { context, report } = goContext<Output>(folder);
    const controller = new AbortController();
    const cancelling = {
      ...context,
      signal: controller.signal,
      exec: async (file: string, args: readonly string[], options?: Parameters<typeof exec>[2]) => {
        if (args[0] === 'build') controller.abort();
        return exec(file, args, options);
      },
    };
    await expect(run(inputsOf(contract, folder), cancelling, async () => undefined)).rejects.toThrow(
      'cancelled',
    );
    expect(report.outputs.get('version')).toBeDefined();
    expect(report.outputs.get('path')).toBeUndefined();
  });
});

test('a checkout of another user is built, stamped from git, and changes in no commit are told', async () => {
  await withFolder({ ...goMod(), 'main.go': hello }, async (folder) => {
    const git = (...args: string[]) =>
      exec('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args]);
    await git('init', '-q');
    await git('add', '-A');
    await git('commit', '-qm', 'one');
    const head = (await git('rev-parse', 'HEAD')).stdout.trim();
    await writeFile(join(folder, 'left-behind'), '');
    // Only root can give a folder away; elsewhere the folder stays ours and the rest is tested all the same.
    if (process.getuid?.() === 0) await chown(folder, 1234, 1234);
    const { context, report } = goContext<Output>(folder, { GOFLAGS: '-buildvcs=true' });
    await run(inputsOf(contract, folder), context, async () => undefined);
    expect(report.outputs.get('version')).toMatch(new RegExp(`^v0\\.0\\.0-\\d{14}-${head.slice(0, 12)}$`));
    expect(report.summaries.join()).toContain('in no commit');
  });
});

test('what only the ELF file tells is believed: a pure Go program built as PIE asks for a loader', async () => {
  const { failure, binExists } = await build(
    { ...goMod(), 'main.go': hello },
    {},
    { GOFLAGS: '-buildvcs=false -buildmode=pie' },
  );
  expect(failure).toMatchObject({
    message: expect.stringMatching(/^the binary is not static: the ELF file says PT_INTERP \/lib/),
    fix: expect.stringContaining('-buildmode'),
  });
  expect(binExists).toBe(false);
});
