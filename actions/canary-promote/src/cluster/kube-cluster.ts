import type { Kube, KubeObject, Ref } from '../../../shared/kube/types.ts';
import { isKubeObject } from '../../../shared/kube/values.ts';
import { type JsonObject, textAt } from '../json.ts';
import type { Cluster, Kind, Permitted } from './cluster.ts';

interface KindFacts {
  /** The newest version that we know of. */
  readonly apiVersion: string;
  readonly plural: string;
  /** Versions before it, the newest first, for custom kinds: the cluster may know none of them. */
  readonly older?: readonly string[];
}

const mesh = {
  apiVersion: 'networking.istio.io/v1',
  older: ['networking.istio.io/v1beta1', 'networking.istio.io/v1alpha3'],
};
const traefik = { apiVersion: 'traefik.io/v1alpha1', older: ['traefik.containo.us/v1alpha1'] };
const gateway = {
  apiVersion: 'gateway.networking.k8s.io/v1',
  older: ['gateway.networking.k8s.io/v1beta1'],
};

const argo = 'argoproj.io/v1alpha1';
const flagger = 'flagger.app/v1beta1';

const kinds: Readonly<Record<Permitted, KindFacts>> = {
  AnalysisRun: { apiVersion: argo, plural: 'analysisruns' },
  Canary: { apiVersion: flagger, plural: 'canaries' },
  'Canary/status': { apiVersion: flagger, plural: 'canaries/status' },
  ConfigMap: { apiVersion: 'v1', plural: 'configmaps' },
  Deployment: { apiVersion: 'apps/v1', plural: 'deployments' },
  DestinationRule: { ...mesh, plural: 'destinationrules' },
  HTTPRoute: { ...gateway, plural: 'httproutes' },
  Ingress: { apiVersion: 'networking.k8s.io/v1', plural: 'ingresses' },
  IngressRoute: { ...traefik, plural: 'ingressroutes' },
  Job: { apiVersion: 'batch/v1', plural: 'jobs' },
  Lease: { apiVersion: 'coordination.k8s.io/v1', plural: 'leases' },
  Pod: { apiVersion: 'v1', plural: 'pods' },
  Rollout: { apiVersion: argo, plural: 'rollouts' },
  'Rollout/status': { apiVersion: argo, plural: 'rollouts/status' },
  Secret: { apiVersion: 'v1', plural: 'secrets' },
  Service: { apiVersion: 'v1', plural: 'services' },
  TraefikService: { ...traefik, plural: 'traefikservices' },
  VirtualService: { ...mesh, plural: 'virtualservices' },
};

/** Name under which the API server notes what the rollout applies. */
export const applyManager = 'seatrial';

/** RBAC's name of a kind: API group and plural, with its subresource. */
export function resourceOf(kind: Permitted): { readonly group: string; readonly plural: string } {
  const { apiVersion, plural } = kinds[kind];
  return { group: apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '', plural };
}

/** One namespace of a cluster, through the shared client. */
export function clusterOver(kube: Kube, namespace: string): Cluster {
  const versions = new Map<Kind, Promise<string | undefined>>();
  const versionOf = (kind: Kind): Promise<string | undefined> => {
    const known = versions.get(kind) ?? knownVersion(kube, kind);
    versions.set(kind, known);
    // An outage is no answer: the next one who asks tries again.
    known.catch(() => versions.delete(kind));
    return known;
  };
  const ref = async (kind: Kind, name: string): Promise<Ref> => ({
    apiVersion: (await versionOf(kind)) ?? kinds[kind].apiVersion,
    kind,
    namespace,
    name,
  });
  return {
    get: async (kind, name) =>
      (await versionOf(kind)) === undefined ? undefined : kube.get(await ref(kind, name)),
    list: async (kind, labels = {}) => {
      const version = await versionOf(kind);
      if (version === undefined) return [];
      const labelSelector = Object.entries(labels)
        .map(([key, value]) => `${key}=${value}`)
        .join(',');
      return kube.list(version, kind, {
        namespace,
        ...(labelSelector === '' ? {} : { labelSelector }),
      });
    },
    create: async (object, options) => kube.create(placed(object, namespace), options),
    patch: async (kind, name, patch) => kube.mergePatch(await ref(kind, name), patch),
    replace: async (object) => kube.replace(placed(object, namespace)),
    remove: async (kind, name, only) => {
      await kube.remove(await ref(kind, name), only);
    },
    apply: (object, options) =>
      kube.apply(placed(object, namespace), { fieldManager: applyManager, force: true, ...options }),
    allowed: (verb, what) => allowed(kube, namespace, verb, what),
  };
}

/** The newest version of a kind that the cluster knows; undefined where it knows none. */
async function knownVersion(kube: Kube, kind: Kind): Promise<string | undefined> {
  const { apiVersion, older } = kinds[kind];
  if (older === undefined) return apiVersion;
  for (const version of [apiVersion, ...older]) {
    if ((await kube.resource(version, kind)) !== undefined) return version;
  }
  return undefined;
}

async function allowed(kube: Kube, namespace: string, verb: string, what: Permitted): Promise<boolean> {
  const { group, plural } = resourceOf(what);
  const [resource = '', subresource] = plural.split('/');
  const review = await kube.create({
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SelfSubjectAccessReview',
    metadata: {},
    spec: {
      resourceAttributes: {
        namespace,
        verb,
        group,
        resource,
        ...(subresource === undefined ? {} : { subresource }),
      },
    },
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
