import { isConflict, KubeError } from '../../kube/errors.ts';
import type { KubeObject } from '../../kube/types.ts';
import { nameOf, numberAt, refOf, textAt } from '../../kube/values.ts';
import type { Facts } from '../facts/types.ts';
import type { Finding } from '../finding.ts';
import type { Setting } from '../types.ts';
import { conditionOf, isObserved, revisionOf } from '../workload.ts';
import type { World } from '../world/world.ts';

/**
 * A StatefulSet replaces its pods in order and waits for each to be ready, also for a broken one of an older revision:
 * it would wait for ever for the pod that the new revision is to mend. Such a pod is deleted; the controller makes it
 * anew in the new revision (https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#forced-rollback).
 * Gives a finding for each that could not be deleted.
 */
export async function deleteBlockingPods(
  facts: readonly Facts[],
  world: World,
  setting: Setting,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { workload } of facts) {
    if (workload.kind !== 'StatefulSet' || !isObserved(workload)) continue;
    for (const pod of world.podsOf(workload).filter((one) => blocks(one, workload, world)))
      findings.push(...(await deleteOne(pod, workload, setting)));
  }
  return findings;
}

/** The finding, where the pod has to stay: the rollout is under way, and a throw would leave it half done. */
async function deleteOne(pod: KubeObject, workload: KubeObject, { kube, log }: Setting): Promise<Finding[]> {
  const { uid } = pod.metadata;
  try {
    const gone = await kube.remove(refOf(pod), uid === undefined ? {} : { uid });
    if (gone)
      log.info(
        `${nameOf(refOf(pod))} is of an older revision and not ready, which blocks ${nameOf(refOf(workload))}: deleted.`,
      );
    return [];
  } catch (error) {
    if (!(error instanceof KubeError)) throw error;
    // Another pod stands under its name by now: what blocked is gone.
    return isConflict(error) ? [] : [stays(pod, workload, error)];
  }
}

/** Told when time runs out: until then the pod may get ready by itself, or go by another hand. */
function stays(pod: KubeObject, workload: KubeObject, error: KubeError): Finding {
  return {
    cause: error.status === 403 ? 'forbidden' : 'progress-deadline',
    certainty: 'suspected',
    ref: refOf(workload),
    message: `${nameOf(refOf(pod))} is of an older revision and not ready, which blocks the new one; it could not be deleted`,
    evidence: [error.message],
    fix: `Delete it: kubectl delete pod --namespace ${pod.metadata.namespace} ${pod.metadata.name}. Allow \`delete\` on \`pods\` in this namespace and it is done for you.`,
    path: ['spec', 'template'],
  };
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
