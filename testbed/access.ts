import type { ClusterAccess } from './cluster-api.ts';
import { readText, writeAtomically } from './files.ts';
import type { Home } from './home.ts';
import type { Ports } from './machine/ports.ts';
import { kubeconfig, USERS } from './pki.ts';
import { apiServerUrl, kubeconfigOf, pkiFile } from './plan.ts';

function secret(home: Home, file: string): string {
  const text = readText(pkiFile(home, file));
  if (text === undefined)
    throw new Error(`${pkiFile(home, file)} is missing: run \`down --wipe\`, then \`up\``);
  return text;
}

/** How `user` (a name of {@link USERS}) reaches the API server. */
export function access(home: Home, ports: Ports, user: string): ClusterAccess {
  return { server: apiServerUrl(ports), ca: secret(home, 'ca.crt'), token: secret(home, `${user}.token`) };
}

/** Writes one kubeconfig per user. */
export function writeKubeconfigs(home: Home, ports: Ports): void {
  for (const user of Object.keys(USERS)) {
    const { server, ca, token } = access(home, ports, user);
    writeAtomically(kubeconfigOf(home, user), kubeconfig(server, ca, token), 0o600);
  }
}
