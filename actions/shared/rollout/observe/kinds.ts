import type { KubeObject } from '../../kube/types.ts';
import { listAt, textAt } from '../../kube/values.ts';
import { templatePath } from '../../manifests/pod-spec.ts';
import { hasSets } from '../workload.ts';

export interface Kind {
  readonly apiVersion: string;
  readonly kind: string;
}

/** What has to be watched to see workloads to their end: themselves, what makes their pods, the pods, and events. */
export function watchedKinds(workloads: readonly KubeObject[]): Kind[] {
  if (workloads.length === 0) return [];
  const own = workloads.map(({ apiVersion, kind }) => ({ apiVersion, kind }));
  const sets = own.some(hasSets) ? [{ apiVersion: 'apps/v1', kind: 'ReplicaSet' }] : [];
  const claims = workloads.some(usesClaims) ? [{ apiVersion: 'v1', kind: 'PersistentVolumeClaim' }] : [];
  const all = [
    ...own,
    ...sets,
    ...claims,
    { apiVersion: 'v1', kind: 'Pod' },
    { apiVersion: 'v1', kind: 'Event' },
  ];
  return [...new Map(all.map((kind) => [`${kind.apiVersion} ${kind.kind}`, kind])).values()];
}

function usesClaims(workload: KubeObject): boolean {
  return (
    listAt(workload, 'spec', 'volumeClaimTemplates').length > 0 ||
    listAt(workload, ...(templatePath(workload) ?? []), 'spec', 'volumes').some(
      (volume) => textAt(volume, 'persistentVolumeClaim', 'claimName') !== '',
    )
  );
}
