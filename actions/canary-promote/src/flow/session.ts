import type { RouteLease } from '../cluster/lease.ts';
import { Superseded } from '../cluster/route-store.ts';
import { persistently } from '../cluster/time.ts';
import type { JsonObject } from '../json.ts';
import { type Decision, decide, type Mode } from '../state/decide.ts';
import type { CanaryState } from '../state/state.ts';
import { drive } from './drive.ts';
import type { Ending, Work } from './work.ts';

/** One run at a route. */
export interface Session {
  readonly mode: Mode;
  /** This process, and the job it belongs to. */
  readonly owner: string;
  readonly job: string;
  readonly lease: RouteLease;
  /** Stops this run because a newer commit has asked for the route. */
  readonly replace?: (by: string) => void;
  /** What has to be done before a new canary begins, when the route is ours and nothing is left on it. */
  readonly before?: () => Promise<void>;
  /** The state a new canary begins with, on its carrier as it is; only asked for when one is to be started. */
  readonly begin: (carrier: JsonObject | undefined) => CanaryState;
  /** Never true for a decision taken before the Lease was ours. */
  readonly work: Work;
}

/** How a canary is left. */
export type Left = Pick<CanaryState, 'phase' | 'weight'>;

export type SessionResult =
  | { readonly kind: 'ended'; readonly ending: Ending; readonly found: string | undefined }
  | { readonly kind: 'nothing'; readonly reason: string; readonly state: Left | undefined }
  /** `busy`: another run is at work, which passes. */
  | { readonly kind: 'refused'; readonly reason: string; readonly fix: string; readonly busy?: true };

/** Looks at what is there, takes the route if it is free, and leads the canary on it to an end. */
export async function runSession(session: Session): Promise<SessionResult> {
  const { work, lease } = session;
  const { state } = await work.store.read();
  const { liveness } = await persistently(work.clock, () => lease.look());
  const decision = decide(session.mode, {
    state,
    liveness,
    job: session.job,
    release: work.promotion?.release.id,
    now: work.clock.now(),
  });
  if (decision.do === 'nothing') return { kind: 'nothing', reason: decision.reason, state };
  if (decision.do === 'refuse') return { kind: 'refused', ...decision };
  if (!(await persistently(work.clock, () => lease.take()))) {
    return {
      kind: 'refused',
      reason: 'another run took the route in this moment',
      fix: 'Run the step again.',
      busy: true,
    };
  }
  lease.keep({
    onTrouble: (error) => work.log(`The sign of life could not be given: ${String(error)}`),
    onAsked: (by) => makeRoom(session, by),
  });
  try {
    return await carryOut(session, state, decision);
  } finally {
    await lease
      .release()
      .catch((error: unknown) => work.log(`The Lease expires by itself: ${String(error)}`));
  }
}

/** While a canary is judged, a newer commit takes its place at once; a promotion is finished first. */
async function makeRoom({ work, replace }: Session, by: string): Promise<void> {
  const { state } = await work.store.read();
  if (replace === undefined || work.signal.aborted) return;
  if (state !== undefined && !['preparing', 'shifting', 'holding'].includes(state.phase)) return;
  work.log(`A newer commit asks for this route (${by}): giving all traffic back.`);
  replace(by);
}

async function carryOut(
  session: Session,
  state: CanaryState | undefined,
  decision: Exclude<Decision, { do: 'nothing' | 'refuse' }>,
): Promise<SessionResult> {
  const { work } = session;
  if (decision.do === 'start' || state === undefined) return start(session, undefined);
  work.log(`Found: ${decision.reason}.`);
  const mine = await work.store.move(state, { ...state, owner: session.owner, job: session.job });
  if (decision.do === 'forward') {
    return { kind: 'ended', ending: await guarded(mine, work), found: decision.reason };
  }
  const ending = await drive(mine, { ...work, promotion: undefined });
  if (decision.next === 'end' || ending.left !== undefined) {
    return { kind: 'ended', ending, found: decision.reason };
  }
  work.log(`Cleared up: ${ending.verdict}. Now the release of this run.`);
  return start(session, decision.reason);
}

async function start(session: Session, found: string | undefined): Promise<SessionResult> {
  const { work } = session;
  await session.before?.();
  const { carrier } = await work.store.read();
  const state = await work.store.move(undefined, session.begin(carrier));
  work.log(`preparing: 0 % to the canary ${state.canary}`);
  return { kind: 'ended', ending: await guarded(state, work), found };
}

/** Drives forward; if that throws, back as far as can be, and then tells the error. */
async function guarded(state: CanaryState, work: Work): Promise<Ending> {
  try {
    return await drive(state, work);
  } catch (error) {
    if (error instanceof Superseded) throw error;
    const { state: left } = await work.store.read();
    if (left !== undefined && left.owner === state.owner) {
      work.log(`Going back, because of an error: ${String(error)}`);
      await drive(left, { ...work, promotion: undefined });
    }
    throw error;
  }
}
