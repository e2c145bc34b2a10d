import type { KubeObject } from '../kube/types.ts';
import { at, isJson, listAt, numberAt, refOf, textAt } from '../kube/values.ts';
import { containersOf } from '../manifests/pod-spec.ts';
import type { FieldPath } from '../manifests/types.ts';
import type { Scaling, World } from './observe/world.ts';
import { conditionOf, isObserved } from './workload.ts';

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
  readonly restarts: number;
  /** How often it has ended so far. */
  readonly ends: number;
  readonly ready: boolean;
  readonly started: boolean;
  /** Events about this container. */
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
  /** The scheduler's refusal, while there is one. */
  readonly unscheduled: string | undefined;
  /** Somebody has to take a scheduling gate away before the scheduler looks at it. */
  readonly gated: boolean;
  /** Others are being moved away to make room for it. */
  readonly nominated: boolean;
  /** Who should have taken it up and says nothing: a scheduler or a node of that name. */
  readonly ignoredBy: string | undefined;
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

/** All that a cause may look at. No clock: how long something lasts is measured outside. */
export interface Facts {
  readonly workload: KubeObject;
  /** Pods of the new revision that are not being deleted. */
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
}

/** Gathers what is known about one workload. */
export function factsOf(world: World, workload: KubeObject, othersPending: boolean): Facts {
  const set = world.newReplicaSet(workload);
  const owned = world.podsOf(workload);
  const current = isObserved(workload) || workload.kind === 'Job';
  const pods = current ? owned.filter((pod) => world.isNew(pod, workload, set)) : [];
  const alive = pods.filter(({ metadata }) => metadata.deletionTimestamp === undefined);
  const failure = current ? conditionOf(workload, 'ReplicaFailure') : undefined;
  return {
    workload,
    pods: alive.map((pod) => podFacts(world, pod, workload)),
    claims: alive.flatMap((pod) => claimsOf(world, pod)),
    events: [...world.eventsOf(workload.metadata.uid), ...world.eventsOf(set?.metadata.uid)].map(eventFact),
    replicaFailure: failure?.status === 'True' ? failure.message : undefined,
    deadlineExceeded: current && conditionOf(workload, 'Progressing')?.reason === 'ProgressDeadlineExceeded',
    othersPending,
    leaving: owned.filter(({ metadata }) => metadata.deletionTimestamp !== undefined).length,
    held: owned.filter(isHeld).map(({ metadata: { name = '', finalizers = [] } }) => ({ name, finalizers })),
    scalings: world.scalingsOf(workload.metadata.uid),
  };
}

/** Being deleted, all its containers ended, and still there. */
function isHeld(pod: KubeObject): boolean {
  const { deletionTimestamp, finalizers = [] } = pod.metadata;
  if (deletionTimestamp === undefined || finalizers.length === 0) return false;
  return listAt(pod, 'status', 'containerStatuses').every((status) =>
    isJson(at(status, 'state', 'terminated')),
  );
}

function podFacts(world: World, pod: KubeObject, workload: KubeObject): PodFacts {
  const uid = pod.metadata.uid ?? '';
  const events = world.eventsOf(uid).map(eventFact);
  const scheduled = conditionOf(pod, 'PodScheduled');
  const ready = conditionOf(pod, 'Ready');
  const history = world.historyOf(uid);
  const templates = containersOf(workload);
  return {
    name: pod.metadata.name ?? '',
    uid,
    phase: textAt(pod, 'status', 'phase'),
    reason: textAt(pod, 'status', 'reason'),
    message: textAt(pod, 'status', 'message'),
    thrownOff: isThrownOff(pod),
    ready: ready?.status === 'True',
    unscheduled: scheduled?.status === 'False' ? scheduled.message : undefined,
    gated: scheduled?.reason === 'SchedulingGated',
    nominated: textAt(pod, 'status', 'nominatedNodeName') !== '',
    ignoredBy: ignoredBy(pod, events.length),
    gates: ready?.reason === 'ReadinessGatesNotReady' ? ready.message : undefined,
    claims: claimNames(pod),
    containers: containersOf(pod).map((container) =>
      containerFacts(
        world,
        pod,
        container,
        templates.find(({ name }) => name === container.name)?.path ?? [],
        events,
      ),
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

/** A pod nobody says anything about: its scheduler has not looked at it, or its node has not taken it up. */
function ignoredBy(pod: KubeObject, events: number): string | undefined {
  const silent = textAt(pod, 'status', 'phase') === 'Pending' && events === 0;
  if (!silent || listAt(pod, 'status', 'containerStatuses').length > 0) return undefined;
  const node = textAt(pod, 'spec', 'nodeName');
  if (node !== '') return `node ${node}`;
  return conditionOf(pod, 'PodScheduled') === undefined
    ? `scheduler ${textAt(pod, 'spec', 'schedulerName') || 'default-scheduler'}`
    : undefined;
}

function containerFacts(
  world: World,
  pod: KubeObject,
  { name, init, spec, image }: ReturnType<typeof containersOf>[number],
  path: FieldPath,
  events: readonly EventFact[],
): ContainerFacts {
  const list = init ? 'initContainerStatuses' : 'containerStatuses';
  const status = listAt(pod, 'status', list).find((candidate) => textAt(candidate, 'name') === name);
  const waiting = at(status, 'state', 'waiting');
  const now = terminated(at(status, 'state', 'terminated'));
  const restarts = numberAt(status, 'restartCount') ?? 0;
  return {
    name,
    init: init && textAt(spec, 'restartPolicy') !== 'Always',
    path,
    spec,
    image,
    waiting: isJson(waiting)
      ? { reason: textAt(waiting, 'reason'), message: textAt(waiting, 'message') }
      : undefined,
    running: isJson(at(status, 'state', 'running')),
    ended: terminated(world.endOf(pod.metadata.uid ?? '', name)),
    restarts,
    ends: restarts + (now === undefined ? 0 : 1),
    ready: at(status, 'ready') === true,
    started: at(status, 'started') === true,
    events: events.filter(({ fieldPath }) => fieldPath.endsWith(`{${name}}`)),
    log: world.logOf(pod.metadata.uid ?? '', name),
    answersOn: world.portsOf(pod.metadata.uid ?? '', name),
    answersIn: world.slownessOf(pod.metadata.uid ?? '', name),
  };
}

function terminated(state: unknown): Terminated | undefined {
  if (!isJson(state)) return undefined;
  return {
    exitCode: numberAt(state, 'exitCode') ?? 0,
    signal: numberAt(state, 'signal'),
    reason: textAt(state, 'reason'),
    message: textAt(state, 'message'),
  };
}

function eventFact(event: KubeObject): EventFact {
  return {
    reason: textAt(event, 'reason'),
    message: textAt(event, 'message'),
    count: numberAt(event, 'series', 'count') ?? numberAt(event, 'count') ?? 1,
    fieldPath: textAt(event, 'involvedObject', 'fieldPath'),
  };
}

function claimNames(pod: KubeObject): string[] {
  return listAt(pod, 'spec', 'volumes')
    .map((volume) => textAt(volume, 'persistentVolumeClaim', 'claimName'))
    .filter((name) => name !== '');
}

function claimsOf(world: World, pod: KubeObject): ClaimFacts[] {
  return claimNames(pod).flatMap((name) => {
    const claim = world.find({ ...refOf(pod), kind: 'PersistentVolumeClaim', name });
    if (claim === undefined) return [];
    const storageClass = at(claim, 'spec', 'storageClassName');
    return [
      {
        name,
        phase: textAt(claim, 'status', 'phase'),
        storageClass: typeof storageClass === 'string' ? storageClass : undefined,
        events: world.eventsOf(claim.metadata.uid).map(eventFact),
      },
    ];
  });
}
