import type { Track } from '../series.ts';
import { isGrpcFailure } from './grpc-status.ts';
import { exact, inSeconds, isServerError, type Preset, sourceOf } from './preset.ts';

/** Istio's standard metrics, from the proxies that send (`source`), else those that receive. */
export function istio(reporter: 'source' | 'waypoint' | 'destination'): Preset {
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
          isServerError(labels['response_code'] ?? '') || isGrpcFailure(labels['grpc_response_status'] ?? '');
        return { track, source, kind: 'requests', failed };
      }
      return { track, source, kind: 'latency', le: inSeconds(labels['le'] ?? '') };
    },
  };
}
