import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { field, parsed, textOf } from '../../shared/json/json.ts';
import { ScanError } from './scan-error.ts';

/** When the vulnerability database in trivy's cache was made. */
export async function databaseDate(cache: string): Promise<Date> {
  const path = join(cache, 'db', 'metadata.json');
  const text = await readFile(path, 'utf8').catch(() => '');
  const date = new Date(textOf(field(parsed(text), 'UpdatedAt')) ?? Number.NaN);
  if (!Number.isNaN(date.getTime())) return date;
  throw new ScanError(
    `trivy has no vulnerability database: ${path} does not tell when it was made`,
    'Let the step reach the repository of the database, or name a mirror with `db-repository`.',
  );
}
