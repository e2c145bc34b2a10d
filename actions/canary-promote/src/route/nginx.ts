import { isObject, type JsonObject, listAt, objectAt, textAt, textsAt } from '../json.ts';
import { canaryName, canaryOfLabel } from '../plan/canary-objects.ts';
import { noRule } from './problems.ts';
import { canaryServiceOf } from './service.ts';
import type { Problem, Route, RouteTarget, ServiceRef, Testers } from './types.ts';

/** The annotations of ingress-nginx; `canary: "true"` makes an Ingress the canary of the one with the same hosts and paths. */
const prefix = 'nginx.ingress.kubernetes.io/';
const canaryKey = `${prefix}canary`;
const weightKey = `${prefix}canary-weight`;

const backendOf = (path: unknown): string => textAt(path, 'backend', 'service', 'name');

function pathsOf(ingress: unknown): readonly unknown[] {
  return listAt(ingress, 'spec', 'rules').flatMap((rule) => listAt(rule, 'http', 'paths'));
}

/** Whether an Ingress that is itself no canary sends to the service. */
export function sendsTo(ingress: unknown, service: ServiceRef): boolean {
  const canary = textAt(ingress, 'metadata', 'annotations', canaryKey) === 'true';
  return !canary && pathsOf(ingress).some((path) => backendOf(path) === service.name);
}

/** Whether an Ingress belongs to ingress-nginx, by the name of its class. */
export function isNginx(ingress: unknown): boolean {
  const named = textAt(ingress, 'spec', 'ingressClassName');
  return (named || textAt(ingress, 'metadata', 'annotations', 'kubernetes.io/ingress.class')).includes(
    'nginx',
  );
}

/** The canary's Ingress: hosts and paths of the given one that lead to the service, to the canary's Service instead. */
export function canaryIngress(ingress: JsonObject, service: ServiceRef, workload: string): JsonObject {
  const { name: backend } = canaryServiceOf(service);
  const rules = listAt(ingress, 'spec', 'rules').flatMap((rule) => {
    const paths = listAt(rule, 'http', 'paths').filter((path) => backendOf(path) === service.name);
    const turned = paths.filter(isObject).map((path) => ({
      ...path,
      backend: { service: { ...objectAt(path, 'backend', 'service'), name: backend } },
    }));
    return turned.length === 0 ? [] : [{ ...objectAt({ rule }, 'rule'), http: { paths: turned } }];
  });
  const { ingressClassName } = objectAt(ingress, 'spec');
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: {
      name: canaryName(textAt(ingress, 'metadata', 'name')),
      namespace: service.namespace,
      labels: { [canaryOfLabel]: workload },
      annotations: { ...carriedOver(ingress), [canaryKey]: 'true', [weightKey]: '0' },
    },
    spec: { ...(ingressClassName === undefined ? {} : { ingressClassName }), rules },
  };
}

/** How NGINX talks to the pods has to be the same for both; what is of the server as a whole stays with the main Ingress. */
function carriedOver(ingress: JsonObject): Record<string, string> {
  const annotations = Object.entries(textsAt(ingress, 'metadata', 'annotations'));
  const ours = (key: string): boolean =>
    key === 'kubernetes.io/ingress.class' || (key.startsWith(prefix) && !key.startsWith(canaryKey));
  return Object.fromEntries(annotations.filter(([key]) => ours(key)));
}

/** Annotations for testers; null takes one away. */
function forTesters(testers: Testers | undefined): Record<string, string | null> {
  return {
    [`${prefix}canary-by-header`]: testers?.header?.name ?? null,
    [`${prefix}canary-by-header-value`]: testers?.header?.value ?? null,
    [`${prefix}canary-by-cookie`]: testers?.cookie?.name ?? null,
  };
}

export function nginx(target: RouteTarget, service: ServiceRef): Route {
  return {
    target,
    carrier: { kind: 'Ingress', name: canaryName(target.name) },
    isolation: 'service',
    own: true,
    shares: (carrier) => {
      const annotations = textsAt(carrier, 'metadata', 'annotations');
      const weight = Number(annotations[weightKey] ?? '0');
      return [annotations[canaryKey] === 'true' && Number.isFinite(weight) ? weight : undefined];
    },
    patch: (_, { share, testers }) => ({
      metadata: { annotations: { [weightKey]: String(share), ...forTesters(testers) } },
    }),
    before: () => [],
    restore: () => undefined,
    problems: (ingress) => problemsOf(ingress, service),
  };
}

function problemsOf(ingress: JsonObject, service: ServiceRef): Problem[] {
  const name = `Ingress ${textAt(ingress, 'metadata', 'name')}`;
  if (!sendsTo(ingress, service)) return [noRule(name, service.name)];
  if (isNginx(ingress)) return [];
  return [
    {
      message: `the class of ${name} does not name NGINX, and no other controller reads its canary annotations`,
      fix: 'Give it an `ingressClassName` of ingress-nginx, or name another route with `route: …`.',
    },
  ];
}
