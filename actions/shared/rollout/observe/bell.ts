/** Changes come in bursts: one look after a burst is enough. */
const burst = 40;

/** Wakes whoever waits for a change. */
export interface Bell {
  readonly ring: () => void;
  /** Resolves when it rang, or after `ms`; throws what it failed with. */
  readonly rung: (ms: number) => Promise<void>;
  readonly fail: (error: unknown) => void;
}

export function makeBell(): Bell {
  let failure: unknown;
  let failed = false;
  let rang = false;
  let waiting: (() => void) | undefined;
  const ring = (): void => {
    rang = true;
    waiting?.();
  };
  const rung = async (ms: number): Promise<void> => {
    if (!rang && !failed) {
      await untilRung(ms, (wake) => {
        waiting = wake;
      });
    }
    if (rang) await new Promise((resolve) => setTimeout(resolve, burst));
    rang = false;
    if (failed) throw failure;
  };
  const fail = (error: unknown): void => {
    failed = true;
    failure = error;
    ring();
  };
  return { ring, rung, fail };
}

function untilRung(ms: number, onWake: (wake: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    onWake(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
