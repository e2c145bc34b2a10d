import { isGrpcFailure } from './grpc-status.ts';
import { isOwnRoute, isServerError, type Preset, podSelector, sourceOf, trackOf } from './preset.ts';

const routeLabels = ['route', 'handler', 'path', 'uri', 'http_route'];
const codeLabels = ['code', 'status', 'status_code', 'response_code', 'http_response_status_code'];
const names = [
  'http_requests_total',
  'http_request_duration_seconds_bucket',
  'grpc_server_handled_total',
  'grpc_server_handling_seconds_bucket',
];

/** What the service says of itself: the names that client_golang's examples and most middleware use, and go-grpc's. */
export const http: Preset = {
  name: 'http',
  selectors: (subject) => [`{__name__=~"${names.join('|')}",${podSelector(subject)}}`],
  read: (labels, subject) => {
    if (routeLabels.some((label) => isOwnRoute(labels[label] ?? ''))) return undefined;
    const name = labels['__name__'] ?? '';
    const grpc = name.startsWith('grpc_');
    // Of a pod that serves both, each protocol counts for itself: their buckets may differ.
    const source = `${sourceOf(labels)}${grpc ? ':grpc' : ''}`;
    const place = { track: trackOf(labels['pod'] ?? '', subject), source };
    if (name.endsWith('_bucket')) return { ...place, kind: 'latency', le: labels['le'] ?? '' };
    if (grpc) return { ...place, kind: 'requests', failed: isGrpcFailure(labels['grpc_code'] ?? '') };
    const code = codeLabels.map((label) => labels[label]).find((value) => value !== undefined) ?? '';
    return { ...place, kind: 'requests', failed: isServerError(code) };
  },
};
