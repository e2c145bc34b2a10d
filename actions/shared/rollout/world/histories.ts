import type { KubeObject } from '../../kube/types.ts';
import { at, isJson, listAt, textAt } from '../../kube/values.ts';
import { conditionOf } from '../workload.ts';

export interface PodHistory {
  readonly wasReady: boolean;
  /** How often it was ready and then no longer, without being deleted. */
  readonly losses: number;
}

const defaultScheduler = 'default-scheduler';

/** Who is to give a pod to a node. */
export const schedulerOf = (pod: KubeObject): string =>
  textAt(pod, 'spec', 'schedulerName') || defaultScheduler;

const never: PodHistory = { wasReady: false, losses: 0 };

/** What pods have done while we watched, as far as their present state no longer tells. */
export class Histories {
  private readonly histories = new Map<string, PodHistory>();
  private readonly readyNow = new Set<string>();
  private readonly ends = new Map<string, unknown>();
  /** Every cluster has the first. */
  private readonly schedulers = new Set([defaultScheduler]);

  remember(pod: KubeObject): void {
    const { uid = '', deletionTimestamp } = pod.metadata;
    this.rememberEnds(uid, pod);
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

  /** The node may forget how a container ended, when it is short of room or the next one starts at once. */
  private rememberEnds(uid: string, pod: KubeObject): void {
    for (const list of ['initContainerStatuses', 'containerStatuses']) {
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

  of(uid: string): PodHistory {
    return this.histories.get(uid) ?? never;
  }

  /** How a container ended last, as far as it was seen. */
  endOf(uid: string, container: string): unknown {
    return this.ends.get(`${uid}/${container}`);
  }
}

function allRun(pod: KubeObject): boolean {
  return listAt(pod, 'status', 'containerStatuses').every((status) => isJson(at(status, 'state', 'running')));
}
