import type { Liveness } from '../cluster/lease.ts';
import { shortImage } from '../plan/select.ts';
import { awaitsApproval, type CanaryState } from './state.ts';

export const modes = ['run', 'abort', 'status', 'resume', 'promote', 'reap'] as const;

/** `post` is the action's own post step. */
export type Mode = (typeof modes)[number] | 'post';

/** What a run finds. */
export interface Finding {
  readonly state: CanaryState | undefined;
  readonly liveness: Liveness;
  /** The job that is running now. */
  readonly job: string;
  /** The release that the manifests ask for; undefined where none were read. */
  readonly release: string | undefined;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** What to do about it. `next` is what follows when the canary that was found is at its end. */
export type Decision =
  | { readonly do: 'start' }
  | { readonly do: 'nothing'; readonly reason: string }
  /** `busy`: another run is at work, which passes. */
  | { readonly do: 'refuse'; readonly reason: string; readonly fix: string; readonly busy?: true }
  | { readonly do: 'forward'; readonly unjudged: boolean; readonly reason: string }
  | { readonly do: 'back'; readonly next: 'start' | 'end'; readonly reason: string };

/** Decides what a run does about the canary it finds on the route. */
export function decide(mode: Mode, finding: Finding): Decision {
  const { state, liveness, job } = finding;
  if (state === undefined) return withoutCanary(mode, finding);
  if (liveness === 'live' && state.job !== job) return busy(mode, state);
  if (mode === 'run') return onRun(state, finding);
  if (mode === 'resume' || mode === 'promote') return onGoOn(mode, state, finding);
  return onEnd(mode, state, finding);
}

function withoutCanary(mode: Mode, { liveness }: Finding): Decision {
  if (mode === 'resume' || mode === 'promote') {
    return {
      do: 'refuse',
      reason: `there is no canary under way to ${mode}`,
      fix: 'Start one with `mode: run`.',
    };
  }
  if (mode !== 'run') return { do: 'nothing', reason: 'no canary is under way' };
  if (liveness === 'live')
    return { do: 'refuse', reason: 'another run is just starting on this route', fix: waitFor, busy: true };
  return { do: 'start' };
}

const waitFor =
  'Wait for it, or cancel it: its post step gives all traffic back. `concurrency:` in the workflow keeps runs apart.';

function busy(mode: Mode, state: CanaryState): Decision {
  const reason = `another run (${state.job}) is at work on this route: ${state.phase}, ${state.weight} % on the canary`;
  if (mode === 'reap' || mode === 'post' || mode === 'status') return { do: 'nothing', reason };
  return { do: 'refuse', reason, fix: waitFor, busy: true };
}

/** Whether a canary that is found can go on as one of this release, with all that it has begun with. */
export const goesOn = ({ phase, release: begun }: CanaryState, release: string | undefined): boolean =>
  release === begun && phase !== 'undoing' && phase !== 'restoring';

function onRun(state: CanaryState, { release, now }: Finding): Decision {
  if (release === state.release && awaitsApproval(state, now)) {
    return { do: 'nothing', reason: `held at ${state.weight} %: ${state.reason}` };
  }
  if (goesOn(state, release)) {
    return {
      do: 'forward',
      unjudged: false,
      reason: `a run of this release ended while it was ${state.phase}`,
    };
  }
  return {
    do: 'back',
    next: 'start',
    reason: `the canary of ${shortImage(state.image)} was left ${state.phase} at ${state.weight} %`,
  };
}

function onGoOn(mode: 'resume' | 'promote', state: CanaryState, { release }: Finding): Decision {
  if (release !== state.release) {
    return {
      do: 'refuse',
      reason: `the canary under way is of another release (${shortImage(state.image)}) than the manifests`,
      fix: 'Give the `manifests` and `images` that it was started with, or end it with `mode: abort`.',
    };
  }
  if (state.phase === 'undoing' || state.phase === 'restoring') {
    return {
      do: 'refuse',
      reason: `the canary is being taken back (${state.reason})`,
      fix: 'Let `mode: abort` finish that, then start anew.',
    };
  }
  return { do: 'forward', unjudged: mode === 'promote', reason: `told to ${mode}` };
}

/** abort, reap, status and the post step. */
function onEnd(mode: Mode, state: CanaryState, { job }: Finding): Decision {
  const where = `the canary of ${shortImage(state.image)} is ${state.phase} at ${state.weight} %`;
  if (mode === 'status') return { do: 'nothing', reason: where };
  if (mode === 'post' && state.job !== job)
    return { do: 'nothing', reason: `${where}, which is another run's` };
  const onPurpose = mode === 'reap' || mode === 'post' || state.job === job;
  if (state.phase === 'holding' && onPurpose) return { do: 'nothing', reason: `${where}, held on purpose` };
  return { do: 'back', next: 'end', reason: where };
}
