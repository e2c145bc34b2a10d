import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { tryExec } from '../exec.ts';
import type { Fit } from './types.ts';

/** Where Debian and others keep binaries that are not on everybody's PATH. */
export const USUAL_FOLDERS = ['/usr/local/bin', '/usr/local/sbin', '/usr/bin', '/usr/sbin', '/bin', '/sbin'];
const CNI_FOLDERS = ['/usr/lib/cni', '/opt/cni/bin'];

function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The first file of this name on PATH or in the usual folders; undefined when there is none. `cni-X` is CNI plugin X. */
export function findBinary(name: string, env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (name.startsWith('cni-'))
    return CNI_FOLDERS.map((folder) => join(folder, name.slice(4))).find(executable);
  const folders = [
    ...(env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== ''),
    ...USUAL_FOLDERS,
  ];
  return folders.map((folder) => join(folder, name)).find(executable);
}

/** The first thing in a text that looks like a version: three numbers. */
export function versionIn(text: string): string | undefined {
  return /\d+\.\d+\.\d+/.exec(text)?.[0];
}

/** Less than, equal to or greater than 0 as version `a` is older than, the same as or newer than `b`. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (let i = 0; i < 3; i++) {
    const difference = (left?.[i] ?? 0) - (right?.[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

export function isFit(version: string | undefined, fit: Fit): boolean {
  if (version === undefined) return false;
  if (fit.exactly !== undefined) return version === fit.exactly;
  return compareVersions(version, fit.atLeast ?? '0.0.0') >= 0;
}

/** Whether the binary at `path` says it is of a version that will do. */
export async function binaryFits(path: string, fit: Fit): Promise<boolean> {
  const said = await tryExec([path, ...fit.args]);
  return said.code === 0 && isFit(versionIn(said.stdout + said.stderr), fit);
}
