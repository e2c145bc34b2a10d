import { Superseded } from '../cluster/route-store.ts';
import type { JsonObject } from '../json.ts';
import { encodeState } from '../state/codec.ts';
import { type CanaryState, moved, type Phase } from '../state/state.ts';
import type { Outcome, Work } from './work.ts';

/** Goes to another phase: state and weight in one patch. */
export async function go(
  state: CanaryState,
  work: Work,
  to: Phase,
  reason: string,
  step?: number,
): Promise<CanaryState> {
  const since = new Date(work.clock.now()).toISOString();
  const next = moved(state, to, { reason, since, ...(step === undefined ? {} : { step }) });
  const written = await work.store.move(state, next);
  work.log(`${to}: ${next.weight} % to the canary (${reason})`);
  return written;
}

/** Turns back: while the stable workload is untouched, that is this one patch. */
export async function turnBack(
  state: CanaryState,
  work: Work,
  because: 'rolled-back' | 'restored',
  reason: string,
): Promise<Outcome> {
  return { state: await go(state, work, 'restoring', reason), because };
}

export const cancelled = 'the job was cancelled';

/** The route, if the state on it is still the one given, else a Superseded. Asked before anything else is changed. */
export async function assertMine(state: CanaryState, { store }: Pick<Work, 'store'>): Promise<JsonObject> {
  const { route, state: present } = await store.read();
  if (present !== undefined && encodeState(present) === encodeState(state)) return route;
  throw new Superseded(
    present === undefined
      ? 'the state on the route was removed by somebody else'
      : `another run (${present.job}) has taken over the canary, which is ${present.phase} now`,
  );
}

/** The result, or undefined as soon as the job is cancelled; what is under way then ends unheard. */
export async function unlessCancelled<T>(signal: AbortSignal, work: Promise<T>): Promise<T | undefined> {
  if (signal.aborted) return undefined;
  return new Promise((resolve, reject) => {
    const stop = (): void => resolve(undefined);
    signal.addEventListener('abort', stop);
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
