import { exactly, type Layout, native, type ReadAt, word } from './bytes.ts';
import { ifTold } from './file.ts';
import { findSection, type Section } from './sections.ts';

/**
 * Which of some functions are part of a Go program, by the names in the table that Go's stack traces need: it stands in
 * stripped programs as well, and the linker leaves out whatever nothing leads to. Undefined when the file has no such
 * table, or none that we can read.
 */
export function linkedFunctions(
  path: string,
  names: readonly string[],
): Promise<ReadonlySet<string> | undefined> {
  return ifTold(path, async (read) => {
    const section =
      (await findSection(read, '.gopclntab')) ?? (await findSection(read, '.data.rel.ro.gopclntab'));
    if (section === undefined) return undefined;
    const { offset, size } = await namesIn(section, read);
    const table = await exactly(read, offset - 1, size + 1, 'the table of functions');
    // Each name stands between two zeros, the first one behind a header.
    table[0] = 0;
    const holds = (name: string): boolean => table.includes(`\0${name}\0`, 0, 'latin1');
    return holds(inEvery) ? new Set(names.filter(holds)) : undefined;
  });
}

/** What every Go program begins with. */
const inEvery = 'runtime.main';

/** `magic` of Go 1.18 and of Go 1.20 and newer, which differ in nothing that is read here. */
const magics = [0xfffffff0, 0xfffffff1];

/**
 * Where the names are, a small part of the whole table (runtime/symtab.go, `pcHeader`: funcnameOffset and cuOffset). The whole
 * table where its header is none that we know: a Go to come may write another.
 */
async function namesIn({ offset, size }: Section, read: ReadAt): Promise<Pick<Section, 'offset' | 'size'>> {
  const header = await exactly(read, offset, Math.min(size, 8 + 5 * 8), 'the table of functions');
  const little = header.length >= 8 && magics.includes(header.readUInt32LE(0));
  const layout: Layout = { wide: header[7] === 8, little };
  if (header.length < 48 || !magics.includes(word(header, 0, layout))) return { offset, size };
  const at = (index: number): number => native(header, 8 + index * (layout.wide ? 8 : 4), layout);
  const [start, end] = [at(3), at(4)];
  return start < end && end <= size ? { offset: offset + start, size: end - start } : { offset, size };
}
