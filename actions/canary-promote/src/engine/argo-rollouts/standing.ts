import type { KubeObject } from '../../../../shared/kube/types.ts';
import { at, isJson, listAt, numberAt, objectAt, textAt } from '../../../../shared/kube/values.ts';
import type { Standing } from '../engine.ts';

/**
 * How a Rollout stands; `workload`: the Deployment that it takes its template from, if any. The controller computes phase and message itself; they are true only of the generation that it
 * has observed, and not while somebody's resume is on its way to it.
 */
export function standingOf(rollout: KubeObject | undefined, workload: KubeObject | undefined): Standing {
  if (rollout === undefined) return { phase: 'unseen', weight: 0, said: 'the Rollout is not there' };
  const weight = weightOf(rollout);
  const unseen = unseenBecause(rollout) ?? unseenWorkload(rollout, workload);
  if (unseen !== undefined) return { phase: 'unseen', weight, said: unseen };
  const phase = textAt(rollout, 'status', 'phase');
  const said = [stepOf(rollout), textAt(rollout, 'status', 'message')].filter(Boolean).join(': ') || phase;
  switch (phase) {
    case 'Healthy':
      return { phase: isPromoted(rollout) ? 'settled' : 'promoting', weight, said };
    case 'Paused':
      return { phase: isLast(rollout) ? 'promoting' : pauseOf(rollout), weight, said };
    case 'Degraded':
      return failed(rollout, weight);
    default:
      return { phase: isLast(rollout) ? 'promoting' : 'shifting', weight, said };
  }
}

/** Whether the version that the template names is the one that all users have. */
const isPromoted = (rollout: KubeObject): boolean =>
  textAt(rollout, 'status', 'stableRS') === textAt(rollout, 'status', 'currentPodHash');

function unseenBecause(rollout: KubeObject): string | undefined {
  const observed = Number(textAt(rollout, 'status', 'observedGeneration'));
  if (textAt(rollout, 'status', 'phase') === '') return 'no controller has looked at the Rollout yet';
  // An observed generation above the present one is a hash that happens to be a number, of very old controllers.
  if (observed < (rollout.metadata.generation ?? 0)) return 'the controller has not seen the change yet';
  const pauses = listAt(rollout, 'status', 'pauseConditions');
  if (at(rollout, 'status', 'controllerPause') === true && pauses.length === 0) return 'it is being resumed';
  const message = textAt(rollout, 'status', 'message');
  // Not its last word: what a Rollout refers to may come a moment after it.
  if (message.startsWith('InvalidSpec')) return message;
  const aborted = message.startsWith('RolloutAborted');
  return aborted && at(rollout, 'status', 'abort') !== true ? 'it is being tried again' : undefined;
}

/** Each change of the Deployment gets a generation, which the controller notes on the Rollout when it has seen it. */
function unseenWorkload(rollout: KubeObject, workload: KubeObject | undefined): string | undefined {
  if (textAt(rollout, 'spec', 'workloadRef', 'name') === '') return undefined;
  const noted = textAt(rollout, 'metadata', 'annotations', 'rollout.argoproj.io/workload-generation');
  const observed = textAt(rollout, 'status', 'workloadObservedGeneration');
  const seen = noted === observed && Number(noted) >= (workload?.metadata.generation ?? 0);
  return seen ? undefined : 'the controller has not seen the change of its workload yet';
}

function failed(rollout: KubeObject, weight: number): Standing {
  const said = textAt(rollout, 'status', 'message');
  const base = { phase: 'failed', weight, said } as const;
  // A deadline alone stops nothing: the traffic stays where it is until somebody aborts.
  return at(rollout, 'status', 'abort') === true ? base : { ...base, stuck: true };
}

const inconclusive = ['InconclusiveAnalysisRun', 'InconclusiveExperiment'];

/** What a pause waits for: time, a person, or a decision that its analysis could not take. */
export function pauseOf(rollout: KubeObject): Standing['phase'] {
  const reasons = listAt(rollout, 'status', 'pauseConditions').map((pause) => textAt(pause, 'reason'));
  if (at(rollout, 'spec', 'paused') === true) return 'holding';
  if (reasons.some((reason) => inconclusive.includes(reason))) return 'undecided';
  const timed = reasons.includes('BlueGreenPause')
    ? (numberAt(rollout, 'spec', 'strategy', 'blueGreen', 'autoPromotionSeconds') ?? 0) > 0
    : at(stepsOf(rollout)[indexOf(rollout)], 'pause', 'duration') !== undefined;
  return timed ? 'shifting' : 'holding';
}

const stepsOf = (rollout: KubeObject): readonly unknown[] =>
  listAt(rollout, 'spec', 'strategy', 'canary', 'steps');

/** The step that it is at; the number of steps when all are behind it. */
export const indexOf = (rollout: KubeObject): number =>
  numberAt(rollout, 'status', 'currentStepIndex') ?? stepsOf(rollout).length;

const isLast = (rollout: KubeObject): boolean =>
  at(rollout, 'status', 'promoteFull') === true ||
  (stepsOf(rollout).length > 0 && indexOf(rollout) >= stepsOf(rollout).length && !isPromoted(rollout));

function stepOf(rollout: KubeObject): string {
  const steps = stepsOf(rollout);
  const step = steps[indexOf(rollout)];
  if (!isJson(step)) return '';
  const [kind = ''] = Object.keys(step);
  const value = step[kind];
  const told = isJson(value)
    ? textAt(value, 'duration') || String(at(value, 'duration') ?? '')
    : String(value);
  return `step ${indexOf(rollout) + 1} of ${steps.length} (${[kind, told].filter(Boolean).join(' ')})`;
}

/** The canary's share in percent: as the traffic provider was told, else as the steps say. */
function weightOf(rollout: KubeObject): number {
  if (isPromoted(rollout) || at(rollout, 'status', 'abort') === true) return 0;
  const told = numberAt(rollout, 'status', 'canary', 'weights', 'canary', 'weight');
  if (told !== undefined) return told;
  const blueGreen = objectAt(rollout, 'spec', 'strategy', 'blueGreen');
  if (Object.keys(blueGreen).length > 0) {
    const active = textAt(rollout, 'status', 'blueGreen', 'activeSelector');
    return active !== '' && active === textAt(rollout, 'status', 'currentPodHash') ? 100 : 0;
  }
  const steps = stepsOf(rollout);
  if (indexOf(rollout) >= steps.length) return 100;
  const reached = steps.slice(0, indexOf(rollout) + 1).flatMap((step) => numberAt(step, 'setWeight') ?? []);
  return reached.at(-1) ?? 0;
}
