import { join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { linkedFunctions } from '../../../../actions/shared/elf/go-functions.ts';
import { runtimeNeeds } from '../../../../actions/shared/elf/needs.ts';
import { exec } from '../../../../actions/shared/exec/exec.ts';
import { goMod, withFolder } from '../../../support/go-module.ts';

jest.setTimeout(300_000);

const main = (imports: string, body: string): string =>
  `package main\n\nimport (\n${imports}\n)\n\nfunc main() { ${body} }\n`;

const nothing = { certificates: false, tlsClient: false, zones: false, temporaryFiles: false };

test.each<[string, string, string, Partial<typeof nothing>]>([
  ['prints', '"fmt"', 'fmt.Println("x")', {}],
  ['makes a temporary file', '"os"', 'os.CreateTemp("", "x")', { temporaryFiles: true }],
  ['makes a temporary folder', '"os"', 'os.MkdirTemp("", "x")', { temporaryFiles: true }],
  ['serves by HTTP', '"net/http"', 'http.ListenAndServe(":8080", nil)', { certificates: true }],
  [
    'calls by HTTP, and asks for a time zone',
    '"net/http"\n"time"',
    'http.Get("https://a.example"); time.LoadLocation("Europe/Berlin")',
    { certificates: true, tlsClient: true, zones: true },
  ],
  [
    'calls by TLS, with zones of its own',
    '"crypto/tls"\n"time"\n_ "time/tzdata"',
    'tls.Dial("tcp", "a.example:443", nil); time.LoadLocation("Europe/Berlin")',
    { certificates: true, tlsClient: true },
  ],
])('what a stripped program that %s needs', async (_, imports, body, needs) => {
  await withProgram(main(imports, body), 'amd64', async (program) => {
    expect(await runtimeNeeds(program)).toEqual({ ...nothing, ...needs });
  });
});

test('functions of a program of 32 bits, the high byte first', async () => {
  await withProgram(main('"os"', 'os.CreateTemp("", "x")'), 'mips', async (program) => {
    // The names of source files stand in the same table, and are no functions.
    const names = ['os.CreateTemp', 'os.MkdirTemp', 'example.com/m/main.go'];
    expect(await linkedFunctions(program, names)).toEqual(new Set(['os.CreateTemp']));
  });
});

/** Compiles and strips a program for Linux on a processor. */
async function withProgram(
  text: string,
  arch: string,
  use: (program: string) => Promise<void>,
): Promise<void> {
  await withFolder({ ...goMod('example.com/m'), 'main.go': text }, async (folder) => {
    const own = { CGO_ENABLED: '0', GOOS: 'linux', GOARCH: arch, GOFLAGS: '-buildvcs=false' };
    const env = { ...process.env, ...own };
    const pairs = Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined);
    const args = ['build', '-trimpath', '-ldflags=-s -w', '-o', 'app', '.'];
    const built = await exec('go', args, { cwd: folder, env: Object.fromEntries(pairs) });
    expect([built.code, built.stderr]).toEqual([0, '']);
    await use(join(folder, 'app'));
  });
}
