import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GoPackage } from '../packages.ts';

/** Systems that are not Linux (go/build, `syslist.go`). */
const systems =
  'aix|android|darwin|dragonfly|freebsd|hurd|illumos|ios|js|nacl|netbsd|openbsd|plan9|solaris|wasip1|windows|zos';

/** Processors, as they stand behind a system in a file's name (the same list). */
const processors =
  '386|amd64|amd64p32|arm|armbe|arm64|arm64be|loong64|mips|mipsle|mips64|mips64le|mips64p32|mips64p32le|ppc|ppc64|ppc64le|riscv|riscv64|s390|s390x|sparc|sparc64|wasm';

/** Names of files that count on another system only. */
const otherSystems = new RegExp(`_(?:${systems})(?:_(?:${processors}))?\\.go$`);
const otherSystem = new RegExp(`^(?:${systems})$`);

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

/**
 * Whether a package may be another one with cgo switched on: a file of its folder imports "C", or has a constraint that names
 * cgo. Of what makes a file count it looks at the system alone, so it may say yes where Go would say no, never the other way round. Throws
 * what the file system says.
 */
export function mayUseCgo(directory: string): boolean {
  const files = readdirSync(directory).filter(
    (name) => /(?<!_test)\.go$/.test(name) && !otherSystems.test(name),
  );
  return files.some((name) => {
    const bytes = readFileSync(join(directory, name));
    // Few files hold either, and turning all into text takes longer than reading them.
    if (!bytes.includes('"C"') && !bytes.includes('cgo')) return false;
    const text = bytes.toString();
    return (importsC(text) || constraintNamesCgo(text)) && !isForOthers(text);
  });
}

/** Imports stand before every other declaration (go.dev/ref/spec, "Source file organization"), C in comments above them. */
function importsC(text: string): boolean {
  const code = text.replaceAll(/\/\/.*|\/\*[\s\S]*?\*\//g, ' ');
  const [head = ''] = code.split(/^\s*(?:func|var|const|type)\b/m, 1);
  return /(?:^|[\s(;])"C"/.test(head);
}

async function namesCgo(path: string): Promise<boolean> {
  return constraintNamesCgo(await readFile(path, 'utf8'));
}

function constraintNamesCgo(text: string): boolean {
  return /^\/\/\s*(?:go:build|\+build)\b.*\bcgo\b/m.test(constraintsOf(text));
}

/** Whether a file asks for another system: one of several conditions that must all hold. */
function isForOthers(text: string): boolean {
  const [, line = ''] = /^\/\/go:build (.+)$/m.exec(constraintsOf(text)) ?? [];
  const terms = line.split('&&').map((term) => term.trim());
  return terms.every((term) => /^!?[\w.]+$/.test(term)) && terms.some((term) => otherSystem.test(term));
}

/** Constraints stand before the package clause (go.dev/pkg/cmd/go, "Build constraints"). */
function constraintsOf(text: string): string {
  return text.split(/^package\s/m, 1)[0] ?? '';
}
