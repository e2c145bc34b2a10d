import { includes, type JsonObject, listAt, objectAt, textAt, textsAt } from '../json.ts';
import { canaryName, canaryOfLabel } from '../plan/canary-objects.ts';
import type { ServiceRef } from './types.ts';

/** The Service that selects the canary's pods, where routes name Services. */
export function canaryServiceOf({ name, namespace }: ServiceRef): ServiceRef {
  return { name: canaryName(name), namespace };
}

type Labels = Readonly<Record<string, string>>;

/** A value with `-canary` at its end, within the 63 characters that a label may have. */
const renamed = (value: string): string => `${value.slice(0, 56)}-canary`;

/**
 * The labels that take the canary's pods out of every selector given: of each one label changes its value, the same one
 * for as many as possible. A label of the instance goes before one of the application: rules for a network name the latter.
 */
export function canaryLabelsBeside(selectors: readonly Labels[]): Labels {
  const changed: Record<string, string> = {};
  const times = (key: string): number => selectors.filter((selector) => key in selector).length;
  const rank = (key: string): number => 2 * times(key) + (key.endsWith('/instance') ? 1 : 0);
  for (const selector of selectors) {
    if (Object.keys(selector).some((key) => key in changed)) continue;
    const [key] = Object.keys(selector).sort((a, b) => rank(b) - rank(a) || a.localeCompare(b));
    if (key !== undefined) changed[key] = renamed(selector[key] ?? '');
  }
  return changed;
}

/** Selectors that would take a pod with the labels of the stable ones: the Deployment's and those of Services. */
export function selectorsOf(workload: unknown, services: readonly JsonObject[]): Labels[] {
  const pod = textsAt(workload, 'spec', 'template', 'metadata', 'labels');
  const ofServices = services
    .map((service) => textsAt(service, 'spec', 'selector'))
    .filter((selector) => Object.keys(selector).length > 0 && includes(pod, selector));
  return [textsAt(workload, 'spec', 'selector', 'matchLabels'), ...ofServices];
}

/** The canary's Service: the ports of the service, the pods of the canary. */
export function canaryService(service: JsonObject, workload: string): JsonObject {
  const name = textAt(service, 'metadata', 'name');
  const headless = textAt(service, 'spec', 'clusterIP') === 'None';
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: canaryName(name),
      namespace: textAt(service, 'metadata', 'namespace'),
      labels: { [canaryOfLabel]: workload },
    },
    spec: {
      ...(headless ? { clusterIP: 'None' } : {}),
      selector: { [canaryOfLabel]: workload },
      ports: listAt(service, 'spec', 'ports').map((port) => {
        const { nodePort: _, ...rest } = objectAt({ port }, 'port');
        return rest;
      }),
    },
  };
}

/** The traffic policy of the service's DestinationRule, for the canary's Service; undefined where there is none. */
export function canaryPolicy(
  rule: JsonObject | undefined,
  service: ServiceRef,
  workload: string,
): JsonObject | undefined {
  const trafficPolicy = objectAt(rule, 'spec', 'trafficPolicy');
  if (Object.keys(trafficPolicy).length === 0) return undefined;
  const { name, namespace } = canaryServiceOf(service);
  return {
    apiVersion: textAt(rule, 'apiVersion'),
    kind: 'DestinationRule',
    metadata: { name, namespace, labels: { [canaryOfLabel]: workload } },
    spec: { host: `${name}.${namespace}.svc.cluster.local`, trafficPolicy },
  };
}
