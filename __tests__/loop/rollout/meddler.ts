import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Agent, request } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { parse } from 'yaml';
import { textAt } from '../../../actions/shared/kube/values.ts';

/** A request on its way to the API server. */
export interface Passing {
  readonly method: string;
  readonly path: string;
  /** One that changes something: no dry run, no question about permissions. */
  readonly writes: boolean;
  readonly watches: boolean;
}

/** What happens to a request: an answer of our own, a cut connection, or nothing (it goes to the API server). */
export type Meddling =
  | { readonly status: number; readonly body: string; readonly headers?: Readonly<Record<string, string>> }
  | 'cut'
  | undefined;

/** The real API server behind a proxy of ours, which counts, delays, answers and cuts. */
export interface Meddler {
  /** A kubeconfig that leads here. */
  readonly kubeconfig: string;
  readonly passed: readonly Passing[];
  /** Set it to meddle; unset, all goes through. */
  meddle: ((passing: Passing) => Meddling | Promise<Meddling>) | undefined;
  /** Called when the API server's answer to a request is complete. */
  answered: ((passing: Passing, status: number) => void) | undefined;
  /** Cuts every connection there is. */
  readonly cut: () => void;
  readonly close: () => Promise<void>;
}

interface Upstream {
  readonly server: string;
  readonly ca: Buffer;
  readonly token: string;
}

/** Starts the proxy in front of the cluster of a kubeconfig, as its user, and writes a kubeconfig for it. */
export async function meddleWith(kubeconfig: string, folder: string): Promise<Meddler> {
  const upstream = await upstreamOf(kubeconfig);
  const agent = new Agent({ keepAlive: true, ca: upstream.ca });
  const sockets = new Set<Socket>();
  const passed: Passing[] = [];
  const server = createServer((incoming, outgoing) => {
    const passing = passingOf(incoming);
    passed.push(passing);
    void Promise.resolve(meddler.meddle?.(passing)).then((meddling) => {
      if (meddling === 'cut') incoming.socket.destroy();
      else if (meddling !== undefined)
        outgoing.writeHead(meddling.status, meddling.headers).end(meddling.body);
      else
        forward(incoming, outgoing, {
          upstream,
          agent,
          ended: (status) => meddler.answered?.(passing, status),
        });
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const path = `${folder}/meddler-${portOf(server.address())}.kubeconfig`;
  await writeFile(path, kubeconfigFor(portOf(server.address())));
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const meddler: Meddler = {
    kubeconfig: path,
    passed,
    meddle: undefined,
    answered: undefined,
    cut,
    close: async () => {
      cut();
      agent.destroy();
      server.close();
      await once(server, 'close');
    },
  };
  return meddler;
}

const portOf = (address: string | AddressInfo | null): number =>
  typeof address === 'object' && address !== null ? address.port : 0;

function kubeconfigFor(port: number): string {
  return `apiVersion: v1
kind: Config
clusters: [{ name: bed, cluster: { server: "http://127.0.0.1:${port}" } }]
users: [{ name: bed, user: {} }]
contexts: [{ name: bed, context: { cluster: bed, user: bed } }]
current-context: bed
`;
}

async function upstreamOf(kubeconfig: string): Promise<Upstream> {
  const config: unknown = parse(await readFile(kubeconfig, 'utf8'));
  const cluster = (field: string): string => textAt(config, 'clusters', 0, 'cluster', field);
  return {
    server: cluster('server'),
    ca: Buffer.from(cluster('certificate-authority-data'), 'base64'),
    token: textAt(config, 'users', 0, 'user', 'token'),
  };
}

function passingOf({ method = 'GET', url = '/' }: IncomingMessage): Passing {
  const changes = ['POST', 'PUT', 'PATCH', 'DELETE'].includes(method);
  const asks = url.includes('dryRun=All') || url.includes('selfsubjectaccessreviews');
  return { method, path: url, writes: changes && !asks, watches: url.includes('watch=true') };
}

interface Forwarding {
  readonly upstream: Upstream;
  readonly agent: Agent;
  readonly ended: (status: number) => void;
}

function forward(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { upstream, agent, ended }: Forwarding,
): void {
  const { host: _host, authorization: _own, ...headers } = incoming.headers;
  const sent = request(
    upstream.server + (incoming.url ?? '/'),
    { method: incoming.method, headers: { ...headers, authorization: `Bearer ${upstream.token}` }, agent },
    (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
      answer.on('end', () => ended(answer.statusCode ?? 0));
      answer.on('error', () => outgoing.destroy());
    },
  );
  sent.on('error', () => outgoing.destroy());
  outgoing.on('close', () => sent.destroy());
  incoming.pipe(sent);
}

/** A refusal in the API server's own form. */
export function refusal(
  code: number,
  reason: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
) {
  const status = { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, reason, code };
  return {
    status: code,
    body: JSON.stringify(status),
    headers: { 'Content-Type': 'application/json', ...headers },
  };
}
