import type { KubeObject, ManagedFields, Ref, WatchEvent } from '../../kube/types.ts';
import { at, isJson, listAt, numberAt, textAt } from '../../kube/values.ts';
import { conditionOf, hasSets, revisionNotes, revisionOf } from '../workload.ts';

export interface PodHistory {
  readonly wasReady: boolean;
  /** How often it was ready and then no longer, without being deleted. */
  readonly losses: number;
}

/** A change of a workload's number of replicas by somebody else than the one who applies it. */
export interface Scaling {
  readonly from: number;
  readonly to: number;
  /** The field manager that the server has noted for it. */
  readonly manager: string;
}

const never: PodHistory = { wasReady: false, losses: 0 };

/** What the watches have told so far. Holds no clock and makes no requests. */
export class World {
  private readonly objects = new Map<string, Map<string, KubeObject>>();
  private readonly events = new Map<string, Map<string, KubeObject>>();
  private readonly histories = new Map<string, PodHistory>();
  private readonly logs = new Map<string, string>();
  private readonly ports = new Map<string, readonly number[]>();
  private readonly slowness = new Map<string, number>();
  private readonly old = new Set<string>();
  private readonly readyNow = new Set<string>();
  private readonly ends = new Map<string, unknown>();
  private readonly deleted = new Set<string>();
  private readonly writers = new Map<string, string>();
  private readonly scalings = new Map<string, Scaling[]>();

  /** Takes a change in. `initial`: it was there before we began. */
  take({ type, object }: WatchEvent, initial: boolean): void {
    if (type === 'BOOKMARK') return;
    const { uid = '', managedFields: owners = [], ...metadata } = object.metadata;
    const lean: KubeObject = { ...object, metadata: { ...metadata, uid } };
    if (object.kind === 'Event') {
      this.takeEvent(lean, type, initial);
      return;
    }
    const kind = this.kind(object.kind);
    this.rememberScaling(kind.get(uid), lean, owners);
    if (type === 'DELETED') kind.delete(uid);
    else kind.set(uid, lean);
    if (type === 'DELETED') this.deleted.add(uid);
    this.rememberWriter(uid, owners);
    if (object.kind === 'Pod' && type !== 'DELETED') this.remember(lean);
  }

  private takeEvent(event: KubeObject, type: WatchEvent['type'], initial: boolean): void {
    // An event about a lasting object may be of an earlier rollout, unless it comes again.
    const key = `${event.metadata.uid}`;
    if (initial) this.old.add(key);
    else this.old.delete(key);
    if (type === 'DELETED') return;
    const about = textAt(event, 'involvedObject', 'uid');
    const known = this.events.get(about) ?? new Map<string, KubeObject>();
    // What came last stands last, also when it came before.
    known.delete(key);
    known.set(key, event);
    this.events.set(about, known);
  }

  private rememberScaling(
    before: KubeObject | undefined,
    now: KubeObject,
    owners: readonly ManagedFields[],
  ): void {
    const [from, to] = [numberAt(before, 'spec', 'replicas'), numberAt(now, 'spec', 'replicas')];
    if (from === undefined || to === undefined || from === to) return;
    // An apply is ours or of another rollout; whoever scales beside it makes an update.
    const owner = owners.find(
      ({ operation, fieldsV1 }) =>
        operation === 'Update' && at(fieldsV1, 'f:spec', 'f:replicas') !== undefined,
    );
    if (owner === undefined) return;
    const uid = now.metadata.uid ?? '';
    const scaling = { from, to, manager: owner.manager ?? 'unknown' };
    this.scalings.set(uid, [...(this.scalings.get(uid) ?? []), scaling]);
  }

  private rememberWriter(uid: string, owners: readonly ManagedFields[]): void {
    const last = owners
      .filter(({ fieldsV1 }) => at(fieldsV1, 'f:spec', 'f:template') !== undefined)
      .reduce<ManagedFields>((a, b) => ((b.time ?? '') >= (a.time ?? '') ? b : a), {});
    if (last.manager !== undefined) this.writers.set(uid, last.manager);
  }

  /** The field manager that wrote last into the pod template of a workload. */
  writerOf(uid: string | undefined): string | undefined {
    return this.writers.get(uid ?? '');
  }

  isDeleted(uid: string | undefined): boolean {
    return this.deleted.has(uid ?? '');
  }

  scalingsOf(uid: string | undefined): readonly Scaling[] {
    return this.scalings.get(uid ?? '') ?? [];
  }

  private remember(pod: KubeObject): void {
    const { uid = '', deletionTimestamp } = pod.metadata;
    this.rememberEnds(uid, pod);
    const before = this.histories.get(uid) ?? never;
    const ready = conditionOf(pod, 'Ready')?.status === 'True';
    const wasReadyNow = this.readyNow.has(uid);
    if (ready) this.readyNow.add(uid);
    else this.readyNow.delete(uid);
    // A container that ended takes readiness with it: that is told as what it is.
    const lost = wasReadyNow && !ready && deletionTimestamp === undefined && allRun(pod);
    this.histories.set(uid, {
      wasReady: before.wasReady || ready,
      losses: before.losses + (lost ? 1 : 0),
    });
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

  /** How a container ended last, as far as it was seen. */
  endOf(uid: string, container: string): unknown {
    return this.ends.get(`${uid}/${container}`);
  }

  private kind(kind: string): Map<string, KubeObject> {
    const found = this.objects.get(kind) ?? new Map<string, KubeObject>();
    this.objects.set(kind, found);
    return found;
  }

  all(kind: string): KubeObject[] {
    return [...this.kind(kind).values()];
  }

  find({ kind, namespace, name }: Ref): KubeObject | undefined {
    return this.all(kind).find(
      ({ metadata }) =>
        metadata.name === name && (namespace === undefined || metadata.namespace === namespace),
    );
  }

  private owned(kind: string, uid: string | undefined): KubeObject[] {
    return this.all(kind).filter(({ metadata }) =>
      metadata.ownerReferences?.some((owner) => owner.uid === uid && owner.controller === true),
    );
  }

  /** All pods of a workload, whatever their revision. */
  podsOf(workload: KubeObject): KubeObject[] {
    if (!hasSets(workload)) return this.owned('Pod', workload.metadata.uid);
    return this.owned('ReplicaSet', workload.metadata.uid).flatMap(({ metadata }) =>
      this.owned('Pod', metadata.uid),
    );
  }

  /** The ReplicaSet of a Deployment's or Rollout's present revision. */
  newReplicaSet(workload: KubeObject): KubeObject | undefined {
    const note = revisionNotes[workload.kind];
    if (note === undefined || !hasSets(workload)) return undefined;
    const revision = revisionOf(workload);
    return this.owned('ReplicaSet', workload.metadata.uid).find(
      (set) => textAt(set, 'metadata', 'annotations', note) === revision,
    );
  }

  /** Whether a pod is of its workload's present revision. */
  isNew(pod: KubeObject, workload: KubeObject, set: KubeObject | undefined): boolean {
    const label = (name: string): string => pod.metadata.labels?.[name] ?? '';
    switch (workload.kind) {
      case 'Deployment':
      case 'Rollout':
        return (
          set !== undefined &&
          pod.metadata.ownerReferences?.some(({ uid }) => uid === set.metadata.uid) === true
        );
      case 'StatefulSet':
        return label('controller-revision-hash') === revisionOf(workload);
      case 'DaemonSet':
        return label('pod-template-generation') === revisionOf(workload);
      default:
        return true;
    }
  }

  /**
   * Events about an object that came or came again since we began. All of them for pods, whose life is short, and for
   * claims, which are only asked while they are pending.
   */
  eventsOf(uid: string | undefined): KubeObject[] {
    const found = [...(this.events.get(uid ?? '')?.values() ?? [])];
    return found.filter(
      (event) =>
        ['Pod', 'PersistentVolumeClaim'].includes(textAt(event, 'involvedObject', 'kind')) ||
        !this.old.has(event.metadata.uid ?? ''),
    );
  }

  historyOf(uid: string): PodHistory {
    return this.histories.get(uid) ?? never;
  }

  logOf(uid: string, container: string): string | undefined {
    return this.logs.get(`${uid}/${container}`);
  }

  /** Ports on which a container answered when asked; undefined: not asked. */
  portsOf(uid: string, container: string): readonly number[] | undefined {
    return this.ports.get(`${uid}/${container}`);
  }

  slownessOf(uid: string, container: string): number | undefined {
    return this.slowness.get(`${uid}/${container}`);
  }

  setSlowness(uid: string, container: string, ms: number): void {
    this.slowness.set(`${uid}/${container}`, ms);
  }

  setPorts(uid: string, container: string, ports: readonly number[]): void {
    this.ports.set(`${uid}/${container}`, ports);
  }

  setLog(uid: string, container: string, text: string): void {
    this.logs.set(`${uid}/${container}`, text);
  }
}

function allRun(pod: KubeObject): boolean {
  return listAt(pod, 'status', 'containerStatuses').every((status) => isJson(at(status, 'state', 'running')));
}
