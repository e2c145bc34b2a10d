import { exactly, type ReadAt } from './bytes.ts';
import { ifTold } from './file.ts';
import { findSection } from './sections.ts';

/**
 * What the Go linker wrote into an ELF file about the build (section `.go.buildinfo`, Go 1.18 and newer), in the lines of
 * `go version -m` and without running anything. Undefined when the file tells nothing.
 */
export function buildInfoOf(path: string): Promise<string | undefined> {
  return ifTold(path, (read) => readBuildInfo(path, read));
}

/** Path and version of the main module of a Go program. Undefined when the file tells none. */
export async function mainModuleOf(path: string): Promise<{ path: string; version: string } | undefined> {
  const [, module, version] = /^\tmod\t([^\t\n]+)\t([^\t\n]+)/m.exec((await buildInfoOf(path)) ?? '') ?? [];
  return module === undefined || version === undefined ? undefined : { path: module, version };
}

/** Import path of the program and path of its module. Undefined when the file tells none. */
export async function programOf(path: string): Promise<{ program: string; module: string } | undefined> {
  const info = (await buildInfoOf(path)) ?? '';
  const [, program] = /^\tpath\t([^\t\n]+)/m.exec(info) ?? [];
  const [, module] = /^\tmod\t([^\t\n]+)/m.exec(info) ?? [];
  return program === undefined || module === undefined ? undefined : { program, module };
}

/** A mark of 16 bytes stands before and behind the lines (cmd/go/internal/modload, `ModInfoData`). */
const mark = 16;

async function readBuildInfo(path: string, read: ReadAt): Promise<string | undefined> {
  const section = await findSection(read, '.go.buildinfo');
  if (section === undefined) return undefined;
  const bytes = await exactly(read, section.offset, section.size, 'the build information');
  // Bit 1 of the flags: the strings stand here, each behind its length, and not somewhere else in memory.
  if (bytes.toString('latin1', 0, 14) !== '\xff Go buildinf:' || ((bytes[15] ?? 0) & 2) === 0)
    return undefined;
  const goVersion = bytesAt(bytes, 32);
  const lines = bytesAt(bytes, goVersion.end).part;
  const text = lines.length < 2 * mark ? '' : lines.toString('utf8', mark, lines.length - mark);
  const shown = text
    .trimEnd()
    .split('\n')
    .map((line) => `\t${line}`);
  return `${[`${path}: ${goVersion.part.toString()}`, ...shown].join('\n')}\n`;
}

/** Bytes behind their length, which is written seven bits at a time (`varint`). */
function bytesAt(bytes: Buffer, start: number): { part: Buffer; end: number } {
  let length = 0;
  let at = start;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes.readUInt8(at);
    at += 1;
    length += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) break;
  }
  return { part: bytes.subarray(at, at + length), end: at + length };
}
