import { nameOf, refOf } from '../../kube/values.ts';
import type { Facts } from '../facts.ts';
import type { Setting } from '../types.ts';
import { conditionOf, isObserved, revisionOf } from '../workload.ts';
import type { World } from './world.ts';

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
    const broken = world
      .podsOf(workload)
      .filter(
        (pod) =>
          pod.metadata.deletionTimestamp === undefined &&
          pod.metadata.labels?.['controller-revision-hash'] !== revisionOf(workload) &&
          conditionOf(pod, 'Ready')?.status !== 'True',
      );
    for (const pod of broken) {
      const { uid } = pod.metadata;
      log.info(
        `${nameOf(refOf(pod))} is of an older revision and not ready, which blocks ${nameOf(refOf(workload))}: deleted.`,
      );
      await kube.remove(refOf(pod), uid === undefined ? {} : { uid });
    }
  }
}
