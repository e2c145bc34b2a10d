import type { Ref } from '../../../shared/kube/types.ts';
import type { CauseId } from '../../../shared/rollout/finding.ts';
import type { JsonObject } from '../json.ts';

export interface RolledOut {
  readonly healthy: boolean;
  /** Why not, in a sentence with its cause; or what was done. */
  readonly reason: string;
  /** What decided, where it is not healthy for a cause that is known. */
  readonly cause?: CauseId;
}

/** What a canary needs of a rollout: apply and wait to the real end. It never undoes by itself. */
export interface Rollout {
  /** Asks the server about every object and changes nothing. */
  check(objects: readonly JsonObject[]): Promise<RolledOut>;
  /** Applies the objects in order and waits until their workloads are healthy, or certain not to become so. */
  deploy(objects: readonly JsonObject[], signal: AbortSignal): Promise<RolledOut>;
  /** Waits for a workload that somebody else has changed. */
  settled(workload: WorkloadRef, signal: AbortSignal): Promise<RolledOut>;
}

/** A workload of the namespace, of any kind that a rollout knows how to watch. */
export type WorkloadRef = Pick<Ref, 'apiVersion' | 'kind' | 'name'>;

export const deploymentRef = (name: string): WorkloadRef => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  name,
});
