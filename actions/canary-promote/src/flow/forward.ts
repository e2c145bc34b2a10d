import { writeBackup } from '../cluster/backup.ts';
import type { RolledOut } from '../cluster/rollout.ts';
import { type JsonObject, textAt } from '../json.ts';
import { canaryConfig, canaryDeployment, replicasFor } from '../plan/canary-objects.ts';
import { replicasOf } from '../route/subsets.ts';
import type { CanaryState } from '../state/state.ts';
import { assertMine, cancelled, go, keptBy, turnBack, unlessCancelled } from './moves.ts';
import type { Ending, Handler, Outcome, Promotion, Work } from './work.ts';

/** Makes the canary, and gives it its first share when it is healthy. */
export const prepare: Handler = async (state, work) => {
  const { promotion } = work;
  if (promotion === undefined) return turnBack(state, work, 'restored', 'its run died while it was prepared');
  const share = promotion.unjudged ? 100 : (state.steps[0]?.weight ?? 100);
  const copies = changedConfigs(state, promotion).map((config) => canaryConfig(config, state.workload));
  const made = await deployCanary(state, work, promotion, share, copies);
  if (made === undefined) return turnBack(state, work, 'restored', cancelled);
  if (!made.healthy)
    return turnBack(state, work, 'rolled-back', `the canary did not become healthy: ${made.reason}`);
  return promotion.unjudged
    ? { state: await go(state, work, 'full', 'promoted by hand') }
    : { state: await go(state, work, 'shifting', 'the canary is healthy', 0) };
};

/** Watches the canary at its share until the step is decided. */
export const shift: Handler = async (state, work) => {
  const { promotion } = work;
  if (promotion === undefined) return turnBack(state, work, 'restored', `its run died at ${state.weight} %`);
  if (promotion.unjudged) return grow(state, work, promotion, 'promoted by hand', true);
  const sick = await sickPods(state, work);
  if (sick !== undefined) return sick;
  const result = await promotion.judge(state);
  switch (result.verdict) {
    case 'pass':
      return grow(state, work, promotion, result.reason, false);
    case 'fail':
      return turnBack(state, work, 'rolled-back', result.reason);
    case 'cancelled':
      return turnBack(state, work, 'restored', cancelled);
    case 'not-enough-evidence':
      return undecided(state, work, promotion, result.reason);
  }
};

/** Where pods are the weight, they are only there now: a step is judged when they are healthy. */
async function sickPods(state: CanaryState, work: Work): Promise<Outcome | undefined> {
  if (state.isolation !== 'none') return undefined;
  const settled = await unlessCancelled(work.signal, work.rollout.settled(state.canary, work.signal));
  if (settled === undefined) return turnBack(state, work, 'restored', cancelled);
  if (settled.healthy) return undefined;
  return turnBack(state, work, 'rolled-back', `the canary did not become healthy: ${settled.reason}`);
}

async function undecided(
  state: CanaryState,
  work: Work,
  promotion: Promotion,
  reason: string,
): Promise<Outcome> {
  const told = `not enough evidence at ${state.weight} %: ${reason}`;
  switch (promotion.onNotEnoughEvidence) {
    case 'rollback':
      return turnBack(state, work, 'rolled-back', told);
    case 'hold':
      return { state: await go(state, work, 'holding', told) };
    case 'promote':
      return grow(state, work, promotion, `${told}; told to promote nevertheless`, false);
  }
}

/** The next share, when there are pods for it. After the last step, or `atOnce`, that is everything. */
async function grow(
  state: CanaryState,
  work: Work,
  promotion: Promotion,
  reason: string,
  atOnce: boolean,
): Promise<Outcome> {
  const following = atOnce ? undefined : state.steps[state.step + 1];
  const scaled = await deployCanary(state, work, promotion, following?.weight ?? 100, []);
  if (scaled === undefined) return turnBack(state, work, 'restored', cancelled);
  if (!scaled.healthy) {
    return turnBack(
      state,
      work,
      'rolled-back',
      `the canary's further pods did not become healthy: ${scaled.reason}`,
    );
  }
  return following === undefined
    ? { state: await go(state, work, 'full', reason) }
    : { state: await go(state, work, 'shifting', reason, state.step + 1) };
}

/** A canary on hold waits for a person; a run that was told to go on does. */
export const hold: Handler = async (state, work) => {
  const { promotion } = work;
  if (promotion === undefined) return turnBack(state, work, 'restored', 'told to abort');
  if (promotion.unjudged) return grow(state, work, promotion, 'promoted by hand', true);
  return { state: await go(state, work, 'shifting', 'told to go on', state.step) };
};

/** All traffic is on the canary; the stable workload is kept as it is before it is touched. */
export const backUp: Handler = async (state, work) => {
  if (work.promotion === undefined)
    return turnBack(state, work, 'restored', 'its run died before the promotion');
  if (work.signal.aborted) return turnBack(state, work, 'restored', cancelled);
  await assertMine(state, work);
  await writeBackup(work.cluster, state);
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
  const done = await unlessCancelled(work.signal, work.rollout.deploy([...configs, workload], work.signal));
  if (done === undefined || work.signal.aborted) return { ending: interrupted(state) };
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
    reason: `${cancelled} while the stable workload was replaced: ${keptBy(state)} until stable is whole again`,
    weight: state.weight,
    left: state.phase,
  };
}

function changedConfigs(state: CanaryState, { release }: Promotion): JsonObject[] {
  const changed = new Set(state.configs.map(({ kind, name }) => `${kind}/${name}`));
  return release.configs.filter((config) =>
    changed.has(`${textAt(config, 'kind')}/${textAt(config, 'metadata', 'name')}`),
  );
}

/** The canary with the pods it needs for a share, and new copies of configuration; undefined when cancelled. */
async function deployCanary(
  state: CanaryState,
  work: Work,
  { release }: Promotion,
  share: number,
  copies: ReturnType<typeof canaryConfig>[],
): Promise<RolledOut | undefined> {
  await assertMine(state, work);
  const deploy = (objects: readonly JsonObject[]): Promise<RolledOut | undefined> =>
    unlessCancelled(work.signal, work.rollout.deploy(objects, work.signal));
  // There, the Deployment carries the state and its pods come with the weight.
  if (state.isolation === 'none') {
    return copies.length === 0 ? { healthy: true, reason: 'nothing to make' } : deploy(copies);
  }
  const stable = await work.cluster.get('Deployment', state.workload);
  const replicas = replicasFor(share, replicasOf(stable));
  work.log(`canary: ${replicas} ${replicas === 1 ? 'pod' : 'pods'} for ${share} %`);
  const canary = canaryDeployment(release.workload, release.canaryLabels, {
    replicas,
    configs: state.configs,
  });
  return deploy([...copies, ...release.companions, canary]);
}
