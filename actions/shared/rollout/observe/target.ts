import type { KubeObject, Ref } from '../../kube/types.ts';

/** A workload to see to its end. */
export interface Target {
  readonly ref: Ref;
  /** The generation that was written; older states in the watch say nothing about it. */
  readonly generation: number;
  /** As the server answered our write; unset: we wrote nothing. */
  readonly written?: KubeObject | undefined;
  /** It was broken before and is none of this release's doing: told, and neither waited for nor a failure. */
  readonly brokenBefore?: boolean;
  /** Of the object that was written, where another one may have stood under its name. */
  readonly uid?: string;
}
