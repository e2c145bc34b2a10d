import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { stringify } from 'yaml';
import type { Bed } from '../../../../testbed/bed.ts';
import { NODE_ADDRESS } from '../../../../testbed/machine/network.ts';
import { image } from '../../../../testbed/oci/image.ts';
import { push } from '../../../../testbed/oci/push.ts';
import { tar } from '../../../../testbed/oci/tar.ts';
import { toolPath } from '../../../../testbed/tools/ensure.ts';

const run = promisify(execFile);

/** A controller of others that the tests run: the real program, as a pod of the bed, for one namespace. */
export interface Controller {
  /** How many of it there are: none is a controller that is away. */
  readonly scale: (replicas: number) => Promise<void>;
  readonly end: () => Promise<void>;
}

interface Program {
  readonly binary: string;
  /** Its definitions, beside the binary. */
  readonly crds: readonly string[];
  readonly args: readonly string[];
}

/** Argo Rollouts for one namespace. */
export const startArgoRollouts = (bed: Bed, namespace: string): Promise<Controller> =>
  start(bed, namespace, {
    binary: 'rollouts-controller',
    crds: ['rollout', 'analysis-run', 'analysis-template', 'cluster-analysis-template', 'experiment'].map(
      (name) => `crds/${name}-crd.yaml`,
    ),
    args: ['--namespaced', '--namespace', namespace, '--leader-elect=false'],
  });

/** Flagger for one namespace, looking as often as it can. */
export const startFlagger = (bed: Bed, namespace: string, prometheus: string): Promise<Controller> =>
  start(bed, namespace, {
    binary: 'flagger',
    crds: ['crds.yaml'],
    args: [
      '-namespace',
      namespace,
      '-mesh-provider',
      'istio',
      '-metrics-server',
      prometheus,
      '-control-loop-interval',
      '1s',
    ],
  });

async function start(bed: Bed, namespace: string, { binary, crds, args }: Program): Promise<Controller> {
  const path = await toolPath(binary);
  const kubectl = async (...words: readonly string[]): Promise<void> => {
    await run(bed.kubectl, ['--kubeconfig', bed.kubeconfig, '--namespace', namespace, ...words]);
  };
  for (const file of crds) {
    await kubectl('apply', '--server-side', '--filename', join(dirname(path), '..', 'share', file));
  }
  const reference = await pushed(bed, path, binary);
  await kubectl('create', 'serviceaccount', 'controller');
  const account = `--serviceaccount=${namespace}:controller`;
  await kubectl('create', 'clusterrolebinding', namespace, '--clusterrole=cluster-admin', account);
  await applyText(bed, namespace, stringify(deployment(reference, binary, args)));
  await kubectl('rollout', 'status', 'deployment/controller', '--timeout=60s');
  return {
    scale: async (replicas) => {
      await kubectl('scale', 'deployment/controller', `--replicas=${replicas}`);
      if (replicas === 0)
        await kubectl('wait', '--for=delete', 'pods', '--selector=app=controller', '--timeout=60s');
    },
    end: () => kubectl('delete', 'clusterrolebinding', namespace),
  };
}

async function pushed(bed: Bed, path: string, name: string): Promise<string> {
  const layer = tar([{ kind: 'file', path: name, content: await readFile(path), mode: 0o755 }]);
  const built = image([layer], { Entrypoint: [`/${name}`], User: '65532:65532' });
  const repository = `seatrial-test/${name}`;
  return `${bed.registry}/${repository}@${await push(built, bed.registry, repository, 'latest')}`;
}

function deployment(reference: string, name: string, args: readonly string[]): object {
  const labels = { app: 'controller' };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'controller', labels },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          serviceAccountName: 'controller',
          containers: [{ name, image: reference, args }],
        },
      },
    },
  };
}

/** Applies objects in a namespace. */
export async function applyText(bed: Bed, namespace: string, text: string): Promise<void> {
  const child = run(bed.kubectl, [
    '--kubeconfig',
    bed.kubeconfig,
    '--namespace',
    namespace,
    'apply',
    '--filename=-',
  ]);
  child.child.stdin?.end(text);
  await child;
}

/** Prometheus listens on loopback; pods reach it by the node's address, through this. */
export async function forPods(url: string): Promise<{ readonly url: string; readonly close: () => void }> {
  const { hostname, port } = new URL(url);
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    const ahead = connect(Number(port), hostname);
    for (const end of [socket, ahead]) open.add(end.on('close', () => open.delete(end)));
    socket.on('error', () => ahead.destroy());
    ahead.on('error', () => socket.destroy());
    socket.pipe(ahead).pipe(socket);
  });
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject).listen(0, NODE_ADDRESS, resolve);
  });
  const address = server.address();
  const own = typeof address === 'object' && address !== null ? address.port : 0;
  const close = (): void => {
    server.close();
    for (const socket of open) socket.destroy();
  };
  return { url: `http://${NODE_ADDRESS}:${own}`, close };
}
