import { randomUUID } from 'node:crypto';
import { jobOf } from '../../shared/action/job.ts';

/** Names this process; written into the state, it says who may change the route. */
export function ownerOf(env: Readonly<Record<string, string | undefined>>): string {
  return `${jobOf(env)}#${randomUUID().slice(0, 8)}`;
}
