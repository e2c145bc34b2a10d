import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { leftOutOf } from '../../../actions/go-static-build/src/plan/left-out.ts';
import type { GoPackage } from '../../../actions/shared/go/packages.ts';
import type { Go } from '../../../actions/shared/go/tool.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seatrial-left-out-'));
  await mkdir(join(folder, 'cache'));
  await writeFile(join(folder, 'go.mod'), 'module m\n');
  await writeFile(join(folder, 'go.sum'), 'example.com/sqlite v1.0.0 h1:a=\n');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function go(changed: Partial<Go['settings']> = {}): Go {
  const never = async (): Promise<never> => {
    throw new Error('Go is not to be asked');
  };
  const settings = {
    version: 'go1.26.0',
    hostOs: 'linux',
    hostArch: 'amd64',
    module: join(folder, 'go.mod'),
    workspace: '',
    buildCache: join(folder, 'cache'),
    moduleCache: '',
    flags: '',
    cc: '',
    ...changed,
  };
  return { directory: folder, settings, mended: [], run: never, must: never, tool: never };
}

const named = (importPath: string, ...imports: string[]): GoPackage => ({
  importPath,
  name: 'main',
  directory: '',
  standard: false,
  dependency: false,
  imports,
  goFiles: ['main.go'],
  cgoFiles: [],
  ignoredFiles: [],
  testFiles: [],
  module: 'm',
  own: true,
});

/** Asks twice, the second time under what is given, and tells how often the packages were looked at. */
async function looks(second: { go?: Go; named?: GoPackage[]; settings?: string[] } = {}): Promise<number> {
  let count = 0;
  const look = async (): Promise<string[]> => {
    count += 1;
    return ['example.com/sqlite'];
  };
  const packages = [named('m', 'fmt', 'example.com/sqlite')];
  expect(await leftOutOf(go(), packages, ['linux/amd64'], look)).toEqual(['example.com/sqlite']);
  const again = leftOutOf(
    second.go ?? go(),
    second.named ?? packages,
    second.settings ?? ['linux/amd64'],
    look,
  );
  expect(await again).toEqual(['example.com/sqlite']);
  return count;
}

test('the packages are looked at once as long as modules and imports are the same', async () => {
  expect(await looks()).toBe(1);
});

test.each([
  ['another package is imported', () => ({ named: [named('m', 'fmt', 'example.com/other')] })],
  ['another tag', () => ({ settings: ['linux/amd64', 'sqlite_omit_cgo'] })],
  ['another Go', () => ({ go: go({ version: 'go1.26.1' }) })],
  ['other flags', () => ({ go: go({ flags: '-tags=x' }) })],
])('they are looked at again: %s', async (_what, second) => {
  expect(await looks(second())).toBe(2);
});

test('they are looked at again when a module has another version', async () => {
  expect(await looks()).toBe(1);
  await writeFile(join(folder, 'go.sum'), 'example.com/sqlite v1.0.1 h1:b=\n');
  expect(await looks()).toBe(1);
  const kept: unknown = JSON.parse(await readFile(join(folder, 'cache', 'seatrial-left-out.json'), 'utf8'));
  expect(Object.values(kept ?? {})).toEqual([['example.com/sqlite'], ['example.com/sqlite']]);
});

test.each([
  ['a workspace', () => ({ go: go({ workspace: '/go.work' }) })],
  ['another go.mod', () => ({ go: go({ flags: '-modfile=other.mod' }) })],
  ['a package of the module that was not named', () => ({ named: [named('m', 'm/internal/db')] })],
])('nothing is remembered where more decides: %s', async (_what, second) => {
  expect(await looks(second())).toBe(2);
  expect(await looks(second())).toBe(1);
});

test.each([
  ['a module replaced by a folder', 'go.mod', 'module m\nreplace example.com/sqlite => ../sqlite\n'],
  ['vendored modules', 'vendor/modules.txt', '# example.com/sqlite v1.0.0\n'],
])('nothing is remembered with %s', async (_what, path, text) => {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
  expect(await looks()).toBe(2);
});

test('a cache that can’t be read or written is no obstacle', async () => {
  await writeFile(join(folder, 'cache', 'seatrial-left-out.json'), '{');
  expect(await looks()).toBe(1);
  await rm(join(folder, 'cache'), { recursive: true });
  expect(await looks()).toBe(2);
});
