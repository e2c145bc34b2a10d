import { axisFlags } from './axes.ts';
import { fieldsOf, parseJsonObjects, textOf, textsOf } from './decode.ts';
import type { Go } from './tool.ts';

/** What `go list` knows about a package, as far as the actions need it. */
export interface GoPackage {
  readonly importPath: string;
  readonly name: string;
  readonly directory: string;
  /** Part of Go's standard library. */
  readonly standard: boolean;
  /** Listed only because another one imports it. */
  readonly dependency: boolean;
  readonly imports: readonly string[];
  /** Files that are compiled and import no "C". */
  readonly goFiles: readonly string[];
  /** Files that import "C", as far as they count under the chosen settings. */
  readonly cgoFiles: readonly string[];
  /** Go files that build constraints leave out under the chosen settings. */
  readonly ignoredFiles: readonly string[];
  readonly testFiles: readonly string[];
  /** Path of its module; empty for the standard library. */
  readonly module: string;
  /** Whether it belongs to the module that is being worked on. */
  readonly own: boolean;
}

const fields =
  'ImportPath,Name,Dir,Standard,DepOnly,Imports,GoFiles,CgoFiles,IgnoredGoFiles,TestGoFiles,XTestGoFiles,Module';

/** Lists packages: `alone` without looking at what they import, which takes a fifth of the time; with `deps` all of it. */
export async function listPackages(
  go: Go,
  patterns: readonly string[],
  options: {
    trimpath: boolean;
    tags: readonly string[];
    deps?: boolean;
    alone?: boolean;
    env?: Readonly<Record<string, string>>;
  },
): Promise<GoPackage[]> {
  const flags = [
    ...axisFlags(options),
    ...(options.deps === true ? ['-deps'] : []),
    ...(options.alone === true ? ['-find'] : []),
    `-json=${fields}`,
  ];
  const { env = {} } = options;
  const printed = await go.must(['list', ...flags, '--', ...patterns], { env });
  return parseJsonObjects(printed).map(packageOf);
}

function packageOf(value: unknown): GoPackage {
  const get = fieldsOf(value);
  const module = fieldsOf(get.get('Module'));
  return {
    importPath: textOf(get.get('ImportPath')),
    name: textOf(get.get('Name')),
    directory: textOf(get.get('Dir')),
    standard: get.get('Standard') === true,
    dependency: get.get('DepOnly') === true,
    imports: textsOf(get.get('Imports')),
    goFiles: textsOf(get.get('GoFiles')),
    cgoFiles: textsOf(get.get('CgoFiles')),
    ignoredFiles: textsOf(get.get('IgnoredGoFiles')),
    testFiles: [...textsOf(get.get('TestGoFiles')), ...textsOf(get.get('XTestGoFiles'))],
    module: textOf(module.get('Path')),
    own: module.get('Main') === true,
  };
}

/** What a bill of materials asks of a package. */
export type LinkedPackage = Pick<GoPackage, 'importPath' | 'imports' | 'standard' | 'module' | 'own'>;

/** A package and everything it imports, of those that were listed. */
export function withImports<One extends LinkedPackage>(packages: readonly One[], root: string): One[] {
  const byPath = new Map(packages.map((one) => [one.importPath, one]));
  const found = new Set([root]);
  // A Set can be added to while it is walked.
  for (const path of found) for (const next of byPath.get(path)?.imports ?? []) found.add(next);
  return packages.filter(({ importPath }) => found.has(importPath));
}
