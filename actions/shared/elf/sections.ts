import { cString, ElfError, exactly, half, type Layout, native, type ReadAt, word } from './bytes.ts';
import { withFile } from './file.ts';

/** One section of an ELF file. */
export interface Section {
  readonly name: string;
  readonly offset: number;
  readonly address: number;
  /** Bytes it takes in the file; none for what is only reserved in memory (SHT_NOBITS). */
  readonly size: number;
}

/** A named stretch of a section. */
export interface SizedSymbol {
  readonly name: string;
  readonly address: number;
  readonly size: number;
  /** Index into the sections. */
  readonly section: number;
}

export interface ElfTables {
  readonly sections: readonly Section[];
  /** Empty in a stripped file. */
  readonly symbols: readonly SizedSymbol[];
}

interface Header extends Section {
  readonly type: number;
  readonly link: number;
}

const sectionTypes = { symbolTable: 2, noBits: 8 };

/** Reads sections and symbols of an ELF file. Throws an ElfError when it is none or damaged. */
export function readElfTables(path: string): Promise<ElfTables> {
  return withFile(path, async (read) => {
    const { sections, layout } = await readSections(read);
    const table = sections.find(({ type }) => type === sectionTypes.symbolTable);
    return { sections, symbols: table === undefined ? [] : await readSymbols(read, table, sections, layout) };
  });
}

/** A section by its name; undefined when there is none. Throws an ElfError when the file is no ELF file or damaged. */
export async function findSection(read: ReadAt, name: string): Promise<Section | undefined> {
  return (await readSections(read)).sections.find((one) => one.name === name);
}

async function readSections(read: ReadAt): Promise<{ sections: readonly Header[]; layout: Layout }> {
  const ident = await exactly(read, 0, 16, 'the ELF header');
  if (ident.toString('latin1', 0, 4) !== '\x7fELF') throw new ElfError('the file is not an ELF file');
  const layout: Layout = { wide: ident[4] === 2, little: ident[5] === 1 };
  const header = await exactly(read, 0, layout.wide ? 64 : 52, 'the ELF header');
  return { sections: await sectionsBy(read, header, layout), layout };
}

async function sectionsBy(read: ReadAt, header: Buffer, layout: Layout): Promise<Header[]> {
  const { wide } = layout;
  const offset = native(header, wide ? 40 : 32, layout);
  const step = half(header, wide ? 58 : 46, layout);
  const count = half(header, wide ? 60 : 48, layout);
  if (offset === 0 || count === 0) return [];
  if (step < (wide ? 64 : 40)) throw new ElfError('its section headers are too short');
  const bytes = await exactly(read, offset, step * count, 'the section headers');
  const raw = Array.from({ length: count }, (_, index) => rawSection(bytes, index * step, layout));
  const names = raw[half(header, wide ? 62 : 50, layout)];
  if (names === undefined) throw new ElfError('its section names lie outside the section headers');
  const text = await exactly(read, names.offset, names.inFile, 'the section names');
  return raw.map(({ nameAt, type, address, offset: at, inFile, link }) => ({
    name: type === 0 ? '' : cString(text, nameAt),
    type,
    address,
    offset: at,
    size: inFile,
    link,
  }));
}

function rawSection(bytes: Buffer, at: number, layout: Layout) {
  const { wide } = layout;
  const type = word(bytes, at + 4, layout);
  const size = native(bytes, at + (wide ? 32 : 20), layout);
  return {
    nameAt: word(bytes, at, layout),
    type,
    address: native(bytes, at + (wide ? 16 : 12), layout),
    offset: native(bytes, at + (wide ? 24 : 16), layout),
    inFile: type === sectionTypes.noBits || type === 0 ? 0 : size,
    link: word(bytes, at + (wide ? 40 : 24), layout),
  };
}

async function readSymbols(
  read: ReadAt,
  table: Header,
  sections: readonly Header[],
  layout: Layout,
): Promise<SizedSymbol[]> {
  const strings = sections[table.link];
  if (strings === undefined) throw new ElfError('its symbol table has no names');
  const bytes = await exactly(read, table.offset, table.size, 'the symbol table');
  const names = await exactly(read, strings.offset, strings.size, 'the names of the symbols');
  const step = layout.wide ? 24 : 16;
  const found: SizedSymbol[] = [];
  for (let at = 0; at + step <= bytes.length; at += step) {
    const size = native(bytes, at + (layout.wide ? 16 : 8), layout);
    if (size === 0) continue;
    found.push({
      name: cString(names, word(bytes, at, layout)),
      address: native(bytes, at + (layout.wide ? 8 : 4), layout),
      size,
      section: half(bytes, at + (layout.wide ? 6 : 14), layout),
    });
  }
  return found;
}
