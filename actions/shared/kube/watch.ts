import type { IncomingMessage } from 'node:http';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../action/log.ts';
import { messageOf } from '../errors/user-error.ts';
import { collectionPath, query, selectors } from './discovery.ts';
import { errorOf, KubeError, unreachable } from './errors.ts';
import type { Http } from './http.ts';
import { listAll } from './list.ts';
import type { KubeObject, Resource, Selection, WatchEvent } from './types.ts';
import { at, isKubeObject, numberAt, textAt } from './values.ts';

export interface Watching {
  readonly http: Http;
  readonly resource: Resource;
  readonly options: Selection & { resourceVersion?: string };
  readonly signal: AbortSignal;
  readonly log: Log;
  /** The server's minor version; 0: not known. */
  readonly minor: number;
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
 * everything in its memory (https://kubernetes.io/docs/reference/using-api/api-concepts/#streaming-lists).
 */
function streams({ http, minor }: Watching): boolean {
  return minor >= streamsSince && !lists.has(http);
}

/** 1.32: until then a server may ignore the wish, and nothing would tell the end of what there is. */
const streamsSince = 32;

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

async function* follow(watching: Watching, resourceVersion: string | undefined): AsyncGenerator<WatchEvent> {
  const { http, resource, options, signal } = watching;
  const path = `${collectionPath(resource, options.namespace)}${query({
    ...selectors(options),
    watch: true,
    allowWatchBookmarks: true,
    resourceVersion,
    ...(resourceVersion === undefined
      ? { sendInitialEvents: true, resourceVersionMatch: 'NotOlderThan' }
      : {}),
  })}`;
  const answer = await http.stream(path, signal);
  if (answer.statusCode !== 200) {
    throw errorOf(answer.statusCode ?? 0, await bodyOf(answer), `watch ${resource.plural}`);
  }
  for await (const line of linesOf(answer, signal)) {
    yield eventOf(line, resource);
  }
}

/** Lines until the connection ends, for whatever reason: a cut is no error, the caller goes on from where it was. */
async function* linesOf(answer: IncomingMessage, signal: AbortSignal): AsyncGenerator<string> {
  const lines = createInterface({ input: answer, crlfDelay: Number.POSITIVE_INFINITY });
  answer.on('error', () => lines.close());
  const stop = (): void => {
    lines.close();
    answer.destroy();
  };
  signal.addEventListener('abort', stop, { once: true });
  try {
    for await (const line of lines) {
      if (signal.aborted) return;
      if (line !== '') yield line;
    }
  } catch {
    // Some releases of Node hand a cut connection to whoever reads its lines as an error as well.
  } finally {
    signal.removeEventListener('abort', stop);
    answer.destroy();
  }
}

function eventOf(line: string, resource: Resource): WatchEvent {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    // The connection was cut within a line.
    throw new KubeError('the watch was cut off', { status: 0, reason: 'Cut' });
  }
  const type = textAt(parsed, 'type');
  const object = at(parsed, 'object');
  if (type === 'ERROR') {
    throw errorOf(numberAt(object, 'code') ?? 500, JSON.stringify(object), `watch ${resource.plural}`);
  }
  if (
    (type === 'ADDED' || type === 'MODIFIED' || type === 'DELETED' || type === 'BOOKMARK') &&
    isKubeObject(object)
  ) {
    return { type, object };
  }
  throw new KubeError(`the watch of ${resource.plural} sent what it should not`, {
    status: 0,
    reason: 'Malformed',
  });
}

const keyOf = ({ metadata }: KubeObject): string => `${metadata.namespace ?? ''}/${metadata.name ?? ''}`;

function remember(known: Map<string, KubeObject>, { type, object }: WatchEvent): void {
  if (type === 'DELETED') known.delete(keyOf(object));
  else known.set(keyOf(object), object);
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
    known.set(key, object);
    yield { type: before === undefined ? 'ADDED' : 'MODIFIED', object };
  }
}

function bookmark({ apiVersion, kind }: Resource, resourceVersion: string): WatchEvent {
  return { type: 'BOOKMARK', object: { apiVersion, kind, metadata: { resourceVersion } } };
}

async function bodyOf(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of answer) chunks.push(Buffer.from(chunk));
  } catch (error) {
    throw unreachable(messageOf(error));
  }
  return Buffer.concat(chunks).toString();
}
