import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { stampFlags } from '../../../actions/go-static-build/src/stamp/stamp.ts';
import type { GoPackage } from '../../../actions/shared/go/packages.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seatrial-stamp-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const stamp = { version: 'v1.2.3', commit: 'c0ffee', date: '2026-11-24T02:01:29Z' };

async function packageOf(importPath: string, name: string, source: string): Promise<GoPackage> {
  const file = `${name}.go`;
  await writeFile(join(folder, file), `package ${name}\n${source}\n`);
  return {
    importPath,
    name,
    directory: folder,
    module: 'example.com/app',
    own: true,
    standard: false,
    dependency: name !== 'main',
    goFiles: [file],
    cgoFiles: [],
    ignoredFiles: [],
    imports: [],
    testFiles: [],
  };
}

test('a package that is asked about several times at once is looked for once', async () => {
  const main = await packageOf('example.com/app', 'main', 'var version string');
  const meta = await packageOf(
    'example.com/app/meta',
    'meta',
    'const v = "v"\nvar V = v + "0"\nvar C string',
  );
  let asked = 0;
  const imports = async () => {
    asked += 1;
    return { packages: [main, meta], leftOut: [] };
  };
  const wanted = new Map(
    ['V', 'C', 'D'].map((name) => [`example.com/app/meta.${name}`, '{version}'] as const),
  );
  expect(await stampFlags({ mains: [main], imports }, wanted, stamp)).toEqual({
    flags: ['-X', 'example.com/app/meta.V=v1.2.3', '-X', 'example.com/app/meta.C=v1.2.3'],
    missing: ['example.com/app/meta.D'],
  });
  expect(asked).toBe(1);
});

test('the usual variables of the program are stamped where they stand, and nobody is asked for its imports', async () => {
  const main = await packageOf('example.com/app', 'main', 'var version = "dev"\nvar date = now()');
  const imports = () => Promise.reject(new Error('not to be asked'));
  expect(await stampFlags({ mains: [main], imports }, undefined, stamp)).toEqual({
    flags: ['-X', 'main.version=v1.2.3'],
    missing: [],
  });
});
