import { cString, ElfError, exactly, half, type Layout, native, type ReadAt, word } from './bytes.ts';
import type { Segment } from './elf.ts';

/** What the dynamic section asks the loader for. */
export interface DynamicFacts {
  /** DT_NEEDED: the shared libraries that must be there at start. */
  readonly needed: readonly string[];
  /** Symbol versions it needs, such as `GLIBC_2.34`. */
  readonly symbolVersions: readonly string[];
}

/** d_tag values (ELF specification, "Dynamic Section"; the version tags are GNU's). */
const tags = {
  end: 0,
  needed: 1,
  stringTable: 5,
  stringTableSize: 10,
  versionNeeded: 0x6ffffffe,
  versionNeededCount: 0x6fffffff,
};

/** Reads the dynamic segment; without one the file needs nothing. */
export async function readDynamic(
  read: ReadAt,
  dynamic: Segment | undefined,
  loads: readonly Segment[],
  layout: Layout,
): Promise<DynamicFacts> {
  if (dynamic === undefined) return { needed: [], symbolVersions: [] };
  const entries = await readEntries(read, dynamic, layout);
  const one = (tag: number): number | undefined => entries.find((entry) => entry.tag === tag)?.value;
  const wanted = entries.filter(({ tag }) => tag === tags.needed);
  const versions = one(tags.versionNeeded);
  if (wanted.length === 0 && versions === undefined) return { needed: [], symbolVersions: [] };
  const names = await exactly(
    read,
    fileOffset(one(tags.stringTable), loads),
    one(tags.stringTableSize) ?? 0,
    'the string table',
  );
  const symbolVersions =
    versions === undefined
      ? []
      : await readVersions(
          read,
          fileOffset(versions, loads),
          one(tags.versionNeededCount) ?? 0,
          names,
          layout,
        );
  return { needed: wanted.map(({ value }) => cString(names, value)), symbolVersions };
}

async function readEntries(
  read: ReadAt,
  dynamic: Segment,
  layout: Layout,
): Promise<{ tag: number; value: number }[]> {
  const step = layout.wide ? 16 : 8;
  const bytes = await exactly(read, dynamic.offset, dynamic.size, 'the dynamic section');
  const all = Array.from({ length: Math.floor(bytes.length / step) }, (_, index) => ({
    tag: native(bytes, index * step, layout),
    value: native(bytes, index * step + step / 2, layout),
  }));
  const end = all.findIndex(({ tag }) => tag === tags.end);
  return end < 0 ? all : all.slice(0, end);
}

/** The tables are named by their address in memory; the load segments say where that stands in the file. */
function fileOffset(address: number | undefined, loads: readonly Segment[]): number {
  const home = loads.find(
    (load) => address !== undefined && address >= load.address && address < load.address + load.size,
  );
  if (home === undefined || address === undefined) {
    throw new ElfError('its dynamic section points outside the loaded segments');
  }
  return address - home.address + home.offset;
}

/** Elf_Verneed and Elf_Vernaux: chains of 16-byte entries, the same in 32 and 64 bits. */
async function readVersions(
  read: ReadAt,
  start: number,
  count: number,
  names: Buffer,
  layout: Layout,
): Promise<string[]> {
  const found = new Set<string>();
  let library = start;
  for (let seen = 0; seen < sensible(count); seen += 1) {
    const entry = await exactly(read, library, 16, 'the version table');
    let version = library + word(entry, 8, layout);
    for (let left = half(entry, 2, layout); left > 0; left -= 1) {
      const item = await exactly(read, version, 16, 'the version table');
      found.add(cString(names, word(item, 8, layout)));
      const next = word(item, 12, layout);
      if (next === 0) break;
      version += next;
    }
    const next = word(entry, 12, layout);
    if (next === 0) break;
    library += next;
  }
  return [...found].sort();
}

/** No program asks for the versions of a thousand libraries; a damaged one must not keep us busy for ever. */
function sensible(count: number): number {
  if (count > 1000) throw new ElfError('its version table is longer than any');
  return count;
}
