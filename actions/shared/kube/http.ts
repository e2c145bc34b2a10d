import { Agent, type IncomingMessage, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { errorOf, KubeError, notReached, unreachable } from './errors.ts';
import type { RawRequest, RawResponse } from './types.ts';

const answerTimeout = 65_000;

export interface Http {
  /** One request, whatever its answer. */
  raw(path: string, init?: RawRequest): Promise<RawResponse>;
  /** One request whose answer is a success; repeated while that is safe and of use. `what` names it in errors. */
  call(path: string, init: RawRequest & { idempotent: boolean; what: string }): Promise<string>;
  /** An answer that goes on; the caller reads it until it ends or `signal` is aborted. */
  stream(path: string, signal: AbortSignal): Promise<IncomingMessage>;
  close(): void;
}

/** Plain HTTP over the proxy's socket. `patience` bounds the repeats of one call, in milliseconds. */
export function openHttp(socketPath: string, patience = 30_000): Http {
  const agent = new Agent({ keepAlive: true, maxSockets: 12 });
  const streams = new Agent({ keepAlive: false });
  const raw: Http['raw'] = (path, init = {}) => send({ socketPath, agent, path, init });
  return {
    raw,
    call: (path, init) => repeated(() => raw(path, init), init, patience),
    stream: (path, signal) => open(socketPath, streams, path, signal),
    close: () => {
      agent.destroy();
      streams.destroy();
    },
  };
}

interface Sending {
  readonly socketPath: string;
  readonly agent: Agent;
  readonly path: string;
  readonly init: RawRequest;
}

function send({ socketPath, agent, path, init }: Sending): Promise<RawResponse> {
  return new Promise((resolve, reject) => {
    const { method = 'GET', body, headers = {}, timeout = answerTimeout } = init;
    const signal = AbortSignal.timeout(timeout);
    const fail = (error: Error): void =>
      reject(
        signal.aborted
          ? unreachable(`no answer within ${timeout / 1000} s`)
          : unreachable(error.message, error),
      );
    const outgoing = request(
      {
        socketPath,
        agent,
        path,
        method,
        signal,
        headers: {
          Host: 'localhost',
          ...headers,
          ...(body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) }),
        },
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', fail);
        incoming.on('end', () =>
          resolve({
            status: incoming.statusCode ?? 0,
            body: Buffer.concat(chunks).toString(),
            retryAfter: incoming.headers['retry-after'],
          }),
        );
      },
    );
    outgoing.on('error', fail);
    outgoing.end(body);
  });
}

function open(socketPath: string, agent: Agent, path: string, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { socketPath, agent, path, signal, headers: { Host: 'localhost' } },
      (incoming) => resolve(incoming),
    );
    outgoing.on('error', (error) => reject(unreachable(error.message, error)));
    outgoing.end();
  });
}

/** What came of one attempt: an answer, or an error that says whether a repeat is safe and of use. */
type Attempt = { body: string } | { error: KubeError; again: boolean; wait: number };

async function repeated(
  once: () => Promise<RawResponse>,
  init: { idempotent: boolean; what: string },
  patience: number,
): Promise<string> {
  const end = Date.now() + patience;
  let renewed = false;
  for (let attempt = 0; ; attempt += 1) {
    const result: Attempt = await attempted(once, init, attempt);
    if ('body' in result) return result.body;
    // kubectl asks its credential plugin for a new token after a 401, so the next request may pass.
    const renew: boolean = result.error.status === 401 && !renewed;
    renewed = renewed || renew;
    if ((!result.again && !renew) || Date.now() + result.wait > end) throw result.error;
    await pause(result.wait);
  }
}

async function attempted(
  once: () => Promise<RawResponse>,
  { idempotent, what }: { idempotent: boolean; what: string },
  attempt: number,
): Promise<Attempt> {
  const wait = Math.min(4000, 100 * 2 ** attempt);
  try {
    const { status, body, retryAfter } = await once();
    if (status >= 200 && status < 300) return { body };
    const error = errorOf(status, body, what);
    return {
      error,
      again: mayRepeat(status, body, idempotent),
      wait: Math.max(wait, secondsToWait(body, retryAfter) * 1000),
    };
  } catch (error) {
    if (!(error instanceof KubeError)) throw error;
    return { error, again: idempotent, wait };
  }
}

/**
 * Whether a refused call may be sent once more. 429 says that nothing was done, and so does a connection that never
 * came to be; the other server failures leave that open, so only calls that may happen twice are repeated.
 */
function mayRepeat(status: number, body: string, idempotent: boolean): boolean {
  if (status === 429) return true;
  if (/dial tcp .*connection refused/.test(body)) return true;
  if (status === 500) return idempotent && (notReached(body) || /etcdserver|leader changed/.test(body));
  return idempotent && (status === 502 || status === 503 || status === 504);
}

/**
 * Seconds the server asks us to stay away: the header Retry-After, or the same in the body of its Status. An API server
 * that is full says it in the header alone.
 */
function secondsToWait(body: string, header = ''): number {
  const said = /^\d+$/.exec(header)?.[0] ?? /"retryAfterSeconds":\s*(\d+)/.exec(body)?.[1];
  return Number(said ?? 0);
}
