import { open } from 'node:fs/promises';
import { cString, ElfError, exactly, half, native, type ReadAt, word } from './bytes.ts';

/**
 * Path and version of the main module of a Go program, as the linker wrote them into its ELF file (section
 * `.go.buildinfo`, Go 1.18 and newer): known without running anything of it. Undefined when the file tells none.
 */
export async function mainModuleOf(path: string): Promise<{ path: string; version: string } | undefined> {
  const file = await open(path).catch(() => undefined);
  if (file === undefined) return undefined;
  try {
    return await readMainModule(async (offset, length) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
      return buffer.subarray(0, bytesRead);
    });
  } catch (error) {
    if (error instanceof ElfError || error instanceof RangeError) return undefined;
    throw error;
  } finally {
    await file.close();
  }
}

async function readMainModule(read: ReadAt): Promise<{ path: string; version: string } | undefined> {
  const section = await findSection(read, '.go.buildinfo');
  if (section === undefined) return undefined;
  const bytes = await exactly(read, section.offset, section.size, 'the build information');
  const head = bytes.toString('latin1', 0, 14);
  // Bit 1 of the flags: the strings stand here, each behind its length, and not somewhere else in memory.
  if (head !== '\xff Go buildinf:' || ((bytes[15] ?? 0) & 2) === 0) return undefined;
  const goVersion = stringAt(bytes, 32);
  const modules = stringAt(bytes, goVersion.end).text;
  const [, path, version] = /^mod\t([^\t\n]+)\t([^\t\n]+)/m.exec(modules) ?? [];
  return path === undefined || version === undefined ? undefined : { path, version };
}

async function findSection(
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

/** A string behind its length, written seven bits at a time (`varint`). */
function stringAt(bytes: Buffer, start: number): { text: string; end: number } {
  let length = 0;
  let at = start;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes.readUInt8(at);
    at += 1;
    length += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) break;
  }
  return { text: bytes.toString('utf8', at, at + length), end: at + length };
}
