import { ConflictError, KubeError } from '../../actions/shared/kube/errors.ts';
import type { Kube, KubeObject, Ref, WatchEvent } from '../../actions/shared/kube/types.ts';
import { isJson, isKubeObject, refOf } from '../../actions/shared/kube/values.ts';

const clusterWide = new Set(['Namespace', 'CustomResourceDefinition', 'ClusterRole']);
const pluralOf = (kind: string): string => `${kind.toLowerCase()}s`;
const keyOf = ({ kind, namespace = '', name }: Ref): string => `${kind} ${namespace}/${name}`;

/**
 * An API server in memory: versions, conflicts, watches, and a log of what was written. Of server-side apply it knows the
 * merge of maps only, of controllers nothing: a test sets the status itself, in `onWrite`.
 */
export class FakeKube implements Kube {
  readonly objects = new Map<string, KubeObject>();
  /** `create Lease shop/a`, in order; dry runs and questions are not writes. */
  readonly writes: string[] = [];
  /** Called after each write; what it gives replaces the object, as a controller would. */
  onWrite: (object: KubeObject) => KubeObject | undefined = () => undefined;
  /** Called before each call; may throw. */
  before: (call: string) => void = () => undefined;
  /** Milliseconds since the epoch, the server's clock. */
  now: () => number;
  private version = 0;
  private readonly listeners = new Set<(event: WatchEvent) => void>();

  constructor(now: () => number = Date.now) {
    this.now = now;
  }

  put(object: KubeObject): KubeObject {
    return this.store(object, 'ADDED');
  }

  resource: Kube['resource'] = async (apiVersion, kind) => ({
    apiVersion,
    kind,
    plural: pluralOf(kind),
    namespaced: !clusterWide.has(kind),
  });

  get: Kube['get'] = async (ref) => {
    this.before(`get ${keyOf(ref)}`);
    return this.objects.get(keyOf(ref));
  };

  list: Kube['list'] = async (_apiVersion, kind, { namespace, labelSelector }) => {
    this.before(`list ${kind}`);
    return this.all(kind, namespace, labelSelector);
  };

  apply: Kube['apply'] = async (object, { dryRun = false }) => {
    this.before(`${dryRun ? 'check' : 'apply'} ${keyOf(refOf(object))}`);
    const live = this.objects.get(keyOf(refOf(object)));
    const merged = asObject(merge(live ?? {}, object));
    if (dryRun) return merged;
    this.writes.push(`apply ${keyOf(refOf(object))}`);
    return this.store(bumped(merged, live), live === undefined ? 'ADDED' : 'MODIFIED');
  };

  create: Kube['create'] = async (object, { dryRun = false } = {}) => {
    if (object.kind === 'SelfSubjectAccessReview') return { ...object, status: { allowed: true } };
    const key = keyOf(refOf(object));
    this.before(`${dryRun ? 'check' : 'create'} ${key}`);
    if (this.objects.has(key)) throw new ConflictError(`${key} exists`, { reason: 'AlreadyExists' });
    if (dryRun) return object;
    this.writes.push(`create ${key}`);
    return this.store(object, 'ADDED');
  };

  replace: Kube['replace'] = async (object) => {
    const key = keyOf(refOf(object));
    this.before(`replace ${key}`);
    const live = this.objects.get(key);
    const { resourceVersion, uid } = object.metadata;
    if (live === undefined) throw new ConflictError(`${key} is gone`, { reason: 'Conflict' });
    if (resourceVersion !== undefined && resourceVersion !== live.metadata.resourceVersion)
      throw new ConflictError(`${key} has changed`, { reason: 'Conflict' });
    if (uid !== undefined && uid !== live.metadata.uid)
      throw new ConflictError(`${key} is another`, { reason: 'Conflict' });
    this.writes.push(`replace ${key}`);
    return this.store(
      bumped({ ...object, metadata: { ...object.metadata, uid: live.metadata.uid ?? '' } }, live),
      'MODIFIED',
    );
  };

  mergePatch: Kube['mergePatch'] = async (ref, patch, { resourceVersion } = {}) => {
    this.before(`patch ${keyOf(ref)}`);
    const live = this.objects.get(keyOf(ref));
    if (live === undefined)
      throw new KubeError(`${keyOf(ref)} not found`, { status: 404, reason: 'NotFound' });
    if (resourceVersion !== undefined && resourceVersion !== live.metadata.resourceVersion)
      throw new ConflictError(`${keyOf(ref)} has changed`, { reason: 'Conflict' });
    this.writes.push(`patch ${keyOf(ref)}`);
    return this.store(bumped(asObject(merge(live, patch)), live), 'MODIFIED');
  };

  remove: Kube['remove'] = async (ref, { uid, resourceVersion } = {}) => {
    const key = keyOf(ref);
    this.before(`delete ${key}`);
    const live = this.objects.get(key);
    if (live === undefined) return false;
    if (uid !== undefined && uid !== live.metadata.uid)
      throw new ConflictError(`${key} is another`, { reason: 'Conflict' });
    if (resourceVersion !== undefined && resourceVersion !== live.metadata.resourceVersion)
      throw new ConflictError(`${key} has changed`, { reason: 'Conflict' });
    this.writes.push(`delete ${key}`);
    this.objects.delete(key);
    this.tell({ type: 'DELETED', object: live });
    return true;
  };

  watch: Kube['watch'] = (_apiVersion, kind, { namespace, labelSelector }, signal) =>
    this.follow(kind, namespace, labelSelector, signal);

  logs: Kube['logs'] = async () => '';
  raw: Kube['raw'] = async () => ({ status: 200, body: '' });
  close: Kube['close'] = async () => undefined;

  private async *follow(
    kind: string,
    namespace: string | undefined,
    selector: string | undefined,
    signal: AbortSignal,
  ): AsyncGenerator<WatchEvent> {
    const queue: WatchEvent[] = this.all(kind, namespace, selector).map((object) => ({
      type: 'ADDED',
      object,
    }));
    queue.push({ type: 'BOOKMARK', object: { apiVersion: 'v1', kind, metadata: {} } });
    let wake: () => void = () => undefined;
    const listen = (event: WatchEvent): void => {
      if (event.object.kind === kind && fits(event.object, namespace, selector)) queue.push(event);
      wake();
    };
    const stop = (): void => wake();
    this.listeners.add(listen);
    signal.addEventListener('abort', stop);
    try {
      while (!signal.aborted) {
        const next = queue.shift();
        if (next !== undefined) yield next;
        else
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
      }
    } finally {
      this.listeners.delete(listen);
      signal.removeEventListener('abort', stop);
    }
  }

  private all(kind: string, namespace: string | undefined, selector: string | undefined): KubeObject[] {
    return [...this.objects.values()].filter(
      (object) => object.kind === kind && fits(object, namespace, selector),
    );
  }

  private store(object: KubeObject, type: 'ADDED' | 'MODIFIED'): KubeObject {
    this.version += 1;
    const time = new Date(this.now()).toISOString();
    const stored: KubeObject = {
      ...object,
      metadata: {
        uid: `uid-${this.version}`,
        generation: 1,
        creationTimestamp: time,
        ...object.metadata,
        resourceVersion: String(this.version),
        managedFields: [{ manager: 'test', operation: 'Apply', time }],
      },
    };
    const seen = this.onWrite(stored) ?? stored;
    this.objects.set(keyOf(refOf(seen)), seen);
    this.tell({ type, object: seen });
    return seen;
  }

  private tell(event: WatchEvent): void {
    for (const listener of this.listeners) listener(event);
  }
}

function fits(object: KubeObject, namespace: string | undefined, selector: string | undefined): boolean {
  if (namespace !== undefined && object.metadata.namespace !== namespace) return false;
  return (selector ?? '').split(',').every((term) => {
    const [key = '', value] = term.split('=');
    if (key === '') return true;
    const label = object.metadata.labels?.[key];
    return value === undefined ? label !== undefined : label === value;
  });
}

/** A change of the spec is a new generation. */
function bumped(object: KubeObject, live: KubeObject | undefined): KubeObject {
  const same = JSON.stringify(object['spec']) === JSON.stringify(live?.['spec']);
  const generation = (live?.metadata.generation ?? 0) + (same && live !== undefined ? 0 : 1);
  return { ...object, metadata: { ...object.metadata, generation } };
}

function merge(old: unknown, now: unknown): unknown {
  if (!isJson(old) || !isJson(now)) return now;
  const merged: Record<string, unknown> = { ...old };
  for (const [key, value] of Object.entries(now)) {
    if (value === null) delete merged[key];
    else if (value !== undefined) merged[key] = merge(old[key], value);
  }
  return merged;
}

function asObject(value: unknown): KubeObject {
  if (isKubeObject(value)) return value;
  throw new Error('no object of Kubernetes');
}
