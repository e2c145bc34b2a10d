import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, jest, test } from '@jest/globals';
import { toolPath } from '../../testbed/tools/ensure.ts';
import { type Files, withFolder } from '../support/go-module.ts';
import { forget, runStub, type StubResult } from '../support/run-action.ts';
import { acceptLanguage, writeVulnerabilityDb } from '../support/vulndb.ts';

/** Known vulnerabilities that can be reached, found by the real govulncheck in real programs. */

jest.setTimeout(300_000);

let govulncheck: string;
beforeAll(async () => {
  govulncheck = await toolPath('govulncheck');
}, 600_000);

/** A program with the vulnerable x/text 0.3.7, which calls the function in question or another one of the package. */
const program = (call: string): Files => ({
  'go.mod': 'module example.com/greeter\n\ngo 1.24\n\nrequire golang.org/x/text v0.3.7\n',
  'go.sum':
    'golang.org/x/text v0.3.7 h1:olpwvP2KacW1ZWvsR7uQhoyTYvKAupfQrRGBFM352Gk=\ngolang.org/x/text v0.3.7/go.mod h1:u+2+/6zg+i71rQMx5EYifcz6MCKuco9NR6JIITiCfzQ=\n',
  'main.go': `package main\n\nimport (\n\t"fmt"\n\t"os"\n\n\t"golang.org/x/text/language"\n)\n\nfunc main() { fmt.Println(language.${call}(os.Args[0])) }\n`,
});

async function checked(files: Files, inputs: Files): Promise<StubResult & { readonly stream: string }> {
  return withFolder(files, async (workspace) => {
    const database = await writeVulnerabilityDb(join(workspace, '.vulndb'), [acceptLanguage]);
    const result = await runStub(
      'go-static-build',
      { govulncheck, 'vulnerability-db': database, ...inputs },
      { workspace, env: { GOFLAGS: '-buildvcs=false' } },
    );
    const stream = await readFile(result.outputs['vulnerabilities'] ?? '', 'utf8').catch(() => '');
    await forget(result);
    return { ...result, stream };
  });
}

const reached = {
  id: 'GO-2022-1059',
  aliases: acceptLanguage.aliases,
  module: 'golang.org/x/text',
  version: 'v0.3.7',
  fixedIn: 'v0.3.8',
  reachable: true,
  symbols: ['golang.org/x/text/language.ParseAcceptLanguage'],
};

test('in the stripped binary that ships nothing is left to see; its twin shows what is linked in', async () => {
  const { code, outputs, record, summary, stream } = await checked(program('ParseAcceptLanguage'), {
    reachability: 'binary',
  });
  expect(code).toBe(0);
  expect(outputs['reachable-vulnerabilities']).toBe('1');
  expect(record).toMatchObject({
    reachability: { verdict: 'reachable', scanner: { name: 'govulncheck' }, vulnerabilities: [reached] },
  });
  expect(summary).toContain('GO-2022-1059 CVE-2022-32149');
  expect(stream).toContain('"function": "ParseAcceptLanguage"');
  expect(JSON.parse(outputs['vulnerability-extracts'] ?? '')).toHaveLength(1);
});

test('a vulnerable module whose function is not linked in is known, and not reachable', async () => {
  const { outputs, record } = await checked(program('Make'), { reachability: 'binary' });
  expect(outputs['reachable-vulnerabilities']).toBe('0');
  expect(record).toMatchObject({
    reachability: {
      verdict: 'none-reachable',
      vulnerabilities: [{ id: 'GO-2022-1059', reachable: false, symbols: [] }],
    },
  });
});

test('a database that is not there: the binary is built, and nothing is claimed', async () => {
  const { code, outputs, record, stdout } = await checked(program('Make'), {
    reachability: 'binary',
    'vulnerability-db': 'file:///nowhere/at/all',
  });
  expect(code).toBe(0);
  expect(stdout).toContain('::warning title=reachability could not be checked::');
  expect(outputs).toMatchObject({ vulnerabilities: '', 'reachable-vulnerabilities': '', linkage: 'static' });
  expect(record).toMatchObject({
    reachability: {
      verdict: 'could-not-check',
      reason: expect.stringContaining('no such file'),
      vulnerabilities: [],
    },
  });
});

const matrix = process.env['SEATRIAL_TEST_ALL'] === '1' ? ['source'] : [];

for (const reachability of matrix)
  test('from the sources, with the calls that lead there', async () => {
    const { outputs, summary } = await checked(program('ParseAcceptLanguage'), { reachability });
    expect(outputs['reachable-vulnerabilities']).toBe('1');
    expect(summary).toMatch(
      /example\.com\/greeter\.main .*→ golang\.org\/x\/text\/language\.ParseAcceptLanguage/,
    );
  });
