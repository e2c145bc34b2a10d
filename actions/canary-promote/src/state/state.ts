import type { RouteBefore } from '../route/virtual-service.ts';

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

/** The whole state of a canary, as it stands in the route's annotation. */
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
  readonly steps: readonly number[];
  /** The canary's share in percent; equal to what the route says. */
  readonly weight: number;
  readonly workload: string;
  readonly service: string;
  readonly canary: string;
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

/** The canary's share that a phase demands; undefined where it is the step's. */
export function shareOf(phase: Phase): number | undefined {
  if (phase === 'preparing' || phase === 'returning' || phase === 'restoring') return 0;
  if (phase === 'full' || phase === 'replacing' || phase === 'undoing') return 100;
  return undefined;
}

/** The state after a transition. Throws an Error where the machine has no such arrow: that would be our bug. */
export function moved(
  state: CanaryState,
  to: Phase,
  changes: { readonly reason: string; readonly since: string; readonly step?: number },
): CanaryState {
  if (!mayFollow(state.phase, to)) throw new Error(`a canary can't go from ${state.phase} to ${to}`);
  const step = changes.step ?? state.step;
  const weight = shareOf(to) ?? state.steps[step];
  if (weight === undefined) throw new Error(`a canary of ${state.steps.length} steps has no step ${step}`);
  return { ...state, phase: to, step, weight, reason: changes.reason, since: changes.since };
}
