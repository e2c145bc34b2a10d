/** Tells how far a long work is, every few seconds and not for each of a thousand steps. */
export class Progress {
  readonly #log: (line: string) => void;
  readonly #what: string;
  readonly #began = performance.now();
  readonly #everyMs: number;
  #told = performance.now();

  constructor(what: string, log: (line: string) => void, everyMs = 5_000) {
    this.#what = what;
    this.#log = log;
    this.#everyMs = everyMs;
  }

  /** Time since the beginning, as `1m20s`. */
  elapsed(): string {
    return duration(performance.now() - this.#began);
  }

  /** Tells at once. */
  tell(state: string): void {
    this.#told = performance.now();
    this.#log(`${this.#what}: ${state} (${this.elapsed()})`);
  }

  /** Tells if the last word is some seconds old. */
  step(state: string): void {
    if (performance.now() - this.#told >= this.#everyMs) this.tell(state);
  }
}

/** Milliseconds as `45s` or `1m20s`. */
export function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 60
    ? `${seconds}s`
    : `${Math.floor(seconds / 60)}m${String(seconds % 60).padStart(2, '0')}s`;
}
