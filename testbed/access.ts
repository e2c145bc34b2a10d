import type { ClusterAccess } from './cluster-api.ts';
import { readText, writeAtomically } from './files.ts';
import type { Home } from './home.ts';
import { kubeconfig, USERS } from './pki.ts';
import { kubeconfigOf, pkiFile } from './plan.ts';

function secret(home: Home, file: string): string {
  const text = readText(pkiFile(home, file));
  if (text === undefined)
    throw new Error(`${pkiFile(home, file)} is missing: run \`down --wipe\`, then \`up\``);
  return text;
}

/** How `user` (a name of {@link USERS}) reaches the API server. */
export function access(home: Home, user: string): ClusterAccess {
  return { server: secret(home, 'server'), ca: secret(home, 'ca.crt'), token: secret(home, `${user}.token`) };
}

/** Writes one kubeconfig per user. `others`: servers for users that see the API server elsewhere. */
export function writeKubeconfigs(
  home: Home,
  server: string,
  others: Readonly<Record<string, string>> = {},
): void {
  writeAtomically(pkiFile(home, 'server'), server);
  for (const user of Object.keys(USERS)) {
    const { ca, token } = access(home, user);
    writeAtomically(kubeconfigOf(home, user), kubeconfig(others[user] ?? server, ca, token), 0o600);
  }
}
