import type { Kube, KubeObject, Ref } from '../../../shared/kube/types.ts';
import { isKubeObject } from '../../../shared/kube/values.ts';
import { type JsonObject, textAt } from '../json.ts';
import type { Cluster, Kind } from './cluster.ts';

interface KindFacts {
  readonly apiVersion: string;
  readonly plural: string;
}

const kinds: Readonly<Record<Kind, KindFacts>> = {
  ConfigMap: { apiVersion: 'v1', plural: 'configmaps' },
  Deployment: { apiVersion: 'apps/v1', plural: 'deployments' },
  DestinationRule: { apiVersion: 'networking.istio.io/v1', plural: 'destinationrules' },
  Lease: { apiVersion: 'coordination.k8s.io/v1', plural: 'leases' },
  Pod: { apiVersion: 'v1', plural: 'pods' },
  Secret: { apiVersion: 'v1', plural: 'secrets' },
  Service: { apiVersion: 'v1', plural: 'services' },
  VirtualService: { apiVersion: 'networking.istio.io/v1', plural: 'virtualservices' },
};

/** Versions of Istio's API before `v1`, for meshes that are older. */
const olderMesh = ['networking.istio.io/v1beta1', 'networking.istio.io/v1alpha3'];

/** Name under which the API server notes what the rollout applies. */
export const applyManager = 'seatrial';

/** RBAC's name of a kind: API group and plural. */
export function resourceOf(kind: Kind): { readonly group: string; readonly plural: string } {
  const { apiVersion, plural } = kinds[kind];
  return { group: apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '', plural };
}

/** One namespace of a cluster, through the shared client. */
export function clusterOver(kube: Kube, namespace: string): Cluster {
  const versions = new Map<Kind, Promise<string>>();
  const versionOf = (kind: Kind): Promise<string> => {
    const known = versions.get(kind) ?? meshVersion(kube, kind);
    versions.set(kind, known);
    return known;
  };
  const ref = async (kind: Kind, name: string): Promise<Ref> => ({
    apiVersion: await versionOf(kind),
    kind,
    namespace,
    name,
  });
  return {
    get: async (kind, name) => kube.get(await ref(kind, name)),
    list: async (kind, labels = {}) => {
      const labelSelector = Object.entries(labels)
        .map(([key, value]) => `${key}=${value}`)
        .join(',');
      return kube.list(await versionOf(kind), kind, {
        namespace,
        ...(labelSelector === '' ? {} : { labelSelector }),
      });
    },
    create: async (object, options) => kube.create(placed(object, namespace), options),
    patch: async (kind, name, patch) => kube.mergePatch(await ref(kind, name), patch),
    replace: async (object) => kube.replace(placed(object, namespace)),
    remove: async (kind, name) => {
      await kube.remove(await ref(kind, name));
    },
    apply: (object, options) =>
      kube.apply(placed(object, namespace), { fieldManager: applyManager, force: true, ...options }),
    allowed: (verb, kind) => allowed(kube, namespace, verb, kind),
  };
}

async function meshVersion(kube: Kube, kind: Kind): Promise<string> {
  const { apiVersion } = kinds[kind];
  if (!apiVersion.startsWith('networking.istio.io/')) return apiVersion;
  for (const version of [apiVersion, ...olderMesh]) {
    if ((await kube.resource(version, kind)) !== undefined) return version;
  }
  return apiVersion;
}

async function allowed(kube: Kube, namespace: string, verb: string, kind: Kind): Promise<boolean> {
  const { group, plural } = resourceOf(kind);
  const review = await kube.create({
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SelfSubjectAccessReview',
    metadata: {},
    spec: { resourceAttributes: { namespace, verb, group, resource: plural } },
  });
  const status = review['status'];
  return typeof status === 'object' && status !== null && 'allowed' in status && status.allowed === true;
}

function placed(object: JsonObject, namespace: string): KubeObject {
  const metadata = { ...(isKubeObject(object) ? object.metadata : {}), namespace };
  const whole = { ...object, metadata };
  if (isKubeObject(whole)) return whole;
  throw new Error(`no object of Kubernetes: ${textAt(object, 'kind')}`);
}
