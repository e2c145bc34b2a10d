import type { Ref } from '../kube/types.ts';
import type { ClaimOptions } from './claim/take.ts';
import type { Finding } from './finding.ts';
import type { ApplySet } from './prune/apply-set.ts';
import type { Rules } from './ready/rules.ts';
import type { Mode } from './touch/touch.ts';
import type { Plan, WorkloadStatus } from './types.ts';
import type { Restored } from './undo.ts';

export interface RolloutOptions {
  /** Milliseconds until it has to be healthy, counted from the first write; the way back has the same again. */
  readonly timeout: number;
  /** Milliseconds it has to stay healthy after the last became ready. */
  readonly settle: number;
  readonly onFailure: 'undo' | 'keep';
  /** Whether it may take the place of a newer release (false: refused); unset: the caller has compared them. */
  readonly allowOlder?: boolean;
  /** Ends after the check. */
  readonly dryRun: boolean;
  /**
   * Where what was before is kept: while it runs, so that a later run can go back when this one dies, and then as the release to
   * which `undo` goes; unset: nowhere.
   */
  readonly journal?: Ref;
  /** Keeps other rollouts away from the same workloads; unset: nobody does. */
  readonly claim?: ClaimOptions;
  /** When custom resources count as ready; unset: they are not awaited. */
  readonly rules?: Rules;
  /**
   * `rollout` (the default) applies; `restart` starts the pods of the workloads anew; `undo` gives back the release before, as the
   * journal has noted it, or, where that notes none, to the workloads the pod template of their previous revision; `status` only
   * watches.
   */
  readonly mode?: Mode;
  /** Objects of this set that are not among the items are removed when all is healthy; unset: nothing is. */
  readonly applySet?: ApplySet;
}

export interface RolloutResult {
  readonly verdict: 'healthy' | 'unchanged' | 'refused' | 'failed' | 'undone' | 'undo-failed' | 'cancelled';
  /** Undefined when it was refused. */
  readonly plan: Plan | undefined;
  /** What decided, the most telling first. */
  readonly findings: readonly Finding[];
  readonly warnings: readonly Finding[];
  readonly workloads: readonly WorkloadStatus[];
  readonly restored: Restored | undefined;
  /** Milliseconds by phase. */
  readonly timings: {
    readonly check: number;
    readonly apply: number;
    readonly hooks: number;
    readonly watch: number;
    readonly undo: number;
  };
}
