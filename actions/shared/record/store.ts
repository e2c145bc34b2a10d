import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf, messageOf, UserError } from '../errors/user-error.ts';
import { parseRecord } from './parse.ts';
import { sourceFromRunner } from './source.ts';
import { type RecordSections, type ReleaseRecord, recordVersion } from './types.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** The record's file: the one the caller names, or one that all steps of a job share. */
export function recordPath(given: string | undefined, temp: string): string {
  return given ?? join(temp, 'seatrial', 'release-record.json');
}

/** Reads the record, or begins one for the commit of this job. */
export async function readRecord(path: string, env: Env): Promise<ReleaseRecord> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw unusable(path, 'read', error);
  });
  if (text === undefined) return { version: recordVersion, source: await sourceFromRunner(env) };
  const record = await parseRecord(text, path);
  const commit = env['GITHUB_SHA'] ?? '';
  if (commit === '' || record.source.commit === commit) return record;
  throw new UserError(`${path} is the release record of another commit, ${record.source.commit}`, {
    fix: 'Hand on the `record` output of an earlier step of this run; a record never goes from one commit to another.',
    place: { file: path },
  });
}

/** Adds sections to the record and replaces the file in one step, so that a killed job leaves the old one whole. */
export async function writeRecord(path: string, env: Env, sections: Partial<RecordSections>): Promise<void> {
  const record = { ...(await readRecord(path, env)), ...sections };
  const draft = `${path}.${process.pid}.tmp`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(draft, `${JSON.stringify(record, undefined, 2)}\n`);
    await rename(draft, path);
  } catch (error) {
    throw unusable(path, 'written', error);
  }
}

function unusable(path: string, what: string, error: unknown): UserError {
  return new UserError(`the release record ${path} can't be ${what}: ${messageOf(error)}`, {
    fix: 'Name a file in `record` that this job may read and write, or leave the input out.',
    cause: error,
  });
}
