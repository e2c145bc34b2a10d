import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { linkedFunctions } from '../../../../actions/shared/elf/go-functions.ts';
import { buildInfoOf, mainModuleOf, programOf } from '../../../../actions/shared/elf/go-module.ts';
import { exec } from '../../../../actions/shared/exec/exec.ts';

test('the main module of a Go program is read from its file, and nothing is read from other files', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'seatrial-module-'));
  try {
    await writeFile(join(folder, 'go.mod'), 'module example.com/some/program\n\ngo 1.24\n');
    await writeFile(join(folder, 'main.go'), 'package main\n\nfunc main() {}\n');
    const env = { ...process.env, CGO_ENABLED: '0', GOOS: 'linux', GOFLAGS: '-buildvcs=false' };
    const pairs = Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined);
    const args = ['build', '-ldflags=-s -w', '-o', 'app', '.'];
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
    expect(await mainModuleOf(join(folder, 'main.go'))).toBeUndefined();
    expect(await mainModuleOf(join(folder, 'none'))).toBeUndefined();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 60_000);
