import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Home } from '../home.ts';
import type { PortName, Ports } from '../machine/ports.ts';

export const CLUSTER_NAME = 'seatrial';

/** The container that is the node. */
export const NODE_CONTAINER = `${CLUSTER_NAME}-control-plane`;

/** Of the parts beside the cluster: what this machine has to reach. The API server's port kind maps by itself. */
const MAPPED: readonly PortName[] = ['registry', 'gateway', 'prometheus', 'envoyAdmin', 'istiodHttp'];

/** Where containerd looks for how to reach a registry. */
export const registriesFolder = (home: Home): string => join(home.config, 'registries');

/**
 * One node. Everything beside the cluster runs in its network, so an address such as `127.0.0.1:PORT` means the same to
 * the node, to the parts and, by the mapped ports, to this machine; and to this machine alone.
 */
export function kindConfig(home: Home, ports: Ports): string {
  return stringify({
    kind: 'Cluster',
    apiVersion: 'kind.x-k8s.io/v1alpha4',
    name: CLUSTER_NAME,
    networking: { apiServerAddress: '127.0.0.1', apiServerPort: ports.apiServer },
    nodes: [
      {
        role: 'control-plane',
        extraMounts: [
          {
            hostPath: registriesFolder(home),
            containerPath: '/etc/containerd/certs.d',
            readOnly: true,
          },
        ],
        extraPortMappings: MAPPED.map((name) => ({
          containerPort: ports[name],
          hostPort: ports[name],
          listenAddress: '127.0.0.1',
          protocol: 'TCP',
        })),
      },
    ],
  });
}
