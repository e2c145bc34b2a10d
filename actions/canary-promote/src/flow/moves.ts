import { Superseded } from '../cluster/route-store.ts';
import type { JsonObject } from '../json.ts';
import { podsFor } from '../route/replicas.ts';
import { replicasOf } from '../route/subsets.ts';
import { encodeState } from '../state/codec.ts';
import { type CanaryState, moved, type Phase } from '../state/state.ts';
import type { Outcome, Work } from './work.ts';

/** Goes to another phase: state and weight in one patch. */
export async function go(
  state: CanaryState,
  work: Work,
  to: Phase,
  reason: string,
  more: { readonly step?: number; readonly passed?: string } = {},
): Promise<CanaryState> {
  const since = isoNow(work);
  const next = moved(state, to, { reason, since, ...more });
  const written = await work.store.move(state, { ...next, pods: await podsIn(next, work) });
  work.log(`${to}: ${next.weight} % to the canary (${reason})`);
  return written;
}

export const isoNow = ({ clock }: Pick<Work, 'clock'>): string => new Date(clock.now()).toISOString();

/** Pods that give the share, where they are the weight; going on with the same share leaves them alone. */
async function podsIn(next: CanaryState, { cluster }: Work): Promise<number> {
  if (next.isolation !== 'none' || next.weight === 0) return 0;
  if (next.phase !== 'shifting') return next.pods;
  return podsFor(next.weight, replicasOf(await cluster.get('Deployment', next.workload)));
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

/** Who answers while the stable workload is between two versions. */
export function keptBy({ isolation }: CanaryState): string {
  return isolation === 'none'
    ? 'the canary and the pods of stable that are ready go on answering'
    : 'all traffic stays on the canary';
}

/** The carrier, if the state on it is still the one given, else a Superseded. Asked before anything else is changed. */
export async function assertMine(state: CanaryState, { store }: Pick<Work, 'store'>): Promise<JsonObject> {
  const { carrier, state: present } = await store.read();
  const mine = present !== undefined && encodeState(present) === encodeState(state);
  if (mine && carrier !== undefined) return carrier;
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
