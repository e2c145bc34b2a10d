import type { Log } from '../action/log.ts';
import type { Place } from '../errors/user-error.ts';
import type { Kube, KubeObject, Ref, Resource } from '../kube/types.ts';
import type { Hook } from '../manifests/hooks.ts';
import type { FieldPath } from '../manifests/types.ts';
import type { Finding } from './finding.ts';

/** An object to roll out. `placeOf` tells where its fields stand in the caller's files. */
export interface Item {
  readonly object: KubeObject;
  readonly placeOf?: (path: FieldPath) => Place;
}

/** What every step of a rollout needs. */
export interface Setting {
  readonly kube: Kube;
  readonly log: Log;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Aborted when the job is cancelled. */
  readonly signal: AbortSignal;
  readonly fieldManager: string;
  /** Take fields over from other managers. */
  readonly forceConflicts: boolean;
}

/** One object, checked by the server and not yet written. */
export interface Planned {
  readonly item: Item;
  readonly ref: Ref;
  readonly resource: Resource | undefined;
  /** As it was; undefined: it will be created. */
  readonly before: KubeObject | undefined;
  /** What will be applied. */
  readonly desired: KubeObject;
  /** As the server says it will be; undefined where it can't tell yet (its definition comes with this release). */
  readonly after: KubeObject | undefined;
  /** `noted`: nothing but our own notes would change. */
  readonly change: 'created' | 'changed' | 'noted' | 'none';
  readonly force: boolean;
  /** An autoscaler owns the number of replicas: it is left alone, also on the way back. */
  readonly autoscaled: boolean;
  /** A Job that is awaited before or after the workloads, and never undone. */
  readonly hook: Hook | undefined;
  /** What is there under its name has to go first: a Job can't be changed. */
  readonly replaces: boolean;
  /** Written over what is there, with the owners of its fields left as they are, instead of applied. */
  readonly overwrites?: boolean;
}

/** What a rollout would do. */
export interface Plan {
  readonly steps: readonly Planned[];
  /** Namespaces that had to be there for the check and that this plan has created. */
  readonly createdNamespaces: readonly string[];
  /** Members of the apply set that the manifests no longer hold, as they are. */
  readonly pruned: readonly KubeObject[];
  /** What was noticed and speaks against nothing. */
  readonly warnings: readonly Finding[];
}

/** How a workload stands. */
export interface WorkloadStatus {
  readonly ref: Ref;
  readonly complete: boolean;
  /** Pods wanted, those of the new revision, those of them that are ready, and the others. */
  readonly wanted: number;
  readonly updated: number;
  readonly ready: number;
  readonly old: number;
  readonly revision: string | undefined;
  /** Of a custom resource: what its controller says, instead of the numbers. */
  readonly said?: string;
}

export interface Outcome {
  readonly verdict: 'healthy' | 'failed' | 'cancelled';
  readonly workloads: readonly WorkloadStatus[];
  /** The most telling first. */
  readonly findings: readonly Finding[];
  /** What was noticed and didn't decide. */
  readonly warnings: readonly Finding[];
}
