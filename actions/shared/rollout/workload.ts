import type { KubeObject } from '../kube/types.ts';
import { at, listAt, numberAt, refOf, textAt } from '../kube/values.ts';
import type { WorkloadStatus } from './types.ts';

const workloadKinds = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob', 'Rollout']);

/** Whether a rollout of this kind is watched to its end. */
export function isWorkload({ kind, apiVersion }: { kind: string; apiVersion: string }): boolean {
  if (kind === 'Pod') return apiVersion === 'v1';
  return workloadKinds.has(kind) && /^(apps|batch|argoproj\.io)\//.test(apiVersion);
}

/** Whether a workload makes its pods by ReplicaSets. */
export const hasSets = ({ kind }: { kind: string }): boolean => kind === 'Deployment' || kind === 'Rollout';

/** How a workload stands, by what its controller says; every number is that of the controller's status. */
export function statusOf(object: KubeObject): WorkloadStatus {
  const { done, ...numbers } = countsOf(object);
  return {
    ref: refOf(object),
    ...numbers,
    revision: revisionOf(object),
    complete: isSeen(object) && done,
    ...(object.kind === 'Pod' ? { said: textAt(object, 'status', 'phase') || 'no status' } : {}),
  };
}

interface Counts {
  readonly wanted: number;
  readonly updated: number;
  readonly ready: number;
  readonly old: number;
  readonly done: boolean;
}

/** Whether what the status says is about the present definition. Of kinds that don't tell, it is taken to be. */
export function isSeen(object: KubeObject): boolean {
  if (object.kind === 'Job' || object.kind === 'CronJob') return true;
  // The kubelet tells it since Kubernetes 1.34.
  if (object.kind === 'Pod' && at(object, 'status', 'observedGeneration') === undefined) return true;
  return isObserved(object);
}

function countsOf(object: KubeObject): Counts {
  switch (object.kind) {
    case 'DaemonSet':
      return ofDaemonSet(object);
    case 'StatefulSet':
      return ofStatefulSet(object);
    case 'Job':
      return ofJob(object);
    case 'CronJob':
      // It runs at its times; written is all that it can be.
      return { wanted: 0, updated: 0, ready: 0, old: 0, done: true };
    case 'Rollout':
      return ofArgoRollout(object);
    case 'Pod':
      return ofPod(object);
    default:
      return ofDeployment(object);
  }
}

/** Controllers count ready pods of all revisions together; the old ones are taken to be ready first. */
function readyOfNew(available: number, old: number, updated: number): number {
  return Math.max(0, Math.min(updated, available - Math.max(0, old)));
}

const status = (object: KubeObject, field: string): number => numberAt(object, 'status', field) ?? 0;

function ofDeployment(object: KubeObject): Counts {
  const wanted = numberAt(object, 'spec', 'replicas') ?? 1;
  const updated = status(object, 'updatedReplicas');
  const old = status(object, 'replicas') - updated;
  const ready = readyOfNew(status(object, 'availableReplicas'), old, updated);
  const done = updated >= wanted && old <= 0 && status(object, 'availableReplicas') >= updated;
  return { wanted, updated, ready, old, done };
}

function ofStatefulSet(object: KubeObject): Counts {
  const all = numberAt(object, 'spec', 'replicas') ?? 1;
  const partition = numberAt(object, 'spec', 'updateStrategy', 'rollingUpdate', 'partition') ?? 0;
  const wanted = Math.max(0, all - partition);
  const manual = textAt(object, 'spec', 'updateStrategy', 'type') === 'OnDelete';
  const same = textAt(object, 'status', 'currentRevision') === textAt(object, 'status', 'updateRevision');
  const updated = status(object, 'updatedReplicas');
  const ready = status(object, 'availableReplicas');
  const old = status(object, 'replicas') - updated;
  const done = manual || (updated >= wanted && ready >= all && (partition > 0 || same));
  return {
    wanted,
    updated,
    ready: readyOfNew(ready, old, updated),
    old,
    done,
  };
}

function ofDaemonSet(object: KubeObject): Counts {
  const wanted = status(object, 'desiredNumberScheduled');
  const manual = textAt(object, 'spec', 'updateStrategy', 'type') === 'OnDelete';
  const updated = status(object, 'updatedNumberScheduled');
  const available = status(object, 'numberAvailable');
  const old = Math.max(0, wanted - updated);
  const done = manual || (updated >= wanted && available >= wanted);
  return { wanted, updated, ready: readyOfNew(available, old, updated), old, done };
}

function ofJob(object: KubeObject): Counts {
  const wanted = numberAt(object, 'spec', 'completions') ?? 1;
  const done = conditionOf(object, 'Complete')?.status === 'True';
  return { wanted, updated: status(object, 'active'), ready: status(object, 'succeeded'), old: 0, done };
}

/** A pod of its own: one that serves is done when it is ready, one with a task when it has ended well. */
function ofPod(object: KubeObject): Counts {
  const ended = textAt(object, 'status', 'phase') === 'Succeeded';
  const done = ended || conditionOf(object, 'Ready')?.status === 'True';
  return { wanted: 1, updated: 1, ready: done ? 1 : 0, old: 0, done };
}

/** https://argo-rollouts.readthedocs.io/en/stable/features/specification/: the controller names the phase itself. */
function ofArgoRollout(object: KubeObject): Counts {
  const wanted = numberAt(object, 'spec', 'replicas') ?? 1;
  const updated = status(object, 'updatedReplicas');
  const old = status(object, 'replicas') - updated;
  const ready = readyOfNew(status(object, 'availableReplicas'), old, updated);
  const done = textAt(object, 'status', 'phase') === 'Healthy' && updated >= wanted;
  return { wanted, updated, ready, old, done };
}

export interface Condition {
  readonly status: string;
  readonly reason: string;
  readonly message: string;
}

/** One of an object's `status.conditions`. */
export function conditionOf(object: KubeObject, type: string): Condition | undefined {
  const found = listAt(object, 'status', 'conditions').find(
    (condition) => textAt(condition, 'type') === type,
  );
  if (found === undefined) return undefined;
  return {
    status: textAt(found, 'status'),
    reason: textAt(found, 'reason'),
    message: textAt(found, 'message'),
  };
}

/** Annotations in which a controller counts revisions. */
export const revisionNotes: Readonly<Record<string, string>> = {
  Deployment: 'deployment.kubernetes.io/revision',
  DaemonSet: 'deprecated.daemonset.template.generation',
  Rollout: 'rollout.argoproj.io/revision',
};

/** The revision as the controller names it: a number for Deployments, a hash for StatefulSets. */
export function revisionOf(object: KubeObject): string | undefined {
  const note = revisionNotes[object.kind];
  const name =
    note === undefined
      ? object.kind === 'StatefulSet'
        ? textAt(object, 'status', 'updateRevision')
        : ''
      : textAt(object, 'metadata', 'annotations', note);
  return name === '' ? undefined : name;
}

/** Whether the controller has seen the last change of the object. Argo Rollouts writes the generation as a text. */
export function isObserved(object: KubeObject): boolean {
  return Number(at(object, 'status', 'observedGeneration') ?? 0) >= (object.metadata.generation ?? 0);
}

/** Whether a label selector (`matchLabels`, `matchExpressions`) chooses an object with these labels. */
export function selects(selector: unknown, labels: Readonly<Record<string, string>>): boolean {
  const exact = Object.entries(at(selector, 'matchLabels') ?? {}).every(
    ([key, value]) => labels[key] === value,
  );
  return exact && listAt(selector, 'matchExpressions').every((expression) => meets(expression, labels));
}

function meets(expression: unknown, labels: Readonly<Record<string, string>>): boolean {
  const value = labels[textAt(expression, 'key')];
  const values = listAt(expression, 'values');
  switch (textAt(expression, 'operator')) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    default:
      return value === undefined;
  }
}
