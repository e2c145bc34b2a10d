import { constants } from 'node:fs';
import { cp, lstat, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Copies what is in a folder: files, folders and links. Sockets, pipes and devices are nobody's sources and can't be
 * copied; they are left out. `skips` is asked for every path and leaves out what it says, with all that is below.
 *
 * The copy may lie below the folder that is copied, in a part that is left out.
 */
export async function copyTree(from: string, to: string, skips: (path: string) => boolean): Promise<void> {
  await mkdir(to, { recursive: true });
  const isWanted = async (path: string): Promise<boolean> => {
    if (skips(path)) return false;
    const found = await lstat(path);
    return found.isFile() || found.isDirectory() || found.isSymbolicLink();
  };
  // One by one: a folder can't be copied into itself in one go.
  for (const name of await readdir(from)) {
    const path = join(from, name);
    if (!(await isWanted(path))) continue;
    await cp(path, join(to, name), {
      recursive: true,
      verbatimSymlinks: true,
      mode: constants.COPYFILE_FICLONE,
      filter: isWanted,
    });
  }
}
