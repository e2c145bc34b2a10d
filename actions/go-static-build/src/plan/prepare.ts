import { UserError } from '../../../shared/errors/user-error.ts';
import { type CgoUse, cgoEnabled, cgoEnv, programUses } from '../../../shared/go/cgo.ts';
import { dependsOnCgo } from '../../../shared/go/cgo-constraints.ts';
import { type GoPackage, listPackages } from '../../../shared/go/packages.ts';
import { type Profile, profileFor } from '../../../shared/go/pgo.ts';
import type { Go } from '../../../shared/go/tool.ts';
import type { Inputs } from '../contract.ts';
import { asksForStatic, type CheckedFlags, withoutCgoFlags } from './flags.ts';
import { type Platform, platformEnv } from './platform.ts';
import { mainPackages } from './programs.ts';
import { notStatic } from './require-static.ts';

/** Everything that is known about one platform before anything is compiled. */
export interface Prepared {
  readonly platform: Platform;
  readonly cgo: boolean;
  readonly env: Readonly<Record<string, string>>;
  readonly mains: readonly GoPackage[];
  /** The programs and everything they import. */
  readonly packages: readonly GoPackage[];
  /** Profiles the programs are compiled by. */
  readonly profile: Profile;
  /** Packages that will use C in this build. */
  readonly uses: readonly CgoUse[];
  /** Packages outside the standard library whose C files are left out because cgo is off. */
  readonly leftOut: readonly CgoUse[];
  readonly flags: CheckedFlags;
}

/**
 * Lists what would be compiled for a platform and finds out whether cgo is in it, before a minute is spent on it.
 *
 * Throws a UserError for what can't become a binary, or no static one where one is required.
 */
export async function prepare(
  go: Go,
  inputs: Inputs,
  checked: CheckedFlags,
  platform: Platform,
  workspace: string,
): Promise<Prepared> {
  const patterns = inputs.packages.length > 0 ? inputs.packages : ['./...'];
  const list = (on: boolean): Promise<GoPackage[]> =>
    listPackages(go, patterns, {
      trimpath: checked.trimpath,
      tags: inputs.tags,
      deps: true,
      env: { ...platformEnv(platform), ...cgoEnv(on) },
    });
  // With cgo on first: with cgo off Go leaves files that import "C" out without a word.
  const withCgo = await list(true);
  const wanted = programUses(withCgo);
  const cgo = cgoEnabled(inputs.cgo, wanted);
  const packages = cgo || !(await dependsOnCgo(withCgo)) ? withCgo : await list(false);
  if (!cgo) refuseLostMains(withCgo, packages);
  const mains = mainPackages(packages, inputs.packages);
  const uses = cgo ? wanted : [];
  const flags = uses.length > 0 ? checked : withoutCgoFlags(checked);
  if (inputs.requireStatic && uses.length > 0 && !asksForStatic(flags.ldflags)) {
    throw notStatic(uses, 'known before linking, from the files that import "C"');
  }
  return {
    platform,
    cgo,
    env: { ...platformEnv(platform), ...cgoEnv(cgo) },
    mains,
    packages,
    profile: await profileFor(inputs.pgo, mains, workspace),
    uses,
    leftOut: cgo ? [] : wanted.filter(({ standard }) => !standard),
    flags,
  };
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

/** Throws a UserError when cgo is used and there is no C compiler for the platform. */
export async function mustHaveCompiler(go: Go, prepared: Prepared, named: string | undefined): Promise<void> {
  const [first] = prepared.uses;
  if (first === undefined) return;
  const { hostArch, hostOs } = go.settings;
  const foreign = prepared.platform.arch !== hostArch || prepared.platform.os !== hostOs;
  const because = `${first.importPath} needs C (${first.chain.join(' → ')})`;
  if (foreign && named === undefined) {
    throw new UserError(`no C compiler for ${prepared.platform.os}/${prepared.platform.arch}: ${because}`, {
      fix: 'Install a cross compiler and name it, such as `env: CC=aarch64-linux-gnu-gcc`, or set `cgo: false`.',
    });
  }
  const compiler = (named ?? go.settings.cc).split(' ', 1)[0] ?? '';
  const { which } = await import('@actions/io');
  if ((await which(compiler, false)) !== '') return;
  throw new UserError(`no C compiler: \`${compiler}\` is not on PATH, and ${because}`, {
    fix: 'Install it before this step (`apt-get install gcc`), or set `cgo: false` if the module has a pure Go way.',
  });
}
