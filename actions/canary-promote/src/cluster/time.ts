import { isTransient } from './cluster.ts';

/** The clock, so that tests can turn it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Resolves after `ms`, or at once when the signal is aborted. */
  readonly pause: (ms: number, signal?: AbortSignal) => Promise<void>;
}

export const realClock: Clock = {
  now: Date.now,
  pause: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted === true) return resolve();
      const done = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal?.addEventListener('abort', done);
    }),
};

/** Milliseconds that an API server may be away before a change is given up; the state stays as it was. */
const longest = 5 * 60_000;

/** Tries until it works, is refused for good, or `longest` has passed. `work` must be safe to repeat. */
export async function persistently<T>(
  clock: Clock,
  work: () => Promise<T>,
  onTrouble: (error: unknown) => void = () => undefined,
): Promise<T> {
  const until = clock.now() + longest;
  for (let wait = 250; ; wait = Math.min(wait * 2, 4000)) {
    try {
      return await work();
    } catch (error) {
      if (!isTransient(error) || clock.now() >= until) throw error;
      onTrouble(error);
    }
    await clock.pause(wait);
  }
}
