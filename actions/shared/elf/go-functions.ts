import { open } from 'node:fs/promises';
import { exactly, isDamage, type ReadAt } from './bytes.ts';
import { findSection } from './section.ts';

/**
 * Which of some functions are part of a Go program, by the names in the table that Go's stack traces need: it stands in
 * stripped programs as well, and the linker leaves out whatever nothing leads to. Undefined when the file has no such
 * table.
 */
export async function linkedFunctions(
  path: string,
  names: readonly string[],
): Promise<ReadonlySet<string> | undefined> {
  const file = await open(path).catch(() => undefined);
  if (file === undefined) return undefined;
  const read: ReadAt = async (offset, length) => {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
    return buffer.subarray(0, bytesRead);
  };
  try {
    const section =
      (await findSection(read, '.gopclntab')) ?? (await findSection(read, '.data.rel.ro.gopclntab'));
    if (section === undefined) return undefined;
    const table = await exactly(read, section.offset, section.size, 'the table of functions');
    // Each name stands between two zeros.
    return new Set(names.filter((name) => table.includes(`\0${name}\0`, 0, 'latin1')));
  } catch (error) {
    if (isDamage(error)) return undefined;
    throw error;
  } finally {
    await file.close();
  }
}
