import { mkdir } from 'node:fs/promises';
import { join, relative } from 'node:path';

/**
 * Where an action puts the reports of a module. Outside the workspace: a new file there would make Go stamp the build
 * as modified.
 */
export async function reportFolder(
  { temp, workspace }: { readonly temp: string; readonly workspace: string },
  kind: string,
  directory: string,
): Promise<string> {
  const name = relative(workspace, directory).replaceAll(/[^\w.-]+/g, '-') || 'root';
  const folder = join(temp, 'seatrial', kind, name);
  await mkdir(folder, { recursive: true });
  return folder;
}
