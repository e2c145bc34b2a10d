import { relative } from 'node:path';
import { platformName } from './platform.ts';
import type { Target } from './programs.ts';

/** A path the way the next steps of the job read it: relative to the workspace where it lies inside. */
export function shown({ workspace }: { readonly workspace: string }, path: string): string {
  const inside = relative(workspace, path);
  return inside.startsWith('..') ? path : inside;
}

/** The program's name, with the platform behind it where it is built for several. */
export function fileName(built: readonly { readonly target: Target }[], { name, platform }: Target): string {
  const several = new Set(built.map((one) => platformName(one.target.platform))).size > 1;
  return several ? `${name}-${platformName(platform).replaceAll('/', '-')}` : name;
}
