import { stringify } from 'yaml';

/** A release of the test service. */
export interface Version {
  readonly version: string;
  readonly errorRate: number;
  /** Such as `5ms`. */
  readonly latency: string;
}

export const service = 'shop';

const config = 'shop-config';

/** Everything the service needs on the bed, as one YAML file. `host` is what the gateway knows it by. */
export function manifests(
  given: { readonly namespace: string; readonly host: string; readonly port: number; readonly image: string },
  release: Version,
): string {
  const { namespace } = given;
  const metadata = (name: string): object => ({ name, namespace, labels: { app: service } });
  const labels = { app: service, 'seatrial.dev/track': 'stable' };
  const to = (subset: string, weight: number): object => ({
    destination: { host: service, subset, port: { number: 80 } },
    weight,
  });
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
        template: { metadata: { labels }, spec: podSpec(given.image, release) },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: metadata(service),
      spec: { selector: { app: service }, ports: [{ name: 'http', port: 80, targetPort: 8080 }] },
    },
    {
      apiVersion: 'networking.istio.io/v1',
      kind: 'DestinationRule',
      metadata: metadata(service),
      spec: {
        host: service,
        subsets: ['stable', 'canary'].map((name) => ({ name, labels: { 'seatrial.dev/track': name } })),
      },
    },
    {
      apiVersion: 'networking.istio.io/v1',
      kind: 'Gateway',
      metadata: metadata(service),
      spec: {
        selector: { istio: 'ingressgateway' },
        servers: [{ port: { number: given.port, name: 'http', protocol: 'HTTP' }, hosts: [given.host] }],
      },
    },
    {
      apiVersion: 'networking.istio.io/v1',
      kind: 'VirtualService',
      metadata: metadata(service),
      spec: {
        hosts: [given.host],
        gateways: [service],
        http: [{ name: 'primary', route: [to('stable', 100), to('canary', 0)] }],
      },
    },
  ];
  return objects.map((object) => stringify(object)).join('---\n');
}

function podSpec(image: string, release: Version): object {
  const probe = { httpGet: { path: '/healthz', port: 8080 }, periodSeconds: 1 };
  return {
    containers: [
      {
        name: service,
        image,
        ports: [{ containerPort: 8080 }],
        envFrom: [{ configMapRef: { name: config } }],
        env: [
          { name: 'ERROR_RATE', value: String(release.errorRate) },
          { name: 'LATENCY', value: release.latency },
        ],
        readinessProbe: probe,
      },
    ],
  };
}
