import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { contract, type Output } from '../../../actions/go-static-build/src/contract.ts';
import { run } from '../../../actions/go-static-build/src/run.ts';
import { mustHaveFips } from '../../../actions/shared/go/fips.ts';
import { type Files, goContext, goMod, inputsOf, withFolder } from '../../support/go-module.ts';
import { cpuProfile } from '../../support/profile.ts';

// A first compilation of the standard library under other settings takes its time.
jest.setTimeout(600_000);

const upper = 'package main\n\nimport "strings"\n\nfunc main() { println(strings.ToUpper("hi")) }\n';

async function built(folder: string, inputs: Files) {
  const { context, report, lines } = goContext<Output>(folder);
  await run(inputsOf(contract, folder, inputs), context, async () => undefined);
  return { report, lines, flags: report.sections.binaries?.[0]?.flags };
}

test('a profile beside func main is used, named in the binary and in the record; `off` leaves it out', async () => {
  await withFolder({ ...goMod(), 'main.go': upper }, async (folder) => {
    expect((await built(folder, {})).flags).not.toHaveProperty('pgo');
    await writeFile(join(folder, 'default.pgo'), cpuProfile);
    expect((await built(folder, {})).flags).toMatchObject({ pgo: 'default.pgo' });
    expect((await built(folder, { pgo: 'off' })).flags).not.toHaveProperty('pgo');
  });
});

test('a FIPS module is compiled in, switched on and read from the binary', async () => {
  const files = {
    ...goMod(),
    'main.go': 'package main\n\nimport "crypto/fips140"\n\nfunc main() { println(fips140.Enabled()) }\n',
  };
  await withFolder(files, async (folder) => {
    const { report, flags } = await built(folder, { fips: 'certified' });
    expect(flags).toMatchObject({ fips: expect.stringMatching(/^v1\.\d+\.\d+/), cgo: false });
    const { exec } = goContext(folder).context;
    const said = await exec(join(folder, report.outputs.get('path') ?? ''), []);
    expect(said.stderr.trim()).toBe('true');
  });
  expect(() => mustHaveFips('latest', 'go1.23.4')).toThrow('needs Go 1.24 or newer');
  expect(() => mustHaveFips('off', 'go1.23.4')).not.toThrow();
});

test('a version package of the module is stamped without being named, a dependency’s is not', async () => {
  const files = {
    ...goMod(),
    'main.go':
      'package main\n\nimport (\n\t"example.com/m/internal/version"\n\t"example.com/m/other"\n)\n\nvar version2 string\n\nfunc main() { println(version.Version, version.GitCommit, other.Version) }\n',
    'internal/version/v.go':
      'package version\n\nvar (\n\tVersion   = "dev"\n\tGitCommit string\n)\n\nconst Date = "never"\n',
    'other/o.go': 'package other\n\nvar Version = "own"\n',
  };
  await withFolder(files, async (folder) => {
    const { report } = await built(folder, { version: 'v1.2.3', sbom: 'false' });
    const said = await goContext(folder).context.exec(join(folder, report.outputs.get('path') ?? ''), []);
    expect(said.stderr.trim()).toBe(`v1.2.3 ${'f'.repeat(40)} own`);
    expect(report.annotations).toEqual([]);
  });
});

test('the log says how many packages did not have to be compiled', async () => {
  const files = {
    ...goMod(),
    'main.go': 'package main\n\nimport "example.com/m/a"\n\nfunc main() { a.A() }\n',
    'a/a.go': 'package a\n\nfunc A() { println("hi") }\n',
  };
  await withFolder(files, async (folder) => {
    const once = async () => {
      const { context, lines } = goContext<Output>(folder);
      await run(inputsOf(contract, folder), context, async () => undefined);
      return lines.find((line) => line.startsWith('cache: ')) ?? '';
    };
    const counts = (line: string): number[] =>
      (/; (\d+) of (\d+) packages/.exec(line) ?? []).slice(1).map(Number);
    await once();
    const [first = 0, needed] = counts(await once());
    expect([first, first > 20]).toEqual([needed, true]);
    // New code each time the test runs: the cache is the machine's own.
    await writeFile(join(folder, 'main.go'), `${files['main.go']}\nvar now = ${Date.now()}\n`);
    const [reused = 0, all = 0] = counts(await once());
    expect(all - reused).toBe(1);
  });
});
