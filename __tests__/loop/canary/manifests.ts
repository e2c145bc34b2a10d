import { stringify } from 'yaml';
import { underArgoRollouts } from './engines/argo-rollouts.ts';
import { underFlagger } from './engines/flagger.ts';

/** A release of the test service. */
export interface Version {
  readonly version: string;
  readonly errorRate: number;
  /** Such as `5ms`. */
  readonly latency: string;
  /** Healthy as a canary of our own only. */
  readonly sick?: boolean;
  /** Under a controller: whether its first pause is without end. */
  readonly approve?: boolean;
}

export const service = 'shop';

const config = 'shop-config';

/** How the service is routed: by subsets, or as a plain Deployment that knows nothing of canaries by any kind of route. */
export type Style =
  | 'subset'
  | 'plain'
  | 'pods'
  | 'gateway'
  | 'mesh-gateway'
  | 'nginx'
  | 'traefik'
  | 'ingressroute'
  | 'argo-rollouts'
  | 'flagger';

export interface Given {
  /** Prometheus, as pods reach it. */
  readonly prometheus?: string;
  readonly namespace: string;
  /** What the gateway knows the service by. */
  readonly host: string;
  readonly port: number;
  readonly image: string;
  readonly style: Style;
}

/** Everything the service needs on the bed, as one YAML file. */
export function manifests(given: Given, release: Version): string {
  const { namespace } = given;
  if (given.style === 'argo-rollouts') return underArgoRollouts(given, release);
  if (given.style === 'flagger') return underFlagger(given, release);
  const metadata = (name: string): object => ({ name, namespace, labels: { app: service } });
  const labels = { app: service, ...(given.style === 'subset' ? { 'seatrial.dev/track': 'stable' } : {}) };
  const objects = [
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: metadata(config), data: { VERSION: release.version } },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: metadata(service),
      spec: {
        replicas: 2,
        strategy: { rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
        selector: { matchLabels: labels },
        template: { metadata: { labels, annotations: scraped }, spec: podSpec(given.image, release) },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: metadata(service),
      spec: { selector: { app: service }, ports: [{ name: 'http', port: 80, targetPort: 8080 }] },
    },
    ...routes(given),
  ];
  return objects.map((object) => stringify(object)).join('---\n');
}

/** For Prometheus, where no gateway counts. */
const scraped = { 'prometheus.io/scrape': 'true', 'prometheus.io/port': '8080' };

function routes(given: Given): object[] {
  const metadata = { name: service, namespace: given.namespace, labels: { app: service } };
  const backend = { name: service, port: 80 };
  switch (given.style) {
    case 'subset':
    case 'plain':
      return mesh(given, metadata);
    case 'pods':
    case 'argo-rollouts':
    case 'flagger':
      return [];
    case 'mesh-gateway':
      return [httpRoute(given, metadata)];
    case 'gateway': {
      const spec = {
        hostnames: [given.host],
        parentRefs: [{ name: service }],
        rules: [{ backendRefs: [backend] }],
      };
      return [{ apiVersion: 'gateway.networking.k8s.io/v1', kind: 'HTTPRoute', metadata, spec }];
    }
    case 'nginx': {
      const path = {
        path: '/',
        pathType: 'Prefix',
        backend: { service: { name: service, port: { number: 80 } } },
      };
      const rules = [{ host: given.host, http: { paths: [path] } }];
      return [
        {
          apiVersion: 'networking.k8s.io/v1',
          kind: 'Ingress',
          metadata,
          spec: { ingressClassName: 'nginx', rules },
        },
      ];
    }
    case 'traefik': {
      const spec = { weighted: { services: [backend] } };
      return [{ apiVersion: 'traefik.io/v1alpha1', kind: 'TraefikService', metadata, spec }];
    }
    case 'ingressroute': {
      const rule = { kind: 'Rule', match: `Host(\`${given.host}\`)`, services: [backend] };
      return [
        { apiVersion: 'traefik.io/v1alpha1', kind: 'IngressRoute', metadata, spec: { routes: [rule] } },
      ];
    }
  }
}

function httpRoute({ namespace, host }: Given, metadata: object): object {
  const rules = [{ backendRefs: [{ name: service, port: 80 }] }];
  const spec = { hostnames: [host], parentRefs: [{ name: namespace, namespace: meshNamespace }], rules };
  return { apiVersion: 'gateway.networking.k8s.io/v1', kind: 'HTTPRoute', metadata, spec };
}

/** Where the proxy stands that serves Gateways, and so they and their Services. */
export const meshNamespace = 'istio-system';

/**
 * A Gateway that the bed's Envoy serves, named as the namespace of the test. Which proxy that is istiod knows by a Service
 * whose selector fits the proxy's labels:
 * https://istio.io/latest/docs/tasks/traffic-management/ingress/gateway-api/#manual-deployment.
 */
export function meshGateway({ namespace, host, port }: Pick<Given, 'namespace' | 'host' | 'port'>): string {
  const metadata = { name: namespace, namespace: meshNamespace };
  const ports = [{ name: 'http', port, targetPort: port }];
  const address = `${namespace}.${meshNamespace}.svc.cluster.local`;
  const listener = { name: 'http', hostname: host, port, protocol: 'HTTP' };
  const objects = [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata,
      spec: { selector: { istio: 'ingressgateway' }, ports },
    },
    {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'Gateway',
      metadata,
      spec: {
        gatewayClassName: 'istio',
        addresses: [{ type: 'Hostname', value: address }],
        listeners: [{ ...listener, allowedRoutes: { namespaces: { from: 'All' } } }],
      },
    },
  ];
  return objects.map((object) => stringify(object)).join('---\n');
}

/** Istio's objects; a plain Deployment has no subsets. */
function mesh({ host, port, style }: Given, metadata: object): object[] {
  const apiVersion = 'networking.istio.io/v1';
  const to = (subset: string, weight: number): object => ({
    destination: { host: service, subset, port: { number: 80 } },
    weight,
  });
  const track = (name: string): object => ({ name, labels: { 'seatrial.dev/track': name } });
  const subsets = { host: service, subsets: [track('stable'), track('canary')] };
  const split =
    style === 'subset' ? [to('stable', 100), to('canary', 0)] : [{ destination: { host: service } }];
  return [
    ...(style === 'subset' ? [{ apiVersion, kind: 'DestinationRule', metadata, spec: subsets }] : []),
    {
      apiVersion,
      kind: 'Gateway',
      metadata,
      spec: {
        selector: { istio: 'ingressgateway' },
        servers: [{ port: { number: port, name: 'http', protocol: 'HTTP' }, hosts: [host] }],
      },
    },
    {
      apiVersion,
      kind: 'VirtualService',
      metadata,
      spec: { hosts: [host], gateways: [service], http: [{ name: 'primary', route: split }] },
    },
  ];
}

export function podSpec(image: string, release: Version, configName = config): object {
  const probe = { httpGet: { path: '/healthz', port: 8080 }, periodSeconds: 1 };
  return {
    containers: [
      {
        name: service,
        image,
        ports: [{ containerPort: 8080 }],
        envFrom: [{ configMapRef: { name: configName } }],
        env: [
          { name: 'ERROR_RATE', value: String(release.errorRate) },
          { name: 'LATENCY', value: release.latency },
          ...(release.sick === true ? [{ name: 'SICK', value: 'stable' }] : []),
        ],
        readinessProbe: probe,
      },
    ],
  };
}
