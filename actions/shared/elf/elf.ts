import { ElfError, exactly, half, type Layout, native, type ReadAt, word } from './bytes.ts';
import { type DynamicFacts, readDynamic } from './dynamic.ts';
import { withFile } from './file.ts';

export { ElfError } from './bytes.ts';

/** What an ELF file says about how it wants to be run. */
export interface ElfFacts extends DynamicFacts {
  /** As Go calls it (`amd64`), or `machine <number>` for one we don't know. */
  readonly machine: string;
  /** PT_INTERP: the dynamic loader the kernel starts instead of the program. */
  readonly interpreter: string | undefined;
  /** Whether the symbol table is gone (`-s`). */
  readonly stripped: boolean;
}

export interface Segment {
  readonly type: number;
  readonly offset: number;
  readonly address: number;
  readonly size: number;
}

const segmentTypes = { load: 1, dynamic: 2, interpreter: 3 };
const symbolTable = 2;

/** e_machine of the platforms Go builds for (ELF specification, "Machine Information"). */
const machines: ReadonlyMap<number, string> = new Map([
  [3, '386'],
  [8, 'mips'],
  [20, 'ppc'],
  [21, 'ppc64'],
  [22, 's390x'],
  [40, 'arm'],
  [62, 'amd64'],
  [183, 'arm64'],
  [243, 'riscv64'],
  [258, 'loong64'],
]);

/** Reads an ELF file's headers. Throws an ElfError when it is none or when it is damaged. */
export function readElfFile(path: string): Promise<ElfFacts> {
  return withFile(path, readElf);
}

/** Reads the headers of an ELF file of any word size and byte order. */
export async function readElf(read: ReadAt): Promise<ElfFacts> {
  const ident = await exactly(read, 0, 16, 'the ELF header');
  if (ident.toString('latin1', 0, 4) !== '\x7fELF') throw new ElfError('the file is not an ELF file');
  const layout: Layout = { wide: ident[4] === 2, little: ident[5] === 1 };
  const header = await exactly(read, 0, layout.wide ? 64 : 52, 'the ELF header');
  const segments = await readSegments(read, header, layout);
  const interpreter = segments.find(({ type }) => type === segmentTypes.interpreter);
  const dynamic = segments.find(({ type }) => type === segmentTypes.dynamic);
  const loads = segments.filter(({ type }) => type === segmentTypes.load);
  const machine = half(header, 18, layout);
  return {
    machine: machines.get(machine) ?? `machine ${machine}`,
    interpreter: interpreter === undefined ? undefined : await readInterpreter(read, interpreter),
    stripped: !(await hasSymbolTable(read, header, layout)),
    ...(await readDynamic(read, dynamic, loads, layout)),
  };
}

async function readSegments(read: ReadAt, header: Buffer, layout: Layout): Promise<Segment[]> {
  const { wide } = layout;
  const offset = native(header, wide ? 32 : 28, layout);
  const size = half(header, wide ? 54 : 42, layout);
  const count = half(header, wide ? 56 : 44, layout);
  if (count > 0 && size < (wide ? 56 : 32)) throw new ElfError('its program headers are too short');
  const bytes = await exactly(read, offset, size * count, 'the program headers');
  return Array.from({ length: count }, (_, index) => {
    const at = index * size;
    return {
      type: word(bytes, at, layout),
      offset: native(bytes, at + (wide ? 8 : 4), layout),
      address: native(bytes, at + (wide ? 16 : 8), layout),
      size: native(bytes, at + (wide ? 32 : 16), layout),
    };
  });
}

async function readInterpreter(read: ReadAt, segment: Segment): Promise<string> {
  const bytes = await exactly(read, segment.offset, segment.size, 'the interpreter');
  return bytes.toString('utf8').replace(/\0.*$/s, '');
}

async function hasSymbolTable(read: ReadAt, header: Buffer, layout: Layout): Promise<boolean> {
  const { wide } = layout;
  const offset = native(header, wide ? 40 : 32, layout);
  const size = half(header, wide ? 58 : 46, layout);
  const count = half(header, wide ? 60 : 48, layout);
  if (offset === 0 || count === 0) return false;
  if (size < 8) throw new ElfError('its section headers are too short');
  const bytes = await exactly(read, offset, size * count, 'the section headers');
  return Array.from({ length: count }, (_, index) => word(bytes, index * size + 4, layout)).includes(
    symbolTable,
  );
}
