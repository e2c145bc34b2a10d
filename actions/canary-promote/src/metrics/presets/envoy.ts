import type { Track } from '../series.ts';
import { exact, inSeconds, isServerError, type Preset, sourceOf } from './preset.ts';

/**
 * The gateway's (or any proxy's) own counters per subset cluster. Envoy's default tags call the labels
 * `envoy_cluster_name` and `envoy_response_code_class` (5), Istio's bootstrap `cluster_name` and `response_code_class` (5xx).
 */
export function envoy(prefix: 'envoy_' | ''): Preset {
  const names =
    'envoy_cluster_upstream_rq|envoy_cluster_upstream_rq_xx|envoy_cluster_upstream_rq_time_bucket';
  return {
    name: 'envoy',
    routes: ['VirtualService', 'HTTPRoute'],
    selectors: ({ namespace, service }) => [
      `{__name__=~"${names}",${prefix}cluster_name=~"outbound\\\\|[0-9]+\\\\|(stable|canary|)\\\\|${exact(service)}(-canary)?${exact(`.${namespace}.svc.`)}.+"}`,
    ],
    read: (labels, { service }) => {
      const [, port, subset, host = ''] = (labels[`${prefix}cluster_name`] ?? '').split('|');
      const ofCanary = subset === 'canary' || host.startsWith(`${service}-canary.`);
      const track: Track = ofCanary ? 'canary' : 'stable';
      const source = `${sourceOf(labels)}:${port ?? ''}${subset === '' ? ':all' : ''}`;
      if (labels['__name__'] === 'envoy_cluster_upstream_rq_time_bucket') {
        return { track, source, kind: 'latency', le: inSeconds(labels['le'] ?? '') };
      }
      const kind = labels[`${prefix}response_code_class`];
      return kind === undefined
        ? undefined
        : { track, source, kind: 'requests', failed: isServerError(kind) };
    },
  };
}
