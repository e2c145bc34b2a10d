import type { KubeObject, WatchEvent } from '../../kube/types.ts';
import { textAt } from '../../kube/values.ts';

/** Events of these come with the life of what they are about, which is short or only asked about while it is pending. */
const shortLived = new Set(['Pod', 'PersistentVolumeClaim']);

/** What the cluster's components have said, by the object it is about. */
export class Events {
  private readonly about = new Map<string, Map<string, KubeObject>>();
  private readonly old = new Set<string>();

  /** `initial`: it was there before we began. */
  take(event: KubeObject, type: WatchEvent['type'], initial: boolean): void {
    // An event about a lasting object may be of an earlier rollout, unless it comes again.
    const key = `${event.metadata.uid}`;
    if (initial) this.old.add(key);
    else this.old.delete(key);
    if (type === 'DELETED') return;
    const about = textAt(event, 'involvedObject', 'uid');
    const known = this.about.get(about) ?? new Map<string, KubeObject>();
    // What came last stands last, also when it came before.
    known.delete(key);
    known.set(key, event);
    this.about.set(about, known);
  }

  /** Events about an object that came or came again since we began; of short-lived ones all. */
  of(uid: string | undefined): KubeObject[] {
    const found = [...(this.about.get(uid ?? '')?.values() ?? [])];
    return found.filter(
      (event) =>
        shortLived.has(textAt(event, 'involvedObject', 'kind')) || !this.old.has(event.metadata.uid ?? ''),
    );
  }
}
