import { formatDuration } from '../../../shared/units/duration.ts';
import { deploymentRef } from '../cluster/rollout.ts';
import { isForTesters } from '../plan/steps.ts';
import { awaitsApproval, type CanaryState, pauseLeft } from '../state/state.ts';
import { deployCanary } from './canary-pods.ts';
import { go, isoNow, turnBack, unlessCancelled } from './moves.ts';
import { whyStopped } from './stop.ts';
import type { Handler, Outcome, Promotion, Work } from './work.ts';

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
  const canary = deploymentRef(state.canary);
  const settled = await unlessCancelled(work.signal, work.rollout.settled(canary, work.signal));
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
  const scaled = await deployCanary(state, work, promotion, following, []);
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
