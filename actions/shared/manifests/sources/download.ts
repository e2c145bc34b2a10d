import { messageOf, UserError } from '../../errors/user-error.ts';
import { isLoopback } from '../../registry/loopback.ts';

/** Milliseconds. */
const patience = 30_000;

/** The text at an address. Encrypted all the way, also through redirects; `largest`: bytes. */
export async function download(address: string, largest: number): Promise<string> {
  refuseOpen(address);
  const fail = (why: string): never => {
    throw new UserError(`${address} can't be read: ${why}`, {
      fix: 'Correct the address, or put the file into the repository.',
    });
  };
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(patience) });
    refuseOpen(answer.url);
    if (!answer.ok) return fail(`HTTP status ${answer.status}`);
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of answer.body ?? []) {
      size += chunk.byteLength;
      if (size > largest) return fail(`it is larger than ${Math.round(largest / 1e6)} MB`);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString();
  } catch (error) {
    if (error instanceof UserError) throw error;
    return fail(messageOf(error));
  }
}

function refuseOpen(address: string): void {
  const { protocol, hostname } = new URL(address);
  if (protocol === 'https:' || isLoopback(hostname)) return;
  throw new UserError(`${address} is not encrypted: anybody on the way could change what is deployed`, {
    fix: 'Give an address that begins with https://.',
  });
}
