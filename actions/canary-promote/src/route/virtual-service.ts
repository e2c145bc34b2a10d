import { type JsonObject, listAt, objectAt, textAt } from '../json.ts';
import { foreignDestination, noRule, shareProblem, thirdDestination } from './problems.ts';
import { rulesRoute } from './rules-route.ts';
import { canaryServiceOf } from './service.ts';
import type { Isolation, Problem, Route, RouteTarget, ServiceRef, Testers } from './types.ts';
import { entriesOf, rulesTo, type Shape } from './weighted.ts';

/** The subsets of the DestinationRule that a canary works with. */
export const subsets = { stable: 'stable', canary: 'canary' } as const;

/** Whether a host in a rule of `namespace` means the service: short, with namespace, `.svc`, or fully qualified. */
export function isHostOf(host: string, service: ServiceRef, namespace: string): boolean {
  const short = namespace === service.namespace ? [service.name] : [];
  const full = `${service.name}.${service.namespace}`;
  return [...short, full, `${full}.svc`, `${full}.svc.cluster.local`].includes(host);
}

const hostOf = (entry: JsonObject): string => textAt(entry, 'destination', 'host');
const subsetOf = (entry: JsonObject): string => textAt(entry, 'destination', 'subset');

/** Routes live in the namespace of their service. */
const isOf = (entry: JsonObject, service: ServiceRef): boolean =>
  isHostOf(hostOf(entry), service, service.namespace);

function withDestination(entry: JsonObject, changes: JsonObject): JsonObject {
  return { ...entry, destination: { ...objectAt(entry, 'destination'), ...changes } };
}

/** Begins the names of the rules that are put in for testers; they are found by it. */
const testersPrefix = 'seatrial-testers';

const common = {
  rules: (carrier: unknown) => listAt(carrier, 'spec', 'http'),
  spec: (http: readonly unknown[]) => ({ http }),
  entries: 'route',
  nameOf: (rule: JsonObject) => textAt(rule, 'name'),
  unset: (entries: readonly JsonObject[]) => (entries.length === 1 ? 100 : 0),
  percent: true,
  forTesters,
  isOwn: (rule: JsonObject) => textAt(rule, 'name').startsWith(testersPrefix),
  mirrored,
};

function bySubset(service: ServiceRef): Shape {
  return {
    ...common,
    isTo: (entry) => isOf(entry, service),
    isCanary: (entry) => subsetOf(entry) === subsets.canary,
    toStable: (entry) => withDestination(entry, { subset: subsets.stable }),
    toCanary: (entry) => withDestination(entry, { subset: subsets.canary }),
    apart: false,
  };
}

function byService(service: ServiceRef): Shape {
  const canary = canaryServiceOf(service);
  return {
    ...common,
    isTo: (entry) => isOf(entry, service) || isOf(entry, canary),
    isCanary: (entry) => isOf(entry, canary),
    apart: true,
    toStable: (entry) => entry,
    toCanary: (entry) => withDestination(entry, { host: hostOf(entry).replace(/^[^.]+/, canary.name) }),
  };
}

/** Testers' requests, ahead of the rule that is for all: each of its matches, narrowed by the header. */
function forTesters(rule: JsonObject, canary: JsonObject, { header, cookie }: Testers): JsonObject {
  const headers = [
    ...(header === undefined ? [] : [{ [header.name]: { exact: header.value } }]),
    ...(cookie === undefined ? [] : [{ cookie: { regex: cookiePattern(cookie) } }]),
  ];
  const matches = listAt(rule, 'match');
  const match = (matches.length === 0 ? [{}] : matches).flatMap((one) =>
    headers.map((wanted) => ({
      ...objectAt({ one }, 'one'),
      headers: { ...objectAt(one, 'headers'), ...wanted },
    })),
  );
  const name = [testersPrefix, textAt(rule, 'name')].filter((part) => part !== '').join('-');
  return { ...rule, name, match, route: [canary] };
}

/** A regular expression for the whole `Cookie` header that finds one cookie of it. */
export function cookiePattern({ name, value }: { readonly name: string; readonly value: string }): string {
  const exact = (text: string): string => text.replaceAll(/[.+*?()|[\]{}^$\\]/g, '\\$&');
  return `(^|.*;\\s*)${exact(name)}=${exact(value)}(;.*|$)`;
}

function mirrored(rule: JsonObject, canary: JsonObject, percent: number): JsonObject {
  const { mirror, mirrorPercentage, ...rest } = rule;
  const destination = objectAt(canary, 'destination');
  if (percent > 0) return { ...rest, mirror: destination, mirrorPercentage: { value: percent } };
  const ours =
    textAt(mirror, 'host') === textAt(destination, 'host') &&
    textAt(mirror, 'subset') === textAt(destination, 'subset');
  return ours ? rest : rule;
}

/** Whether any rule to the service names a subset. */
export function namesSubsets(carrier: unknown, service: ServiceRef): boolean {
  const shape = bySubset(service);
  return rulesTo(shape, carrier).some(({ rule }) =>
    entriesOf(shape, rule).some((entry) => subsetOf(entry) !== ''),
  );
}

/** Whether a VirtualService sends to the service. */
export function sendsTo(carrier: unknown, service: ServiceRef): boolean {
  return rulesTo(bySubset(service), carrier).length > 0;
}

export function virtualService(target: RouteTarget, service: ServiceRef, isolation: Isolation): Route {
  const shape = isolation === 'subset' ? bySubset(service) : byService(service);
  return rulesRoute(target, isolation, shape, (object) => problemsOf(object, service, shape));
}

function problemsOf(object: JsonObject, service: ServiceRef, shape: Shape): Problem[] {
  const name = `VirtualService ${textAt(object, 'metadata', 'name')}`;
  const rules = rulesTo(shape, object);
  if (rules.length === 0) return [noRule(name, service.name)];
  const found = rules.flatMap(({ index, rule }) => {
    const where = `${name}, http rule ${shape.nameOf(rule) || index + 1}`;
    return ruleProblems(shape, rule, where);
  });
  return [...found, ...bypassProblems(object, service, shape, name)];
}

function ruleProblems(shape: Shape, rule: JsonObject, where: string): Problem[] {
  const entries = entriesOf(shape, rule);
  const foreign = entries.find((entry) => !shape.isTo(entry));
  if (foreign !== undefined) return [foreignDestination(where, hostOf(foreign))];
  const known = ['', subsets.stable, subsets.canary];
  if (entries.length > 2 || entries.some((entry) => !known.includes(subsetOf(entry)))) {
    return [thirdDestination(where)];
  }
  return shareProblem(shape, rule, where);
}

/** With subsets, raw rules to the whole service would reach canary pods whatever the weights are. */
function bypassProblems(object: JsonObject, service: ServiceRef, shape: Shape, name: string): Problem[] {
  const raw = [...listAt(object, 'spec', 'tcp'), ...listAt(object, 'spec', 'tls')];
  const bypass = raw.some((rule) =>
    entriesOf(shape, rule).some((entry) => isOf(entry, service) && subsetOf(entry) !== subsets.stable),
  );
  const pinned = shape.toStable({ destination: { host: service.name } });
  if (!bypass || subsetOf(pinned) === '') return [];
  return [
    {
      message: `${name} has a tcp or tls rule that sends to all pods of ${service.name}, which no weight would keep from the canary`,
      fix: `Give that destination \`subset: ${subsets.stable}\`.`,
    },
  ];
}
