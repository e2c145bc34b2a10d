/** Every `uses:` names a commit, with its version in a comment: a tag can be moved to other code overnight. */
import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { root } from '../run.ts';

/** Problems, one line each. */
export async function checkPins(files: readonly string[]): Promise<string[]> {
  const problems = await Promise.all(
    files.map(async (file) =>
      unpinned(await readFile(file, 'utf8')).map((line) => `${relative(root, file)}:${line}`),
    ),
  );
  return problems.flat();
}

/** The lines with a `uses:` that names no commit. Our own version tag is what callers are meant to write. */
export function unpinned(yaml: string): string[] {
  return yaml.split('\n').flatMap((text, index) => {
    const used = /^\s*-?\s*uses:\s*(\S+)(\s+#\s*v\d+\.\d+\.\d+)?/.exec(text);
    const reference = used?.[1];
    if (
      reference === undefined ||
      /^(\$\/|\.\/)/.test(reference) ||
      reference.startsWith('seatrial-dev/seatrial/')
    )
      return [];
    const pinned = /@[0-9a-f]{40}$/.test(reference) && used?.[2] !== undefined;
    return pinned
      ? []
      : [`${index + 1}: ${reference} is not pinned: write owner/name@<40 hex digits> # vX.Y.Z`];
  });
}
