import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../action/log.ts';
import { KubeError } from './errors.ts';
import type { Http } from './http.ts';
import { listAll } from './list.ts';
import type { KubeObject, Resource, Selection, WatchEvent } from './types.ts';
import { follow } from './watch-stream.ts';

export interface Watching {
  readonly http: Http;
  readonly resource: Resource;
  readonly options: Selection & { resourceVersion?: string };
  readonly signal: AbortSignal;
  readonly log: Log;
  /** Whether to ask for what there is in the watch itself; see `streams`. */
  readonly streaming: boolean;
}

/** Statuses that no waiting mends. */
const final = new Set([400, 401, 403, 404, 405]);

/** List and watch for as long as `signal` lives; see `Kube.watch`. */
export async function* watchKind(watching: Watching): AsyncGenerator<WatchEvent> {
  const { options, signal } = watching;
  const known = new Map<string, KubeObject>();
  let version = options.resourceVersion;
  let failures = 0;
  while (!signal.aborted) {
    try {
      if (version === undefined && !streams(watching)) {
        const listed = await listAll(watching.http, watching.resource, options);
        yield* differences(known, listed.items);
        version = listed.resourceVersion;
        yield bookmark(watching.resource, version);
      }
      // Undefined when all there was is known; else what the stream has told of it so far.
      let initial: KubeObject[] | undefined = version === undefined ? [] : undefined;
      for await (const event of follow(watching, version)) {
        failures = 0;
        if (initial !== undefined && !endsInitial(event)) {
          initial = taken(initial, event);
          continue;
        }
        version = event.object.metadata.resourceVersion ?? version;
        if (initial !== undefined) {
          yield* differences(known, initial);
          initial = undefined;
          yield bookmark(watching.resource, version ?? '');
        }
        if (event.type === 'BOOKMARK') continue;
        remember(known, event);
        yield event;
      }
    } catch (error) {
      if (signal.aborted) return;
      if (version === undefined && refusesStream(error)) {
        lists.add(watching.http);
        continue;
      }
      if (!(error instanceof KubeError) || final.has(error.status)) throw error;
      // Gone: the server has forgotten that version, so what happened since is read from a new list.
      if (error.status === 410) version = undefined;
      if (failures === 2)
        watching.log.info(`Watching ${watching.resource.plural}: ${error.message}; trying on.`);
      failures += 1;
    }
    if (failures > 0)
      await pause(Math.min(3000, 100 * 2 ** failures), undefined, { signal }).catch(() => undefined);
  }
}

/** Servers that are known to want a list first. */
const lists = new WeakSet<Http>();

/**
 * Whether the server tells what there is in the watch itself, in one request instead of two and without a page of
 * everything in its memory (https://kubernetes.io/docs/reference/using-api/api-concepts/#streaming-lists). One that can't
 * refuses the wish: newer ones `sendInitialEvents`, those before 1.27 `resourceVersionMatch`.
 */
function streams({ http, streaming }: Watching): boolean {
  return streaming && !lists.has(http);
}

function refusesStream(error: unknown): boolean {
  return error instanceof KubeError && /sendInitialEvents|resourceVersionMatch/.test(error.message);
}

function taken(initial: KubeObject[], { type, object }: WatchEvent): KubeObject[] {
  if (type === 'BOOKMARK') return initial;
  if (type === 'DELETED') return initial.filter((one) => keyOf(one) !== keyOf(object));
  initial.push(object);
  return initial;
}

const endMark = 'k8s.io/initial-events-end';

function endsInitial({ type, object }: WatchEvent): boolean {
  return type === 'BOOKMARK' && object.metadata.annotations?.[endMark] === 'true';
}

const keyOf = ({ metadata }: KubeObject): string => `${metadata.namespace ?? ''}/${metadata.name ?? ''}`;

function remember(known: Map<string, KubeObject>, { type, object }: WatchEvent): void {
  if (type === 'DELETED') known.delete(keyOf(object));
  else known.set(keyOf(object), identityOf(object));
}

/** What is kept of an object to tell later that it has changed or gone: of thousands it would be a lot. */
function identityOf({ apiVersion, kind, metadata }: KubeObject): KubeObject {
  const { name, namespace, uid, resourceVersion, ownerReferences } = metadata;
  return {
    apiVersion,
    kind,
    metadata: {
      ...(name === undefined ? {} : { name }),
      ...(namespace === undefined ? {} : { namespace }),
      ...(uid === undefined ? {} : { uid }),
      ...(resourceVersion === undefined ? {} : { resourceVersion }),
      ...(ownerReferences === undefined ? {} : { ownerReferences }),
    },
  };
}

/** What a new list changes against what was known: everything at first, only the differences after a gap. */
function* differences(known: Map<string, KubeObject>, items: readonly KubeObject[]): Generator<WatchEvent> {
  const now = new Map(items.map((item) => [keyOf(item), item]));
  for (const [key, object] of [...known]) {
    const next = now.get(key);
    if (next !== undefined && next.metadata.uid === object.metadata.uid) continue;
    known.delete(key);
    yield { type: 'DELETED', object };
  }
  for (const [key, object] of now) {
    const before = known.get(key);
    if (before?.metadata.resourceVersion === object.metadata.resourceVersion && before !== undefined)
      continue;
    known.set(key, identityOf(object));
    yield { type: before === undefined ? 'ADDED' : 'MODIFIED', object };
  }
}

function bookmark({ apiVersion, kind }: Resource, resourceVersion: string): WatchEvent {
  return { type: 'BOOKMARK', object: { apiVersion, kind, metadata: { resourceVersion } } };
}
