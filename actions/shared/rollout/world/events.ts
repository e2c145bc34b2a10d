import type { KubeObject, WatchEvent } from '../../kube/types.ts';
import { textAt } from '../../kube/values.ts';
import { eventFact } from '../facts/events.ts';
import type { EventFact } from '../facts/types.ts';

/** Events of these come with the life of what they are about, which is short or only asked about while it is pending. */
const shortLived = new Set(['Pod', 'PersistentVolumeClaim']);

/** What the cluster's components have said, by the object it is about: only what is ever told of it, of thousands of pods. */
export class Events {
  private readonly about = new Map<string, Map<string, EventFact>>();
  /** Of earlier rollouts, perhaps. */
  private readonly old = new Set<string>();
  /** Of short-lived objects, from before we began. */
  private readonly early = new Set<string>();

  /** `initial`: it was there before we began. */
  take(event: KubeObject, type: WatchEvent['type'], initial: boolean): void {
    // An event about a lasting object may be of an earlier rollout, unless it comes again.
    const key = `${event.metadata.uid}`;
    const kept = shortLived.has(textAt(event, 'involvedObject', 'kind')) ? this.early : this.old;
    if (initial) kept.add(key);
    else kept.delete(key);
    if (type === 'DELETED') return;
    const about = textAt(event, 'involvedObject', 'uid');
    const known = this.about.get(about) ?? new Map<string, EventFact>();
    // What came last stands last, also when it came before.
    known.delete(key);
    known.set(key, eventFact(event));
    this.about.set(about, known);
  }

  /** Events about an object that came or came again since we began; of short-lived ones all, unless only `since` then. */
  of(uid: string | undefined, since: boolean): EventFact[] {
    const found = [...(this.about.get(uid ?? '') ?? [])];
    const isLeftOut = (key: string): boolean => this.old.has(key) || (since && this.early.has(key));
    return found.flatMap(([key, fact]) => (isLeftOut(key) ? [] : [fact]));
  }
}
