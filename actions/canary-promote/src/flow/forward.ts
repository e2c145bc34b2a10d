import { beforeOfState, writeBackup } from '../cluster/backup.ts';
import { canaryConfig } from '../plan/canary-objects.ts';
import type { CanaryState } from '../state/state.ts';
import { changedConfigs, deployCanary, removeBaseline } from './canary-pods.ts';
import { assertMine, go, keptBy, turnBack, unlessCancelled } from './moves.ts';
import { whyStopped } from './stop.ts';
import type { Ending, Handler } from './work.ts';

/** Makes the canary, and gives it its first share when it is healthy. */
export const prepare: Handler = async (state, work) => {
  const { promotion } = work;
  if (promotion === undefined) return turnBack(state, work, 'restored', 'its run died while it was prepared');
  const first = promotion.unjudged ? undefined : state.steps[0];
  const copies = changedConfigs(state, promotion).map((config) => canaryConfig(config, state.workload));
  const made = await deployCanary(state, work, promotion, first, copies);
  if (made === undefined) return turnBack(state, work, 'restored', whyStopped(work.signal));
  if (!made.healthy)
    return turnBack(state, work, 'rolled-back', `the canary did not become healthy: ${made.reason}`);
  return promotion.unjudged
    ? { state: await go(state, work, 'full', 'promoted by hand') }
    : { state: await go(state, work, 'shifting', 'the canary is healthy', { step: 0 }) };
};

/** All traffic is on the canary; the stable workload is kept as it is before it is touched. */
export const backUp: Handler = async (state, work) => {
  if (work.promotion === undefined)
    return turnBack(state, work, 'restored', 'its run died before the promotion');
  if (work.signal.aborted) return turnBack(state, work, 'restored', whyStopped(work.signal));
  await assertMine(state, work);
  // With the old version's last fresh pods gone, all that stable gets back later goes to the new one.
  await removeBaseline(state, work);
  await writeBackup(work.cluster, beforeOfState(state));
  return { state: await go(state, work, 'replacing', state.reason) };
};

/** The stable workload becomes the new version while the canary carries the traffic. */
export const replace: Handler = async (state, work) => {
  const { promotion } = work;
  if (promotion === undefined) {
    return { state: await go(state, work, 'undoing', 'its run died while stable was replaced') };
  }
  await assertMine(state, work);
  const configs = changedConfigs(state, promotion);
  const { workload } = promotion.release;
  // A newer commit waits for this: stopping here would only mean more changes.
  const done = await unlessCancelled(work.cancel, work.rollout.deploy([...configs, workload], work.cancel));
  if (done === undefined || work.cancel.aborted) return { ending: interrupted(state) };
  if (!done.healthy) {
    const reason = `the new version did not become healthy as stable: ${done.reason}`;
    return { state: await go(state, work, 'undoing', reason), because: 'rolled-back' };
  }
  return { state: await go(state, work, 'returning', state.reason) };
};

/** Between two versions there is nothing to give all traffic to but the canary, which is proven: it keeps it. */
function interrupted(state: CanaryState): Ending {
  return {
    verdict: 'failed',
    reason: `the job was cancelled while the stable workload was replaced: ${keptBy(state)} until stable is whole again`,
    weight: state.weight,
    left: state.phase,
  };
}
