import type { ElfTables, Section, SizedSymbol } from '../../../shared/elf/sections.ts';

/** Where the bytes of a binary come from. All of them together are `total`, to the byte. */
export interface BinarySize {
  readonly name: string;
  readonly platform: string;
  readonly total: number;
  /** Bytes of code and data by import path. */
  readonly packages: Readonly<Record<string, number>>;
  /** What belongs to no package, by what it is. */
  readonly rest: Readonly<Record<string, number>>;
}

/** The file of the output `size-report`. */
export interface SizeReport {
  readonly version: 1;
  readonly commit: string;
  readonly binaries: readonly BinarySize[];
}

/** What the sections of a Go program hold beside the code and data of its packages. */
const contents: Readonly<Record<string, string>> = {
  '.text': 'assembly, C code and padding between functions',
  '.rodata': 'types, strings and constants',
  '.data.rel.ro': 'types, strings and constants',
  '.gopclntab': 'function names and line tables (stack traces need them)',
  '.typelink': 'types, strings and constants',
  '.itablink': 'types, strings and constants',
  '.data': 'data of no package',
  '.noptrdata': 'data of no package',
};
const debugging = /^\.(?:z?debug_|symtab$|strtab$|gnu_debug|comment$)/;

/**
 * Splits the bytes of a shipped binary up. Its own tables say how large each section is; the symbols that say whose
 * they are stand only in the twin that was not stripped.
 */
export function sizeOf(
  shipped: { readonly total: number; readonly sections: readonly Section[] },
  twin: ElfTables,
  mainPackage: string,
): Pick<BinarySize, 'total' | 'packages' | 'rest'> {
  const packages = new Map<string, number>();
  const attributed = new Map<string, number>();
  for (const { symbol, bytes } of withoutOverlap(twin.symbols)) {
    const home = packageOf(symbol.name);
    const section = twin.sections[symbol.section];
    if (home === undefined || section === undefined || section.size === 0) continue;
    add(packages, home === 'main' ? mainPackage : home, bytes);
    add(attributed, section.name, bytes);
  }
  const rest = new Map<string, number>();
  let inSections = 0;
  for (const { name, size } of shipped.sections) {
    inSections += size;
    const left = size - (attributed.get(name) ?? 0);
    if (left !== 0) add(rest, labelOf(name), left);
  }
  const headers = shipped.total - inSections;
  if (headers !== 0) add(rest, 'file headers and alignment', headers);
  return { total: shipped.total, packages: sorted(packages), rest: sorted(rest) };
}

function labelOf(section: string): string {
  if (debugging.test(section)) return 'symbol table and debug information';
  return contents[section] ?? 'loading and linking tables';
}

/** Symbols of several names for one place, or one within another, must not be counted twice. */
function withoutOverlap(symbols: readonly SizedSymbol[]): { symbol: SizedSymbol; bytes: number }[] {
  const ordered = symbols
    .filter(({ section }) => section > 0 && section < 0xff00)
    .sort((a, b) => a.section - b.section || a.address - b.address || a.size - b.size);
  let end = 0;
  let section = 0;
  return ordered.flatMap((symbol) => {
    if (symbol.section !== section) [section, end] = [symbol.section, 0];
    const from = Math.max(symbol.address, end);
    const to = symbol.address + symbol.size;
    if (to <= from || packageOf(symbol.name) === undefined) return [];
    end = to;
    return [{ symbol, bytes: to - from }];
  });
}

/**
 * The import path in a linker symbol, such as `net/http` in `net/http.(*Server).Serve`; undefined for what belongs to
 * no package (types, strings, C).
 *
 * The linker writes a dot in the last element of a path as `%2e` (cmd/internal/objabi, `PathToPrefix`); what stands in
 * brackets are type arguments and may hold paths of their own. Equality and hash functions belong to their type.
 */
export function packageOf(symbol: string): string | undefined {
  const name = symbol.replace(/^type:\.(?:eq|hash)\./, '').split('[', 1)[0] ?? '';
  if (/^(?:go|type|gclocals|\$)[:.·$]|^$|^\W/.test(name)) return undefined;
  const slash = name.split('(', 1)[0]?.lastIndexOf('/') ?? -1;
  const dot = name.indexOf('.', slash + 1);
  if (dot < 0) return undefined;
  const path = name
    .slice(0, dot)
    .replaceAll(/%([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return /^[\w.~/-]+$/.test(path) ? path : undefined;
}

function add(to: Map<string, number>, key: string, bytes: number): void {
  to.set(key, (to.get(key) ?? 0) + bytes);
}

/** The largest first; the name decides among equals, so that the report is the same every time. */
function sorted(sizes: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...sizes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
}

/** How a binary differs from the same one of another commit. */
export interface SizeChange {
  /** Bytes of the other one. */
  readonly before: number;
  readonly by: number;
  /** What grew or shrank, the most first. */
  readonly contributors: readonly { readonly what: string; readonly by: number }[];
}

/** Compares with the binary of the same name and platform in another report; undefined when there is none. */
export function changeOf(size: BinarySize, base: SizeReport | undefined): SizeChange | undefined {
  const before = base?.binaries.find(
    ({ name, platform }) => name === size.name && platform === size.platform,
  );
  if (before === undefined) return undefined;
  const [now, then] = [all(size), all(before)];
  const contributors = [...new Set([...now.keys(), ...then.keys()])]
    .map((what) => ({ what, by: (now.get(what) ?? 0) - (then.get(what) ?? 0) }))
    .filter(({ by }) => by !== 0)
    .sort((a, b) => Math.abs(b.by) - Math.abs(a.by) || (a.what < b.what ? -1 : 1));
  return { before: before.total, by: size.total - before.total, contributors };
}

function all({ packages, rest }: BinarySize): Map<string, number> {
  return new Map([...Object.entries(packages), ...Object.entries(rest)]);
}
