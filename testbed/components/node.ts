import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Component } from '../component.ts';
import { answers } from '../http.ts';
import { CGROUP } from '../machine/cgroups.ts';
import { NODE_ADDRESS, POD_RANGE } from '../machine/network.ts';
import { containerdSocket, kubeconfigOf, NODE_NAME, type Plan, pkiFile } from '../plan.ts';

/** The kubelet's configuration: what makes a node of any machine, also one with control groups v1 and little disk. */
function kubeletConfig({ home, ports }: Plan): string {
  return stringify({
    apiVersion: 'kubelet.config.k8s.io/v1beta1',
    kind: 'KubeletConfiguration',
    address: NODE_ADDRESS,
    port: ports.kubelet,
    readOnlyPort: 0,
    healthzBindAddress: '127.0.0.1',
    healthzPort: ports.kubeletHealth,
    authentication: {
      anonymous: { enabled: false },
      webhook: { enabled: true },
      x509: { clientCAFile: pkiFile(home, 'ca.crt') },
    },
    authorization: { mode: 'Webhook' },
    containerRuntimeEndpoint: `unix://${containerdSocket(home)}`,
    cgroupDriver: 'cgroupfs',
    cgroupRoot: `/${CGROUP}`,
    failCgroupV1: false,
    failSwapOn: false,
    enforceNodeAllocatable: ['pods'],
    oomScoreAdj: 0,
    makeIPTablesUtilChains: false,
    resolvConf: join(home.config, 'resolv.conf'),
    // There is no cluster DNS. A pod's own loopback refuses a question at once, instead of letting it wait; and with
    // no address at all the kubelet would warn in every pod's events, where a diagnosis reads.
    clusterDNS: ['127.0.0.1'],
    clusterDomain: 'cluster.local',
    serializeImagePulls: false,
    imagePullCredentialsVerificationPolicy: 'NeverVerify',
    imageGCHighThresholdPercent: 100,
    imageGCLowThresholdPercent: 99,
    evictionHard: {
      'memory.available': '100Mi',
      'nodefs.available': '1%',
      'nodefs.inodesFree': '1%',
      'imagefs.available': '1%',
    },
    maxPods: 250,
    nodeStatusUpdateFrequency: '5s',
    volumePluginDir: join(home.state, 'volume-plugins'),
  });
}

export function kubelet(plan: Plan): Component {
  const { home, ports, bin } = plan;
  const config = join(home.config, 'kubelet.yaml');
  return {
    name: 'kubelet',
    needs: ['api-server', 'containerd', 'pause-image'],
    command: [
      bin('kubelet'),
      `--config=${config}`,
      `--kubeconfig=${kubeconfigOf(home, 'kubelet')}`,
      `--hostname-override=${NODE_NAME}`,
      `--node-ip=${NODE_ADDRESS}`,
      `--root-dir=${join(home.state, 'kubelet')}`,
      `--cert-dir=${join(home.state, 'kubelet', 'pki')}`,
    ],
    // The machine's own resolver is none of a pod's business: an empty file.
    files: { [config]: kubeletConfig(plan), [join(home.config, 'resolv.conf')]: '' },
    ready: () => answers(`http://127.0.0.1:${ports.kubeletHealth}/healthz`),
  };
}

function kubeProxyConfig({ home, ports }: Plan): string {
  return stringify({
    apiVersion: 'kubeproxy.config.k8s.io/v1alpha1',
    kind: 'KubeProxyConfiguration',
    mode: 'nftables',
    clientConnection: { kubeconfig: kubeconfigOf(home, 'kube-proxy') },
    clusterCIDR: POD_RANGE,
    hostnameOverride: NODE_NAME,
    oomScoreAdj: 0,
    bindAddress: NODE_ADDRESS,
    healthzBindAddress: `127.0.0.1:${ports.kubeProxyHealth}`,
    metricsBindAddress: `127.0.0.1:${ports.kubeProxyMetrics}`,
    nodePortAddresses: [`${NODE_ADDRESS}/32`],
    conntrack: { maxPerCore: 0, min: 0 },
    nftables: { syncPeriod: '30s', minSyncPeriod: '100ms' },
  });
}

export function kubeProxy(plan: Plan): Component {
  const { home, ports, bin } = plan;
  const config = join(home.config, 'kube-proxy.yaml');
  return {
    name: 'kube-proxy',
    needs: ['roles'],
    command: [bin('kube-proxy'), `--config=${config}`],
    files: { [config]: kubeProxyConfig(plan) },
    ready: () => answers(`http://127.0.0.1:${ports.kubeProxyMetrics}/healthz`),
  };
}
