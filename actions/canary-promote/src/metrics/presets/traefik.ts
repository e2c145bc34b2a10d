import { exact, isServerError, type Preset, sourceOf } from './preset.ts';

/**
 * Traefik's counters per service, `NAMESPACE-SERVICE-PORT@kubernetescrd`; a weighted route counts at the services it leads
 * to. A port's name with a dash could be another service's, so it is not read.
 */
export function traefik(label: 'exported_service' | 'service'): Preset {
  const names = 'traefik_service_requests_total|traefik_service_request_duration_seconds_bucket';
  return {
    name: 'traefik',
    routes: ['IngressRoute', 'TraefikService'],
    selectors: ({ namespace, service }) => [
      `{__name__=~"${names}",${label}=~"${exact(namespace)}-${exact(service)}(-canary)?-[^-@]+@kubernetes.*"}`,
    ],
    read: (labels, { namespace, service }) => {
      const ofCanary = (labels[label] ?? '').startsWith(`${namespace}-${service}-canary-`);
      const track = ofCanary ? 'canary' : 'stable';
      const source = sourceOf(labels);
      return labels['__name__'] === 'traefik_service_requests_total'
        ? { track, source, kind: 'requests', failed: isServerError(labels['code'] ?? '') }
        : { track, source, kind: 'latency', le: labels['le'] ?? '' };
    },
  };
}
