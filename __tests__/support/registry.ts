import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a registry of the tests behaves. */
export interface Behaviour {
  /** `user:password` that is asked for, by Basic or by the token protocol. */
  readonly login?: { readonly scheme: 'basic' | 'bearer'; readonly user: string };
  /** Answers with this instead, as long as it gives one. */
  readonly disturb?: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** Keeps another manifest than the one that was sent. */
  readonly rewritesManifests?: boolean;
}

export interface TestRegistry {
  readonly host: string;
  readonly blobs: Map<string, Buffer>;
  readonly manifests: Map<string, Buffer>;
  /** Uploads that were begun and neither finished nor dropped: what each holds by now. */
  readonly uploads: Map<string, Buffer>;
  /** Method and path of every request, in order. */
  readonly requests: string[];
  readonly close: () => Promise<void>;
}

/**
 * A registry that refuses what the distribution specification refuses: blobs whose bytes don't have their digest, and
 * manifests that name blobs it does not have.
 */
export async function startRegistry(behaviour: Behaviour = {}): Promise<TestRegistry> {
  const blobs = new Map<string, Buffer>();
  const manifests = new Map<string, Buffer>();
  const uploads = new Map<string, Buffer>();
  const requests: string[] = [];
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    requests.push(`${request.method} ${url.pathname}`);
    if (behaviour.disturb?.(request, response) === true) return;
    const body = await bodyOf(request);
    if (url.pathname === '/token') return token(request, response, behaviour);
    if (!allowed(request, response, behaviour)) return;
    const [, kind = '', reference = ''] = /^\/v2\/.+?\/(blobs|manifests)\/(.*)$/.exec(url.pathname) ?? [];
    if (kind === 'blobs') answerBlob({ blobs, uploads }, request, response, url, reference, body);
    else if (kind === 'manifests')
      answerManifest({ blobs, manifests }, behaviour, request, response, reference, body);
    else response.writeHead(url.pathname === '/v2/' ? 200 : 404).end();
  };
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address === null || typeof address === 'string' ? 0 : portOf(address);
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { host: `127.0.0.1:${port}`, blobs, manifests, uploads, requests, close };
}

interface Store {
  readonly blobs: Map<string, Buffer>;
  readonly manifests: Map<string, Buffer>;
}

function answerBlob(
  { blobs, uploads }: Pick<TestRegistry, 'blobs' | 'uploads'>,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  reference: string,
  body: Buffer,
): void {
  const upload = url.pathname;
  const held = Buffer.concat([uploads.get(upload) ?? Buffer.alloc(0), body]);
  if (request.method === 'POST') {
    const begun = `${upload}${randomUUID()}`;
    uploads.set(begun, body);
    response.writeHead(202, { location: `${begun}?state=x` }).end();
  } else if (request.method === 'PATCH') {
    uploads.set(upload, held);
    response.writeHead(202, { location: `${upload}?state=y` }).end();
  } else if (request.method === 'DELETE') response.writeHead(uploads.delete(upload) ? 204 : 404).end();
  else if (request.method === 'PUT') {
    const digest = url.searchParams.get('digest') ?? '';
    if (digestOf(held) !== digest) refuse(response, 400, 'DIGEST_INVALID');
    else {
      uploads.delete(upload);
      blobs.set(digest, held);
      response.writeHead(201).end();
    }
  } else {
    const found = blobs.get(reference);
    response.writeHead(found === undefined ? 404 : 200).end(request.method === 'GET' ? found : undefined);
  }
}

function answerManifest(
  store: Store,
  behaviour: Behaviour,
  request: IncomingMessage,
  response: ServerResponse,
  reference: string,
  body: Buffer,
): void {
  const found = store.manifests.get(reference);
  if (request.method === 'PUT') keepManifest(store, behaviour, response, reference, body);
  else if (found === undefined) refuse(response, 404, 'MANIFEST_UNKNOWN');
  else response.writeHead(200).end(found);
}

function keepManifest(
  { blobs, manifests }: Store,
  behaviour: Behaviour,
  response: ServerResponse,
  reference: string,
  body: Buffer,
): void {
  const named = [...body.toString().matchAll(/"digest":"(sha256:[0-9a-f]+)"/g)].map(
    (match) => match[1] ?? '',
  );
  if (!named.every((one) => blobs.has(one) || manifests.has(one))) {
    refuse(response, 400, 'MANIFEST_BLOB_UNKNOWN');
    return;
  }
  const kept = behaviour.rewritesManifests === true ? Buffer.concat([body, Buffer.from(' ')]) : body;
  manifests.set(reference, kept);
  response.writeHead(201, { 'docker-content-digest': digestOf(body) }).end();
}

function portOf(address: AddressInfo): number {
  return address.port;
}

function digestOf(bytes: Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status).end(JSON.stringify({ errors: [{ code, message: `it is ${code}` }] }));
}

function token(request: IncomingMessage, response: ServerResponse, { login }: Behaviour): void {
  if (request.headers.authorization !== basic(login?.user)) refuse(response, 401, 'UNAUTHORIZED');
  else response.writeHead(200).end(JSON.stringify({ token: 'the-token' }));
}

function allowed(request: IncomingMessage, response: ServerResponse, { login }: Behaviour): boolean {
  if (login === undefined) return true;
  const wanted = login.scheme === 'basic' ? basic(login.user) : 'Bearer the-token';
  if (request.headers.authorization === wanted) return true;
  const challenge =
    login.scheme === 'basic'
      ? 'Basic realm="test"'
      : `Bearer realm="http://${request.headers.host}/token",service="test",scope="x"`;
  response.writeHead(401, { 'www-authenticate': challenge }).end();
  return false;
}

function basic(user: string | undefined): string {
  return `Basic ${Buffer.from(user ?? '').toString('base64')}`;
}
