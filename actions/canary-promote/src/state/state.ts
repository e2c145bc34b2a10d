import type { Isolation, RouteBefore, RouteTarget, Testers, Traffic } from '../route/types.ts';

/** See docs/canary-state-machine.md. */
export const phases = [
  'preparing',
  'shifting',
  'holding',
  'full',
  'replacing',
  'undoing',
  'returning',
  'restoring',
] as const;

export type Phase = (typeof phases)[number];

/** A ConfigMap or Secret that the release changes. */
export interface ConfigChange {
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: string;
  /** Whether it was there before the release; if not, going back means removing it. */
  readonly existed: boolean;
}

/** One step below 100 %, and what has to come after it has passed and before the next. */
export interface Step {
  /** Percent of the users' requests. */
  readonly weight: number;
  /** Percent of the requests to stable of which the canary gets a copy. */
  readonly mirror?: number;
  /** Milliseconds that the canary is watched on. */
  readonly pause?: number;
  /** A person has to say `resume`. */
  readonly approve?: true;
}

/** The whole state of a canary, as it stands in the annotation of its carrier. */
export interface CanaryState {
  readonly version: 1;
  /** One process; whoever no longer stands here must not write any more. */
  readonly owner: string;
  /** The job that began or took over: a later step of the same job need not wait for the Lease to expire. */
  readonly job: string;
  /** Hash of the pod template and the configuration it reads. */
  readonly release: string;
  /** The new image, for people. */
  readonly image: string;
  readonly phase: Phase;
  /** Index into `steps` while shifting or holding. */
  readonly step: number;
  readonly steps: readonly Step[];
  /** ISO time at which the step passed, while it waits for what has to come after it; `''` before. */
  readonly passed: string;
  /** The canary's share in percent; equal to what the route says. */
  readonly weight: number;
  /** Pods of the canary, where they are the weight; else 0. */
  readonly pods: number;
  /** The route that the caller knows; the state may stand on a carrier of our own beside it. */
  readonly route: RouteTarget;
  readonly isolation: Isolation;
  readonly testers: Testers | undefined;
  readonly workload: string;
  readonly service: string;
  readonly canary: string;
  /** The Deployment with fresh pods of the running version; `''` without. Not there any more from `replacing` on. */
  readonly baseline: string;
  readonly before: RouteBefore;
  /** What the release changes of the configuration; the canary has copies of its own. */
  readonly configs: readonly ConfigChange[];
  /** Why the state is what it is, for people. */
  readonly reason: string;
  /** ISO time of the last transition, by the clock of the runner. */
  readonly since: string;
}

const next: Readonly<Record<Phase, readonly Phase[]>> = {
  preparing: ['shifting', 'full', 'restoring'],
  shifting: ['shifting', 'holding', 'full', 'restoring'],
  holding: ['shifting', 'full', 'restoring'],
  full: ['replacing', 'restoring'],
  replacing: ['returning', 'undoing'],
  undoing: ['restoring'],
  returning: [],
  restoring: [],
};

/** Whether the state machine has an arrow from one phase to the other; staying in a phase is no transition. */
export function mayFollow(from: Phase, to: Phase): boolean {
  return next[from].includes(to);
}

/**
 * The canary's share in a phase that follows `state`. By the number of pods there is no 100 %: the canary keeps what it
 * has until the stable workload is whole again.
 */
function shareIn(phase: Phase, step: number, state: CanaryState): number | undefined {
  if (phase === 'preparing' || phase === 'returning' || phase === 'restoring') return 0;
  if (phase === 'shifting' || phase === 'holding') return state.steps[step]?.weight;
  return state.isolation === 'none' ? state.weight : 100;
}

/** What the carrier has to say while a canary is in this state. */
export function trafficOf(state: CanaryState): Traffic {
  const open = state.phase === 'shifting' || state.phase === 'holding';
  return {
    share: state.weight,
    mirror: open ? (state.steps[state.step]?.mirror ?? 0) : 0,
    testers: open ? state.testers : undefined,
    pods: state.pods,
  };
}

/** The state after a transition. Throws an Error where the machine has no such arrow: that would be our bug. */
export function moved(
  state: CanaryState,
  to: Phase,
  changes: {
    readonly reason: string;
    readonly since: string;
    readonly step?: number;
    readonly passed?: string;
  },
): CanaryState {
  if (!mayFollow(state.phase, to)) throw new Error(`a canary can't go from ${state.phase} to ${to}`);
  const { reason, since, step = state.step, passed = '' } = changes;
  const weight = shareIn(to, step, state);
  if (weight === undefined) throw new Error(`a canary of ${state.steps.length} steps has no step ${step}`);
  return { ...state, phase: to, step, weight, passed, reason, since };
}

/** Milliseconds that are left of the pause of a step that has passed. */
export function pauseLeft({ passed, steps, step }: CanaryState, now: number): number {
  if (passed === '') return 0;
  return Math.max(0, Date.parse(passed) + (steps[step]?.pause ?? 0) - now);
}

/** Whether nobody but a person can let the canary go on. */
export function awaitsApproval(state: CanaryState, now: number): boolean {
  const approve = state.steps[state.step]?.approve === true;
  return state.phase === 'holding' && approve && state.passed !== '' && pauseLeft(state, now) === 0;
}
