import type { Resource } from './types.ts';

/** Versions of Kubernetes' own kinds that every server since 1.25 has, by `apiVersion`, as `Kind/plural`. */
const namespaced: Readonly<Record<string, string>> = {
  v1: 'ConfigMap/configmaps Event/events LimitRange/limitranges PersistentVolumeClaim/persistentvolumeclaims Pod/pods ResourceQuota/resourcequotas Secret/secrets Service/services ServiceAccount/serviceaccounts',
  'apps/v1':
    'ControllerRevision/controllerrevisions DaemonSet/daemonsets Deployment/deployments ReplicaSet/replicasets StatefulSet/statefulsets',
  'autoscaling/v2': 'HorizontalPodAutoscaler/horizontalpodautoscalers',
  'batch/v1': 'CronJob/cronjobs Job/jobs',
  'coordination.k8s.io/v1': 'Lease/leases',
  'networking.k8s.io/v1': 'Ingress/ingresses NetworkPolicy/networkpolicies',
  'policy/v1': 'PodDisruptionBudget/poddisruptionbudgets',
  'rbac.authorization.k8s.io/v1': 'Role/roles RoleBinding/rolebindings',
};
const clusterWide: Readonly<Record<string, string>> = {
  v1: 'Namespace/namespaces Node/nodes PersistentVolume/persistentvolumes',
  'apiextensions.k8s.io/v1': 'CustomResourceDefinition/customresourcedefinitions',
  'authorization.k8s.io/v1': 'SelfSubjectAccessReview/selfsubjectaccessreviews',
  'rbac.authorization.k8s.io/v1': 'ClusterRole/clusterroles ClusterRoleBinding/clusterrolebindings',
  'scheduling.k8s.io/v1': 'PriorityClass/priorityclasses',
  'storage.k8s.io/v1': 'StorageClass/storageclasses',
};

/** What is known of a kind without asking the cluster (https://kubernetes.io/docs/reference/using-api/deprecation-guide/). */
export const wellKnown: ReadonlyMap<string, Resource> = new Map(
  [...resources(namespaced, true), ...resources(clusterWide, false)].map((resource) => [
    `${resource.apiVersion} ${resource.kind}`,
    resource,
  ]),
);

function resources(table: Readonly<Record<string, string>>, isNamespaced: boolean): Resource[] {
  return Object.entries(table).flatMap(([apiVersion, kinds]) =>
    kinds.split(' ').map((entry) => {
      const [kind = '', plural = ''] = entry.split('/');
      return { apiVersion, kind, plural, namespaced: isNamespaced };
    }),
  );
}
