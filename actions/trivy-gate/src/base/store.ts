import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CacheService } from '../../../shared/cache/service.ts';
import { field, listOf, parsed, textOf } from '../../../shared/json/json.ts';
import { kinds } from '../findings/finding.ts';
import type { Trait } from './compare.ts';

/** What is kept of a branch: SBOMs, one for each platform, and what no SBOM tells. */
export interface Stored {
  readonly commit: string;
  readonly sboms: readonly string[];
  readonly remembered: readonly Trait[];
}

const facts = 'base.json';

/** Makes a new, empty folder for what is to be stored. */
export async function emptyFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
}

/** Restores what the newest run of a branch stored; undefined when there is nothing. */
export async function restoreBase(
  service: CacheService,
  folder: string,
  branch: string,
  name: string,
): Promise<Stored | undefined> {
  await emptyFolder(folder);
  const prefix = prefixOf(branch, name);
  if ((await service.restore(folder, prefix, [prefix])) === undefined) return undefined;
  const value = parsed(await readFile(join(folder, facts), 'utf8').catch(() => ''));
  const files = (await readdir(folder)).filter((file) => file.endsWith('.cdx.json')).sort();
  return {
    commit: textOf(field(value, 'commit')) ?? '',
    sboms: files.map((file) => join(folder, file)),
    remembered: listOf(field(value, 'remembered')).flatMap(traitOf),
  };
}

/** Stores what stands in the folder as the newest state of a branch. Gives the key. */
export async function storeBase(
  service: CacheService,
  folder: string,
  { branch, name, run }: { readonly branch: string; readonly name: string; readonly run: string },
  { commit, remembered }: Omit<Stored, 'sboms'>,
): Promise<string> {
  await writeFile(join(folder, facts), JSON.stringify({ commit, remembered }));
  const key = `${prefixOf(branch, name)}${run}`;
  await service.save(folder, key);
  return key;
}

/** Branch and name go in as a hash: neither may be the beginning of another's key. */
function prefixOf(branch: string, name: string): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([branch, name]))
    .digest('hex');
  return `seatrial-scan-base-1-${hash.slice(0, 20)}-`;
}

function traitOf(value: unknown): Trait[] {
  const kind = kinds.find((one) => one === field(value, 'kind'));
  const [id, subject] = [textOf(field(value, 'id')), textOf(field(value, 'subject'))];
  return kind === undefined || id === undefined || subject === undefined ? [] : [{ kind, id, subject }];
}
