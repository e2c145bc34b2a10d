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
  /** Waits for a Deployment that somebody else has changed. */
  settled(deployment: string, signal: AbortSignal): Promise<RolledOut>;
}
