import { dirname, join } from 'node:path';
import { exists } from '../../../shared/files/exists.ts';
import { mayUseCgo } from '../../../shared/go/cgo/constraints.ts';
import { keep, readKept } from '../../../shared/go/kept.ts';
import type { Metered } from '../../../shared/go/meter.ts';
import type { LinkedPackage } from '../../../shared/go/packages.ts';
import type { GoSettings } from '../../../shared/go/tool.ts';
import { textsOf } from '../../../shared/json/json.ts';
import type { Inputs } from '../contract.ts';
import type { Imports, Prepared } from '../plan/prepare.ts';
import type { BuildInfo, LinkedModule } from './build-info.ts';

/**
 * What the programs of a platform import, with `cgo: false` from the account of the call that compiled them; Go is asked
 * only where that will not do, for it takes its time for a listing.
 */
export async function importsOf(
  go: Pick<Metered, 'last' | 'settings'>,
  { cgo }: Pick<Inputs, 'cgo'>,
  prepared: Pick<Prepared, 'imports'>,
  infos: readonly BuildInfo[],
): Promise<Imports> {
  const imports = go.last()?.imports;
  const { settings } = go;
  const packages =
    cgo === 'false' && imports !== undefined ? await linkedPackages({ imports, infos, settings }) : undefined;
  return packages === undefined ? prepared.imports() : { packages, leftOut: [] };
}

/** What is known of a platform's build once it is done. */
export interface Account {
  /** Who imports whom, from the compiler's own account. */
  readonly imports: ReadonlyMap<string, readonly string[]>;
  /** Of every program that was built. */
  readonly infos: readonly BuildInfo[];
  readonly settings: Pick<GoSettings, 'module' | 'moduleCache' | 'buildCache' | 'workspace'>;
}

const plainFile = 'seatrial-without-cgo.json';

/** A module of the build, and where its files are. */
interface Home {
  readonly path: string;
  readonly own: boolean;
  readonly folder: string;
}

/**
 * The packages of a build whose programs were compiled without cgo, and could not be others with it. Undefined where Go must
 * be asked: a package may hold C code, or where its files are is not plain to see (a workspace, a vendor folder, a module
 * replaced by a folder, a module named like a part of the standard library).
 */
export async function linkedPackages({
  imports,
  infos,
  settings,
}: Account): Promise<readonly LinkedPackage[] | undefined> {
  const homes = await homesOf(infos, settings);
  if (homes === undefined) return undefined;
  const plain = await plainPackages(settings.buildCache);
  const packages: LinkedPackage[] = [];
  for (const [importPath, imported] of imports) {
    const home = homes.find(({ path }) => `${importPath}/`.startsWith(`${path}/`));
    if (home !== undefined && !plain.holds(home, importPath.slice(home.path.length))) return undefined;
    const [module, own, standard] = [home?.path ?? '', home?.own === true, home === undefined];
    packages.push({ importPath, imports: imported, standard, module, own });
  }
  await plain.keep();
  return packages;
}

/** Packages without a trace of cgo. Those of a module's version stay what they are, and are remembered beside Go's cache. */
async function plainPackages(
  buildCache: string,
): Promise<{ holds: (home: Home, below: string) => boolean; keep: () => Promise<void> }> {
  const known = new Set(textsOf(await readKept(buildCache, plainFile)));
  const seen = new Set<string>();
  return {
    holds: ({ own, folder }, below) => {
      const path = join(folder, below);
      if (!own) seen.add(path);
      return known.has(path) || isPlain(path);
    },
    // Only what this build knows: what versions before it held, nobody asks again.
    keep: async () => {
      if (![...seen].every((path) => known.has(path))) await keep(buildCache, plainFile, [...seen]);
    },
  };
}

/** A module's path may be the beginning of another one's: the longest is the one a package belongs to. */
async function homesOf(
  infos: readonly BuildInfo[],
  { module, moduleCache, workspace }: Account['settings'],
): Promise<readonly Home[] | undefined> {
  const root = dirname(module);
  if (workspace !== '' || (await exists(join(root, 'vendor')))) return undefined;
  const homes = new Map<string, Home>();
  for (const info of infos) {
    homes.set(info.module, { path: info.module, own: true, folder: root });
    for (const one of info.dependencies) {
      const folder = folderOf(one);
      if (folder === undefined) return undefined;
      homes.set(one.path, { path: one.path, own: false, folder: join(moduleCache, folder) });
    }
  }
  // The standard library is told by the dot that the first element of its paths lacks.
  if ([...homes.keys()].some((path) => !/^[^/]+\.[^/]+(?:\/|$)/.test(path))) return undefined;
  return [...homes.values()].sort((a, b) => b.path.length - a.path.length);
}

/** Where the module cache keeps a module, an upper-case letter as `!` and its small one (golang.org/x/mod/module, EscapePath). */
function folderOf(module: LinkedModule): string | undefined {
  const { path, version } = module.replacement ?? module;
  if (version === '') return undefined;
  return `${path}@${version}`.replaceAll(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}

function isPlain(folder: string): boolean {
  try {
    return !mayUseCgo(folder);
  } catch {
    return false;
  }
}
