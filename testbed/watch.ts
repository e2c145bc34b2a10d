import { setTimeout as pause } from 'node:timers/promises';
import { home as defaultHome } from './home.ts';
import { isAlive } from './proc.ts';
import { deadComponent, readRecords } from './process.ts';

const EVERY_MS = 200;

/**
 * Resolves with the error that names the first component to die, or with one that says the bed is down. For running
 * beside a long test: `Promise.race([test, watch(signal)])`.
 */
export async function watch(signal: AbortSignal, home = defaultHome()): Promise<Error> {
  for (;;) {
    const records = readRecords(home);
    if (records.length === 0) return new Error('the bed is down');
    const dead = records.find((record) => !isAlive(record));
    if (dead !== undefined) return deadComponent(dead);
    await pause(EVERY_MS, undefined, { signal });
  }
}
