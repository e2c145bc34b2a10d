import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { linkedFunctions } from '../../../../actions/shared/elf/go-functions.ts';
import { buildInfoOf, mainModuleOf, programOf } from '../../../../actions/shared/elf/go-module.ts';
import { readElfTables } from '../../../../actions/shared/elf/sections.ts';
import { exec } from '../../../../actions/shared/exec/exec.ts';

const table = async (path: string): Promise<number> =>
  (await readElfTables(path)).sections.find(({ name }) => name === '.gopclntab')?.offset ?? 0;

/** Writes over bytes of the table of functions. */
async function changeTable(path: string, at: number, bytes: readonly number[]): Promise<void> {
  const file = await open(path, 'r+');
  await file.write(Buffer.from(bytes), 0, bytes.length, (await table(path)) + at);
  await file.close();
}

async function tableAt(path: string, at: number, length: number): Promise<Buffer> {
  const start = (await table(path)) + at;
  return (await readFile(path)).subarray(start, start + length);
}

test('the main module of a Go program is read from its file, and nothing is read from other files', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'seatrial-module-'));
  try {
    await writeFile(join(folder, 'go.mod'), 'module example.com/some/program\n\ngo 1.24\n');
    await writeFile(join(folder, 'main.go'), 'package main\n\nfunc main() {}\n');
    const env = { ...process.env, CGO_ENABLED: '0', GOOS: 'linux', GOFLAGS: '-buildvcs=false' };
    const pairs = Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined);
    const args = ['build', '-trimpath', '-ldflags=-s -w', '-o', 'app', '.'];
    expect((await exec('go', args, { cwd: folder, env: Object.fromEntries(pairs) })).stderr).toBe('');
    const module = { path: 'example.com/some/program', version: '(devel)' };
    expect(await mainModuleOf(join(folder, 'app'))).toEqual(module);
    expect(await programOf(join(folder, 'app'))).toEqual({ program: module.path, module: module.path });
    const printed = await exec('go', ['version', '-m', join(folder, 'app')]);
    expect(await buildInfoOf(join(folder, 'app'))).toBe(printed.stdout);
    expect(
      await linkedFunctions(join(folder, 'app'), ['main.main', 'main.mai', 'time.LoadLocation']),
    ).toEqual(new Set(['main.main']));
    expect(await linkedFunctions(join(folder, 'main.go'), ['main.main'])).toBeUndefined();
    // The names of source files stand behind those of functions; a table of a Go to come is searched as a whole.
    const source = 'example.com/some/program/main.go';
    expect(await linkedFunctions(join(folder, 'app'), ['main.main', source])).toEqual(new Set(['main.main']));
    await changeTable(join(folder, 'app'), 0, [0xe0]);
    expect(await linkedFunctions(join(folder, 'app'), ['main.main', source, 'main.mai'])).toEqual(
      new Set(['main.main', source]),
    );
    // Names that end where they begin: nothing is known of such a file, and not that it has no functions.
    await changeTable(join(folder, 'app'), 0, [0xf1]);
    const start = await tableAt(join(folder, 'app'), 32, 8);
    await changeTable(join(folder, 'app'), 40, [(start[0] ?? 0) + 1, ...start.subarray(1)]);
    expect(await linkedFunctions(join(folder, 'app'), ['main.main'])).toBeUndefined();
    expect(await mainModuleOf(join(folder, 'main.go'))).toBeUndefined();
    expect(await mainModuleOf(join(folder, 'none'))).toBeUndefined();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 60_000);
