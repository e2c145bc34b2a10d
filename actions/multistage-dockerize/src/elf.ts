import { open } from 'node:fs/promises';
import { UserError } from '../../shared/errors/user-error.ts';

/** e_machine of the ELF header → what an image's configuration calls the architecture. */
const machines: Readonly<Record<number, string>> = {
  3: '386',
  8: 'mips',
  21: 'ppc64',
  22: 's390x',
  40: 'arm',
  62: 'amd64',
  183: 'arm64',
  243: 'riscv64',
  258: 'loong64',
};

/** The platform a Linux program was built for, such as `linux/arm64`, from its ELF header. */
export async function platformOf(path: string): Promise<string> {
  const head = await readHead(path);
  const bigEndian = head[5] === 2;
  const isElf = head.length >= 20 && head.readUInt32BE(0) === 0x7f454c46;
  const machine = isElf ? (bigEndian ? head.readUInt16BE(18) : head.readUInt16LE(18)) : 0;
  const name = machines[machine];
  if (name === undefined) {
    throw new UserError(`${path} is no Linux program (no ELF file of a known architecture)`, {
      fix: 'Build it with GOOS=linux; go-static-build does, and its output `path` belongs here.',
    });
  }
  return `linux/${name === 'ppc64' && !bigEndian ? 'ppc64le' : name}`;
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path).catch(() => undefined);
  if (file === undefined) {
    throw new UserError(`the binary ${path} does not exist`, {
      fix: 'Build it in a step before, or download its artifact; `binary` is a path from the workspace.',
    });
  }
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(20), 0, 20, 0);
    return buffer.subarray(0, bytesRead);
  } catch {
    return Buffer.alloc(0);
  } finally {
    await file.close();
  }
}
