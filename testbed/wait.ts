import { setTimeout as pause } from 'node:timers/promises';

export interface Patience {
  /** What is waited for, for the error. */
  readonly what: string;
  readonly timeoutMs: number;
  readonly everyMs?: number;
  /** Called before each look; throws to give up early, for instance because the process has died. */
  readonly check?: () => void;
}

/** Looks again and again until `probe` is true. A probe that throws is one that isn't true yet. */
export async function until(probe: () => boolean | Promise<boolean>, patience: Patience): Promise<void> {
  const end = performance.now() + patience.timeoutMs;
  let last = '';
  for (;;) {
    patience.check?.();
    try {
      if (await probe()) return;
    } catch (error) {
      last = ` (last answer: ${error instanceof Error ? error.message : String(error)})`;
    }
    if (performance.now() > end)
      throw new Error(`${patience.what}: not within ${patience.timeoutMs / 1000} s${last}`);
    await pause(patience.everyMs ?? 25);
  }
}
