import type { GoPackage } from '../../../shared/go/packages.ts';

/** What a main package usually calls what is stamped. */
const inMain: Readonly<Record<string, string>> = {
  version: '{version}',
  commit: '{commit}',
  date: '{date}',
};

/** The same in a package that exists for it, where the names are exported more often than not. */
const inPackage: Readonly<Record<string, string>> = {
  ...inMain,
  Version: '{version}',
  Commit: '{commit}',
  GitCommit: '{commit}',
  Revision: '{commit}',
  Date: '{date}',
  BuildDate: '{date}',
};

/** Folders of a module that programs usually keep their version in. */
const folders = ['version', 'internal/version', 'pkg/version', 'buildinfo', 'internal/buildinfo'];

/**
 * The variables that are stamped when nothing else is asked for, as far as they turn out to be declared: those of the
 * main package, and those of the module's own version package where the program imports one.
 */
export function usualVariables(packages: readonly GoPackage[]): Map<string, string> {
  const homes = packages.filter(
    ({ own, module, importPath }) => own && folders.some((folder) => importPath === `${module}/${folder}`),
  );
  const of = (home: string, names: Readonly<Record<string, string>>) =>
    Object.entries(names).map(([name, template]) => [`${home}.${name}`, template] as const);
  return new Map([...of('main', inMain), ...homes.flatMap(({ importPath }) => of(importPath, inPackage))]);
}
