import type { Context } from '../../shared/action/context.ts';
import type { Kube } from '../../shared/kube/types.ts';
import type { Manifest } from '../../shared/manifests/types.ts';
import type { Cluster } from './cluster/cluster.ts';
import type { Free } from './cluster/hold.ts';
import type { Rollout } from './cluster/rollout.ts';
import type { Clock } from './cluster/time.ts';
import type { Inputs, Output } from './contract.ts';
import type { JsonObject } from './json.ts';
import type { Query } from './metrics/prometheus.ts';

export type CanaryContext = Context<Output>;

/** The cluster of one run, in one namespace. */
export interface Opened {
  readonly namespace: string;
  /** All of the cluster; for what a controller in it leads. */
  readonly kube: Kube;
  readonly cluster: Cluster;
  readonly rollout: Rollout;
  /** The objects as they are applied: in their namespace, in order, with checksums and notes of where they come from. */
  readonly prepare: (manifests: readonly Manifest[]) => Promise<readonly JsonObject[]>;
  /** Keeps rollouts of these workloads away until it is freed; throws a UserError when one is at work on them. */
  readonly hold: (workloads: readonly JsonObject[], terms: HoldTerms) => Promise<Free>;
  readonly close: () => Promise<void>;
}

interface HoldTerms {
  /** Names this job to the others. */
  readonly job: string;
  /** Milliseconds to wait for the end of a rollout; 0: not at all. */
  readonly patience: number;
}

/** The effects of the action, so that tests can hand in their own. */
export interface Deps {
  readonly clock: Clock;
  /** The objects of the manifests, with the images put in. */
  readonly load: (inputs: Inputs, context: CanaryContext) => Promise<readonly Manifest[]>;
  /** `namespace`: that of the manifests, where the input names none. */
  readonly open: (inputs: Inputs, context: CanaryContext, namespace: string | undefined) => Promise<Opened>;
  readonly prometheus: (inputs: Inputs, context: CanaryContext) => Promise<Query>;
}
