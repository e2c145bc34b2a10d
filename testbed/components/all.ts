import type { Component } from '../component.ts';
import type { Plan } from '../plan.ts';
import { buildkitd } from './buildkit.ts';
import { containerd } from './containerd.ts';
import { apiServer, controllerManager, etcd, scheduler } from './control-plane.ts';
import { envoy, istiod } from './mesh.ts';
import { prometheus, targets } from './metrics.ts';
import { kubelet, kubeProxy } from './node.ts';
import { registry } from './registry.ts';

const CLUSTER = [registry, etcd, apiServer, controllerManager, scheduler, containerd, kubelet, kubeProxy];
const AROUND_IT = [istiod, envoy, prometheus, targets, buildkitd];

/** `cluster` is Kubernetes and its registry; `all` adds mesh, metrics, builds and scans. */
export type Extent = 'cluster' | 'all';

/** The components of the bed, described for `plan`. */
export function components(plan: Plan, extent: Extent): readonly Component[] {
  return [...CLUSTER, ...(extent === 'all' ? AROUND_IT : [])].map((describe) => describe(plan));
}

/** The binaries they run. */
export const CLUSTER_TOOLS = [
  'openssl',
  'ip',
  'nft',
  'conntrack',
  'iptables',
  'runc',
  'containerd',
  'cni-bridge',
  'docker-registry',
  'pause',
  'kubectl',
  'kube-apiserver',
];
export const ALL_TOOLS = [
  ...CLUSTER_TOOLS,
  'prometheus',
  'busybox',
  'act',
  'envoy',
  'pilot-discovery',
  'buildkitd',
  'trivydb',
  'trivy',
];
