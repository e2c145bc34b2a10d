import { formatDuration } from '../../../shared/units/duration.ts';
import { beforeOfState, writeBackup } from '../cluster/backup.ts';
import type { RolledOut } from '../cluster/rollout.ts';
import { type JsonObject, textAt } from '../json.ts';
import { canaryConfig, canaryDeployment, replicasFor } from '../plan/canary-objects.ts';
import { isForTesters, loadOf } from '../plan/steps.ts';
import { replicasOf } from '../route/subsets.ts';
import { awaitsApproval, type CanaryState, pauseLeft } from '../state/state.ts';
import { assertMine, go, isoNow, keptBy, turnBack, unlessCancelled } from './moves.ts';
import { whyStopped } from './stop.ts';
import type { Ending, Handler, Outcome, Promotion, Work } from './work.ts';

/** Makes the canary, and gives it its first share when it is healthy. */
export const prepare: Handler = async (state, work) => {
  const { promotion } = work;
  if (promotion === undefined) return turnBack(state, work, 'restored', 'its run died while it was prepared');
  const [first] = state.steps;
  const share = promotion.unjudged || first === undefined ? 100 : loadOf(first);
  const copies = changedConfigs(state, promotion).map((config) => canaryConfig(config, state.workload));
  const made = await deployCanary(state, work, promotion, share, copies);
  if (made === undefined) return turnBack(state, work, 'restored', whyStopped(work.signal));
  if (!made.healthy)
    return turnBack(state, work, 'rolled-back', `the canary did not become healthy: ${made.reason}`);
  return promotion.unjudged
    ? { state: await go(state, work, 'full', 'promoted by hand') }
    : { state: await go(state, work, 'shifting', 'the canary is healthy', { step: 0 }) };
};

/** Watches the canary at its share until the step is decided. */
export const shift: Handler = async (state, work) => {
  const { promotion } = work;
  if (promotion === undefined) return turnBack(state, work, 'restored', `its run died at ${state.weight} %`);
  if (promotion.unjudged) return grow(state, work, promotion, 'promoted by hand', true);
  const sick = await sickPods(state, work);
  if (sick !== undefined) return sick;
  const step = state.steps[state.step];
  if (step !== undefined && isForTesters(step) && state.passed === '') {
    return passed(state, work, promotion, 'only testers reach the canary');
  }
  const result = await promotion.judge(state);
  switch (result.verdict) {
    case 'pass':
      return passed(state, work, promotion, result.reason);
    case 'fail':
      return turnBack(state, work, 'rolled-back', result.reason);
    case 'cancelled':
      return turnBack(state, work, 'restored', whyStopped(work.signal));
    case 'time-over':
      return timeOver(state, work, promotion, result.reason);
    case 'not-enough-evidence':
      return undecided(state, work, promotion, result.reason);
  }
};

/** A step that has passed: its pause, in which the canary is watched on, then its approval, then the next. */
async function passed(
  state: CanaryState,
  work: Work,
  promotion: Promotion,
  reason: string,
): Promise<Outcome> {
  const step = state.steps[state.step];
  if (state.passed === '' && step?.pause !== undefined) {
    const paused = { ...state, passed: isoNow(work), reason };
    work.log(`passed at ${state.weight} % (${reason}); watched on for ${formatDuration(step.pause)}`);
    return { state: await work.store.move(state, paused) };
  }
  if (step?.approve !== true) return grow(state, work, promotion, reason, false);
  await promotion.keep(state);
  const told = `${reason}; waits for approval`;
  return { state: await go(state, work, 'holding', told, { passed: state.passed || isoNow(work) }) };
}

/** The run has to end; the canary need not. */
async function timeOver(
  state: CanaryState,
  work: Work,
  promotion: Promotion,
  reason: string,
): Promise<Outcome> {
  if (promotion.onMaxRuntime !== 'hold') return undecided(state, work, promotion, reason);
  await promotion.keep(state);
  return { state: await go(state, work, 'holding', reason, { passed: state.passed }) };
}

/** Where pods are the weight, they are only there now: a step is judged when they are healthy. */
async function sickPods(state: CanaryState, work: Work): Promise<Outcome | undefined> {
  if (state.isolation !== 'none') return undefined;
  const settled = await unlessCancelled(work.signal, work.rollout.settled(state.canary, work.signal));
  if (settled === undefined) return turnBack(state, work, 'restored', whyStopped(work.signal));
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
      await promotion.keep(state);
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
  const scaled = await deployCanary(
    state,
    work,
    promotion,
    following === undefined ? 100 : loadOf(following),
    [],
  );
  if (scaled === undefined) return turnBack(state, work, 'restored', whyStopped(work.signal));
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
    : { state: await go(state, work, 'shifting', reason, { step: state.step + 1 }) };
}

/** A canary on hold waits for a person; a run that was told to go on does. */
export const hold: Handler = async (state, work) => {
  const { promotion } = work;
  if (promotion === undefined) return turnBack(state, work, 'restored', 'told to abort');
  if (promotion.unjudged) return grow(state, work, promotion, 'promoted by hand', true);
  const now = work.clock.now();
  if (awaitsApproval(state, now)) return grow(state, work, promotion, 'approved', false);
  const passed = pauseLeft(state, now) > 0 ? { passed: state.passed } : {};
  return { state: await go(state, work, 'shifting', 'told to go on', passed) };
};

/** All traffic is on the canary; the stable workload is kept as it is before it is touched. */
export const backUp: Handler = async (state, work) => {
  if (work.promotion === undefined)
    return turnBack(state, work, 'restored', 'its run died before the promotion');
  if (work.signal.aborted) return turnBack(state, work, 'restored', whyStopped(work.signal));
  await assertMine(state, work);
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
