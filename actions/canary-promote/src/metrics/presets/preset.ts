import type { RouteKind } from '../../route/types.ts';
import type { Reading, Series, Track } from '../series.ts';

/** Whose metrics are asked for. */
export interface Subject {
  /** What splits the traffic. */
  readonly route: RouteKind;
  readonly namespace: string;
  readonly service: string;
  readonly workload: string;
  readonly canary: string;
}

export const presetNames = ['istio', 'envoy', 'nginx', 'traefik', 'otel', 'http'] as const;

/** One way in which a platform names its request metrics. */
export interface Preset {
  readonly name: (typeof presetNames)[number];
  /** Routes on which these metrics tell the two versions apart; undefined: all. */
  readonly routes?: readonly RouteKind[];
  /** Instant selectors that give all series of both groups, resolved. */
  readonly selectors: (subject: Subject) => readonly string[];
  readonly read: (labels: Labels, subject: Subject) => Reading | undefined;
}

export type Labels = Series['labels'];

/** Text in a PromQL regular expression, inside double quotes. */
export const exact = (text: string): string => text.replaceAll(/[.+*?()|[\]{}^$\\]/g, '\\\\$&');

/** A bucket's bound in seconds, given in milliseconds. */
export const inSeconds = (milliseconds: string): string =>
  milliseconds === '+Inf' ? '+Inf' : String(Number(milliseconds) / 1000);

/** Who counted: a pod where it is known, else the scraped address. */
export const sourceOf = (labels: Labels): string => labels['pod'] ?? labels['instance'] ?? '';

/** Pods of both Deployments by their generated names: DEPLOYMENT-REPLICASET-POD. */
export function podSelector(
  { namespace, workload, canary }: Subject,
  label: { readonly namespace: string; readonly pod: string } = { namespace: 'namespace', pod: 'pod' },
): string {
  const generated = '-[0-9a-z]+-[0-9a-z]{5}';
  return `${label.namespace}="${namespace}",${label.pod}=~"${exact(workload)}${generated}|${exact(canary)}${generated}"`;
}

export const trackOf = (pod: string, { canary }: Subject): Track =>
  pod.startsWith(`${canary}-`) ? 'canary' : 'stable';

/** Routes that nobody but the platform asks for: they would water down a small share of real traffic. */
const ownRoute = /^\/?(healthz?|livez?|liveness|readyz?|readiness|startupz?|metrics|ping)$/;

/** Whether a route such as `/healthz` or `GET /metrics` is the platform's own. */
export const isOwnRoute = (route: string): boolean => ownRoute.test(route.replace(/^[A-Z]+ /, ''));

/** Server errors of HTTP. */
export const isServerError = (code: string): boolean => code.startsWith('5');
