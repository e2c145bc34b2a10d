import type { Reading, Series, Track } from './series.ts';

/** Whose metrics are asked for. */
export interface Subject {
  readonly namespace: string;
  readonly service: string;
  readonly workload: string;
  readonly canary: string;
}

/** One way in which a platform names its request metrics. */
export interface Preset {
  readonly name: 'istio' | 'envoy' | 'http';
  /** Instant selectors that give all series of both groups, resolved. */
  readonly selectors: (subject: Subject) => readonly string[];
  readonly read: (labels: Series['labels'], subject: Subject) => Reading | undefined;
}

type Labels = Series['labels'];

/** Statuses of gRPC that are the server's fault: UNKNOWN, DEADLINE_EXCEEDED, UNIMPLEMENTED, INTERNAL, UNAVAILABLE, DATA_LOSS. */
const failedStatuses = new Set(['2', '4', '12', '13', '14', '15']);
const failedCodes = new Set([
  'Unknown',
  'DeadlineExceeded',
  'Unimplemented',
  'Internal',
  'Unavailable',
  'DataLoss',
]);

/** Text in a PromQL regular expression, inside double quotes. */
const exact = (text: string): string => text.replaceAll(/[.+*?()|[\]{}^$\\]/g, '\\\\$&');

const seconds = (milliseconds: string): string =>
  milliseconds === '+Inf' ? '+Inf' : String(Number(milliseconds) / 1000);

/** Who counted: a pod where it is known, else the scraped address. */
const sourceOf = (labels: Labels): string => labels['pod'] ?? labels['instance'] ?? '';

/** Istio's standard metrics, from the proxies that send (`source`), else those that receive. */
function istio(reporter: string): Preset {
  return {
    name: 'istio',
    selectors: ({ namespace, workload, canary }) => [
      `{__name__=~"istio_requests_total|istio_request_duration_milliseconds_bucket",reporter="${reporter}",destination_workload_namespace="${namespace}",destination_workload=~"${exact(workload)}|${exact(canary)}"}`,
    ],
    read: (labels, subject) => {
      const track: Track = labels['destination_workload'] === subject.canary ? 'canary' : 'stable';
      const source = sourceOf(labels);
      if (labels['__name__'] === 'istio_requests_total') {
        const failed =
          (labels['response_code'] ?? '').startsWith('5') ||
          failedStatuses.has(labels['grpc_response_status'] ?? '');
        return { track, source, kind: 'requests', failed };
      }
      return { track, source, kind: 'latency', le: seconds(labels['le'] ?? '') };
    },
  };
}

/**
 * The gateway's (or any proxy's) own counters per subset cluster. Envoy's default tags call the labels
 * `envoy_cluster_name` and `envoy_response_code_class` (5), Istio's bootstrap `cluster_name` and `response_code_class` (5xx).
 */
function envoy(prefix: 'envoy_' | ''): Preset {
  const names =
    'envoy_cluster_upstream_rq|envoy_cluster_upstream_rq_xx|envoy_cluster_upstream_rq_time_bucket';
  return {
    name: 'envoy',
    selectors: ({ namespace, service }) => [
      `{__name__=~"${names}",${prefix}cluster_name=~"outbound\\\\|[0-9]+\\\\|(stable|canary|)\\\\|${exact(service)}(-canary)?${exact(`.${namespace}.svc.`)}.+"}`,
    ],
    read: (labels, { service }) => {
      const [, port, subset, host = ''] = (labels[`${prefix}cluster_name`] ?? '').split('|');
      const ofCanary = subset === 'canary' || host.startsWith(`${service}-canary.`);
      const track: Track = ofCanary ? 'canary' : 'stable';
      const source = `${sourceOf(labels)}:${port ?? ''}${subset === '' ? ':all' : ''}`;
      if (labels['__name__'] === 'envoy_cluster_upstream_rq_time_bucket') {
        return { track, source, kind: 'latency', le: seconds(labels['le'] ?? '') };
      }
      const kind = labels[`${prefix}response_code_class`];
      return kind === undefined
        ? undefined
        : { track, source, kind: 'requests', failed: kind.startsWith('5') };
    },
  };
}

/** Routes that nobody but the platform asks for: they would water down a small share of real traffic. */
const ownRoute = /^\/?(healthz?|livez?|liveness|readyz?|readiness|startupz?|metrics|ping)$/;
const routeLabels = ['route', 'handler', 'path', 'uri', 'http_route'];
const codeLabels = ['code', 'status', 'status_code', 'response_code', 'http_response_status_code'];

/** What the service says of itself: the names that client_golang's examples and most middleware use, and go-grpc's. */
const http: Preset = {
  name: 'http',
  selectors: (subject) => [
    `{__name__=~"http_requests_total|http_request_duration_seconds_bucket|grpc_server_handled_total",${podSelector(subject)}}`,
  ],
  read: (labels, subject) => {
    if (routeLabels.some((label) => ownRoute.test((labels[label] ?? '').replace(/^[A-Z]+ /, ''))))
      return undefined;
    const place = placeOf(labels, subject);
    const name = labels['__name__'];
    if (name === 'http_request_duration_seconds_bucket')
      return { ...place, kind: 'latency', le: labels['le'] ?? '' };
    if (name === 'grpc_server_handled_total') {
      return { ...place, kind: 'requests', failed: failedCodes.has(labels['grpc_code'] ?? '') };
    }
    const code = codeLabels.map((label) => labels[label]).find((value) => value !== undefined) ?? '';
    return { ...place, kind: 'requests', failed: code.startsWith('5') };
  },
};

/** Pods of both Deployments by their generated names: DEPLOYMENT-REPLICASET-POD. */
function podSelector({ namespace, workload, canary }: Subject): string {
  const generated = '-[0-9a-z]+-[0-9a-z]{5}';
  return `namespace="${namespace}",pod=~"${exact(workload)}${generated}|${exact(canary)}${generated}"`;
}

function placeOf(labels: Labels, { canary }: Subject): { track: Track; source: string } {
  const pod = labels['pod'] ?? '';
  return { track: pod.startsWith(`${canary}-`) ? 'canary' : 'stable', source: sourceOf(labels) };
}

/** Go's runtime, beside every preset where the pods are scraped: a leak shows here before it fails requests. */
export const runtime = {
  selectors: (subject: Subject): readonly string[] => [
    `{__name__=~"go_goroutines|go_memstats_heap_inuse_bytes",${podSelector(subject)}}`,
  ],
  read: (labels: Labels, subject: Subject): Reading => ({
    ...placeOf(labels, subject),
    kind: 'gauge',
    name: labels['__name__'] === 'go_goroutines' ? 'goroutines' : 'heap-bytes',
  }),
};

/**
 * In the order in which `auto` asks. The mesh first: it sees what the service can't count itself (refused connections,
 * time-outs, a pod that dies), and it sees it as the callers do.
 */
export const presets: readonly Preset[] = [
  istio('source'),
  istio('waypoint'),
  istio('destination'),
  envoy('envoy_'),
  envoy(''),
  http,
];
