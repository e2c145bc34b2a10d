import { chmod, cp, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import {
  type CacheService,
  openCacheService,
  readOnlyReason,
} from '../../../../actions/shared/cache/service.ts';
import { restoreGoCache, saveGoCache } from '../../../../actions/shared/go/cache/cache.ts';
import { dateBack, dropUnused, listEntries } from '../../../../actions/shared/go/cache/entries.ts';
import { buildKey, hashTree, moduleKey } from '../../../../actions/shared/go/cache/key.ts';
import { trimBuildCache, trimModuleCache } from '../../../../actions/shared/go/cache/trim.ts';
import { openGo } from '../../../../actions/shared/go/tool.ts';
import { goContext, goMod, withFolder } from '../../../support/go-module.ts';

/** A cache service that keeps folders in a folder, and remembers what it was asked to save. */
function folderService(store: string): { open: () => Promise<CacheService>; saved: string[] } {
  const saved: string[] = [];
  const service: CacheService = {
    restore: async (path, key, fallbacks) => {
      const names = await readdir(store).catch(() => []);
      const found = [key, ...fallbacks].flatMap((wanted, index) =>
        names.filter((name) => (index === 0 ? name === wanted : name.startsWith(wanted))),
      )[0];
      if (found !== undefined)
        await cp(join(store, found), path, { recursive: true, preserveTimestamps: true });
      return found;
    },
    save: async (path, key) => {
      saved.push(key);
      await mkdir(path, { recursive: true });
      await cp(path, join(store, key), { recursive: true, preserveTimestamps: true });
    },
  };
  return { open: async () => service, saved };
}

const wish = (axes: readonly string[] = [], budget = 1e9) => ({ axes, own: [], budget });

const program = (text: string): Record<string, string> => ({
  ...goMod(),
  'main.go': `package main\n\nimport "example.com/m/a"\n\nfunc main() { a.A() }\n`,
  'a/a.go': `package a\n\nfunc A() { println("${text}") }\n`,
});

/** A module cache into which Go has downloaded one module. */
async function downloaded(cache: string, module = 'example.com/!a', version = 'v1.0.0'): Promise<void> {
  const download = join(cache, 'cache', 'download', module, '@v');
  const unpacked = join(cache, `${module}@${version}`, 'inner');
  await mkdir(download, { recursive: true });
  await mkdir(unpacked, { recursive: true });
  for (const kind of ['zip', 'mod', 'info'])
    await writeFile(join(download, `${version}.${kind}`), 'x'.repeat(100));
  await writeFile(join(unpacked, 'a.go'), 'package a\n', { mode: 0o444 });
  await chmod(unpacked, 0o555);
}

/** One job on a fresh runner: restore, build, save at the end. */
async function job(store: string, text: string, env: Record<string, string> = {}) {
  return withFolder(program(text), async (folder) => {
    const runner = {
      GOCACHE: join(folder, '.gocache'),
      GOMODCACHE: join(folder, '.gomod'),
      GITHUB_JOB: 'verify',
      ...env,
    };
    const { context, lines } = goContext(folder, runner);
    const { open, saved } = folderService(store);
    const warnings: string[] = [];
    const go = await openGo(context, folder);
    const restored = await restoreGoCache(
      context,
      go,
      wish(['axis']),
      (message) => warnings.push(message),
      open,
    );
    await go.must(['build', '-o', join(folder, 'out'), '.']);
    await saveGoCache(context.temp, context.env, (line) => lines.push(line), open);
    const entries = await listEntries(join(folder, '.gocache'));
    return { restored, saved, lines, warnings, entries };
  });
}

test('a cache is saved once per state of the sources, found again by older ones, and does not grow for ever', async () => {
  await withFolder({}, async (store) => {
    const first = await job(store, 'one');
    expect(first.restored.status).toBe('miss');
    // The module needs no other, so there are no modules to keep.
    expect(first.saved).toHaveLength(1);

    const again = await job(store, 'one');
    expect(again.restored.status).toBe('exact');
    expect(again.saved).toEqual([]);

    const changed = await job(store, 'two');
    expect(changed.restored.status).toBe('older');
    expect(changed.saved).toHaveLength(1);
    expect(changed.saved[0]).toContain('-build-');
    expect(changed.lines.join('\n')).toMatch(/\d+ entries added, [1-9]\d* unused ones dropped/);
    // What was only needed on the way to the first build is gone as well; it never gets beyond that.
    expect(changed.entries.length).toBeLessThanOrEqual(first.entries.length);
    const third = await job(store, 'three');
    expect(third.entries.length).toBeLessThanOrEqual(first.entries.length);
    // Nothing was compiled again that did not change: the package itself, its importer, the program. How many entries those
    // are depends on the clock as well: Go keeps an index of packages whose files are older than two seconds.
    const added = (lines: readonly string[]): number =>
      Number(/(\d+) entries added/.exec(lines.join('\n'))?.[1]);
    for (const { lines } of [changed, third]) expect(added(lines)).toBeLessThan(first.entries.length / 10);
  });
}, 600_000);

test('a fork may read and not write', async () => {
  await withFolder(
    { 'event.json': '{"pull_request":{"head":{"repo":{"full_name":"stranger/x"}}}}' },
    async (folder) => {
      const env = {
        GITHUB_EVENT_NAME: 'pull_request',
        GITHUB_REPOSITORY: 'acme/x',
        GITHUB_EVENT_PATH: join(folder, 'event.json'),
      };
      expect(await readOnlyReason(env)).toContain('fork');
      expect(await readOnlyReason({ ...env, GITHUB_REPOSITORY: 'stranger/x' })).toBeUndefined();
      expect(await readOnlyReason({ ...env, GITHUB_EVENT_PATH: '/nowhere' })).toContain('fork');
      expect(await readOnlyReason({ GITHUB_EVENT_NAME: 'pull_request_target' })).toContain('stranger');
      expect(await readOnlyReason({ GITHUB_EVENT_NAME: 'push' })).toBeUndefined();
      const { context, lines } = goContext(folder, {
        GOCACHE: join(folder, 'c'),
        GOMODCACHE: join(folder, 'm'),
        ...env,
      });
      await writeFile(join(folder, 'go.mod'), 'module example.com/m\n');
      const { open, saved } = folderService(join(folder, 'store'));
      const restored = await restoreGoCache(
        context,
        await openGo(context, folder),
        wish(),
        () => undefined,
        open,
      );
      await downloaded(join(folder, 'm'));
      await saveGoCache(context.temp, context.env, (line) => lines.push(line), open);
      expect(saved).toEqual([]);
      expect(restored.note).toContain('not saved');
    },
  );
});

test('a broken cache is a warning and no more, a missing one a line', async () => {
  await withFolder(program('x'), async (folder) => {
    const { context } = goContext(folder, { GOCACHE: join(folder, '.gocache') });
    const go = await openGo(context, folder);
    const warnings: string[] = [];
    const warn = (message: string): number => warnings.push(message);
    const broken = async (): Promise<CacheService> => ({
      restore: async () => Promise.reject(new Error('503 from the store')),
      save: async () => undefined,
    });
    expect(await restoreGoCache(context, go, wish(), warn, broken)).toMatchObject({ status: 'off' });
    expect(warnings).toEqual(['The Go cache could not be restored: 503 from the store']);
    expect(await restoreGoCache(context, go, wish(), warn, () => openCacheService({}))).toEqual({
      status: 'off',
      note: 'this runner has no cache service',
    });
    expect(warnings).toHaveLength(1);
  });
});

test('a service that takes long to give nothing is not asked again at the end', async () => {
  await withFolder(program('x'), async (folder) => {
    const { context, lines } = goContext(folder, { GOCACHE: join(folder, '.gocache') });
    let clock = 0;
    const slow = async (): Promise<CacheService> => ({
      restore: async () => {
        clock += 20_000;
        return undefined;
      },
      save: async () => Promise.reject(new Error('asked again')),
    });
    const go = await openGo(context, folder);
    const report = await restoreGoCache({ ...context, now: () => clock }, go, wish(), () => undefined, slow);
    expect(report.note).toContain('does not answer');
    await saveGoCache(context.temp, context.env, (line) => lines.push(line), slow);
    expect(lines).toEqual(['Go cache: nothing to save.']);
  });
});

test('a second action of the job finds the cache restored', async () => {
  await withFolder(program('x'), async (folder) => {
    const { context } = goContext(folder, { GOCACHE: join(folder, 'c'), GOMODCACHE: join(folder, 'mod') });
    const go = await openGo(context, folder);
    let asked = 0;
    const counting = async (): Promise<CacheService> => ({
      restore: async () => {
        asked += 1;
        return undefined;
      },
      save: async () => undefined,
    });
    await restoreGoCache(context, go, wish(['test']), () => undefined, counting);
    const second = await restoreGoCache(context, go, wish(['build']), () => undefined, counting);
    expect(second).toEqual({ status: 'miss', note: 'restored by an earlier step of the job' });
    expect(asked).toBe(2);
  });
});

test('modules are kept when the job downloaded them, and left alone when they are the runner’s own', async () => {
  await withFolder(program('x'), async (folder) => {
    const { context } = goContext(folder, { GOCACHE: join(folder, 'c'), GOMODCACHE: join(folder, 'mod') });
    const go = await openGo(context, folder);
    const paths: string[] = [];
    const spying = async (): Promise<CacheService> => ({
      restore: async (path) => {
        paths.push(`restore ${path}`);
        return undefined;
      },
      save: async (path) => {
        paths.push(`save ${path}`);
      },
    });
    const round = async (temp: string): Promise<string[]> => {
      paths.length = 0;
      await restoreGoCache({ ...context, temp }, go, wish(), () => undefined, spying);
      await downloaded(join(folder, 'mod'));
      await saveGoCache(temp, context.env, () => undefined, spying);
      return [...paths];
    };
    expect(await round(join(folder, 'job1'))).toEqual([
      `restore ${join(folder, 'mod')}`,
      `restore ${join(folder, 'c')}`,
      `save ${join(folder, 'mod')}`,
    ]);
    expect(await round(join(folder, 'job2'))).toEqual([`restore ${join(folder, 'c')}`]);
  });
});

test('an output stays while an action entry in use names it', async () => {
  const id = (digit: string): string => digit.repeat(64);
  await withFolder(
    {
      [`aa/${id('a')}-a`]: `v1 ${id('a')} ${id('b')}   12  1700000000000000000\n`,
      [`bb/${id('b')}-d`]: 'named by a used entry',
      [`cc/${id('c')}-a`]: `v1 ${id('c')} ${id('d')}   12  1700000000000000000\n`,
      [`dd/${id('d')}-d`]: 'named by an unused entry',
      README: 'not ours',
    },
    async (cache) => {
      const entries = await listEntries(cache);
      expect(entries).toHaveLength(4);
      const mark = await dateBack(cache, entries, Date.now());
      await writeFile(join(cache, 'aa', `${id('a')}-a`), `v1 ${id('a')} ${id('b')} 12 1\n`);
      expect(await dropUnused(cache, mark)).toBe(2);
      expect((await listEntries(cache)).sort()).toEqual([`aa/${id('a')}-a`, `bb/${id('b')}-d`]);
      expect((await stat(join(cache, 'README'))).isFile()).toBe(true);
    },
  );
});

test('keys: sources decide, then the nearest older state', async () => {
  const facts = {
    settings: { version: 'go1.26.8', hostOs: 'linux', hostArch: 'amd64' },
    job: 'verify',
    axes: ['false', 'true'],
    own: ['linux/amd64'],
    requirements: 'r1',
    sources: 's1',
  };
  const key = buildKey(facts);
  expect(key.fallbacks).toHaveLength(5);
  for (const fallback of key.fallbacks) expect(key.key.startsWith(fallback)).toBe(true);
  const [nearest, , , sameAxes = '', farthest = ''] = key.fallbacks;
  expect(buildKey({ ...facts, sources: 's2' }).key.startsWith(nearest ?? '?')).toBe(true);
  expect(buildKey({ ...facts, axes: ['true', 'true'] }).key.startsWith(nearest ?? '')).toBe(false);
  expect(buildKey({ ...facts, axes: ['true', 'true'] }).key.startsWith(farthest)).toBe(true);
  expect(buildKey({ ...facts, own: ['race'], job: 'other' }).key.startsWith(sameAxes)).toBe(true);
  expect(buildKey({ ...facts, axes: ['true', 'true'] }).key.startsWith(sameAxes)).toBe(false);
  expect(
    buildKey({ ...facts, settings: { ...facts.settings, version: 'go1.27.0' } }).key.startsWith(farthest),
  ).toBe(false);
  expect(moduleKey(facts).fallbacks).toEqual(['seatrial-go1-mod-linux-']);
});

test('hashes follow sources and requirements apart, wherever the module lies', async () => {
  const of = (files: Record<string, string>) => withFolder(files, hashTree);
  const base = await of({ 'go.mod': 'a', 'x/a.go': 'b', 'readme.md': 'c' });
  expect(
    await of({ 'go.mod': 'a', 'x/a.go': 'b', 'readme.md': 'changed', 'node_modules/n.go': 'n' }),
  ).toEqual(base);
  const sources = await of({ 'go.mod': 'a', 'x/a.go': 'changed' });
  expect(sources.requirements).toBe(base.requirements);
  expect(sources.sources).not.toBe(base.sources);
  const moved = await of({ 'go.mod': 'a', 'y/a.go': 'b' });
  expect(moved.sources).not.toBe(base.sources);
  expect((await of({ 'go.mod': 'a', 'go.sum': 's', 'x/a.go': 'b' })).requirements).not.toBe(
    base.requirements,
  );
});

test('a build cache is cut to its budget, the largest first', async () => {
  const id = (digit: string): string => digit.repeat(64);
  const files = {
    [`aa/${id('a')}-d`]: 'x'.repeat(1000),
    [`bb/${id('b')}-d`]: 'x'.repeat(500),
    [`cc/${id('c')}-a`]: 'x'.repeat(100),
    'seatrial-seconds.json': 'x'.repeat(5000),
  };
  await withFolder(files, async (cache) => {
    expect(await trimBuildCache(cache, 1600)).toEqual({ dropped: 0, bytes: 1600 });
    expect(await trimBuildCache(cache, 700)).toEqual({ dropped: 1, bytes: 600 });
    expect((await listEntries(cache)).sort()).toEqual([`bb/${id('b')}-d`, `cc/${id('c')}-a`]);
  });
});

test('a module cache over its budget loses what go.sum does not name, read-only as it is', async () => {
  await withFolder(
    { 'go.sum': 'example.com/A v1.0.0 h1:x=\nexample.com/c v1.0.0/go.mod h1:x=\n' },
    async (folder) => {
      const cache = join(folder, 'mod');
      await downloaded(cache);
      await downloaded(cache, 'example.com/b');
      await downloaded(cache, 'golang.org/toolchain', 'v0.0.1-go1.26.8.linux-amd64');
      const sums = [join(folder, 'go.sum')];
      expect((await trimModuleCache(cache, 1e9, sums)).dropped).toBe(0);
      const trimmed = await trimModuleCache(cache, 10, sums);
      expect(trimmed.dropped).toBe(1);
      expect((await readdir(join(cache, 'example.com'))).sort()).toEqual(['!a@v1.0.0']);
      expect(await readdir(join(cache, 'cache', 'download', 'example.com', 'b', '@v'))).toEqual([]);
      expect(await readdir(join(cache, 'golang.org'))).toHaveLength(1);
    },
  );
});
