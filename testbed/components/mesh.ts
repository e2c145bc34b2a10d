import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Component } from '../component.ts';
import { answers, get } from '../http.ts';
import { NODE_ADDRESS } from '../machine/network.ts';
import { kubeconfigOf, type Plan } from '../plan.ts';

/** The label a Gateway object selects the bed's Envoy by. */
export const GATEWAY_LABELS = { istio: 'ingressgateway', app: 'istio-ingressgateway' };

/**
 * istiod as the xDS server alone: no certificates, no side-car injection, no webhooks. Filters that only side-cars
 * answer to (ALPN, metadata exchange) are off, because this Envoy is a plain one.
 */
export function istiod({ home, ports, bin, listen }: Plan): Component {
  const mesh = join(home.config, 'mesh.yaml');
  const xds = `127.0.0.1:${ports.istiodXds}`;
  return {
    name: 'istiod',
    needs: ['mesh-crds'],
    command: [
      bin('pilot-discovery'),
      'discovery',
      `--kubeconfig=${kubeconfigOf(home, 'istiod')}`,
      `--meshConfig=${mesh}`,
      '--networksConfig=/dev/null',
      '--clusterID=Kubernetes',
      '--domain=cluster.local',
      `--httpAddr=${listen}:${ports.istiodHttp}`,
      '--httpsAddr=',
      `--grpcAddr=${xds}`,
      '--secureGRPCAddr=',
      `--monitoringAddr=127.0.0.1:${ports.istiodMonitoring}`,
      `--ctrlz_port=${ports.istiodControl}`,
      '--log_output_level=default:info',
    ],
    env: {
      POD_NAMESPACE: 'istio-system',
      CLOUD_PLATFORM: 'none',
      ENABLE_CA_SERVER: 'false',
      INJECT_ENABLED: 'false',
      VALIDATION_WEBHOOK_CONFIG_NAME: '',
      INJECTION_WEBHOOK_CONFIG_NAME: '',
      PILOT_ENABLE_ALPN_FILTER: 'false',
      PILOT_ENABLE_METADATA_EXCHANGE: 'false',
      // Served once its definitions are there; the bed's Envoy is given to a Gateway by a Service that selects its labels.
      PILOT_ENABLE_GATEWAY_API: 'true',
      PILOT_ENABLE_GATEWAY_API_DEPLOYMENT_CONTROLLER: 'false',
      PILOT_DEBOUNCE_AFTER: '50ms',
    },
    files: {
      [mesh]: stringify({
        enableAutoMtls: false,
        enablePrometheusMerge: false,
        defaultConfig: { discoveryAddress: xds },
      }),
    },
    folders: [join(home.run, 'istiod')],
    cwd: join(home.run, 'istiod'),
    ready: () => answers(`http://127.0.0.1:${ports.istiodHttp}/ready`),
  };
}

/**
 * How Envoy cuts names of statistics into labels. istiod ends a cluster's name with `;` because it holds dots itself;
 * Envoy's own pattern would cut `outbound|80|canary|checkout.shop.svc.cluster.local` at the first of them.
 */
export const STATS_TAGS = [
  { tag_name: 'envoy.cluster_name', regex: '^cluster\\.(([^.|]+\\|[^;]*|[^.|;]+);?\\.)' },
  { tag_name: 'envoy.http_conn_manager_prefix', regex: '^http\\.((\\w+_\\d[^;]*|[^.;]+);?\\.)' },
  { tag_name: 'envoy.response_code' },
  { tag_name: 'envoy.response_code_class' },
];

const address = (port: number, host = '127.0.0.1'): object => ({
  socket_address: { address: host, port_value: port },
});

function staticCluster(name: string, port: number): Record<string, unknown> {
  return {
    name,
    type: 'STATIC',
    connect_timeout: '1s',
    load_assignment: {
      cluster_name: name,
      endpoints: [{ lb_endpoints: [{ endpoint: { address: address(port) } }] }],
    },
  };
}

function envoyBootstrap({ ports, listen }: Plan): string {
  const overAds = { ads: {}, resource_api_version: 'V3' };
  const http2 = {
    'envoy.extensions.upstreams.http.v3.HttpProtocolOptions': {
      '@type': 'type.googleapis.com/envoy.extensions.upstreams.http.v3.HttpProtocolOptions',
      explicit_http_config: { http2_protocol_options: {} },
    },
  };
  return stringify({
    node: {
      id: `router~${NODE_ADDRESS}~ingress.istio-system~istio-system.svc.cluster.local`,
      cluster: 'istio-ingressgateway.istio-system',
      metadata: {
        NAMESPACE: 'istio-system',
        ISTIO_VERSION: '1.31.0',
        CLUSTER_ID: 'Kubernetes',
        INSTANCE_IPS: NODE_ADDRESS,
        LABELS: GATEWAY_LABELS,
        WORKLOAD_NAME: 'istio-ingressgateway',
      },
    },
    admin: { address: address(ports.envoyAdmin, listen) },
    // Histograms show what was flushed: the usual 5 s would make latencies later than counters.
    stats_flush_interval: '1s',
    stats_config: { use_all_default_tags: false, stats_tags: STATS_TAGS },
    dynamic_resources: {
      lds_config: overAds,
      cds_config: overAds,
      ads_config: {
        api_type: 'GRPC',
        transport_api_version: 'V3',
        set_node_on_first_message_only: true,
        grpc_services: [{ envoy_grpc: { cluster_name: 'xds-grpc' } }],
      },
    },
    static_resources: {
      clusters: [{ ...staticCluster('xds-grpc', ports.istiodXds), typed_extension_protocol_options: http2 }],
    },
  });
}

/** The ingress gateway. It listens where Gateway objects tell it to. */
export function envoy(plan: Plan): Component {
  const { home, ports, bin } = plan;
  const config = join(home.config, 'envoy.yaml');
  return {
    name: 'envoy',
    needs: ['istiod'],
    command: [
      bin('envoy'),
      '--config-path',
      config,
      '--concurrency',
      '1',
      '--disable-hot-restart',
      '--log-level',
      'warning',
      '--drain-time-s',
      '1',
    ],
    files: { [config]: envoyBootstrap(plan) },
    ready: async () => (await get(`http://127.0.0.1:${ports.envoyAdmin}/ready`)).body.startsWith('LIVE'),
  };
}
