import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type CompileWork, readActionGraph, together } from './action-graph.ts';
import { fieldsOf } from './decode.ts';
import { explainGoFailure } from './explain.ts';
import { keep, readKept } from './kept.ts';
import type { Go } from './tool.ts';

/** What the build cache was good for in this step. */
export interface CacheUse {
  /** Packages that were needed, and those of them that did not have to be compiled. */
  readonly packages: number;
  readonly reused: number;
  /** Seconds of the compiler that were saved, as far as it is known how long the packages took once. */
  readonly secondsSaved: number;
  /** Packages that were reused and whose time is known. */
  readonly timed: number;
}

/** A Go tool that keeps count. */
export interface Metered extends Go {
  /** What was compiled and reused so far; remembers the times for later runs beside Go's own cache. */
  use(): Promise<CacheUse>;
  /** What the last call that compiled did; undefined where Go gave no account of it. */
  last(): CompileWork | undefined;
}

const timesFile = 'seatrial-seconds.json';
const compiling = new Set(['build', 'test', 'vet']);

/**
 * Has Go write down what it compiles (`-debug-actiongraph`; there is no other account that knows the cache's part).
 * Where a Go no longer knows the flag, it is called without, and nothing is counted.
 */
export function metered(go: Go, temp: string): Metered {
  const works: CompileWork[] = [];
  let last: CompileWork | undefined;
  let calls = 0;
  const run: Go['run'] = async (args, options) => {
    const [command = '', ...rest] = args;
    if (!compiling.has(command)) return go.run(args, options);
    calls += 1;
    last = undefined;
    const graph = join(temp, 'seatrial', `action-graph-${process.pid}-${calls}.json`);
    await mkdir(join(temp, 'seatrial'), { recursive: true });
    try {
      const result = await go.run([command, `-debug-actiongraph=${graph}`, ...rest], options);
      if (/flag provided but not defined: -debug-actiongraph/.test(result.stderr)) {
        return await go.run(args, options);
      }
      last = await readGraph(graph);
      if (last !== undefined) works.push(last);
      return result;
    } finally {
      await rm(graph, { force: true });
    }
  };
  return {
    ...go,
    run,
    must: async (args, options) => {
      const result = await run(args, options);
      if (result.code !== 0) throw explainGoFailure(args, result, go.directory);
      return result.stdout;
    },
    use: () => useOf(together(works), go.settings.buildCache),
    last: () => last,
  };
}

/** A build that failed leaves no graph, or half of one; counting is no reason to fail. */
async function readGraph(path: string): Promise<CompileWork | undefined> {
  try {
    return readActionGraph(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}

async function useOf({ compiled, reused }: CompileWork, buildCache: string): Promise<CacheUse> {
  const known = await readTimes(buildCache);
  const times = [...reused].flatMap((name) => known.get(name) ?? []);
  if (compiled.size > 0) {
    const all = new Map([...known, ...compiled]);
    const rounded = [...all].map(([name, seconds]) => [name, Math.round(seconds * 1000) / 1000] as const);
    await keep(buildCache, timesFile, Object.fromEntries(rounded));
  }
  return {
    packages: compiled.size + reused.size,
    reused: reused.size,
    secondsSaved: times.reduce((sum, seconds) => sum + seconds, 0),
    timed: times.length,
  };
}

async function readTimes(buildCache: string): Promise<Map<string, number>> {
  const pairs = [...fieldsOf(await readKept(buildCache, timesFile))];
  return new Map(pairs.filter((pair): pair is [string, number] => typeof pair[1] === 'number'));
}
