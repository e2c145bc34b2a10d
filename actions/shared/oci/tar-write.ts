/** What a tar header says about a file or folder. Times in seconds. */
export interface TarHead {
  readonly name: string;
  readonly type: 'file' | 'folder';
  readonly size: number;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly mtime: number;
}

export const tarBlock = 512;

/** Two empty blocks end an archive. */
export const tarEnd: Buffer = Buffer.alloc(2 * tarBlock);

/** The header of an entry in the ustar format. Throws an Error when its name does not fit. */
export function tarHeader({ name, type, size, mode, uid, gid, mtime }: TarHead): Buffer {
  const { prefix, rest } = nameParts(type === 'folder' ? `${name}/` : name);
  const header = Buffer.alloc(tarBlock);
  const octal = (value: number, at: number, width: number): void => {
    const digits = value.toString(8);
    if (digits.length >= width) throw new Error(`${name}: ${value} does not fit into a tar header`);
    header.write(`${digits.padStart(width - 1, '0')}\0`, at);
  };
  header.write(rest, 0);
  octal(mode, 100, 8);
  octal(uid, 108, 8);
  octal(gid, 116, 8);
  octal(size, 124, 12);
  octal(mtime, 136, 12);
  header.fill(' ', 148, 156);
  header.write(type === 'folder' ? '5' : '0', 156);
  header.write('ustar\x0000', 257);
  header.write(prefix, 345);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

/** The zeros that fill a file's last block. */
export function tarPadding(size: number): Buffer {
  return Buffer.alloc((tarBlock - (size % tarBlock)) % tarBlock);
}

/** The format holds 100 bytes of name and, before a slash, 155 more. */
function nameParts(name: string): { prefix: string; rest: string } {
  if (Buffer.byteLength(name) <= 100) return { prefix: '', rest: name };
  const at = name.indexOf('/', Math.max(0, name.length - 101));
  const parts = { prefix: name.slice(0, at), rest: name.slice(at + 1) };
  const fits = at > 0 && Buffer.byteLength(parts.prefix) <= 155 && Buffer.byteLength(parts.rest) <= 100;
  if (!fits || parts.rest === '') throw new Error(`the path ${name} is too long for an archive`);
  return parts;
}
