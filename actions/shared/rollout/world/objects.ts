import type { KubeObject, Ref } from '../../kube/types.ts';

type Place = Pick<Ref, 'kind' | 'namespace' | 'name'>;

/** The objects that there are, found by name and by owner without a look at all of them. */
export class Objects {
  private readonly kinds = new Map<string, Map<string, KubeObject>>();
  private readonly names = new Map<string, string>();
  private readonly owned = new Map<string, Set<string>>();
  /** Of each uid the controller's; it stays known when the object is gone. */
  private readonly owners = new Map<string, string>();

  put(object: KubeObject): void {
    const { uid = '', ownerReferences = [] } = object.metadata;
    this.kind(object.kind).set(uid, object);
    this.names.set(keyOf(object), uid);
    const owner = ownerReferences.find(({ controller }) => controller === true)?.uid;
    if (owner === undefined) return;
    this.owners.set(uid, owner);
    const key = `${object.kind} ${owner}`;
    const siblings = this.owned.get(key) ?? new Set();
    this.owned.set(key, siblings.add(uid));
  }

  remove(object: KubeObject): void {
    const { uid = '' } = object.metadata;
    this.kind(object.kind).delete(uid);
    // Another one may stand under its name by now.
    if (this.names.get(keyOf(object)) === uid) this.names.delete(keyOf(object));
    this.owned.get(`${object.kind} ${this.owners.get(uid)}`)?.delete(uid);
  }

  byUid(kind: string, uid: string): KubeObject | undefined {
    return this.kind(kind).get(uid);
  }

  byName({ kind, namespace, name }: Place): KubeObject | undefined {
    const uid = this.names.get(`${kind} ${namespace ?? ''}/${name}`);
    return uid === undefined ? undefined : this.byUid(kind, uid);
  }

  all(kind: string): KubeObject[] {
    return [...this.kind(kind).values()];
  }

  /** Those of a kind whose controller has this uid. */
  ownedBy(kind: string, owner: string | undefined): KubeObject[] {
    const uids = [...(this.owned.get(`${kind} ${owner}`) ?? [])];
    return uids.flatMap((uid) => this.byUid(kind, uid) ?? []);
  }

  /** The uid and, one after the other, those of its controllers. */
  lineOf(uid: string): string[] {
    const line = [uid];
    for (let owner = this.owners.get(uid); owner !== undefined; owner = this.owners.get(owner))
      line.push(owner);
    return line;
  }

  private kind(kind: string): Map<string, KubeObject> {
    const found = this.kinds.get(kind) ?? new Map<string, KubeObject>();
    this.kinds.set(kind, found);
    return found;
  }
}

const keyOf = ({ kind, metadata: { namespace, name } }: KubeObject): string =>
  `${kind} ${namespace ?? ''}/${name ?? ''}`;
