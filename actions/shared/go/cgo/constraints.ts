import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GoPackage } from '../packages.ts';

/** Systems and processors that a file's name can stand for (go/build, `syslist.go`), Linux and what it runs on apart. */
const otherSystems =
  /_(?:aix|android|darwin|dragonfly|freebsd|hurd|illumos|ios|js|nacl|netbsd|openbsd|plan9|solaris|wasip1|windows|zos)(?:_\w+)?\.go$/;

/**
 * Whether other packages or files may count when cgo is switched off, as seen from a listing with cgo on: a package
 * outside the standard library imports "C", or a file of one is left out by a constraint that names cgo.
 *
 * Where neither is so, the listing is the same without cgo but for the standard library, and Go need not be asked twice.
 */
export async function dependsOnCgo(packages: readonly GoPackage[]): Promise<boolean> {
  const foreign = packages.filter(({ standard }) => !standard);
  if (foreign.some(({ cgoFiles }) => cgoFiles.length > 0)) return true;
  const files = foreign.flatMap(({ directory, ignoredFiles }) =>
    ignoredFiles.filter((name) => !otherSystems.test(name)).map((name) => join(directory, name)),
  );
  const named = await Promise.all(files.map(namesCgo));
  return named.includes(true);
}

/** Constraints stand before the package clause (go.dev/pkg/cmd/go, "Build constraints"). */
async function namesCgo(path: string): Promise<boolean> {
  const text = await readFile(path, 'utf8');
  const [head = ''] = text.split(/^package\s/m, 1);
  return /^\/\/\s*(?:go:build|\+build)\b.*\bcgo\b/m.test(head);
}
