import type { KubeObject, Ref, WatchEvent } from '../../kube/types.ts';
import { textAt } from '../../kube/values.ts';
import type { EventFact } from '../facts/types.ts';
import { hasSets, revisionNotes, revisionOf } from '../workload.ts';
import { Events } from './events.ts';
import { Histories, type PodHistory } from './histories.ts';
import { leanOf } from './lean.ts';
import type { Learnt } from './learnt.ts';
import { Objects } from './objects.ts';
import { type Scaling, Writers } from './writers.ts';

const goneKept = 3;

/** What the watches have told so far, and what was asked beside. Holds no clock and makes no requests. */
export class World {
  private readonly objects = new Objects();
  private readonly events = new Events();
  private readonly histories = new Histories();
  private readonly writers = new Writers();
  private readonly learnt = new Map<string, Learnt>();
  private readonly deleted = new Set<string>();
  /** Pods of Jobs that are gone, by the uid of the Job. */
  private readonly gone = new Map<string, KubeObject[]>();
  private readonly changes = new Map<string, number>();
  /** Changes that may concern everybody. */
  private common = 0;

  /** Takes a change in. `initial`: it was there before we began. */
  take({ type, object }: WatchEvent, initial: boolean): void {
    if (type === 'BOOKMARK') return;
    const { uid = '', managedFields: owners = [] } = object.metadata;
    if (object.kind === 'Event') {
      this.events.take(object, type, initial);
      this.changed(textAt(object, 'involvedObject', 'uid'), textAt(object, 'involvedObject', 'kind'));
      return;
    }
    const before = this.objects.byUid(object.kind, uid);
    const lean = leanOf(object, before);
    this.writers.take(before, lean, owners);
    if (type === 'DELETED') this.forget(lean);
    else this.objects.put(lean);
    if (object.kind === 'Pod' && type !== 'DELETED') this.histories.remember(lean, initial);
    this.changed(uid, object.kind);
  }

  private forget(object: KubeObject): void {
    this.objects.remove(object);
    this.deleted.add(object.metadata.uid ?? '');
    const job = object.metadata.ownerReferences?.find(({ kind }) => kind === 'Job');
    if (object.kind === 'Pod' && job !== undefined)
      this.gone.set(job.uid, [...this.goneFrom(job.uid), object].slice(-goneKept));
  }

  private changed(uid: string, kind: string): void {
    // Claims are no workload's own.
    if (kind === 'PersistentVolumeClaim') this.common += 1;
    for (const one of this.objects.lineOf(uid)) this.changes.set(one, (this.changes.get(one) ?? 0) + 1);
  }

  /** Grows with every change that may concern a workload: itself, what it owns, and events about those. */
  versionOf(uid: string | undefined): number {
    return this.common + (this.changes.get(uid ?? '') ?? 0);
  }

  /** The field manager that wrote last into the pod template of a workload. */
  writerOf(uid: string | undefined): string | undefined {
    return this.writers.ofTemplate(uid);
  }

  isDeleted(uid: string | undefined): boolean {
    return this.deleted.has(uid ?? '');
  }

  scalingsOf(uid: string | undefined): readonly Scaling[] {
    return this.writers.scalingsOf(uid);
  }

  /** How a container ended last, as far as it was seen. */
  endOf(uid: string, container: string): unknown {
    return this.histories.endOf(uid, container);
  }

  /** See `Histories.endsBeforeOf`. */
  endsBeforeOf(uid: string, container: string): number {
    return this.histories.endsBeforeOf(uid, container);
  }

  /** Whether a pod had ended for good before we began. */
  wasOver(uid: string | undefined): boolean {
    return this.histories.wasOver(uid ?? '');
  }

  historyOf(uid: string): PodHistory {
    return this.histories.of(uid);
  }

  isScheduler(name: string): boolean {
    return this.histories.isScheduler(name);
  }

  all(kind: string): KubeObject[] {
    return this.objects.all(kind);
  }

  find(ref: Ref): KubeObject | undefined {
    return this.objects.byName(ref);
  }

  /** All pods of a workload, whatever their revision. */
  podsOf(workload: KubeObject): KubeObject[] {
    const { uid } = workload.metadata;
    if (workload.kind === 'Pod') return [workload];
    if (!hasSets(workload)) return this.objects.ownedBy('Pod', uid);
    const sets = this.objects.ownedBy('ReplicaSet', uid);
    return sets.flatMap(({ metadata }) => this.objects.ownedBy('Pod', metadata.uid));
  }

  /** Pods of a Job that were removed while we watched; the last ones. */
  goneFrom(uid: string | undefined): readonly KubeObject[] {
    return this.gone.get(uid ?? '') ?? [];
  }

  /** The ReplicaSet of a Deployment's or Rollout's present revision. */
  newReplicaSet(workload: KubeObject): KubeObject | undefined {
    const note = revisionNotes[workload.kind];
    if (note === undefined || !hasSets(workload)) return undefined;
    const revision = revisionOf(workload);
    return this.objects
      .ownedBy('ReplicaSet', workload.metadata.uid)
      .find((set) => textAt(set, 'metadata', 'annotations', note) === revision);
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

  /** See `Events.of`; of a pod that was well when we began only what was said since. */
  eventsOf(uid: string | undefined): EventFact[] {
    return this.events.of(uid, this.histories.wasWell(uid ?? ''));
  }

  learntOf(uid: string, container: string): Learnt {
    return this.learnt.get(`${uid}/${container}`) ?? {};
  }

  /** Adds what was learnt about a container. */
  learn(uid: string, container: string, what: Learnt): void {
    this.learnt.set(`${uid}/${container}`, { ...this.learntOf(uid, container), ...what });
    this.changed(uid, 'Pod');
  }
}
