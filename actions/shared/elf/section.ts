import { cString, exactly, half, native, type ReadAt, word } from './bytes.ts';

/** Where a section of an ELF file lies; undefined when there is none of that name, or when it is no ELF file. */
export async function findSection(
  read: ReadAt,
  name: string,
): Promise<{ offset: number; size: number } | undefined> {
  const ident = await exactly(read, 0, 64, 'the ELF header');
  if (ident.toString('latin1', 0, 4) !== '\x7fELF') return undefined;
  const layout = { wide: ident[4] === 2, little: ident[5] === 1 };
  const { wide } = layout;
  const entry = half(ident, wide ? 58 : 46, layout);
  const count = half(ident, wide ? 60 : 48, layout);
  const headers = await exactly(read, native(ident, wide ? 40 : 32, layout), entry * count, 'the sections');
  const place = (index: number): { offset: number; size: number } => ({
    offset: native(headers, index * entry + (wide ? 24 : 16), layout),
    size: native(headers, index * entry + (wide ? 32 : 20), layout),
  });
  const strings = place(half(ident, wide ? 62 : 50, layout));
  const names = await exactly(read, strings.offset, strings.size, 'the names of the sections');
  const index = Array.from({ length: count }, (_, at) => word(headers, at * entry, layout)).findIndex(
    (at) => cString(names, at) === name,
  );
  return index < 0 ? undefined : place(index);
}
