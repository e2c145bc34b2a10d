import type { KubeObject } from '../../kube/types.ts';
import { at, isJson, listAt } from '../../kube/values.ts';
import { containersOf } from '../../manifests/pod-spec.ts';
import { conditionOf, isSeen } from '../workload.ts';
import type { World } from '../world/world.ts';
import { claimsOf } from './claims.ts';
import { podFacts } from './pod.ts';
import type { Facts, TakenPod } from './types.ts';

/** Gathers what is known about one workload. */
export function factsOf(world: World, workload: KubeObject, othersPending: boolean): Facts {
  const set = world.newReplicaSet(workload);
  const owned = world.podsOf(workload);
  const current = isSeen(workload);
  const pods = current ? owned.filter((pod) => world.isNew(pod, workload, set)) : [];
  const alive = pods.filter((pod) => !isLeaving(pod) && !isLeft(world, pod, workload));
  // The Deployment's own condition may be that of an old ReplicaSet.
  const failure = current && set !== undefined ? conditionOf(set, 'ReplicaFailure') : undefined;
  return {
    workload,
    pods: alive.map((pod) => podFacts(world, pod, workload)),
    claims: alive.flatMap((pod) => claimsOf(world, pod)),
    events: [...world.eventsOf(workload.metadata.uid), ...world.eventsOf(set?.metadata.uid)],
    replicaFailure: failure?.status === 'True' ? failure.message : undefined,
    deadlineExceeded: current && conditionOf(workload, 'Progressing')?.reason === 'ProgressDeadlineExceeded',
    othersPending,
    leaving: owned.filter(isLeaving).length,
    held: owned.filter(isHeld).map(({ metadata: { name = '', finalizers = [] } }) => ({ name, finalizers })),
    scalings: world.scalingsOf(workload.metadata.uid),
    taken: takenFrom(world, workload, owned.filter(isLeaving)),
  };
}

const isLeaving = ({ metadata }: KubeObject): boolean => metadata.deletionTimestamp !== undefined;

/** Evicted or rejected before we began: such pods of a Deployment lie about for long, and others have taken their place. */
const isLeft = (world: World, { metadata }: KubeObject, { kind }: KubeObject): boolean =>
  kind !== 'Pod' && kind !== 'Job' && world.wasOver(metadata.uid);

/** Being deleted, all its containers ended, and still there. */
function isHeld(pod: KubeObject): boolean {
  if (!isLeaving(pod) || (pod.metadata.finalizers ?? []).length === 0) return false;
  return listAt(pod, 'status', 'containerStatuses').every((status) =>
    isJson(at(status, 'state', 'terminated')),
  );
}

function takenFrom(world: World, workload: KubeObject, leaving: readonly KubeObject[]): TakenPod[] {
  if (workload.kind !== 'Job') return [];
  return [...world.goneFrom(workload.metadata.uid), ...leaving].map((pod) => {
    const { name = '', uid = '' } = pod.metadata;
    const containers = containersOf(pod).map((container) => ({
      name: container.name,
      log: world.learntOf(uid, container.name).log,
    }));
    return { name, uid, containers };
  });
}
