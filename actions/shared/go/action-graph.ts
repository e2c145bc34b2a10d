import { fieldsOf, textOf } from './decode.ts';

/** What one call of Go did for the packages it needed. */
export interface CompileWork {
  /** Seconds of the processor by package, which a busy runner does not lengthen as it does those of the clock. */
  readonly compiled: ReadonlyMap<string, number>;
  /** Packages that came out of the build cache. */
  readonly reused: ReadonlySet<string>;
}

/**
 * Reads what `-debug-actiongraph` writes: one object per action. An action of mode `build` whose commands were run
 * was compiled; one without commands was found in the cache (cmd/go/internal/work, `actionJSON`).
 */
export function readActionGraph(json: string): CompileWork {
  const actions: unknown = JSON.parse(json);
  const compiled = new Map<string, number>();
  const reused = new Set<string>();
  for (const action of Array.isArray(actions) ? actions : []) {
    const get = fieldsOf(action);
    const name = textOf(get.get('Package'));
    if (get.get('Mode') !== 'build' || name === '') continue;
    const nanoseconds = Number(get.get('CmdUser') ?? 0) + Number(get.get('CmdSys') ?? 0);
    if (Array.isArray(get.get('Cmd'))) compiled.set(name, nanoseconds / 1e9);
    else reused.add(name);
  }
  return { compiled, reused };
}

/** Several calls as one: a package that one of them compiled was not in the cache, wherever the others found it. */
export function together(all: readonly CompileWork[]): CompileWork {
  const compiled = new Map(all.flatMap((one) => [...one.compiled]));
  const reused = new Set(all.flatMap((one) => [...one.reused]).filter((name) => !compiled.has(name)));
  return { compiled, reused };
}
