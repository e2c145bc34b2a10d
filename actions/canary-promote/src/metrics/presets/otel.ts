import { isGrpcFailure } from './grpc-status.ts';
import {
  inSeconds,
  isOwnRoute,
  isServerError,
  type Labels,
  type Preset,
  podSelector,
  sourceOf,
  trackOf,
} from './preset.ts';

/** One of OpenTelemetry's histograms, whose `_count` counts requests: its unit, and which of its labels tells a failure. */
interface Instrument {
  readonly name: string;
  readonly bound: (le: string) => string;
  readonly failed: (labels: Labels) => boolean;
}

const http = (label: string) => (labels: Labels) => isServerError(labels[label] ?? '');
const grpc = (label: string) => (labels: Labels) => isGrpcFailure(labels[label] ?? '');
const asIs = (le: string): string => le;

/** HTTP and RPC servers by the stable conventions, and by those before, which many libraries still follow. */
const instruments: readonly Instrument[] = [
  { name: 'http_server_request_duration_seconds', bound: asIs, failed: http('http_response_status_code') },
  { name: 'http_server_duration_milliseconds', bound: inSeconds, failed: http('http_status_code') },
  { name: 'rpc_server_call_duration_seconds', bound: asIs, failed: grpc('rpc_response_status_code') },
  { name: 'rpc_server_duration_milliseconds', bound: inSeconds, failed: grpc('rpc_grpc_status_code') },
];

/**
 * OpenTelemetry's metrics of the service itself. Scraped from the pod they have Prometheus' own labels, out of a collector
 * those of the resource (`resource_to_telemetry_conversion`).
 */
export function otel(label: { readonly namespace: string; readonly pod: string }): Preset {
  const names = instruments.flatMap(({ name }) => [`${name}_count`, `${name}_bucket`]).join('|');
  return {
    name: 'otel',
    selectors: (subject) => [`{__name__=~"${names}",${podSelector(subject, label)}}`],
    read: (labels, subject) => {
      const metric = labels['__name__'] ?? '';
      const found = instruments.find(({ name }) => metric.startsWith(name));
      if (found === undefined || isOwnRoute(labels['http_route'] ?? '')) return undefined;
      const pod = labels[label.pod] ?? '';
      const place = { track: trackOf(pod, subject), source: `${pod || sourceOf(labels)}:${found.name}` };
      return metric.endsWith('_bucket')
        ? { ...place, kind: 'latency', le: found.bound(labels['le'] ?? '') }
        : { ...place, kind: 'requests', failed: found.failed(labels) };
    },
  };
}
