import { stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import type { InputType } from '../contract/types.ts';
import { UserError } from '../errors/user-error.ts';
import type { GoPackage } from './packages.ts';

/** What Go looks for beside `func main` (go.dev/doc/pgo). */
const usualName = 'default.pgo';

/** The `pgo` input: `auto`, `off` or the path of a profile. */
export function pgo(workspace: string): InputType<string> {
  return {
    name: '`auto`, `off` or path',
    sample: 'auto',
    parse: (raw) => (raw === 'auto' || raw === 'off' || isAbsolute(raw) ? raw : resolve(workspace, raw)),
  };
}

/** The profile to compile by, as a flag for Go; none where Go's own way of finding it will do. */
export interface Profile {
  readonly flags: readonly string[];
  /** The profiles that will be used, for people to read. */
  readonly files: readonly string[];
}

/**
 * Finds the profile a module is compiled by.
 *
 * Go's `-pgo=auto` sees the `default.pgo` of a program when it builds the program, and not when it tests its packages;
 * both would compile every package on their own. So a single program's profile is named in full, in both.
 *
 * Throws a UserError for a profile that is missing or empty; Go takes an empty one for none and says nothing.
 */
export async function profileFor(
  chosen: string,
  mains: readonly GoPackage[],
  workspace: string,
): Promise<Profile> {
  if (chosen === 'off') return { flags: ['-pgo=off'], files: [] };
  if (chosen !== 'auto') {
    await mustHoldSomething(chosen, relative(workspace, chosen));
    return { flags: [`-pgo=${chosen}`], files: [chosen] };
  }
  const usual = mains.map(({ directory }) => join(directory, usualName));
  const found: string[] = [];
  for (const file of usual) if (await isFile(file)) found.push(file);
  for (const file of found) await mustHoldSomething(file, relative(workspace, file));
  const [only] = found;
  return { flags: only !== undefined && mains.length === 1 ? [`-pgo=${only}`] : [], files: found };
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

async function mustHoldSomething(path: string, shown: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() === true && found.size > 0) return;
  const what = found === undefined ? 'there is no' : found.isFile() ? 'nothing in the' : 'no file is the';
  throw new UserError(`${what} profile ${shown}`, {
    fix: 'Commit a CPU profile of the running service there (`curl -o default.pgo …/debug/pprof/profile?seconds=30`), or set `pgo: off`.',
  });
}
