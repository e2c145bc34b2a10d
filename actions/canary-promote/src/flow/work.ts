import type { Cluster } from '../cluster/cluster.ts';
import type { Rollout } from '../cluster/rollout.ts';
import type { RouteStore } from '../cluster/route-store.ts';
import type { Clock } from '../cluster/time.ts';
import type { JsonObject } from '../json.ts';
import type { CanaryState, Phase } from '../state/state.ts';

/** What the manifests ask for. */
export interface Release {
  /** Names it by its pods; see `releaseOf`. */
  readonly id: string;
  readonly image: string;
  /** The Deployment as it is to become. */
  readonly workload: JsonObject;
  /** ConfigMaps and Secrets in the manifests that its pods read; which of them change, the state knows. */
  readonly configs: readonly JsonObject[];
  /** Everything in the manifests. */
  readonly all: readonly JsonObject[];
  /** Labels that tell the canary's pods from stable's, over those of the release. */
  readonly canaryLabels: Readonly<Record<string, string>>;
  /** What has to be there beside the canary's Deployment for the route to lead to it; before it. */
  readonly companions: readonly JsonObject[];
}

/** `time-over`: the run has to end, the step is not decided. */
export type StepVerdict = 'pass' | 'fail' | 'not-enough-evidence' | 'time-over' | 'cancelled';

/** How one step ended. */
export interface StepResult {
  readonly weight: number;
  readonly verdict: StepVerdict;
  readonly seconds: number;
  readonly reason: string;
}

/** What is needed to go forward; without it a canary can only go back. */
export interface Promotion {
  readonly release: Release;
  readonly onNotEnoughEvidence: 'rollback' | 'hold' | 'promote';
  /** What becomes of a step when `max-runtime` is over. */
  readonly onMaxRuntime: 'hold' | 'not-enough-evidence';
  /** Keeps what the judge knows by now for a later job. */
  readonly keep: (state: CanaryState) => Promise<void>;
  /** Promoted by a person: no step is judged any more. */
  readonly unjudged: boolean;
  /**
   * Watches the step until it is decided or its time is over; one that has passed already, until its pause is over.
   * Throws a Superseded when the route is not ours any more.
   */
  readonly judge: (state: CanaryState) => Promise<StepResult>;
}

/** Everything the flow works with. */
export interface Work {
  readonly cluster: Cluster;
  readonly store: RouteStore;
  readonly rollout: Rollout;
  readonly clock: Clock;
  readonly log: (line: string) => void;
  /** Aborted on cancel, and when a newer commit takes this one's place. */
  readonly signal: AbortSignal;
  /** Aborted on cancel alone. */
  readonly cancel: AbortSignal;
  /** Milliseconds that the canary's pods stay after the route has stopped sending to them. */
  readonly drain: number;
  readonly promotion: Promotion | undefined;
}

export type FlowVerdict = 'promoted' | 'rolled-back' | 'held' | 'restored' | 'failed';

/** How the flow ended, and in which state the canary is left, if any. */
export interface Ending {
  readonly verdict: FlowVerdict;
  readonly reason: string;
  readonly weight: number;
  readonly left: Phase | undefined;
}

/** What a phase's work leads to: the next state, with the verdict if it turns back; or an ending. */
export type Outcome =
  | { readonly state: CanaryState; readonly because?: 'rolled-back' | 'restored' }
  | { readonly ending: Ending };

export type Handler = (state: CanaryState, work: Work) => Promise<Outcome>;
