import { isServerError, type Preset, sourceOf } from './preset.ts';

/**
 * The counters of ingress-nginx. Requests that its canary Ingress took have the upstream they were given to in `canary`
 * (`prod-shop-canary-80`), all others nothing or `-`; `ingress` and `service` are those of the main Ingress for both. A
 * Prometheus that puts the target's own labels first calls the controller's `exported_…`.
 */
export function nginx(prefix: 'exported_' | ''): Preset {
  const names = 'nginx_ingress_controller_requests|nginx_ingress_controller_request_duration_seconds_bucket';
  return {
    name: 'nginx',
    routes: ['Ingress'],
    selectors: ({ namespace, service }) => [
      `{__name__=~"${names}",${prefix}namespace="${namespace}",${prefix}service="${service}"}`,
    ],
    read: (labels) => {
      const upstream = labels['canary'] ?? '';
      const track = upstream === '' || upstream === '-' ? 'stable' : 'canary';
      const source = labels['controller_pod'] ?? sourceOf(labels);
      return labels['__name__'] === 'nginx_ingress_controller_requests'
        ? { track, source, kind: 'requests', failed: isServerError(labels['status'] ?? '') }
        : { track, source, kind: 'latency', le: labels['le'] ?? '' };
    },
  };
}
