import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { must } from '../../scripts/run.ts';
import type { Bed } from '../bed.ts';
import type { Scenario } from './scenario.ts';

/**
 * Does what a platform's people do before a team's first release: fresh namespaces with the secrets that no repository
 * holds. What an earlier loop left in them goes.
 */
export async function provision(bed: Bed, { secrets }: Scenario, folder: string): Promise<void> {
  const namespaces = Object.keys(secrets);
  if (namespaces.length === 0) return;
  const kubectl = (...args: string[]): Promise<string> =>
    must(bed.kubectl, ['--kubeconfig', bed.kubeconfig, ...args]);
  await clear(kubectl, namespaces);
  const file = join(folder, 'provision.json');
  const items = namespaces.flatMap((namespace) => [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
    secret(namespace, secrets[namespace]),
  ]);
  await writeFile(file, JSON.stringify({ apiVersion: 'v1', kind: 'List', items }), { mode: 0o600 });
  await kubectl('apply', '-f', file);
}

/** Nobody uses the pods of an earlier loop any more: they need not drain first, as the namespace alone would have them do. */
async function clear(kubectl: (...args: string[]) => Promise<string>, namespaces: readonly string[]) {
  const among = (namespace: string) => ['--namespace', namespace, '--all', '--wait=false'];
  await Promise.all(
    namespaces.flatMap((namespace) => [
      kubectl('delete', 'deployments', ...among(namespace)),
      kubectl('delete', 'pods', '--grace-period=1', ...among(namespace)),
    ]),
  );
  await kubectl('delete', 'namespace', '--ignore-not-found', '--wait', ...namespaces);
}

function secret(namespace: string, given: Scenario['secrets'][string] | undefined) {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: given?.name, namespace },
    stringData: given?.data ?? {},
  };
}
