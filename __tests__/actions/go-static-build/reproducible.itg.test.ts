import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { contract, type Output } from '../../../actions/go-static-build/src/contract.ts';
import {
  causesOf,
  type Side,
  textAround,
} from '../../../actions/go-static-build/src/reproducible/difference.ts';
import { laterCauses } from '../../../actions/go-static-build/src/reproducible/later.ts';
import { run } from '../../../actions/go-static-build/src/run.ts';
import { exec } from '../../../actions/shared/exec/exec.ts';
import { type Files, goContext, goMod, inputsOf, withFolder } from '../../support/go-module.ts';

jest.setTimeout(180_000);

const main = 'package main\n\nvar built string\n\nfunc main() { println(built) }\n';

/** Checks a program; gives the failure, or the value of the output. */
async function checked(folder: string, inputs: Files, env: Files = {}): Promise<unknown> {
  const { context, report } = goContext<Output>(folder, env);
  const all = { reproducible: 'check', sbom: 'false', ...inputs };
  return run(inputsOf(contract, folder, all), context, async () => undefined).then(
    () => report.outputs.get('reproducible'),
    (error: unknown) => error,
  );
}

test('the same bytes from another folder; with the folder in them, the cause is named', async () => {
  await withFolder({ ...goMod(), 'main.go': main }, async (folder) => {
    expect(await checked(folder, {})).toBe('true');
    expect(await checked(folder, { trimpath: 'false' })).toMatchObject({
      message: expect.stringContaining(
        `the folder of the build stands in it: ${folder}/main.go (\`trimpath\` is off)`,
      ),
      fix: 'Set `trimpath: true`.',
    });
  });
});

test('what differs only later is named as well: the time of the run, changes that are in no commit', async () => {
  await withFolder({ ...goMod(), 'main.go': main }, async (folder) => {
    const now = new Date().toISOString();
    expect(await checked(folder, { 'version-variables': `main.built=${now}` })).toMatchObject({
      message: expect.stringContaining(`the time of this run is stamped into it: main.built=${now}`),
    });
    const git = (...args: string[]) =>
      exec('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args]);
    await writeFile(join(folder, '.gitignore'), '.runner-temp\n/bin\n');
    await git('init', '-q');
    await git('add', '-A');
    await git('commit', '-qm', 'one');
    const stamped = { GOFLAGS: '-buildvcs=true' };
    // The copy is stamped with the same commit, although it holds no repository of its own.
    expect(await checked(folder, {}, stamped)).toBe('true');
    await mkdir(join(folder, 'left'));
    await writeFile(join(folder, 'left', 'behind'), '');
    expect(await checked(folder, {}, stamped)).toMatchObject({
      message: expect.stringContaining('changes that are in no commit (vcs.modified)'),
    });
  });
});

const info = { goVersion: 'go1.26.8', program: 'm', module: 'm', moduleVersion: '', dependencies: [] };
const side = (text: string, more: Partial<Side> = {}): Side => ({
  bytes: Buffer.from(text),
  sections: [
    { name: '.text', offset: 0, address: 0, size: 20 },
    { name: '.rodata', offset: 20, address: 20, size: Math.max(0, text.length - 20) },
  ],
  info: { ...info, settings: new Map([['-trimpath', 'true']]) },
  directory: '/nowhere',
  ...more,
});
const code = 'x'.repeat(20);

test('causes of a difference', () => {
  const causes = (a: Side, b: Side, c: string[] = []) =>
    causesOf(a, b, c).map(({ cause, text }) => `${cause}: ${text}`);
  expect(causes(side(code), side(code))).toEqual([]);
  expect(causes(side(`${code}at 10:00:01`), side(`${code}at 10:00:02`), ['m/c'])).toEqual([
    'timestamp: the time of the build stands in .rodata: "at 10:00:01" and then "at 10:00:02"',
  ]);
  const vcs = side(`${code}b`, { info: { ...info, settings: new Map([['vcs.modified', 'true']]) } });
  expect(causes(side(`${code}a`), vcs)).toContain(
    'vcs: the commit that Go stamps differs: vcs.modified is nothing and then true',
  );
  const note = [{ name: '.note.gnu.build-id', offset: 0, address: 0, size: 20 }];
  expect(causes(side(code, { sections: note }), side('y'.repeat(20), { sections: note }))).toEqual([
    'build-id: only the build identifier differs (.note.gnu.build-id)',
  ]);
  expect(causes(side(`${code}seed 7`), side(`${code}seed 8`), ['m/c'])).toEqual([
    'c: .rodata differ, such as "seed 7" and then "seed 8", and C is compiled in (m/c)',
  ]);
  expect(causes(side(`${code}a`), side(`${code}b`))[0]).toMatch(/^unknown: \.rodata differ/);
  const at = (directory: string) => side(`${code}${directory}/c.c`, { directory });
  expect(causesOf(at('/a/one'), at('/b/two'), ['m/c'])).toMatchObject([
    { cause: 'path', text: expect.stringContaining('/a/one/c.c'), fix: expect.stringContaining('SRCDIR') },
  ]);
  expect(textAround(Buffer.from('\0ab\0'), 0)).toBe('');
});

test('which stamps are the time of the run', () => {
  const now = Date.UTC(2026, 10, 26, 1, 2, 3);
  const found = (value: string, commit = '2026-11-20T00:00:00Z') =>
    laterCauses({ ...info, settings: new Map() }, ['-X', `main.v=${value}`], commit, now).length;
  for (const value of [
    '2026-11-26T01:02:00Z',
    '20261126010200',
    '2026-11-26',
    '1795654923',
    'v1-20261126_0102',
  ]) {
    expect([value, found(value)]).toEqual([value, 1]);
  }
  for (const value of ['v1.2.3', '2026-11-20T00:00:00Z', '2020-01-01', 'abcdef012345', '1234567890123']) {
    expect([value, found(value)]).toEqual([value, 0]);
  }
  expect(found('2026-11-26T01:00:00Z', '2026-11-26T01:00:00Z')).toBe(0);
});
