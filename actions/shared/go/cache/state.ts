import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf } from '../../errors/user-error.ts';
import { fieldsOf, textOf, textsOf } from '../decode.ts';

export type CacheStatus = 'exact' | 'older' | 'miss' | 'off';

/** Kept from the step that restores to the post step that saves, and to a second action in the same job. */
export interface CacheState {
  readonly status: CacheStatus;
  readonly buildCache: string;
  readonly moduleCache: string;
  /** Keys to save under; empty where nothing is to be saved. */
  readonly buildKey: string;
  readonly moduleKey: string;
  readonly entries: number;
  /** Downloaded modules that were there after restoring. */
  readonly modules: number;
  /** Date of restored entries, in seconds since the epoch; 0 when nothing was restored. */
  readonly mark: number;
  /** Bytes that each of the two may take. */
  readonly budget: number;
  /** Files that name the modules which are needed. */
  readonly goSums: readonly string[];
}

function statePath(temp: string): string {
  return join(temp, 'seatrial', 'go-cache.json');
}

export async function writeState(temp: string, state: CacheState): Promise<void> {
  await mkdir(dirname(statePath(temp)), { recursive: true });
  await writeFile(statePath(temp), JSON.stringify(state));
}

/** What an earlier step of the job noted; undefined when none did. */
export async function readState(temp: string): Promise<CacheState | undefined> {
  const text = await readFile(statePath(temp), 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const get = fieldsOf(JSON.parse(text));
  const status =
    (['exact', 'older', 'miss', 'off'] as const).find((one) => one === get.get('status')) ?? 'off';
  return {
    status,
    buildCache: textOf(get.get('buildCache')),
    moduleCache: textOf(get.get('moduleCache')),
    buildKey: textOf(get.get('buildKey')),
    moduleKey: textOf(get.get('moduleKey')),
    entries: Number(get.get('entries')),
    modules: Number(get.get('modules')),
    mark: Number(get.get('mark')),
    budget: Number(get.get('budget')),
    goSums: textsOf(get.get('goSums')),
  };
}
