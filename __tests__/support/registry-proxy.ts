import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http';

/** What the proxy does with a request instead of handing it on; gives whether it did. */
export type Disturb = (request: IncomingMessage, response: ServerResponse) => boolean;

export interface RegistryProxy {
  readonly host: string;
  /** Method and path of every request, in order. */
  readonly requests: string[];
  readonly close: () => Promise<void>;
}

/** A real registry seen through something that misbehaves: an overloaded gateway, a bad line, somebody in between. */
export async function startRegistryProxy(target: string, disturb: Disturb): Promise<RegistryProxy> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    if (disturb(request, response)) return;
    const [hostname, port] = target.split(':');
    const { method, url: path, headers } = request;
    // The registry makes the addresses of its answers out of the host that it is called by.
    const onward = send({ hostname, port, method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.on('error', () => onward.destroy());
    request.pipe(onward);
  });
  server.on('clientError', (_, socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address === null || typeof address === 'string' ? 0 : address.port;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { host: `127.0.0.1:${port}`, requests, close };
}

/** Answers with an error of the registry. */
export function refuses(status: number, code: string, headers: Record<string, string> = {}): Disturb {
  return (request, response) => {
    request.resume();
    response.writeHead(status, { 'retry-after': '0', ...headers });
    response.end(JSON.stringify({ errors: [{ code, message: 'said the registry' }] }));
    return true;
  };
}

/** Asks for name and password by Basic. */
export function asksFor(user: string): Disturb {
  const wanted = `Basic ${Buffer.from(user).toString('base64')}`;
  return (request, response) => {
    if (request.headers.authorization === wanted) return false;
    return refuses(401, 'UNAUTHORIZED', { 'www-authenticate': 'Basic realm="test"' })(request, response);
  };
}
