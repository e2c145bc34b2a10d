import { existsSync, mkdirSync, readdirSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { readText } from '../files.ts';
import { identify, type ProcessIdentity } from '../proc.ts';

/** All pods run below this control group, so that what is in it is ours to end. */
export const CGROUP = 'seatrial';
const MOUNT = '/sys/fs/cgroup';

/** Our folder in every hierarchy: one with control groups v2, one per controller with v1. */
function roots(): readonly string[] {
  if (existsSync(join(MOUNT, 'cgroup.controllers'))) return [join(MOUNT, CGROUP)];
  return readdirSync(MOUNT).map((controller) => join(MOUNT, controller, CGROUP));
}

/** Makes our group in every hierarchy; the kubelet wants it to be there. */
export function makeCgroups(): void {
  for (const root of roots()) mkdirSync(root, { recursive: true });
}

function foldersBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const children = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [...children.flatMap((child) => foldersBelow(join(folder, child.name))), folder];
}

/** Every process in our groups: the containers. */
export function processesInCgroups(): readonly ProcessIdentity[] {
  const pids = roots()
    .flatMap(foldersBelow)
    .flatMap((folder) => (readText(join(folder, 'cgroup.procs')) ?? '').split('\n'))
    .filter((pid) => pid !== '');
  return [...new Set(pids)].map((pid) => identify(Number(pid))).filter((found) => found !== undefined);
}

/** Removes our groups, the innermost first. One that is still in use stays. */
export function removeCgroups(): void {
  for (const folder of roots().flatMap(foldersBelow)) {
    try {
      rmdirSync(folder);
    } catch {
      // Busy: the next `down` removes it.
    }
  }
}
