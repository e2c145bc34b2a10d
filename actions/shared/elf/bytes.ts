import { codeOf } from '../errors/user-error.ts';

/** Where bytes come from: `length` bytes at `offset`, fewer only at the end of the file. */
export type ReadAt = (offset: number, length: number) => Promise<Buffer>;

/** A file that is no ELF file, or whose tables point outside it. */
export class ElfError extends Error {
  override readonly name = 'ElfError';
}

/** Whether an error means that a file is cut, damaged or of another kind. Node tells reads beyond a buffer by a code. */
export function isDamage(error: unknown): boolean {
  const beyond = ['ERR_BUFFER_OUT_OF_BOUNDS', 'ERR_OUT_OF_RANGE'];
  return error instanceof ElfError || beyond.includes(codeOf(error) ?? '');
}

/** The two things that differ between ELF files: word size and byte order. */
export interface Layout {
  readonly wide: boolean;
  readonly little: boolean;
}

/** Reads exactly `length` bytes, or throws an ElfError: a cut file must never be taken for a proof. */
export async function exactly(read: ReadAt, offset: number, length: number, what: string): Promise<Buffer> {
  const limit = 64 * 1024 * 1024;
  if (!Number.isSafeInteger(offset) || offset < 0 || length < 0 || length > limit) {
    throw new ElfError(`${what} lies outside any sensible file`);
  }
  const bytes = await read(offset, length);
  if (bytes.length < length) throw new ElfError(`the file ends inside ${what}`);
  return bytes;
}

export function half(bytes: Buffer, at: number, { little }: Layout): number {
  return little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at);
}

export function word(bytes: Buffer, at: number, { little }: Layout): number {
  return little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);
}

/** An address, an offset or a size: 8 bytes in 64-bit files, 4 in 32-bit ones. */
export function native(bytes: Buffer, at: number, layout: Layout): number {
  if (!layout.wide) return word(bytes, at, layout);
  return Number(layout.little ? bytes.readBigUInt64LE(at) : bytes.readBigUInt64BE(at));
}

/** The text from `at` to the next zero byte. */
export function cString(bytes: Buffer, at: number): string {
  if (at < 0 || at >= bytes.length) throw new ElfError('a name lies outside the string table');
  const end = bytes.indexOf(0, at);
  return bytes.toString('utf8', at, end < 0 ? bytes.length : end);
}
