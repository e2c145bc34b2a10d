import {
  Agent as HttpAgent,
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
} from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { Readable } from 'node:stream';

export interface HttpRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  /** Opened anew at each attempt. Without a size it is sent in chunks, as it comes. */
  readonly body?: { readonly size?: number; readonly open: () => Readable | Buffer };
  readonly signal?: AbortSignal;
  /** Takes the body of a 200 as it comes, for what is too big for memory; the response's own body is empty then. */
  readonly sink?: (body: Readable) => Promise<void>;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** One exchange, no retries, no redirects. Rejects with the system's error when none came about. */
export type Send = (request: HttpRequest) => Promise<HttpResponse>;

/** A registry that says nothing for this long is gone. */
const silenceMs = 60_000;

/** An answer longer than this is no manifest, token or error message. */
const longestAnswer = 16 * 1024 * 1024;

/** Opens connections that are kept for further requests; `close` ends them. */
export function openHttp(env: Readonly<Record<string, string | undefined>>): {
  send: Send;
  close: () => void;
} {
  const options = { keepAlive: true, timeout: silenceMs };
  const plain = new HttpAgent(options);
  // Node 24.5 and later go through the proxy that HTTPS_PROXY and NO_PROXY name.
  const secure = new HttpsAgent({ ...options, proxyEnv: { ...env } });
  return {
    send: (request) => exchange(request, request.url.protocol === 'https:' ? secure : plain),
    close: () => {
      plain.destroy();
      secure.destroy();
    },
  };
}

function exchange(request: HttpRequest, agent: HttpAgent | HttpsAgent): Promise<HttpResponse> {
  return new Promise((resolve, reject) => {
    const send = request.url.protocol === 'https:' ? httpsRequest : httpRequest;
    const empty = request.method === 'POST' || request.method === 'PUT' ? 0 : undefined;
    const length = request.body === undefined ? empty : request.body.size;
    const outgoing = send(request.url, {
      method: request.method,
      agent,
      headers: { ...request.headers, ...(length === undefined ? {} : { 'content-length': String(length) }) },
      ...(request.signal === undefined ? {} : { signal: request.signal }),
    });
    outgoing.setTimeout(silenceMs, () => outgoing.destroy(new Error(`no answer for ${silenceMs / 1000} s`)));
    outgoing.on('error', reject);
    outgoing.on('response', (incoming) => received(incoming, request.sink).then(resolve, reject));
    const body = request.body?.open();
    if (body === undefined || Buffer.isBuffer(body)) outgoing.end(body);
    else {
      body.on('error', (error) => outgoing.destroy(error));
      outgoing.on('close', () => body.destroy());
      body.pipe(outgoing);
    }
  });
}

async function received(incoming: IncomingMessage, sink: HttpRequest['sink']): Promise<HttpResponse> {
  if (sink === undefined || incoming.statusCode !== 200) return collect(incoming);
  await sink(incoming);
  return { status: 200, headers: incoming.headers, body: Buffer.alloc(0) };
}

async function collect(incoming: IncomingMessage): Promise<HttpResponse> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of incoming) {
    const bytes = Buffer.from(part);
    length += bytes.length;
    if (length > longestAnswer) throw new Error('the answer is longer than 16 MiB');
    parts.push(bytes);
  }
  return { status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(parts) };
}
