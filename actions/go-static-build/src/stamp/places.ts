import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
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

/** A package whose variables may be stamped. */
export interface Home {
  readonly importPath: string;
  /** Its Go files, without tests. */
  readonly files: readonly string[];
}

/**
 * The module's own version packages, found by their folders: the linker passes over what a program does not import, so
 * nobody needs to know whether it does.
 */
export async function versionHomes({
  own,
  module,
  importPath,
  directory,
}: GoPackage): Promise<readonly Home[]> {
  const root = directory.slice(0, directory.length - (importPath.length - module.length));
  if (!own || !`${importPath}/`.startsWith(`${module}/`)) return [];
  const found = folders.map(async (folder) => {
    const names = await readdir(join(root, folder)).catch(() => []);
    const sources = names.filter((name) => name.endsWith('.go') && !name.endsWith('_test.go'));
    return { importPath: `${module}/${folder}`, files: sources.map((name) => join(root, folder, name)) };
  });
  return (await Promise.all(found)).filter(({ files }) => files.length > 0);
}

/** The variables that are stamped when nothing else is asked for, as far as they turn out to be declared. */
export function usualVariables(homes: readonly Home[]): Map<string, string> {
  const of = (home: string, names: Readonly<Record<string, string>>) =>
    Object.entries(names).map(([name, template]) => [`${home}.${name}`, template] as const);
  return new Map([...of('main', inMain), ...homes.flatMap(({ importPath }) => of(importPath, inPackage))]);
}
