/** Changes come in bursts: one look after a burst is enough. */
const burst = 40;

/** Wakes all who wait for a change. */
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
  const waiting = new Set<() => void>();
  const ring = (): void => {
    rang = true;
    for (const wake of waiting) wake();
  };
  const rung = async (ms: number): Promise<void> => {
    if (!rang && !failed) await untilRung(ms, waiting);
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

function untilRung(ms: number, waiting: Set<() => void>): Promise<void> {
  return new Promise((resolve) => {
    const wake = (): void => {
      clearTimeout(timer);
      waiting.delete(wake);
      resolve();
    };
    const timer = setTimeout(wake, ms);
    waiting.add(wake);
  });
}
