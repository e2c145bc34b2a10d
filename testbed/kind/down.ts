import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Home } from '../home.ts';
import { containerOf } from './beside.ts';
import { deleteKindCluster, removeContainers } from './cluster.ts';
import { BESIDE_NAMES, requiredBinary } from './up.ts';

/** Deletes the cluster and what a killed client of docker has left beside it. */
export async function removeKind(home: Home): Promise<void> {
  await removeContainers(requiredBinary('docker'), BESIDE_NAMES.map(containerOf));
  await deleteKindCluster(requiredBinary('kind'));
  // The next cluster is made anew, by whatever configuration.
  rmSync(join(home.config, 'kind.yaml'), { force: true });
}
