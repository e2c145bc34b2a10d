import { field, listOf, textOf } from '../json/json.ts';

/** What one call of Go did for the packages it needed. */
export interface CompileWork {
  /** Seconds of the processor by package, which a busy runner does not lengthen as it does those of the clock. */
  readonly compiled: ReadonlyMap<string, number>;
  /** Packages that came out of the build cache. */
  readonly reused: ReadonlySet<string>;
  /** What each of them imports, the standard library's own tricks included. */
  readonly imports: ReadonlyMap<string, readonly string[]>;
}

/**
 * Reads what `-debug-actiongraph` writes: one object per action. An action of mode `build` whose commands were run
 * was compiled; one without commands was found in the cache (cmd/go/internal/work, `actionJSON`).
 */
export function readActionGraph(json: string): CompileWork {
  const actions = listOf(JSON.parse(json)).filter(
    (one) => field(one, 'Mode') === 'build' && nameIn(one) !== '',
  );
  const names = new Map(actions.map((one) => [field(one, 'ID'), nameIn(one)]));
  const compiled = new Map<string, number>();
  const reused = new Set<string>();
  const imports = new Map<string, readonly string[]>();
  for (const one of actions) {
    const name = nameIn(one);
    const nanoseconds = Number(field(one, 'CmdUser') ?? 0) + Number(field(one, 'CmdSys') ?? 0);
    if (Array.isArray(field(one, 'Cmd'))) compiled.set(name, nanoseconds / 1e9);
    else reused.add(name);
    // Others than `build` are about the package itself: its cache entry, its profile.
    imports.set(
      name,
      listOf(field(one, 'Deps')).flatMap((id) => names.get(id) ?? []),
    );
  }
  return { compiled, reused, imports };
}

function nameIn(action: unknown): string {
  return textOf(field(action, 'Package')) ?? '';
}

/** Several calls as one: a package that one of them compiled was not in the cache, wherever the others found it. */
export function together(all: readonly CompileWork[]): CompileWork {
  const compiled = new Map(all.flatMap((one) => [...one.compiled]));
  const reused = new Set(all.flatMap((one) => [...one.reused]).filter((name) => !compiled.has(name)));
  return { compiled, reused, imports: new Map(all.flatMap((one) => [...one.imports])) };
}
