import { readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { type Files, goMod, withFolder } from '../support/go-module.ts';
import { forget, runStub } from '../support/run-action.ts';

// C is compiled from an empty cache: some 20 seconds of the processor, and a busy machine takes ten times as long.
jest.setTimeout(600_000);

const schemas = join(
  createRequire(import.meta.url).resolve('@cyclonedx/cyclonedx-library/package.json'),
  '../res/schema',
);
const readJson = async (path: string) => JSON.parse(await readFile(path, 'utf8'));

/** CycloneDX's own schema, as its library ships it. Formats are not checked by ajv itself; the one we use is a date. */
async function validator() {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  // The one refers to the others by the names of these files.
  for (const name of ['spdx.SNAPSHOT.schema.json', 'jsf-0.82.SNAPSHOT.schema.json']) {
    ajv.addSchema(await readJson(join(schemas, name)), `http://cyclonedx.org/schema/${name}`);
  }
  return ajv.compile(await readJson(join(schemas, 'bom-1.6.SNAPSHOT.schema.json')));
}

const files: Files = {
  ...goMod('example.com/greeter'),
  'go.mod':
    'module example.com/greeter\n\ngo 1.24\n\nrequire example.com/words v0.0.0\n\nreplace example.com/words => ./words\n',
  'main.go': 'package main\n\nimport "example.com/words"\n\nfunc main() { println(words.Hi) }\n',
  'words/go.mod': 'module example.com/words\n\ngo 1.24\n',
  'words/words.go': 'package words\n\nvar Hi = "hi"\n',
};

test('a bill of materials that CycloneDX’s own schema takes, and sizes that add up, from the built stub', async () => {
  await withFolder(files, async (workspace) => {
    const result = await runStub(
      'go-static-build',
      { 'size-report': 'true', reproducible: 'check' },
      { workspace, env: { GOFLAGS: '-buildvcs=false' } },
    );
    expect([result.code, result.stdout]).toEqual([0, expect.any(String)]);
    const { outputs, record } = result;
    const bom = await readJson(outputs['sbom'] ?? '');
    const validate = await validator();
    expect([validate(bom), validate.errors]).toEqual([true, null]);
    expect(bom.components.map(({ purl }: { purl: string }) => purl)).toEqual([
      'pkg:golang/example.com/words@v0.0.0',
      expect.stringMatching(/^pkg:golang\/stdlib@v1\./),
    ]);
    expect(bom.dependencies).toContainEqual({
      ref: bom.metadata.component.purl,
      dependsOn: expect.arrayContaining(['pkg:golang/example.com/words@v0.0.0']),
    });
    const [size] = (await readJson(outputs['size-report'] ?? '')).binaries;
    const sum = [...Object.values<number>(size.packages), ...Object.values<number>(size.rest)];
    expect(sum.reduce((all, bytes) => all + bytes, 0)).toBe(
      (await stat(join(workspace, 'bin/greeter'))).size,
    );
    expect(outputs['reproducible']).toBe('true');
    expect(record).toMatchObject({
      binaries: [{ reproducible: true }],
      sboms: [{ path: outputs['sbom'], components: 2, binarySha256: outputs['sha256'] }],
    });
    await forget(result);
  });
});

test('the schema check would find a wrong bill', async () => {
  const validate = await validator();
  expect(
    validate({ bomFormat: 'CycloneDX', specVersion: '1.6', components: [{ type: 'thing', name: 'x' }] }),
  ).toBe(false);
});

const link = '-s -w -linkmode=external "-extldflags=-static';
const inC = (body: string, more = ''): Files => ({
  ...goMod('example.com/c'),
  'main.go': `package main\n\n${more}// static const char *text(void) { return ${body}; }\nimport "C"\n\nfunc main() { println(C.GoString(C.text())) }\n`,
});

/** C compilers are started from an empty cache, which takes its time: one of them always, the others on demand. */
const causes: readonly (readonly [string, Files, string, RegExp])[] = [
  ['the time in C code', inC('__TIME__'), `${link}"`, /the time of the build stands in \.rodata/],
  [
    'the folder in C code',
    inC(
      'SHOWN(ROOT)',
      '// #cgo CFLAGS: -DROOT="${SRCDIR}"\n// #define TEXT(x) #x\n// #define SHOWN(x) TEXT(x)\n',
    ),
    `${link}"`,
    /the folder of the build stands in it.*SRCDIR/,
  ],
  [
    'a build identifier that is drawn',
    inC('"x"'),
    `${link} -Wl,--build-id=uuid"`,
    /only the build identifier differs/,
  ],
];

const chosen = process.env['SEATRIAL_TEST_ALL'] === '1' ? causes : causes.slice(0, 1);
test.each(chosen)('not reproducible, and why: %s', async (_, program, ldflags, message) => {
  await withFolder(program, async (workspace) => {
    const result = await runStub(
      'go-static-build',
      { reproducible: 'check', cgo: 'true', ldflags },
      { workspace, env: { GOFLAGS: '-buildvcs=false' } },
    );
    await forget(result);
    expect(result.code).toBe(1);
    expect(result.stdout).toMatch(message);
    expect(result.outputs['path']).toBe('');
  });
});
