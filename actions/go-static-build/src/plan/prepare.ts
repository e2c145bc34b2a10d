import { UserError } from '../../../shared/errors/user-error.ts';
import { dependsOnCgo } from '../../../shared/go/cgo/constraints.ts';
import { type CgoUse, cgoEnabled, cgoEnv, programUses } from '../../../shared/go/cgo/uses.ts';
import { type GoPackage, type LinkedPackage, listPackages } from '../../../shared/go/packages.ts';
import { type Profile, profileFor } from '../../../shared/go/pgo.ts';
import type { Go } from '../../../shared/go/tool.ts';
import { once } from '../../../shared/promises/once.ts';
import type { Inputs } from '../contract.ts';
import { asksForStatic, type CheckedFlags, withoutCgoFlags } from './flags.ts';
import { type Platform, platformEnv } from './platform.ts';
import { mainPackages } from './programs.ts';
import { notStatic } from './require-static.ts';

/** What programs are made of. */
export interface Imports<One extends LinkedPackage = LinkedPackage> {
  /** The programs and everything they import. */
  readonly packages: readonly One[];
  /** Import paths of packages outside the standard library whose C files are left out because cgo is off. */
  readonly leftOut: readonly string[];
}

/** Everything that is known about one platform before anything is compiled. */
export interface Prepared {
  readonly platform: Platform;
  readonly cgo: boolean;
  readonly env: Readonly<Record<string, string>>;
  readonly mains: readonly GoPackage[];
  /** Go is asked once, and the answer kept; with cgo off nothing depends on it before the programs are compiled. */
  readonly imports: () => Promise<Imports<GoPackage>>;
  /** Profiles the programs are compiled by. */
  readonly profile: Profile;
  /** Packages that will use C in this build. */
  readonly uses: readonly CgoUse[];
  readonly flags: CheckedFlags;
}

type List = (cgo: boolean, how: { alone?: boolean; deps?: boolean }) => Promise<GoPackage[]>;

/**
 * Finds the programs of a platform, and whether cgo is in them before a minute is spent on it.
 *
 * With `cgo: false` the answer is known, and the compiler's own account tells later what the programs import. Throws a
 * UserError for what can't become a binary, or no static one where one is required.
 */
export async function prepare(
  go: Go,
  inputs: Inputs,
  checked: CheckedFlags,
  platform: Platform,
  workspace: string,
): Promise<Prepared> {
  const patterns = inputs.packages.length > 0 ? inputs.packages : ['./...'];
  const list: List = (on, how) =>
    listPackages(go, patterns, {
      trimpath: checked.trimpath,
      tags: inputs.tags,
      ...how,
      env: { ...platformEnv(platform), ...cgoEnv(on) },
    });
  const found = inputs.cgo === 'false' ? await withoutCgo(list) : await askedOf(list, inputs);
  const { cgo, uses, listed, imports } = found;
  const mains = mainPackages(listed, inputs.packages);
  const flags = uses.length > 0 ? checked : withoutCgoFlags(checked);
  if (inputs.requireStatic && uses.length > 0 && !asksForStatic(flags.ldflags)) {
    throw notStatic(uses, 'known before linking, from the files that import "C"');
  }
  const env = { ...platformEnv(platform), ...cgoEnv(cgo) };
  const profile = await profileFor(inputs.pgo, mains, workspace);
  return { platform, cgo, env, mains, imports, profile, uses, flags };
}

interface Found extends Pick<Prepared, 'cgo' | 'uses' | 'imports'> {
  /** The packages that were named, at least. */
  readonly listed: readonly GoPackage[];
}

/** The named packages alone, where none of them looks different without cgo; their imports when somebody asks. */
async function withoutCgo(list: List): Promise<Found> {
  const named = await list(true, { alone: true });
  const imports = once(() => importsWithoutCgo(list));
  if (await dependsOnCgo(named)) return { cgo: false, uses: [], listed: (await imports()).packages, imports };
  return { cgo: false, uses: [], listed: named, imports };
}

async function importsWithoutCgo(list: List): Promise<Imports<GoPackage>> {
  // With cgo on first: with cgo off Go leaves files that import "C" out without a word.
  const withCgo = await list(true, { deps: true });
  const packages = (await dependsOnCgo(withCgo)) ? await list(false, { deps: true }) : withCgo;
  refuseLostMains(withCgo, packages);
  return { packages, leftOut: leftOutIn(withCgo) };
}

function leftOutIn(withCgo: readonly GoPackage[]): string[] {
  return programUses(withCgo)
    .filter(({ standard }) => !standard)
    .map(({ importPath }) => importPath);
}

async function askedOf(list: List, inputs: Inputs): Promise<Found> {
  const withCgo = await list(true, { deps: true });
  const uses = programUses(withCgo);
  if (cgoEnabled(inputs.cgo, uses)) {
    const imports = { packages: withCgo, leftOut: [] };
    return { cgo: true, uses, listed: withCgo, imports: async () => imports };
  }
  const imports = await importsWithoutCgo(list);
  return { cgo: false, uses: [], listed: imports.packages, imports: async () => imports };
}

/** Throws a UserError when a program vanishes with cgo off, because all of its files import "C". */
function refuseLostMains(withCgo: readonly GoPackage[], packages: readonly GoPackage[]): void {
  const left = new Set(packages.map(({ importPath }) => importPath));
  const lost = withCgo.find(
    ({ name, dependency, importPath }) => name === 'main' && !dependency && !left.has(importPath),
  );
  if (lost === undefined) return;
  throw new UserError(
    `${lost.importPath} can't be built without cgo: ${lost.cgoFiles.join(', ')} imports "C"`,
    {
      fix: 'Set `cgo: auto` (and see under `require-static` how it can still become static), or move the C code into a package with a pure Go twin.',
    },
  );
}
