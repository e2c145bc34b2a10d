import type { Axes } from '../axes.ts';
import type { GoPackage } from '../packages.ts';

/** A package that needs C, and how the program comes to import it. */
export interface CgoUse {
  readonly importPath: string;
  readonly files: readonly string[];
  readonly standard: boolean;
  /** Import path by import path, from a package that was asked for to the one that needs C. */
  readonly chain: readonly string[];
}

/** cgo's own run-time support is there because of the others and says nothing. */
const support = new Set(['runtime/cgo', 'runtime/race', 'runtime/msan', 'runtime/asan']);

/** The packages that need C under the settings the listing was made with; those outside the standard library first. */
export function cgoUses(packages: readonly GoPackage[], from?: string): CgoUse[] {
  const chains = importChains(packages, from);
  return packages
    .filter(({ importPath, cgoFiles }) => cgoFiles.length > 0 && !support.has(importPath))
    .flatMap(({ importPath, cgoFiles, standard }) => {
      const chain = chains.get(importPath);
      return chain === undefined ? [] : [{ importPath, files: cgoFiles, standard, chain }];
    })
    .sort((a, b) => Number(a.standard) - Number(b.standard));
}

/** The shortest way from a root to every package that is reached from it. */
function importChains(packages: readonly GoPackage[], from?: string): Map<string, readonly string[]> {
  const byPath = new Map(packages.map((one) => [one.importPath, one]));
  const roots = packages.filter((one) => (from === undefined ? !one.dependency : one.importPath === from));
  const chains = new Map(roots.map(({ importPath }) => [importPath, [importPath]]));
  // A Map can be added to while it is walked, which makes it a breadth-first queue.
  for (const [importPath, chain] of chains) {
    for (const next of byPath.get(importPath)?.imports ?? []) {
      if (!chains.has(next) && byPath.has(next)) chains.set(next, [...chain, next]);
    }
  }
  return chains;
}

/**
 * What the programs of a module use; where there is none, what its packages use. Tests and build ask the same way, so
 * that `cgo: auto` comes to the same answer in both.
 */
export function programUses(packages: readonly GoPackage[]): CgoUse[] {
  const mains = packages.filter(({ name, dependency }) => name === 'main' && !dependency);
  const found =
    mains.length === 0 ? cgoUses(packages) : mains.flatMap(({ importPath }) => cgoUses(packages, importPath));
  return [...new Map(found.map((use) => [use.importPath, use])).values()];
}

/** CGO_ENABLED for a module: what was asked for, and for `auto` what the module's own needs say. */
export function cgoEnabled(cgo: Axes['cgo'], usesWhenOn: readonly CgoUse[]): boolean {
  if (cgo === 'auto') return usesWhenOn.some(({ standard }) => !standard);
  return cgo === 'true';
}

/** CGO_ENABLED as Go reads it. */
export function cgoEnv(on: boolean): { CGO_ENABLED: '0' | '1' } {
  return { CGO_ENABLED: on ? '1' : '0' };
}
