import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fieldsOf, textsOf } from '../../../shared/go/decode.ts';
import { keep, readKept } from '../../../shared/go/kept.ts';
import type { GoPackage } from '../../../shared/go/packages.ts';
import type { Go } from '../../../shared/go/tool.ts';

const file = 'seatrial-left-out.json';
/** Platforms and branches that one cache serves. */
const answersKept = 8;

/**
 * Import paths of the packages whose C files a build without cgo leaves out, remembered from the last build whose modules and
 * imports were the same: finding them means to read every package of the program, which a build of one changed line spends a
 * tenth of its time on. `named`: the packages that were asked for; `settings`: all else that decides what is imported.
 */
export async function leftOutOf(
  go: Go,
  named: readonly GoPackage[],
  settings: readonly string[],
  look: () => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const key = await keyFor(go, named, settings);
  if (key === undefined) return look();
  const { buildCache } = go.settings;
  const known = fieldsOf(await readKept(buildCache, file));
  if (known.has(key)) return textsOf(known.get(key));
  const found = await look();
  await keep(buildCache, file, Object.fromEntries([...known, [key, found] as const].slice(-answersKept)));
  return found;
}

/** Undefined where more than go.mod, go.sum and the named packages decides: workspaces, vendored and replaced modules. */
async function keyFor(
  { settings: { module, workspace, version, flags } }: Go,
  named: readonly GoPackage[],
  settings: readonly string[],
): Promise<string | undefined> {
  if (module === '' || workspace !== '' || flags.includes('-mod') || !areWhole(named)) return undefined;
  const folder = dirname(module);
  const vendored = await stat(join(folder, 'vendor')).catch(() => undefined);
  const [mod, sum] = await Promise.all([module, join(folder, 'go.sum')].map(textOf));
  if (vendored !== undefined || mod === undefined || /=>\s*[./]/.test(mod)) return undefined;
  const imports = [...new Set(named.flatMap((one) => one.imports))].sort();
  return createHash('sha256')
    .update(JSON.stringify([version, flags, settings, mod, sum ?? '', imports]))
    .digest('hex');
}

/** Whether no package of the module is imported that was not named: what that one imports would not be known. */
function areWhole(named: readonly GoPackage[]): boolean {
  const paths = new Set(named.map(({ importPath }) => importPath));
  return named.every(({ module, imports }) =>
    imports.every((path) => paths.has(path) || !`${path}/`.startsWith(`${module}/`)),
  );
}

const textOf = (path: string): Promise<string | undefined> => readFile(path, 'utf8').catch(() => undefined);
