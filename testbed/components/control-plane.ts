import { join } from 'node:path';
import { access } from '../access.ts';
import { readCluster } from '../cluster-api.ts';
import type { Component } from '../component.ts';
import { answers, get, PROBE_MS } from '../http.ts';
import { NODE_ADDRESS, POD_RANGE, SERVICE_RANGE } from '../machine/network.ts';
import { apiServerUrl, kubeconfigOf, type Plan, pkiFile } from '../plan.ts';

/** The store behind the API server. Without fsync: a bed that loses power is made anew. */
export function etcd({ home, ports, bin }: Plan): Component {
  const client = `http://127.0.0.1:${ports.etcd}`;
  const peer = `http://127.0.0.1:${ports.etcdPeer}`;
  return {
    name: 'etcd',
    needs: [],
    command: [
      bin('etcd'),
      '--name=seatrial',
      `--data-dir=${join(home.state, 'etcd')}`,
      `--listen-client-urls=${client}`,
      `--advertise-client-urls=${client}`,
      `--listen-peer-urls=${peer}`,
      `--initial-advertise-peer-urls=${peer}`,
      `--initial-cluster=seatrial=${peer}`,
      '--unsafe-no-fsync',
      '--log-level=warn',
    ],
    ready: () => answers(`${client}/readyz`),
  };
}

/** Only the node's own address is listened on: pods reach it, the outside doesn't. */
export function apiServer({ home, ports, bin }: Plan): Component {
  const pki = (name: string): string => pkiFile(home, name);
  return {
    name: 'api-server',
    needs: ['etcd'],
    command: [
      bin('kube-apiserver'),
      `--etcd-servers=http://127.0.0.1:${ports.etcd}`,
      `--bind-address=${NODE_ADDRESS}`,
      `--advertise-address=${NODE_ADDRESS}`,
      `--secure-port=${ports.apiServer}`,
      `--tls-cert-file=${pki('api-server.crt')}`,
      `--tls-private-key-file=${pki('api-server.key')}`,
      `--client-ca-file=${pki('ca.crt')}`,
      `--token-auth-file=${pki('tokens.csv')}`,
      '--authorization-mode=Node,RBAC',
      `--service-cluster-ip-range=${SERVICE_RANGE}`,
      '--service-account-issuer=https://kubernetes.default.svc',
      `--service-account-key-file=${pki('sa.pub')}`,
      `--service-account-signing-key-file=${pki('sa.key')}`,
      `--kubelet-client-certificate=${pki('kubelet-client.crt')}`,
      `--kubelet-client-key=${pki('kubelet-client.key')}`,
      '--kubelet-preferred-address-types=InternalIP',
      `--requestheader-client-ca-file=${pki('ca.crt')}`,
      '--requestheader-allowed-names=front-proxy',
      '--requestheader-username-headers=X-Remote-User',
      '--requestheader-group-headers=X-Remote-Group',
      '--requestheader-extra-headers-prefix=X-Remote-Extra-',
      `--proxy-client-cert-file=${pki('front-proxy.crt')}`,
      `--proxy-client-key-file=${pki('front-proxy.key')}`,
      '--allow-privileged=true',
      '--profiling=false',
      '--enable-priority-and-fairness=false',
    ],
    ready: async () => {
      const answer = await get(`${apiServerUrl(ports)}/readyz`, {
        headers: { Authorization: `Bearer ${access(home, 'admin').token}` },
      });
      return answer.status === 200;
    },
  };
}

export function controllerManager({ home, ports, bin }: Plan): Component {
  const pki = (name: string): string => pkiFile(home, name);
  return {
    name: 'controller-manager',
    needs: ['api-server'],
    command: [
      bin('kube-controller-manager'),
      `--kubeconfig=${kubeconfigOf(home, 'controller-manager')}`,
      '--bind-address=127.0.0.1',
      `--secure-port=${ports.controllerManager}`,
      '--use-service-account-credentials=true',
      `--service-account-private-key-file=${pki('sa.key')}`,
      `--root-ca-file=${pki('ca.crt')}`,
      `--cluster-signing-cert-file=${pki('ca.crt')}`,
      `--cluster-signing-key-file=${pki('ca.key')}`,
      `--cluster-cidr=${POD_RANGE}`,
      '--allocate-node-cidrs=true',
      `--service-cluster-ip-range=${SERVICE_RANGE}`,
      '--leader-elect=false',
      '--kube-api-qps=200',
      '--kube-api-burst=400',
      '--node-monitor-grace-period=20s',
    ],
    // It serves before its controllers do; the default service account is the proof that they work.
    ready: async () => {
      const path = '/api/v1/namespaces/default/serviceaccounts/default';
      return (await readCluster(access(home, 'admin'), path, PROBE_MS)) !== undefined;
    },
  };
}

export function scheduler({ home, ports, bin }: Plan): Component {
  return {
    name: 'scheduler',
    needs: ['api-server'],
    command: [
      bin('kube-scheduler'),
      `--kubeconfig=${kubeconfigOf(home, 'scheduler')}`,
      '--bind-address=127.0.0.1',
      `--secure-port=${ports.scheduler}`,
      '--leader-elect=false',
      '--kube-api-qps=200',
      '--kube-api-burst=400',
    ],
    ready: () => answers(`https://127.0.0.1:${ports.scheduler}/readyz`),
  };
}
