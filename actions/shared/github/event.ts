import { readFile } from 'node:fs/promises';
import { field, parsed } from '../json/json.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** The event that started the run, as GitHub describes it; undefined where the runner has none that can be read. */
export async function readEvent(env: Env): Promise<unknown> {
  const path = env['GITHUB_EVENT_PATH'];
  if (path === undefined || path === '') return undefined;
  return parsed(await readFile(path, 'utf8').catch(() => ''));
}

/** What stands in an event under keys, one inside the other; undefined when one of them is missing. */
export function inEvent(event: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>(field, event);
}
