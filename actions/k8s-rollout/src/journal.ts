import { createHash } from 'node:crypto';
import type { KubeObject, Ref } from '../../shared/kube/types.ts';
import { nameOf, refOf } from '../../shared/kube/values.ts';
import { journalRef } from '../../shared/rollout/journal/journal.ts';
import { isWorkload } from '../../shared/rollout/workload.ts';

/**
 * Where the notes of a release are kept; undefined: it has no workloads, and none. Runs of one release are known by its
 * workloads, in whatever order they stand in the files: what they are called stays when all else changes.
 */
export function journalOf(objects: readonly KubeObject[]): Ref | undefined {
  const workloads = new Map(
    objects.filter(isWorkload).map((workload) => [nameOf(refOf(workload)), workload]),
  );
  const names = [...workloads.keys()].sort();
  const namespace = workloads.get(names[0] ?? '')?.metadata.namespace;
  if (namespace === undefined) return undefined;
  return journalRef(namespace, createHash('sha256').update(names.join('\n')).digest('hex').slice(0, 12));
}
