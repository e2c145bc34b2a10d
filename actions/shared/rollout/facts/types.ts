import type { KubeObject } from '../../kube/types.ts';
import type { FieldPath } from '../../manifests/types.ts';
import type { Scaling } from '../world/writers.ts';

export interface EventFact {
  readonly reason: string;
  readonly message: string;
  readonly count: number;
  /** Such as `spec.containers{app}`. */
  readonly fieldPath: string;
}

export interface Terminated {
  readonly exitCode: number;
  readonly signal: number | undefined;
  readonly reason: string;
  readonly message: string;
}

export interface ContainerFacts {
  readonly name: string;
  /** Has to end before the others start. A native side-car stands among the init containers and is none. */
  readonly init: boolean;
  /** In the workload's object. */
  readonly path: FieldPath;
  readonly spec: unknown;
  readonly image: string;
  readonly waiting: { readonly reason: string; readonly message: string } | undefined;
  readonly running: boolean;
  /** How it ended last, now or before its last restart. */
  readonly ended: Terminated | undefined;
  /** How often it has ended so far; in a pod that was well before, since we began. */
  readonly ends: number;
  readonly ready: boolean;
  readonly started: boolean;
  /** Events about this container; in a pod that was well before, since we began. */
  readonly events: readonly EventFact[];
  /** Last lines of the run that ended, or of the running one; undefined: not read. */
  readonly log: string | undefined;
  /** Ports on which it answered when its probe was refused; undefined: not asked. */
  readonly answersOn: readonly number[] | undefined;
  /** Milliseconds until its readiness probe's question got an answer from us; Infinity: none came; undefined: not asked. */
  readonly answersIn: number | undefined;
}

export interface PodFacts {
  readonly name: string;
  readonly uid: string;
  readonly phase: string;
  readonly reason: string;
  readonly message: string;
  /** Ended for good though its containers are always restarted: the node has thrown it off, whatever its status says. */
  readonly thrownOff: boolean;
  readonly ready: boolean;
  /** Its volumes, its sandbox and its network are there, whatever went wrong with them before (Kubernetes 1.29 and later). */
  readonly prepared: boolean;
  /** The scheduler's refusal, while there is one. */
  readonly unscheduled: string | undefined;
  /** Somebody has to take a scheduling gate away before the scheduler looks at it. */
  readonly gated: boolean;
  /** Others are being moved away to make room for it. */
  readonly nominated: boolean;
  /** Who should have taken it up and says nothing: a scheduler or a node of that name; `exists`: there is one, it is slow. */
  readonly ignoredBy: { readonly who: string; readonly exists: boolean } | undefined;
  /** Readiness gates that nobody has set, in the words of the condition Ready. */
  readonly gates: string | undefined;
  /** The names of its PersistentVolumeClaims. */
  readonly claims: readonly string[];
  readonly containers: readonly ContainerFacts[];
  /** Events about the pod as a whole. */
  readonly events: readonly EventFact[];
  /** What we saw it do: since when status alone doesn't tell. */
  readonly wasReady: boolean;
  readonly lostReadiness: number;
}

export interface ClaimFacts {
  readonly name: string;
  readonly phase: string;
  readonly storageClass: string | undefined;
  readonly events: readonly EventFact[];
}

/** What is left of a pod that is gone, or about to go: its logs, as far as they could be read in time. */
export interface TakenPod {
  readonly name: string;
  readonly uid: string;
  readonly containers: readonly { readonly name: string; readonly log: string | undefined }[];
}

/** All that a cause may look at. No clock: how long something lasts is measured outside. */
export interface Facts {
  readonly workload: KubeObject;
  /** Pods of the new revision that are not being deleted, but for those that had ended for good before we began. */
  readonly pods: readonly PodFacts[];
  readonly claims: readonly ClaimFacts[];
  /** Events about the workload and its ReplicaSet that came since we began. */
  readonly events: readonly EventFact[];
  /** Why no pod can be made. */
  readonly replicaFailure: string | undefined;
  readonly deadlineExceeded: boolean;
  /** Other workloads of the release are not ready yet: this one may be waiting for them. */
  readonly othersPending: boolean;
  /** Pods of the workload that are on their way out, whose room will be free. */
  readonly leaving: number;
  /** Those of them that have ended and whose finalizers hold them. */
  readonly held: readonly { readonly name: string; readonly finalizers: readonly string[] }[];
  /** Whoever else has changed the number of replicas while we watched, oldest first. */
  readonly scalings: readonly Scaling[];
  /** Pods of a Job that were taken away before they had ended, as at its deadline. */
  readonly taken: readonly TakenPod[];
}
