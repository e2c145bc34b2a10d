import { relative } from 'node:path';

/** A path the way the next steps of the job read it: relative to the workspace where it lies inside. */
export function shown({ workspace }: { readonly workspace: string }, path: string): string {
  const inside = relative(workspace, path);
  return inside.startsWith('..') ? path : inside;
}
