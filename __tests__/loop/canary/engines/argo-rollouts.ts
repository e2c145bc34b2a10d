import { stringify } from 'yaml';
import { type Given, podSpec, service, type Version } from '../manifests.ts';

const api = 'argoproj.io/v1alpha1';

/** A Rollout whose steps shift a VirtualService between two Services, with an analysis of the canary's failures. */
export function underArgoRollouts(given: Given, release: Version): string {
  const { namespace } = given;
  const metadata = (name: string): object => ({ name, namespace, labels: { app: service } });
  const ofService = (name: string): object => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadata(name),
    spec: { selector: { app: service }, ports: [{ name: 'http', port: 80, targetPort: 8080 }] },
  });
  const config = { VERSION: release.version };
  const objects = [
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: metadata('shop-config'), data: config },
    ofService(service),
    ofService(`${service}-canary`),
    { apiVersion: api, kind: 'AnalysisTemplate', metadata: metadata('failures'), spec: analysis(given) },
    { apiVersion: api, kind: 'Rollout', metadata: metadata(service), spec: rollout(given, release) },
    ...throughGateway(given, metadata(service)),
  ];
  return objects.map((object) => stringify(object)).join('---\n');
}

function rollout({ image }: Given, release: Version): object {
  const wait = release.approve === true ? {} : { duration: '6s' };
  return {
    replicas: 2,
    progressDeadlineSeconds: 15,
    selector: { matchLabels: { app: service } },
    template: { metadata: { labels: { app: service } }, spec: podSpec(image, release) },
    strategy: {
      canary: {
        stableService: service,
        canaryService: `${service}-canary`,
        // Deleted at once: the tests have no time for those who keep connections.
        scaleDownDelaySeconds: 3,
        abortScaleDownDelaySeconds: 3,
        trafficRouting: { istio: { virtualService: { name: service, routes: ['primary'] } } },
        analysis: { templates: [{ templateName: 'failures' }], startingStep: 1 },
        steps: [{ setWeight: 20 }, { pause: wait }, { setWeight: 60 }, { pause: { duration: '6s' } }],
      },
    },
  };
}

/** Share of the canary's requests that failed, over ten seconds; none without requests. */
function analysis({ namespace, prometheus = '' }: Given): object {
  const canary = `envoy_cluster_name=~"outbound.*${service}-canary.${namespace}.svc.+"`;
  const rate = (more: string): string => `sum(rate(envoy_cluster_upstream_rq_xx{${canary}${more}}[10s]))`;
  const query = `(${rate(',envoy_response_code_class="5"')} or vector(0)) / (${rate('')} > 0) or vector(0)`;
  return {
    metrics: [
      {
        name: 'failures',
        interval: '2s',
        failureLimit: 1,
        successCondition: 'result[0] < 0.1',
        provider: { prometheus: { address: prometheus, query } },
      },
    ],
  };
}

/** The gateway, and a VirtualService whose weights the controller shifts. */
function throughGateway({ host, port }: Given, metadata: object): object[] {
  const apiVersion = 'networking.istio.io/v1';
  const to = (name: string, weight: number): object => ({ destination: { host: name }, weight });
  const route = [to(service, 100), to(`${service}-canary`, 0)];
  return [
    gateway({ host, port }, metadata),
    {
      apiVersion,
      kind: 'VirtualService',
      metadata,
      spec: { hosts: [host], gateways: [service], http: [{ name: 'primary', route }] },
    },
  ];
}

export function gateway({ host, port }: Pick<Given, 'host' | 'port'>, metadata: object): object {
  return {
    apiVersion: 'networking.istio.io/v1',
    kind: 'Gateway',
    metadata,
    spec: {
      selector: { istio: 'ingressgateway' },
      servers: [{ port: { number: port, name: 'http', protocol: 'HTTP' }, hosts: [host] }],
    },
  };
}
