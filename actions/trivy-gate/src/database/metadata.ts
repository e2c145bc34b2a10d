import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { field, numberOf, parsed, textOf } from '../../../shared/json/json.ts';

/** The schema of trivy's database that the pinned release reads. */
const schema = 2;

/** trivy's own rule: what was fetched within the hour is not fetched again, however old its makers say it is. */
const settled = 3_600_000;

/** A vulnerability database in a cache directory of trivy. */
export interface Database {
  /** When it was made, by its makers. */
  readonly updatedAt: Date;
  /** When the next one is to be expected, in milliseconds since the epoch. */
  readonly nextUpdate: number;
  readonly downloadedAt: number;
}

/** The database in a cache; undefined when there is none that trivy could use. */
export async function readDatabase(cache: string): Promise<Database | undefined> {
  const folder = join(cache, 'db');
  const [text, file] = await Promise.all([
    readFile(join(folder, 'metadata.json'), 'utf8').catch(() => ''),
    stat(join(folder, 'trivy.db')).catch(() => undefined),
  ]);
  const value = parsed(text);
  const time = (key: string): number => Date.parse(textOf(field(value, key)) ?? '');
  const updatedAt = time('UpdatedAt');
  if (file?.isFile() !== true || numberOf(field(value, 'Version')) !== schema || Number.isNaN(updatedAt))
    return undefined;
  return {
    updatedAt: new Date(updatedAt),
    nextUpdate: time('NextUpdate'),
    downloadedAt: time('DownloadedAt'),
  };
}

/**
 * Whether a newer database is not to be expected yet, by trivy's rule. How it came here does not matter: a database
 * out of a cache is as old as its makers say.
 */
export function isFresh({ nextUpdate, downloadedAt }: Database, now: number): boolean {
  return now < nextUpdate || now < downloadedAt + settled;
}
