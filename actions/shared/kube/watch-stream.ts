import type { IncomingMessage } from 'node:http';
import { createInterface } from 'node:readline';
import { messageOf } from '../errors/user-error.ts';
import { collectionPath, query, selectors } from './discovery.ts';
import { errorOf, KubeError, unreachable } from './errors.ts';
import type { Http } from './http.ts';
import type { Resource, Selection, WatchEvent } from './types.ts';
import { at, isKubeObject, numberAt, textAt } from './values.ts';

export interface Stream {
  readonly http: Http;
  readonly resource: Resource;
  readonly options: Selection;
  readonly signal: AbortSignal;
}

/** One watch until its connection ends. Without a version it begins with what there is. */
export async function* follow(
  watching: Stream,
  resourceVersion: string | undefined,
): AsyncGenerator<WatchEvent> {
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

async function bodyOf(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of answer) chunks.push(Buffer.from(chunk));
  } catch (error) {
    throw unreachable(messageOf(error));
  }
  return Buffer.concat(chunks).toString();
}
