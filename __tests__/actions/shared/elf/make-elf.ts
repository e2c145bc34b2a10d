/** What a made-up ELF file is to say. */
export interface ElfSpec {
  readonly wide?: boolean;
  readonly little?: boolean;
  readonly machine?: number;
  readonly interpreter?: string;
  readonly needed?: readonly string[];
  readonly versions?: readonly string[];
  readonly symbols?: boolean;
}

/** Lays out a small ELF file by the specification, to read platforms that can't be compiled for here. */
export function makeElf(spec: ElfSpec): Buffer {
  const { wide = true, little = true, machine = 62, interpreter, needed = [], versions = [] } = spec;
  const out = writer(wide, little);
  const { file, u16, u32, word } = out;

  file.write('\x7fELF', 0, 'latin1');
  file[4] = wide ? 2 : 1;
  file[5] = little ? 1 : 2;
  u16(18, machine);
  const segments = [
    { type: 1, at: 0, length: 4096 },
    ...(interpreter === undefined ? [] : [{ type: 3, at: 1024, length: interpreter.length + 1 }]),
    ...(needed.length === 0 ? [] : [{ type: 2, at: 1280, length: 512 }]),
  ];
  if (interpreter !== undefined) file.write(`${interpreter}\0`, 1024);
  word(wide ? 32 : 28, 256);
  u16(wide ? 54 : 42, wide ? 56 : 32);
  u16(wide ? 56 : 44, segments.length);
  for (const [index, { type, at, length }] of segments.entries()) {
    const header = 256 + index * (wide ? 56 : 32);
    u32(header, type);
    word(header + (wide ? 8 : 4), at);
    word(header + (wide ? 16 : 8), base + at);
    word(header + (wide ? 32 : 16), length);
  }
  if (spec.symbols === true) {
    word(wide ? 40 : 32, 3840);
    u16(wide ? 58 : 46, wide ? 64 : 40);
    u16(wide ? 60 : 48, 1);
    u32(3840 + 4, 2);
  }
  if (needed.length > 0) writeDynamic(out, needed, versions);
  return file;
}

const base = 0x400000;

type Writer = ReturnType<typeof writer>;

/** A buffer and how numbers are written into it. */
function writer(wide: boolean, little: boolean) {
  const file = Buffer.alloc(4096);
  const u16 = (at: number, value: number): number =>
    little ? file.writeUInt16LE(value, at) : file.writeUInt16BE(value, at);
  const u32 = (at: number, value: number): number =>
    little ? file.writeUInt32LE(value, at) : file.writeUInt32BE(value, at);
  const word = (at: number, value: number): void => {
    if (!wide) u32(at, value);
    else if (little) file.writeBigUInt64LE(BigInt(value), at);
    else file.writeBigUInt64BE(BigInt(value), at);
  };
  const size = wide ? 8 : 4;
  return { file, u16, u32, word, size };
}

function writeDynamic(
  { file, u16, u32, word, size }: Writer,
  needed: readonly string[],
  versions: readonly string[],
): void {
  const strings = 2048;
  let end = strings + 1;
  const string = (text: string): number => {
    const at = end;
    file.write(`${text}\0`, at);
    end += text.length + 1;
    return at - strings;
  };
  const tags: [number, number][] = needed.map((name) => [1, string(name)]);
  if (versions.length > 0) {
    const table = 3072;
    u16(table, 1);
    u16(table + 2, versions.length);
    u32(table + 8, 16);
    for (const [index, version] of versions.entries()) {
      const entry = table + 16 + index * 16;
      u32(entry + 8, string(version));
      u32(entry + 12, index === versions.length - 1 ? 0 : 16);
    }
    tags.push([0x6ffffffe, base + table], [0x6fffffff, 1]);
  }
  tags.push([5, base + strings], [10, end - strings], [0, 0]);
  for (const [index, [tag, value]] of tags.entries()) {
    word(1280 + index * 2 * size, tag);
    word(1280 + index * 2 * size + size, value);
  }
}
