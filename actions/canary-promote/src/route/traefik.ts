import { isObject, type JsonObject, listAt, objectAt, textAt } from '../json.ts';
import { foreignDestination, noRule, shareProblem, thirdDestination } from './problems.ts';
import { rulesRoute } from './rules-route.ts';
import { canaryServiceOf } from './service.ts';
import type { Problem, Route, RouteTarget, ServiceRef } from './types.ts';
import { entriesOf, rulesTo, type Shape } from './weighted.ts';

function isRefOf(entry: JsonObject, service: ServiceRef): boolean {
  const kind = textAt(entry, 'kind') || 'Service';
  const namespace = textAt(entry, 'namespace') || service.namespace;
  return kind === 'Service' && namespace === service.namespace && textAt(entry, 'name') === service.name;
}

/** Both kinds list `services` with weights: an IngressRoute in each of its routes, a TraefikService once. */
function shapeOf(kind: RouteTarget['kind'], service: ServiceRef): Shape {
  const canary = canaryServiceOf(service);
  const places =
    kind === 'IngressRoute'
      ? {
          rules: (carrier: unknown) => listAt(carrier, 'spec', 'routes'),
          spec: (routes: readonly unknown[]) => ({ routes }),
        }
      : {
          rules: (carrier: unknown) => [objectAt(carrier, 'spec', 'weighted')],
          spec: ([weighted]: readonly unknown[]) => ({ weighted }),
        };
  return {
    ...places,
    entries: 'services',
    nameOf: () => '',
    isTo: (entry) => isRefOf(entry, service) || isRefOf(entry, canary),
    isCanary: (entry) => isRefOf(entry, canary),
    toStable: (entry) => entry,
    toCanary: (entry) => ({ ...entry, name: canary.name }),
    unset: () => 1,
    apart: true,
    percent: false,
  };
}

/** Whether an IngressRoute or a TraefikService sends to the service. */
export function sendsTo(kind: RouteTarget['kind'], carrier: unknown, service: ServiceRef): boolean {
  return rulesTo(shapeOf(kind, service), carrier).length > 0;
}

export function traefik(target: RouteTarget, service: ServiceRef): Route {
  const shape = shapeOf(target.kind, service);
  return rulesRoute(target, 'service', shape, (object) => problemsOf(target, object, service, shape));
}

function problemsOf(target: RouteTarget, object: JsonObject, service: ServiceRef, shape: Shape): Problem[] {
  const name = `${target.kind} ${textAt(object, 'metadata', 'name')}`;
  const rules = rulesTo(shape, object);
  if (rules.length === 0) return [noRule(name, service.name)];
  return rules.flatMap(({ index, rule }) => {
    const where = target.kind === 'IngressRoute' ? `${name}, route ${index + 1}` : name;
    const entries = entriesOf(shape, rule).filter(isObject);
    const foreign = entries.find((entry) => !shape.isTo(entry));
    if (foreign !== undefined) return [foreignDestination(where, textAt(foreign, 'name'))];
    return entries.length > 2 ? [thirdDestination(where)] : shareProblem(shape, rule, where);
  });
}
