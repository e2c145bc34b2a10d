/** One entry of a tar archive. `body` must be read before the next entry is asked for, or it is skipped. */
export interface TarEntry {
  readonly name: string;
  readonly type: 'file' | 'folder' | 'link' | 'symlink' | 'other';
  readonly size: number;
  readonly linkName: string;
  /** Permission bits. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Seconds since the epoch. */
  readonly mtime: number;
  readonly body: () => AsyncGenerator<Buffer>;
}

const block = 512;

/** Hands out exactly as many bytes as asked for from chunks of any size. */
class ByteReader {
  private readonly source: AsyncIterator<Uint8Array>;
  private rest: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Uint8Array>) {
    this.source = source[Symbol.asyncIterator]();
  }

  /** The next bytes, at least one and at most `most`; undefined at the end. */
  async some(most: number): Promise<Buffer | undefined> {
    while (this.rest.length === 0) {
      const next = await this.source.next();
      if (next.done === true) return undefined;
      this.rest = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
    }
    const taken = this.rest.subarray(0, most);
    this.rest = this.rest.subarray(taken.length);
    return taken;
  }

  /** Exactly `count` bytes; undefined at the end. Throws when the archive ends among them. */
  async exactly(count: number): Promise<Buffer | undefined> {
    const parts: Buffer[] = [];
    for (let missing = count; missing > 0; ) {
      const part = await this.some(missing);
      if (part === undefined && parts.length === 0) return undefined;
      if (part === undefined) throw new Error('the archive is cut');
      // Mostly a header comes whole: a base image has thousands, and a copy of each is what its reading would cost.
      if (part.length === count) return part;
      parts.push(part);
      missing -= part.length;
    }
    return Buffer.concat(parts);
  }
}

/**
 * Reads a tar archive (ustar, with the pax and GNU extensions for long names and big files) as it streams by.
 *
 * Throws an Error when the archive is cut or damaged.
 */
export async function* tarEntries(source: AsyncIterable<Uint8Array>): AsyncGenerator<TarEntry> {
  const reader = new ByteReader(source);
  let extended: Readonly<Record<string, string>> = {};
  for (;;) {
    const header = await reader.exactly(block);
    if (header === undefined || (header[0] === 0 && header.every((byte) => byte === 0))) return;
    checkSum(header);
    const flag = String.fromCharCode(header[156] ?? 0);
    const size = Number(extended['size'] ?? numberIn(header, 124, 12));
    if ('xLKg'.includes(flag)) {
      const bytes = await reader.exactly(padded(size));
      if (bytes === undefined) throw new Error('the archive is cut');
      if (flag !== 'g') extended = { ...extended, ...extension(flag, bytes.subarray(0, size)) };
      continue;
    }
    const body = bodyOf(reader, size);
    yield {
      name: extended['path'] ?? nameIn(header),
      type: typeOf(flag),
      size,
      linkName: extended['linkpath'] ?? textIn(header, 157, 100),
      mode: numberIn(header, 100, 8) & 0o7777,
      uid: Number(extended['uid'] ?? numberIn(header, 108, 8)),
      gid: Number(extended['gid'] ?? numberIn(header, 116, 8)),
      mtime: numberIn(header, 136, 12),
      body: () => body,
    };
    for await (const _ of body);
    extended = {};
  }
}

async function* bodyOf(reader: ByteReader, size: number): AsyncGenerator<Buffer> {
  let missing = size;
  try {
    while (missing > 0) {
      const part = await reader.some(missing);
      if (part === undefined) throw new Error('the archive is cut');
      missing -= part.length;
      yield part;
    }
  } finally {
    // Whoever stops reading early leaves the rest, which has to go by before the next header.
    for (let left = missing + padded(size) - size; left > 0; ) {
      const part = await reader.some(left);
      left = part === undefined ? 0 : left - part.length;
    }
  }
}

function extension(flag: string, bytes: Buffer): Record<string, string> {
  const text = bytes.toString();
  if (flag === 'L') return { path: text.replace(/\0.*$/s, '') };
  if (flag === 'K') return { linkpath: text.replace(/\0.*$/s, '') };
  const found: Record<string, string> = {};
  for (let at = 0; at < bytes.length; ) {
    const length = Number.parseInt(bytes.toString('latin1', at, at + 20), 10);
    if (!(length > 0)) break;
    const record = bytes.toString('utf8', at, at + length - 1);
    const [, key = '', value = ''] = /^\d+ ([^=]*)=(.*)$/s.exec(record) ?? [];
    found[key] = value;
    at += length;
  }
  return found;
}

function typeOf(flag: string): TarEntry['type'] {
  if (flag === '0' || flag === '\0' || flag === '7') return 'file';
  if (flag === '5') return 'folder';
  if (flag === '1') return 'link';
  return flag === '2' ? 'symlink' : 'other';
}

function nameIn(header: Buffer): string {
  const prefix = textIn(header, 257, 5) === 'ustar' ? textIn(header, 345, 155) : '';
  const name = textIn(header, 0, 100);
  return prefix === '' ? name : `${prefix}/${name}`;
}

function textIn(header: Buffer, at: number, length: number): string {
  const end = header.indexOf(0, at);
  return header.toString('utf8', at, end === -1 || end > at + length ? at + length : end);
}

/** Octal digits, or GNU's base-256 form for what does not fit. */
function numberIn(header: Buffer, at: number, length: number): number {
  if (((header[at] ?? 0) & 0x80) !== 0) return Number(header.readBigUInt64BE(at + length - 8));
  return Number.parseInt(textIn(header, at, length).trim() || '0', 8);
}

function checkSum(header: Buffer): void {
  const stated = numberIn(header, 148, 8);
  let actual = 0;
  for (let at = 0; at < block; at += 1) actual += at >= 148 && at < 156 ? 32 : (header[at] ?? 0);
  if (stated !== actual) throw new Error('the archive is damaged');
}

function padded(size: number): number {
  return Math.ceil(size / block) * block;
}
