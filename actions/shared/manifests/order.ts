import type { Manifest } from './types.ts';

/** What others need comes first; what sends traffic comes last. Kinds not named here come before the workloads. */
const kinds = [
  ['CustomResourceDefinition'],
  ['Namespace'],
  ['PriorityClass', 'StorageClass', 'RuntimeClass', 'PersistentVolume'],
  ['ResourceQuota', 'LimitRange', 'NetworkPolicy'],
  ['ServiceAccount', 'ClusterRole', 'Role', 'ClusterRoleBinding', 'RoleBinding'],
  ['ConfigMap', 'Secret'],
  ['PersistentVolumeClaim'],
  ['Service'],
];
const late = [
  ['DaemonSet', 'StatefulSet', 'Deployment', 'ReplicaSet', 'Pod', 'Job', 'CronJob', 'Rollout'],
  ['PodDisruptionBudget', 'HorizontalPodAutoscaler'],
  ['DestinationRule', 'Gateway', 'VirtualService', 'Ingress', 'HTTPRoute', 'GRPCRoute'],
];

/** Where a kind stands in the order of an apply. */
export function stageOf(kind: string): number {
  const early = kinds.findIndex((stage) => stage.includes(kind));
  if (early >= 0) return early;
  const after = late.findIndex((stage) => stage.includes(kind));
  return after < 0 ? kinds.length : kinds.length + 1 + after;
}

/** The manifests by kind, the caller's order within a kind. */
export function ordered(manifests: readonly Manifest[]): Manifest[] {
  return manifests.toSorted((a, b) => stageOf(a.object.kind) - stageOf(b.object.kind));
}
