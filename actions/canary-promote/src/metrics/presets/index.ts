import { envoy } from './envoy.ts';
import { http } from './http.ts';
import { istio } from './istio.ts';
import { nginx } from './nginx.ts';
import { otel } from './otel.ts';
import type { Preset } from './preset.ts';
import { traefik } from './traefik.ts';

export { type Preset, presetNames, type Subject } from './preset.ts';
export { runtime } from './runtime.ts';

/**
 * In the order in which `auto` asks. The mesh and the gateway first: they see what the service can't count itself (refused
 * connections, time-outs, a pod that dies), and they see it as the callers do.
 */
export const presets: readonly Preset[] = [
  istio('source'),
  istio('waypoint'),
  istio('destination'),
  envoy('envoy_'),
  envoy(''),
  nginx('exported_'),
  nginx(''),
  traefik('exported_service'),
  traefik('service'),
  otel({ namespace: 'namespace', pod: 'pod' }),
  otel({ namespace: 'k8s_namespace_name', pod: 'k8s_pod_name' }),
  http,
];
