import { beforeOfState, removeBackup, writeBack } from '../cluster/backup.ts';
import type { Cluster } from '../cluster/cluster.ts';
import { knowledgeName } from '../cluster/knowledge.ts';
import { deploymentRef } from '../cluster/rollout.ts';
import { persistently } from '../cluster/time.ts';
import { textAt } from '../json.ts';
import { canaryName, canaryOfLabel } from '../plan/canary-objects.ts';
import type { CanaryState } from '../state/state.ts';
import { watchdogName } from '../watchdog/job.ts';
import { endPatience } from './canary-pods.ts';
import { assertMine, go, keptBy, unlessCancelled } from './moves.ts';
import { inHurry } from './stop.ts';
import type { Handler, Work } from './work.ts';

/** The stable workload goes back to what was kept; only when it is healthy again does it get traffic. */
export const undo: Handler = async (state, work) => {
  await assertMine(state, work);
  await writeBack(work.cluster, beforeOfState(state));
  const stable = deploymentRef(state.workload);
  const healthy = await unlessCancelled(work.cancel, work.rollout.settled(stable, work.cancel));
  if (healthy?.healthy !== true || work.cancel.aborted) {
    const why =
      healthy === undefined
        ? 'the job was cancelled'
        : `the previous version does not become healthy: ${healthy.reason}`;
    return {
      ending: {
        verdict: 'failed',
        reason: `${why}; ${keptBy(state)}`,
        weight: state.weight,
        left: state.phase,
      },
    };
  }
  return { state: await go(state, work, 'restoring', state.reason) };
};

/** Milliseconds of drain that a cancelled job can afford: the mesh takes a new weight up in less than half of it. */
const hurriedDrain = 2000;
/** The same for a cancelled job; what is left the post step clears up. */
const hurriedPatience = 1000;

/** Removes the canary after the route has stopped sending to it, and last of all the state. */
export const clean: Handler = async (state, work) => {
  const hurry = inHurry(work.signal);
  await work.clock.pause(
    hurry ? Math.min(work.drain, hurriedDrain) : work.drain,
    hurry ? undefined : work.cancel,
  );
  await assertMine(state, work);
  // Stable's Service has no pod of the canary: the rules need not wait for their end, and must not name what is removed.
  if (state.isolation === 'service') await work.store.giveBack(state);
  await persistently(work.clock, () => removeCanary(state, work));
  const gone = await podsGone(state, work, hurry ? hurriedPatience : endPatience);
  if (!gone && namesNoSubset(state)) {
    const reason = `${state.reason}; pods of the canary are still ending, so the route stays pinned to stable`;
    // On the way back from a promotion, stable is the new version: that is no restoration, and not yet an end.
    const verdict = state.phase === 'returning' ? 'failed' : 'restored';
    return { ending: { verdict, reason, weight: 0, left: state.phase } };
  }
  await persistently(work.clock, () => removeBackup(work.cluster, beforeOfState(state)));
  for (const name of [knowledgeName(state), watchdogName(state.workload)]) {
    await work.cluster.remove('ConfigMap', name);
  }
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

/** A carrier of our own is not removed here: the state that stands on it goes last. */
async function removeCanary(state: CanaryState, { cluster }: Work): Promise<void> {
  if (state.baseline !== '') await cluster.remove('Deployment', state.baseline);
  if (state.isolation !== 'none') await cluster.remove('Deployment', state.canary);
  if (state.isolation === 'service') {
    await cluster.remove('Service', canaryName(state.service));
    if (state.route.kind === 'VirtualService') await removePolicy(state, cluster);
  }
  for (const { kind, name } of state.configs) await cluster.remove(kind, canaryName(name));
}

/** The account may only be allowed to remove DestinationRules where one was made. */
async function removePolicy({ service }: CanaryState, cluster: Cluster): Promise<void> {
  const policies = await cluster.list('DestinationRule');
  const name = canaryName(service);
  if (policies.some((policy) => textAt(policy, 'metadata', 'name') === name)) {
    await cluster.remove('DestinationRule', name);
  }
}

/** Waits until no pod of the canary is left; false when `within` milliseconds are over before. */
async function podsGone(state: CanaryState, { cluster, clock }: Work, within: number): Promise<boolean> {
  const until = clock.now() + within;
  for (;;) {
    const left = await persistently(clock, () => cluster.list('Pod', { [canaryOfLabel]: state.workload }));
    if (left.length === 0) return true;
    if (clock.now() >= until) return false;
    await clock.pause(250);
  }
}

/** With subsets, such a route sends to every pod of the service as soon as it is put back: none of the canary may be left then. */
function namesNoSubset({ before, isolation }: CanaryState): boolean {
  if (isolation !== 'subset') return false;
  return before.rules.some(({ route }) =>
    route.some((entry) => textAt(entry, 'destination', 'subset') === ''),
  );
}
