import { createServer } from 'node:net';
import { numberAt } from '../json.ts';

/** Below the range the kernel takes outgoing ports from, and below the NodePorts: nobody takes one by accident. */
const FIRST = 18_000;
const LAST = 29_999;

export const PORT_NAMES = [
  'apiServer',
  'controllerManager',
  'envoyAdmin',
  'etcd',
  'etcdPeer',
  'gateway',
  'istiodControl',
  'istiodHttp',
  'istiodMonitoring',
  'istiodXds',
  'kubeProxyHealth',
  'kubeProxyMetrics',
  'kubelet',
  'kubeletHealth',
  'prometheus',
  'registry',
  'scheduler',
] as const;

export type PortName = (typeof PORT_NAMES)[number];
export type Ports = Readonly<Record<PortName, number>>;

/** Whether nothing listens on the port at any address. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '0.0.0.0', exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/**
 * A port for every name. One of an earlier run is kept when it is still free (`usable` says so): addresses in a cluster
 * that was stopped and comes back stay true.
 */
export async function choosePorts(
  earlier: Partial<Ports>,
  usable: (port: number) => Promise<boolean> = isFree,
  random: () => number = Math.random,
): Promise<Ports> {
  const taken = new Set(Object.values(earlier));
  const choose = async (name: PortName): Promise<number> => {
    const known = earlier[name];
    if (known !== undefined && (await usable(known))) return known;
    for (let tries = 0; tries < 1_000; tries++) {
      const port = FIRST + Math.floor(random() * (LAST - FIRST + 1));
      if (taken.has(port)) continue;
      taken.add(port);
      if (await usable(port)) return port;
    }
    throw new Error(`no free port between ${FIRST} and ${LAST} was found for ${name}`);
  };
  return {
    apiServer: await choose('apiServer'),
    controllerManager: await choose('controllerManager'),
    envoyAdmin: await choose('envoyAdmin'),
    etcd: await choose('etcd'),
    etcdPeer: await choose('etcdPeer'),
    gateway: await choose('gateway'),
    istiodControl: await choose('istiodControl'),
    istiodHttp: await choose('istiodHttp'),
    istiodMonitoring: await choose('istiodMonitoring'),
    istiodXds: await choose('istiodXds'),
    kubeProxyHealth: await choose('kubeProxyHealth'),
    kubeProxyMetrics: await choose('kubeProxyMetrics'),
    kubelet: await choose('kubelet'),
    kubeletHealth: await choose('kubeletHealth'),
    prometheus: await choose('prometheus'),
    registry: await choose('registry'),
    scheduler: await choose('scheduler'),
  };
}

/** The ports an earlier run chose, from the text of its note; names it doesn't hold are left out. */
export function parsePorts(value: unknown): Partial<Ports> {
  const known = PORT_NAMES.map((name) => [name, numberAt(value, name)] as const);
  return Object.fromEntries(known.filter(([, port]) => Number.isInteger(port)));
}
