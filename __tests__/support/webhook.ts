import { createServer } from 'node:http';

export interface Received {
  readonly url: URL;
  readonly type: string | undefined;
  readonly body: unknown;
}

export interface TestWebhook {
  readonly url: string;
  readonly received: Received[];
  readonly close: () => Promise<void>;
}

/** A webhook on loopback that answers as it is told. */
export async function startWebhook(status: number, answer: string): Promise<TestWebhook> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
      const body: unknown = JSON.parse(Buffer.concat(parts).toString());
      received.push({ url, type: request.headers['content-type'], body });
      response.writeHead(status).end(answer.replace('URL', request.url ?? ''));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address === null || typeof address === 'string' ? 0 : address.port;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}/hook/s3cr3t-token?access_token=t0ken-value`, received, close };
}
