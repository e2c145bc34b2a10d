import type { KubeObject } from '../../kube/types.ts';
import { at, isJson, listAt, textAt } from '../../kube/values.ts';
import { containersOf } from '../../manifests/pod-spec.ts';
import { conditionOf } from '../workload.ts';
import { schedulerOf } from '../world/histories.ts';
import type { World } from '../world/world.ts';
import { claimNames } from './claims.ts';
import { containerFacts } from './container.ts';
import type { PodFacts } from './types.ts';

export function podFacts(world: World, pod: KubeObject, workload: KubeObject): PodFacts {
  const uid = pod.metadata.uid ?? '';
  const events = world.eventsOf(uid);
  const scheduled = conditionOf(pod, 'PodScheduled');
  const ready = conditionOf(pod, 'Ready');
  const history = world.historyOf(uid);
  const paths = new Map(containersOf(workload).map(({ name, path }) => [name, path]));
  return {
    name: pod.metadata.name ?? '',
    uid,
    phase: textAt(pod, 'status', 'phase'),
    reason: textAt(pod, 'status', 'reason'),
    message: textAt(pod, 'status', 'message'),
    thrownOff: isThrownOff(pod),
    ready: ready?.status === 'True',
    prepared: conditionOf(pod, 'PodReadyToStartContainers')?.status === 'True',
    unscheduled: scheduled?.status === 'False' ? scheduled.message : undefined,
    gated: scheduled?.reason === 'SchedulingGated',
    nominated: textAt(pod, 'status', 'nominatedNodeName') !== '',
    ignoredBy: ignoredBy(world, pod, events.length),
    gates: ready?.reason === 'ReadinessGatesNotReady' ? ready.message : undefined,
    claims: claimNames(pod),
    containers: containersOf(pod).map((container) =>
      containerFacts(world, pod, { ...container, path: paths.get(container.name) ?? [] }, events),
    ),
    events: events.filter(({ fieldPath }) => !fieldPath.includes('{')),
    wasReady: history.wasReady,
    lostReadiness: history.losses,
  };
}

/** Containers that are always restarted end for good only with their pod, and nobody has deleted that. */
function isThrownOff(pod: KubeObject): boolean {
  const over = ['Succeeded', 'Failed'].includes(textAt(pod, 'status', 'phase'));
  const ran = listAt(pod, 'status', 'containerStatuses').some((status) =>
    isJson(at(status, 'state', 'terminated')),
  );
  return over && ran && (textAt(pod, 'spec', 'restartPolicy') || 'Always') === 'Always';
}

/**
 * A pod nobody says anything about: its scheduler has not looked at it, or its node has not taken it up. With thousands of
 * pods before it both take their time: only a name that nobody answers to is a mistake.
 */
function ignoredBy(world: World, pod: KubeObject, events: number): PodFacts['ignoredBy'] {
  const silent = textAt(pod, 'status', 'phase') === 'Pending' && events === 0;
  if (!silent || listAt(pod, 'status', 'containerStatuses').length > 0) return undefined;
  const node = textAt(pod, 'spec', 'nodeName');
  const scheduled = conditionOf(pod, 'PodScheduled') !== undefined;
  // A scheduler gives pods to nodes that there are.
  if (node !== '') return { who: `node ${node}`, exists: scheduled };
  const scheduler = schedulerOf(pod);
  return scheduled ? undefined : { who: `scheduler ${scheduler}`, exists: world.isScheduler(scheduler) };
}
