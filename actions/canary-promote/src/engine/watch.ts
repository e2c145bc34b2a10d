import type { Clock } from '../cluster/time.ts';
import type { StepResult } from '../flow/work.ts';
import { canonical, isObject, objectAt } from '../json.ts';
import type { Standing } from './engine.ts';
import type { Led } from './led.ts';

/** One watch over a controller's canary. Times in milliseconds. */
export interface Watch {
  readonly led: Led;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly log: (line: string) => void;
  /** When it has to be at its end, by the clock. */
  readonly deadline: number;
  /** The pod template that is under way, in canonical form. */
  readonly template: string;
  readonly onStep: (step: StepResult) => void;
  /** Whether a newer commit asks for the canary. */
  readonly asked: () => Promise<boolean>;
}

export interface End {
  readonly end:
    | 'promoted'
    | 'failed'
    | 'held'
    | 'undecided'
    | 'ignored'
    | 'time-over'
    | 'cancelled'
    | 'replaced'
    | 'superseded';
  readonly standing: Standing;
}

/** The longest time between two looks, should no change come. */
const longestWait = 5000;

/** Watches until the controller comes to an end, a person is needed, or the time is over. */
export async function watchOn(watch: Watch): Promise<End> {
  const { led, signal } = watch;
  const wake = (): void => led.watching.wake();
  signal.addEventListener('abort', wake, { once: true });
  try {
    return await look(watch, new Steps(watch));
  } finally {
    signal.removeEventListener('abort', wake);
  }
}

async function look(watch: Watch, steps: Steps): Promise<End> {
  const { led, clock } = watch;
  let phase = '';
  for (let since = clock.now(); ; ) {
    const standing = led.standing();
    const now = clock.now();
    if (standing.phase !== phase) since = now;
    phase = standing.phase;
    steps.look(standing, now);
    led.record(standing);
    led.causes.look(led.view(led.engine.pods.canary));
    const end = endOf(watch, standing, now - since) ?? (await lateEnd(watch, now));
    if (end !== undefined) {
      steps.end(end, standing, now);
      return { end, standing };
    }
    await led.watching.changed(Math.max(10, Math.min(longestWait, watch.deadline - now)));
  }
}

/** Ends that are none of the controller's. */
async function lateEnd({ deadline, asked, led }: Watch, now: number): Promise<End['end'] | undefined> {
  if (now >= deadline) return 'time-over';
  const { phase } = led.standing();
  // What is being promoted is brought to its end first.
  return phase !== 'promoting' && (await asked()) ? 'replaced' : undefined;
}

/** `lasts`: milliseconds for which it has been in this phase. */
function endOf({ led, signal, template }: Watch, { phase }: Standing, lasts: number): End['end'] | undefined {
  if (signal.aborted) return 'cancelled';
  const { engine, lead } = led;
  const workload = led.view(engine.workload);
  // What the watch has not told yet is no other hand's work.
  if (phase !== 'unseen' && workload !== undefined && templateOf(workload) !== template) return 'superseded';
  switch (phase) {
    case 'settled':
      return 'promoted';
    case 'failed':
    case 'undecided':
      return phase;
    case 'holding':
      return lasts >= engine.gatePatience(lead ?? noObject) ? 'held' : undefined;
    case 'unseen':
      return lasts >= engine.attention(lead ?? noObject) ? 'ignored' : undefined;
    default:
      return undefined;
  }
}

const noObject = { apiVersion: '', kind: '', metadata: {} };

/**
 * The pod template of a workload, so that two of them can be compared. A controller that writes the object back fills in
 * what says nothing: `creationTimestamp: null`, `resources: {}`.
 */
export const templateOf = (workload: unknown): string =>
  canonical(withoutEmpty(objectAt(workload, 'spec', 'template')));

function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (!isObject(value)) return value;
  const fields = Object.entries(value)
    .map(([key, inner]) => [key, withoutEmpty(inner)] as const)
    .filter(([, inner]) => inner !== null && !(isObject(inner) && Object.keys(inner).length === 0));
  return Object.fromEntries(fields);
}

/** Tells every change, and keeps how long each share lasted. */
class Steps {
  readonly #watch: Watch;
  #line = '';
  #weight = 0;
  #since: number;

  constructor(watch: Watch) {
    this.#watch = watch;
    this.#since = watch.clock.now();
  }

  look({ phase, weight, said }: Standing, now: number): void {
    const line = `${phase}: ${weight} % to the canary (${said})`;
    if (line !== this.#line) this.#watch.log(line);
    this.#line = line;
    if (weight === this.#weight || phase === 'failed' || phase === 'settled') return;
    this.#close('pass', said, now);
    this.#weight = weight;
  }

  end(end: End['end'], { said }: Standing, now: number): void {
    if (end === 'promoted') this.#close('pass', said, now);
    else if (end === 'failed') this.#close('fail', said, now);
    else if (end === 'undecided') this.#close('not-enough-evidence', said, now);
  }

  #close(verdict: StepResult['verdict'], reason: string, now: number): void {
    if (this.#weight > 0) {
      const seconds = (now - this.#since) / 1000;
      this.#watch.onStep({ weight: this.#weight, verdict, seconds, reason });
    }
    this.#since = now;
  }
}
