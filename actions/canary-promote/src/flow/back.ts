import { removeBackup, writeBack } from '../cluster/backup.ts';
import { persistently } from '../cluster/time.ts';
import { objectAt } from '../json.ts';
import { canaryName, canaryOfLabel } from '../plan/canary-objects.ts';
import type { CanaryState } from '../state/state.ts';
import { assertMine, cancelled, go, unlessCancelled } from './moves.ts';
import type { Handler, Work } from './work.ts';

/** The stable workload goes back to what was kept; only when it is healthy again does it get traffic. */
export const undo: Handler = async (state, work) => {
  await assertMine(state, work);
  await writeBack(work.cluster, state);
  const live = await work.cluster.get('Deployment', state.workload);
  if (live === undefined)
    throw new Error(`Deployment ${state.workload} is gone and no backup of it was found`);
  const healthy = await unlessCancelled(
    work.signal,
    work.rollout.settled(state.workload, replicasWanted(live), work.signal),
  );
  if (healthy?.healthy !== true || work.signal.aborted) {
    const why =
      healthy === undefined ? cancelled : `the previous version does not become healthy: ${healthy.reason}`;
    return {
      ending: {
        verdict: 'failed',
        reason: `${why}; all traffic stays on the canary`,
        weight: state.weight,
        left: state.phase,
      },
    };
  }
  return { state: await go(state, work, 'restoring', state.reason) };
};

function replicasWanted(live: unknown): number {
  const replicas = objectAt(live, 'spec')['replicas'];
  return typeof replicas === 'number' ? replicas : 1;
}

/** Milliseconds of drain that a cancelled job can afford: the mesh takes a new weight up in less than half of it. */
const hurriedDrain = 2000;
/** Milliseconds that pods get to end; their own grace period ends them before. */
const patience = 120_000;

/** Removes the canary after the route has stopped sending to it, and last of all the state. */
export const clean: Handler = async (state, work) => {
  const hurry = work.signal.aborted;
  await work.clock.pause(
    hurry ? Math.min(work.drain, hurriedDrain) : work.drain,
    hurry ? undefined : work.signal,
  );
  await assertMine(state, work);
  await persistently(work.clock, () => removeCanary(state, work));
  await podsGone(state, work);
  await persistently(work.clock, () => removeBackup(work.cluster, state));
  await work.store.finish(state);
  const promoted = state.phase === 'returning';
  return {
    ending: {
      verdict: promoted ? 'promoted' : 'restored',
      reason: state.reason,
      weight: 0,
      left: undefined,
    },
  };
};

async function removeCanary(state: CanaryState, { cluster }: Work): Promise<void> {
  await cluster.remove('Deployment', state.canary);
  for (const { kind, name } of state.configs) await cluster.remove(kind, canaryName(name));
}

/** A route that named no subset sends to every pod of the service as soon as it is put back: none may be left then. */
async function podsGone(state: CanaryState, { cluster, clock }: Work): Promise<void> {
  const until = clock.now() + patience;
  for (;;) {
    const left = await persistently(clock, () => cluster.list('Pod', { [canaryOfLabel]: state.workload }));
    if (left.length === 0 || clock.now() > until) return;
    await clock.pause(250);
  }
}
