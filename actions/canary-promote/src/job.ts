import { randomUUID } from 'node:crypto';
import { jobOf } from '../../shared/action/job.ts';

/** Names this process; written into the state, it says who may change the route. */
export function ownerOf(env: Readonly<Record<string, string | undefined>>): string {
  return `${jobOf(env)}#${randomUUID().slice(0, 8)}`;
}

/** Whether one job is of a later run than another: GitHub numbers runs upwards. False where it can't be told. */
export function isLater(one: string, other: string): boolean {
  const [a, b] = [one, other].map((job) => /\/actions\/runs\/(\d+)\//.exec(job)?.[1]);
  return a !== undefined && b !== undefined && BigInt(a) > BigInt(b);
}
