import { tryExec } from '../exec.ts';
import { readText } from '../files.ts';

/** The mount points below `folder`, the innermost first, from the text of `/proc/self/mounts`. */
export function mountsBelow(mounts: string, folder: string): readonly string[] {
  return mounts
    .split('\n')
    .map((line) => (line.split(' ')[1] ?? '').replaceAll('\\040', ' '))
    .filter((point) => point.startsWith(`${folder}/`))
    .sort()
    .reverse();
}

/** Unmounts everything below `folder`: container root file systems, network namespaces, token volumes. */
export async function unmountBelow(folder: string): Promise<void> {
  const points = mountsBelow(readText('/proc/self/mounts') ?? '', folder);
  if (points.length > 0) await tryExec(['umount', '--lazy', ...points]);
}
