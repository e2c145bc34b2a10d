import { join } from 'node:path';
import type { Home } from './home.ts';
import { NODE_ADDRESS } from './machine/network.ts';
import type { Ports } from './machine/ports.ts';

/** Everything the description of a component depends on. */
export interface Plan {
  readonly home: Home;
  readonly ports: Ports;
  /** Absolute path of a tool's binary. Throws when the tool is not there. */
  readonly bin: (name: string) => string;
  /** Where parts listen that this machine reaches: its loopback, or all addresses of the node whose network they share. */
  readonly listen: '127.0.0.1' | '0.0.0.0';
  /** The builder's store. */
  readonly buildRoot: string;
}

export const NODE_NAME = 'seatrial';

export const registryOf = (ports: Ports): string => `127.0.0.1:${ports.registry}`;
export const apiServerUrl = (ports: Ports): string => `https://${NODE_ADDRESS}:${ports.apiServer}`;
export const pauseImage = (ports: Ports): string => `${registryOf(ports)}/seatrial/pause:1`;
export const pkiFolder = (home: Home): string => join(home.state, 'pki');
export const pkiFile = (home: Home, name: string): string => join(pkiFolder(home), name);
export const kubeconfigOf = (home: Home, user: string): string =>
  join(home.config, 'kubeconfig', `${user}.yaml`);
export const containerdSocket = (home: Home): string => join(home.run, 'containerd.sock');
export const buildkitSocket = (home: Home): string => join(home.run, 'buildkitd.sock');
export const targetsFile = (home: Home): string => join(home.run, 'targets', 'pods.json');
