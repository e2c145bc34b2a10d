import { tmpdir } from 'node:os';
import { messageOf } from '../../errors/user-error.ts';
import { saveGoCache } from './cache.ts';

/** The post step of the actions that compile: saves the cache, and never fails the job. */
export async function saveAtTheEnd(): Promise<void> {
  const write = (line: string): void => {
    process.stdout.write(`${line}\n`);
  };
  try {
    await saveGoCache(process.env['RUNNER_TEMP'] ?? tmpdir(), process.env, write);
  } catch (error) {
    write(`::warning::The Go cache could not be saved: ${messageOf(error).replaceAll('\n', ' ')}`);
  }
}
