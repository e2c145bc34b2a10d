import { createHash } from 'node:crypto';
import { readFile, readlink } from 'node:fs/promises';
import { messageOf } from '../errors/user-error.ts';

/**
 * Names this process within the world, so that another one on the same machine can tell that it has ended. Empty where the
 * system can't say (no /proc): then only the Lease's own expiry tells.
 */
export async function processMark(): Promise<string> {
  try {
    return `${await machine()}.${process.pid}.${await startOf(process.pid)}`;
  } catch {
    return '';
  }
}

/** Whether the process behind a mark has ended. False where that can't be known from here. */
export async function hasEnded(mark: string): Promise<boolean> {
  const [where = '', pid = '', started = ''] = mark.split('.');
  if (where === '' || !/^\d+$/.test(pid)) return false;
  try {
    if (where !== (await machine())) return false;
  } catch {
    return false;
  }
  try {
    return (await startOf(Number(pid))) !== started;
  } catch (error) {
    return /ENOENT|ESRCH|ended/.test(messageOf(error));
  }
}

/** One boot of one kernel, and the process numbers' own namespace: within it a process number means one process. */
async function machine(): Promise<string> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
  const space = await readlink('/proc/self/ns/pid');
  return createHash('sha256').update(`${boot}${space}`).digest('hex').slice(0, 12);
}

/** When a process started, in ticks since the boot: a number that is given out again gets another. See proc(5), field 22. */
async function startOf(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // A zombie has ended; only nobody has asked how.
  if (fields[0] === 'Z' || fields[0] === 'X') throw new Error('ended');
  return fields[19] ?? '';
}
