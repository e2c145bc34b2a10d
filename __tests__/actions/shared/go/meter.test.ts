import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readActionGraph, together } from '../../../../actions/shared/go/action-graph.ts';
import { cacheWords } from '../../../../actions/shared/go/cache/words.ts';
import { metered } from '../../../../actions/shared/go/meter.ts';
import { type Go, openGo } from '../../../../actions/shared/go/tool.ts';
import { goContext, goMod, withFolder } from '../../../support/go-module.ts';

const graph = (compiled: Record<string, number>, reused: readonly string[]): string =>
  JSON.stringify([
    { Mode: 'link', Package: 'm', Cmd: ['link'] },
    { Mode: 'build', Package: '' },
    ...Object.entries(compiled).map(([Package, seconds]) => ({
      Mode: 'build',
      Package,
      Cmd: ['compile'],
      CmdReal: 99e9,
      CmdUser: seconds * 0.75e9,
      CmdSys: seconds * 0.25e9,
    })),
    ...reused.map((Package) => ({ Mode: 'build', Package, Cmd: null })),
  ]);

test('what an action graph says was compiled, and what was found in the cache', () => {
  const one = readActionGraph(graph({ a: 2, b: 0 }, ['c']));
  expect(one).toMatchObject({ compiled: new Map(Object.entries({ a: 2, b: 0 })), reused: new Set(['c']) });
  // Tests find what vet has compiled just before them: it was not in the cache for that.
  expect(together([one, readActionGraph(graph({}, ['a', 'c', 'd']))]).reused).toEqual(new Set(['c', 'd']));
});

/** A Go that writes the graph it is given and remembers how it was called. */
function fakeGo(go: Go, buildCache: string, json: string, refuses = false): { go: Go; calls: string[][] } {
  const calls: string[][] = [];
  const run: Go['run'] = async (args) => {
    calls.push([...args]);
    const flag = args.find((arg) => arg.startsWith('-debug-actiongraph='));
    if (flag !== undefined && refuses) {
      return { code: 2, stdout: '', stderr: 'flag provided but not defined: -debug-actiongraph' };
    }
    if (flag !== undefined) await writeFile(flag.slice(flag.indexOf('=') + 1), json);
    return { code: 0, stdout: '', stderr: '' };
  };
  return { go: { ...go, run, settings: { ...go.settings, buildCache } }, calls };
}

test('seconds are remembered beside the cache and told by the runs that are spared them', async () => {
  await withFolder(goMod(), async (folder) => {
    const { context } = goContext(folder);
    const go = await openGo(context, folder);
    const cache = join(folder, 'cache');
    await mkdir(cache);
    const job = async (json: string, refuses = false) => {
      const fake = fakeGo(go, cache, json, refuses);
      const meter = metered(fake.go, context.temp);
      await meter.run(['list', './...']);
      await meter.must(['build', '-o', 'x', '.']);
      return { use: await meter.use(), calls: fake.calls };
    };
    const first = await job(graph({ a: 2, b: 4 }, ['old']));
    expect(first.use).toEqual({ packages: 3, reused: 1, secondsSaved: 0, timed: 0 });
    expect(first.calls[0]).toEqual(['list', './...']);
    expect(first.calls[1]?.[1]).toMatch(/^-debug-actiongraph=/);
    expect(JSON.parse(await readFile(join(cache, 'seatrial-seconds.json'), 'utf8'))).toEqual({ a: 2, b: 4 });
    expect(await readdir(join(context.temp, 'seatrial'))).toEqual([]);

    const second = await job(graph({ b: 5 }, ['a', 'old']));
    expect(second.use).toEqual({ packages: 3, reused: 2, secondsSaved: 2, timed: 1 });
    const report = { status: 'older', note: 'of older sources' } as const;
    expect(cacheWords(report, second.use)).toBe(
      'cache: older (of older sources); 2 of 3 packages (66 %) did not have to be compiled, which saved at least 2.0s of compiling',
    );
    expect((await job(graph({}, ['a', 'b']))).use).toMatchObject({ secondsSaved: 7, timed: 2 });

    const without = await job('', true);
    expect(without.calls.at(-1)).toEqual(['build', '-o', 'x', '.']);
    expect(cacheWords(report, without.use)).toBe('cache: older (of older sources)');
  });
});
