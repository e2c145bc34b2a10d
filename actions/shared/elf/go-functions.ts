import { exactly } from './bytes.ts';
import { ifTold } from './file.ts';
import { findSection } from './sections.ts';

/**
 * Which of some functions are part of a Go program, by the names in the table that Go's stack traces need: it stands in
 * stripped programs as well, and the linker leaves out whatever nothing leads to. Undefined when the file has no such
 * table.
 */
export function linkedFunctions(
  path: string,
  names: readonly string[],
): Promise<ReadonlySet<string> | undefined> {
  return ifTold(path, async (read) => {
    const section =
      (await findSection(read, '.gopclntab')) ?? (await findSection(read, '.data.rel.ro.gopclntab'));
    if (section === undefined) return undefined;
    const table = await exactly(read, section.offset, section.size, 'the table of functions');
    // Each name stands between two zeros.
    return new Set(names.filter((name) => table.includes(`\0${name}\0`, 0, 'latin1')));
  });
}
