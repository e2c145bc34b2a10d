import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { writeKubeconfigs } from '../access.ts';
import { hostsToml } from '../components/containerd.ts';
import { exec, tryExec } from '../exec.ts';
import { readText, writeAtomically } from '../files.ts';
import type { Home } from '../home.ts';
import { listAt, textAt } from '../json.ts';
import type { Ports } from '../machine/ports.ts';
import { USERS } from '../pki.ts';
import { kubeconfigOf, pkiFile, registryOf } from '../plan.ts';
import { CLUSTER_NAME, kindConfig, NODE_CONTAINER, registriesFolder } from './config.ts';

/** Makes the cluster, unless one runs that was made by the same configuration. */
export async function ensureKindCluster(
  home: Home,
  ports: Ports,
  kind: string,
  log: (line: string) => void,
): Promise<void> {
  const config = join(home.config, 'kind.yaml');
  const wanted = kindConfig(home, ports);
  const same = readText(config) === wanted;
  const there = (await exec([kind, 'get', 'clusters'])).split('\n').includes(CLUSTER_NAME);
  const kubeconfig = kindKubeconfig(home);
  if (there && same) {
    writeAtomically(kubeconfig, await exec([kind, 'get', 'kubeconfig', '--name', CLUSTER_NAME]), 0o600);
    return;
  }
  if (there) await deleteKindCluster(kind);
  const hosts = join(registriesFolder(home), registryOf(ports), 'hosts.toml');
  writeAtomically(hosts, hostsToml(registryOf(ports)));
  writeAtomically(config, wanted);
  mkdirSync(dirname(kubeconfig), { recursive: true });
  log('kind: making the cluster (the first time it fetches its node image)');
  const args = ['create', 'cluster', '--config', config, '--kubeconfig', kubeconfig, '--wait', '3m'];
  const made = await tryExec([kind, ...args], { onErrorLine: (line) => log(`kind: ${line.trim()}`) });
  if (made.code === 0) return;
  const said = made.stderr.trim().split('\n').slice(-6).join('\n');
  throw new Error(
    `kind could not make the cluster:\n${said}\nMend that, or go without docker and kind: \`--cluster embedded\` (Linux and root).`,
  );
}

export async function deleteKindCluster(kind: string): Promise<void> {
  await exec([kind, 'delete', 'cluster', '--name', CLUSTER_NAME]);
}

const kindKubeconfig = (home: Home): string => kubeconfigOf(home, 'kind');

/** The image of the node, for the parts beside it. */
export async function nodeImage(docker: string): Promise<string> {
  return (await exec([docker, 'inspect', '--format', '{{.Image}}', NODE_CONTAINER])).trim();
}

/** The API server as the parts beside the node see it. */
const INSIDE = 'https://127.0.0.1:6443';

/** Gives the parts of the bed their access: kind's own is a certificate, they speak with a token. */
export async function writeAccess(home: Home, kubectl: string): Promise<void> {
  const own = kindKubeconfig(home);
  const run = (args: readonly string[], input = ''): Promise<string> =>
    exec([kubectl, `--kubeconfig=${own}`, ...args], { input });
  await run(['apply', '--server-side', '--filename=-'], JSON.stringify(administrator));
  const token = await run(['create', 'token', 'seatrial', '--namespace=kube-system', '--duration=720h']);
  const cluster = listAt(parse(readText(own) ?? ''), 'clusters')[0];
  const authority = Buffer.from(textAt(cluster, 'cluster', 'certificate-authority-data'), 'base64');
  writeAtomically(pkiFile(home, 'ca.crt'), authority.toString(), 0o600);
  for (const user of Object.keys(USERS)) writeAtomically(pkiFile(home, `${user}.token`), token.trim(), 0o600);
  writeKubeconfigs(home, textAt(cluster, 'cluster', 'server'), { istiod: INSIDE });
}

const apiGroup = 'rbac.authorization.k8s.io';
const administrator = {
  apiVersion: 'v1',
  kind: 'List',
  items: [
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: 'seatrial', namespace: 'kube-system' },
    },
    {
      apiVersion: `${apiGroup}/v1`,
      kind: 'ClusterRoleBinding',
      metadata: { name: 'seatrial' },
      roleRef: { apiGroup, kind: 'ClusterRole', name: 'cluster-admin' },
      subjects: [{ kind: 'ServiceAccount', name: 'seatrial', namespace: 'kube-system' }],
    },
  ],
};

/** Removes the containers of parts whose docker client was killed. */
export async function removeContainers(docker: string, names: readonly string[]): Promise<void> {
  if (names.length > 0) await tryExec([docker, 'rm', '--force', '--volumes', ...names]);
}
