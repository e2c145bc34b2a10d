import { isObject, type JsonObject, listAt, numberAt, objectAt, textAt } from '../json.ts';
import { foreignDestination, noRule, shareProblem, thirdDestination } from './problems.ts';
import { rulesRoute } from './rules-route.ts';
import { canaryServiceOf } from './service.ts';
import type { Problem, Route, RouteTarget, ServiceRef, Testers } from './types.ts';
import { cookiePattern } from './virtual-service.ts';
import { entriesOf, rulesTo, type Shape } from './weighted.ts';

/** Whether a backendRef of a route in the service's namespace means the service. */
function isRefOf(entry: JsonObject, service: ServiceRef): boolean {
  const kind = textAt(entry, 'kind') || 'Service';
  const namespace = textAt(entry, 'namespace') || service.namespace;
  const plain = textAt(entry, 'group') === '' && kind === 'Service';
  return plain && namespace === service.namespace && textAt(entry, 'name') === service.name;
}

function shapeOf(service: ServiceRef): Shape {
  const canary = canaryServiceOf(service);
  return {
    rules: (carrier) => listAt(carrier, 'spec', 'rules'),
    spec: (rules) => ({ rules }),
    entries: 'backendRefs',
    nameOf: (rule) => textAt(rule, 'name'),
    isTo: (entry) => isRefOf(entry, service) || isRefOf(entry, canary),
    isCanary: (entry) => isRefOf(entry, canary),
    toStable: (entry) => entry,
    toCanary: (entry) => ({ ...entry, name: canary.name }),
    unset: () => 1,
    apart: true,
    percent: false,
    forTesters,
    // The canary's Service is ours: nobody else has a rule for it alone.
    isOwn: (rule) => {
      const entries = listAt(rule, 'backendRefs').filter(isObject);
      return entries.length > 0 && entries.every((entry) => isRefOf(entry, canary));
    },
    mirrored: (rule, entry, percent) => mirrored(rule, entry, percent, canary),
  };
}

/** Testers' requests: each match of the rule, narrowed by the header. The more precise match wins, whatever the order. */
function forTesters(rule: JsonObject, canary: JsonObject, { header, cookie }: Testers): JsonObject {
  const headers = [
    ...(header === undefined ? [] : [{ name: header.name, value: header.value }]),
    ...(cookie === undefined
      ? []
      : [{ type: 'RegularExpression', name: 'cookie', value: cookiePattern(cookie) }]),
  ];
  const matches = listAt(rule, 'matches');
  const narrowed = (matches.length === 0 ? [{}] : matches).flatMap((one) =>
    headers.map((wanted) => ({ ...objectAt({ one }, 'one'), headers: [...listAt(one, 'headers'), wanted] })),
  );
  const { name: _, ...rest } = rule;
  return { ...rest, matches: narrowed, backendRefs: [canary] };
}

function mirrored(rule: JsonObject, canary: JsonObject, percent: number, service: ServiceRef): JsonObject {
  const all = listAt(rule, 'filters').filter(isObject);
  const others = all.filter((filter) => !isRefOf(objectAt(filter, 'requestMirror', 'backendRef'), service));
  const { weight: _, ...backendRef } = canary;
  const ours = { type: 'RequestMirror', requestMirror: { backendRef, percent } };
  const filters = percent > 0 ? [...others, ours] : others;
  if (filters.length === all.length && percent === 0) return rule;
  const { filters: __, ...rest } = rule;
  return filters.length === 0 ? rest : { ...rest, filters };
}

/** Whether an HTTPRoute sends to the service. */
export function sendsTo(carrier: unknown, service: ServiceRef): boolean {
  return rulesTo(shapeOf(service), carrier).length > 0;
}

export function httpRoute(target: RouteTarget, service: ServiceRef): Route {
  const shape = shapeOf(service);
  return rulesRoute(target, 'service', shape, (object) => problemsOf(object, service, shape));
}

function problemsOf(object: JsonObject, service: ServiceRef, shape: Shape): Problem[] {
  const name = `HTTPRoute ${textAt(object, 'metadata', 'name')}`;
  const rules = rulesTo(shape, object);
  if (rules.length === 0) return [noRule(name, service.name)];
  const found = rules.flatMap(({ index, rule }) => {
    const where = `${name}, rule ${shape.nameOf(rule) || index + 1}`;
    const entries = entriesOf(shape, rule);
    const foreign = entries.find((entry) => !shape.isTo(entry));
    if (foreign !== undefined) return [foreignDestination(where, textAt(foreign, 'name'))];
    return entries.length > 2 ? [thirdDestination(where)] : shareProblem(shape, rule, where);
  });
  return [...found, ...statusProblems(object, name)];
}

/** A route that its gateway has refused, or that nobody has taken up, splits nothing. */
function statusProblems(object: JsonObject, name: string): Problem[] {
  const generation = numberAt(object, 'metadata', 'generation') ?? 0;
  const conditions = listAt(object, 'status', 'parents').flatMap((parent) => listAt(parent, 'conditions'));
  const refused = conditions.find(
    (condition) =>
      ['Accepted', 'ResolvedRefs'].includes(textAt(condition, 'type')) &&
      textAt(condition, 'status') === 'False' &&
      (numberAt(condition, 'observedGeneration') ?? generation) >= generation,
  );
  if (refused !== undefined) {
    return [
      {
        message: `${name} is not in force: ${textAt(refused, 'reason')}: ${textAt(refused, 'message')}`,
        fix: 'Mend what its gateway says first.',
      },
    ];
  }
  if (conditions.some((condition) => textAt(condition, 'type') === 'Accepted')) return [];
  return [
    {
      message: `no gateway has taken up ${name} yet`,
      fix: 'Check its `parentRefs`, and that the controller of that Gateway runs.',
    },
  ];
}
