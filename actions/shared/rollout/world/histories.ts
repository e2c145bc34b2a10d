import type { KubeObject } from '../../kube/types.ts';
import { at, isJson, listAt, numberAt, textAt } from '../../kube/values.ts';
import { conditionOf } from '../workload.ts';

export interface PodHistory {
  readonly wasReady: boolean;
  /** How often it was ready and then no longer, without being deleted. */
  readonly losses: number;
}

const defaultScheduler = 'default-scheduler';
const statusLists = ['initContainerStatuses', 'containerStatuses'];

/** Who is to give a pod to a node. */
export const schedulerOf = (pod: KubeObject): string =>
  textAt(pod, 'spec', 'schedulerName') || defaultScheduler;

const never: PodHistory = { wasReady: false, losses: 0 };

/** What pods have done while we watched, as far as their present state no longer tells. */
export class Histories {
  private readonly histories = new Map<string, PodHistory>();
  private readonly readyNow = new Set<string>();
  private readonly ends = new Map<string, unknown>();
  /** How often containers had ended in pods that were well when we began; nobody blames this release for that. */
  private readonly endsBefore = new Map<string, ReadonlyMap<string, number>>();
  private readonly overBefore = new Set<string>();
  /** Every cluster has the first. */
  private readonly schedulers = new Set([defaultScheduler]);

  /** `initial`: so it was before we began. */
  remember(pod: KubeObject, initial: boolean): void {
    const { uid = '', deletionTimestamp } = pod.metadata;
    this.rememberEnds(uid, pod);
    if (initial) this.rememberBefore(uid, pod);
    if (conditionOf(pod, 'PodScheduled') !== undefined) this.schedulers.add(schedulerOf(pod));
    const before = this.of(uid);
    const ready = conditionOf(pod, 'Ready')?.status === 'True';
    const wasReadyNow = this.readyNow.has(uid);
    if (ready) this.readyNow.add(uid);
    else this.readyNow.delete(uid);
    // A container that ended takes readiness with it: that is told as what it is.
    const lost = wasReadyNow && !ready && deletionTimestamp === undefined && allRun(pod);
    if (!ready && !lost) return;
    this.histories.set(uid, { wasReady: before.wasReady || ready, losses: before.losses + (lost ? 1 : 0) });
  }

  private rememberBefore(uid: string, pod: KubeObject): void {
    if (isOver(pod)) this.overBefore.add(uid);
    if (conditionOf(pod, 'Ready')?.status !== 'True') return;
    const statuses = statusLists.flatMap((list) => listAt(pod, 'status', list));
    this.endsBefore.set(uid, new Map(statuses.map((status) => [textAt(status, 'name'), endsOf(status)])));
  }

  /** The node may forget how a container ended, when it is short of room or the next one starts at once. */
  private rememberEnds(uid: string, pod: KubeObject): void {
    for (const list of statusLists) {
      for (const status of listAt(pod, 'status', list)) {
        const ended = at(status, 'state', 'terminated') ?? at(status, 'lastState', 'terminated');
        if (ended !== undefined) this.ends.set(`${uid}/${textAt(status, 'name')}`, ended);
      }
    }
  }

  /** Whether a scheduler of this name has ever looked at a pod. */
  isScheduler(name: string): boolean {
    return this.schedulers.has(name);
  }

  /** Whether a pod was ready when we began. */
  wasWell(uid: string): boolean {
    return this.endsBefore.has(uid);
  }

  /** Whether a pod had ended for good when we began. */
  wasOver(uid: string): boolean {
    return this.overBefore.has(uid);
  }

  /** How often a container had ended in a pod that was well when we began; 0 for all others. */
  endsBeforeOf(uid: string, container: string): number {
    return this.endsBefore.get(uid)?.get(container) ?? 0;
  }

  of(uid: string): PodHistory {
    return this.histories.get(uid) ?? never;
  }

  /** How a container ended last, as far as it was seen. */
  endOf(uid: string, container: string): unknown {
    return this.ends.get(`${uid}/${container}`);
  }
}

/**
 * How often a container has ended so far, by its status. The kubelet counts a restart when it happens: the end that a container
 * is waiting after is not among them yet.
 */
export function endsOf(status: unknown): number {
  const ended = isJson(at(status, 'state', 'terminated'));
  const waits = textAt(status, 'state', 'waiting', 'reason') === 'CrashLoopBackOff';
  return (numberAt(status, 'restartCount') ?? 0) + (ended || waits ? 1 : 0);
}

const isOver = (pod: KubeObject): boolean => ['Succeeded', 'Failed'].includes(textAt(pod, 'status', 'phase'));

function allRun(pod: KubeObject): boolean {
  return listAt(pod, 'status', 'containerStatuses').every((status) => isJson(at(status, 'state', 'running')));
}
