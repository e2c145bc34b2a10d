/** Writes tar archives whose bytes depend on nothing but their content: no times, no owners' names. */

export type TarEntry =
  | {
      readonly kind: 'file';
      readonly path: string;
      readonly content: Uint8Array;
      readonly mode?: number;
      readonly owner?: number;
    }
  | { readonly kind: 'folder'; readonly path: string; readonly mode?: number; readonly owner?: number }
  | { readonly kind: 'link'; readonly path: string; readonly to: string };

const BLOCK = 512;
const TYPE = { file: '0', folder: '5', link: '2' };
const NAME_LENGTH = 100;

/** A number in octal, as wide as its field less the closing NUL. */
const octal = (value: number, width: number): string => `${value.toString(8).padStart(width - 1, '0')}\0`;

function header(entry: TarEntry): Buffer {
  const path = entry.kind === 'folder' ? `${entry.path}/` : entry.path;
  if (Buffer.byteLength(path) > NAME_LENGTH)
    throw new Error(`${path} is too long for a tar entry (${NAME_LENGTH} bytes)`);
  const owner = entry.kind === 'link' ? 0 : (entry.owner ?? 0);
  const usual = entry.kind === 'folder' ? 0o755 : 0o644;
  const block = Buffer.alloc(BLOCK);
  block.write(path, 0);
  block.write(octal(entry.kind === 'link' ? 0o777 : (entry.mode ?? usual), 8), 100);
  block.write(octal(owner, 8), 108);
  block.write(octal(owner, 8), 116);
  block.write(octal(entry.kind === 'file' ? entry.content.length : 0, 12), 124);
  block.write(octal(0, 12), 136);
  block.write(' '.repeat(8), 148);
  block.write(TYPE[entry.kind], 156);
  if (entry.kind === 'link') block.write(entry.to, 157);
  block.write('ustar\x0000', 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

/** The archive of `entries`, in their order. Folders must be listed before what is in them. */
export function tar(entries: readonly TarEntry[]): Buffer {
  const parts: Uint8Array[] = [];
  for (const entry of entries) {
    parts.push(header(entry));
    if (entry.kind !== 'file') continue;
    parts.push(entry.content, Buffer.alloc((BLOCK - (entry.content.length % BLOCK)) % BLOCK));
  }
  return Buffer.concat([...parts, Buffer.alloc(2 * BLOCK)]);
}
