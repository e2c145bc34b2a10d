import type { KubeObject } from '../../kube/types.ts';
import { nameOf, numberAt, refOf, textAt } from '../../kube/values.ts';
import type { Facts } from '../facts/types.ts';
import type { Setting } from '../types.ts';
import { conditionOf, isObserved, revisionOf } from '../workload.ts';
import type { World } from '../world/world.ts';

/**
 * A StatefulSet replaces its pods in order and waits for each to be ready, also for a broken one of an older revision:
 * it would wait for ever for the pod that the new revision is to mend. Such a pod is deleted; the controller makes it
 * anew in the new revision (https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#forced-rollback).
 */
export async function deleteBlockingPods(
  facts: readonly Facts[],
  world: World,
  { kube, log }: Setting,
): Promise<void> {
  for (const { workload } of facts) {
    if (workload.kind !== 'StatefulSet' || !isObserved(workload)) continue;
    for (const pod of world.podsOf(workload).filter((one) => blocks(one, workload, world))) {
      const { uid } = pod.metadata;
      log.info(
        `${nameOf(refOf(pod))} is of an older revision and not ready, which blocks ${nameOf(refOf(workload))}: deleted.`,
      );
      await kube.remove(refOf(pod), uid === undefined ? {} : { uid });
    }
  }
}

/**
 * Whether a pod of an older revision keeps its StatefulSet from going on: one that is to be replaced and has not been ready
 * since we look. One that was ready may be so again: to delete it beside another that is being replaced could cost a quorum.
 */
function blocks(pod: KubeObject, workload: KubeObject, world: World): boolean {
  const { deletionTimestamp, labels, name = '', uid = '' } = pod.metadata;
  const strategy = ['spec', 'updateStrategy'];
  if (textAt(workload, ...strategy, 'type') === 'OnDelete') return false;
  const partition = numberAt(workload, ...strategy, 'rollingUpdate', 'partition') ?? 0;
  const ordinal = Number(/-(\d+)$/.exec(name)?.[1] ?? 0);
  return (
    ordinal >= partition &&
    deletionTimestamp === undefined &&
    labels?.['controller-revision-hash'] !== revisionOf(workload) &&
    conditionOf(pod, 'Ready')?.status !== 'True' &&
    !world.historyOf(uid).wasReady
  );
}
