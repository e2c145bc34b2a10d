import { createHash } from 'node:crypto';
import {
  canonical,
  isObject,
  type JsonObject,
  listAt,
  numberAt,
  objectAt,
  textAt,
  textsAt,
} from '../json.ts';

/** Where the state of a canary stands on the route object. */
export const stateAnnotation = 'seatrial.dev/canary';

/** A Kubernetes Service, as hosts of routes name it. */
export interface ServiceRef {
  readonly name: string;
  readonly namespace: string;
}

export interface Subsets {
  readonly stable: string;
  readonly canary: string;
}

/** The subsets of the DestinationRule that a canary works with. */
export const subsets: Subsets = { stable: 'stable', canary: 'canary' };

/** The destinations of one http rule, as they were. */
export interface RuleBefore {
  readonly index: number;
  readonly name: string;
  readonly route: readonly JsonObject[];
}

/** What is needed to put a route back exactly. */
export interface RouteBefore {
  readonly rules: readonly RuleBefore[];
  /** Of what a rollback promises to leave equal; see `digestOf`. */
  readonly digest: string;
  /** Who owned which fields. */
  readonly managedFields: readonly unknown[];
}

/** Whether a host in a rule of `namespace` means the service: short, with namespace, `.svc`, or fully qualified. */
export function isHostOf(host: string, service: ServiceRef, namespace: string): boolean {
  const short = namespace === service.namespace ? [service.name] : [];
  const full = `${service.name}.${service.namespace}`;
  return [...short, full, `${full}.svc`, `${full}.svc.cluster.local`].includes(host);
}

/** Destinations of a rule. */
export function destinationsOf(rule: unknown): readonly JsonObject[] {
  return listAt(rule, 'route').filter(isObject);
}

const hostOf = (entry: JsonObject): string => textAt(entry, 'destination', 'host');
const subsetOf = (entry: JsonObject): string => textAt(entry, 'destination', 'subset');

/** The http rules of a VirtualService that send to the service, with their place. */
export function rulesTo(route: unknown, service: ServiceRef): { index: number; rule: JsonObject }[] {
  const namespace = textAt(route, 'metadata', 'namespace');
  return listAt(route, 'spec', 'http').flatMap((rule, index) =>
    isObject(rule) && destinationsOf(rule).some((entry) => isHostOf(hostOf(entry), service, namespace))
      ? [{ index, rule }]
      : [],
  );
}

/** What a later restore needs to know. */
export function beforeOf(route: JsonObject, service: ServiceRef): RouteBefore {
  return {
    rules: rulesTo(route, service).map(({ index, rule }) => ({
      index,
      name: textAt(rule, 'name'),
      route: destinationsOf(rule),
    })),
    digest: digestOf(route),
    managedFields: listAt(route, 'metadata', 'managedFields'),
  };
}

/** Names the spec, labels and annotations of a route, our own annotation left out. */
export function digestOf(route: JsonObject): string {
  const { [stateAnnotation]: _, ...annotations } = textsAt(route, 'metadata', 'annotations');
  const parts = [annotations, textsAt(route, 'metadata', 'labels'), objectAt(route, 'spec')];
  return createHash('sha256').update(canonical(parts)).digest('hex').slice(0, 16);
}

/** The canary's share in percent that a rule gives; undefined where its weights can't be read. */
export function shareOfRule(rule: unknown): number | undefined {
  const entries = destinationsOf(rule);
  const weights = entries.map((entry) => numberAt(entry, 'weight') ?? (entries.length === 1 ? 100 : 0));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const canary = entries.reduce(
    (sum, entry, i) => sum + (subsetOf(entry) === subsets.canary ? (weights[i] ?? 0) : 0),
    0,
  );
  return total === 100 ? canary : undefined;
}

/** `spec.http` in which every rule that sends to the service gives `share` percent to the canary, the rest to stable. */
export function withShare(route: unknown, service: ServiceRef, share: number): unknown[] {
  const touched = new Set(rulesTo(route, service).map(({ index }) => index));
  return listAt(route, 'spec', 'http').map((rule, index) =>
    touched.has(index) && isObject(rule) ? { ...rule, route: shared(destinationsOf(rule), share) } : rule,
  );
}

/** Keeps order, headers and ports of the destinations; one that is missing is made after the other. */
function shared(entries: readonly JsonObject[], share: number): JsonObject[] {
  const weightOf = (entry: JsonObject): number => (subsetOf(entry) === subsets.canary ? share : 100 - share);
  const canary = entries.find((entry) => subsetOf(entry) === subsets.canary);
  const stable = entries.find((entry) => entry !== canary);
  const pair =
    canary !== undefined && stable !== undefined
      ? entries.map((entry) => (entry === stable ? withSubset(entry, subsets.stable) : entry))
      : [
          withSubset(stable ?? canary ?? {}, subsets.stable),
          withSubset(canary ?? stable ?? {}, subsets.canary),
        ];
  return pair.map((entry) => ({ ...entry, weight: weightOf(entry) }));
}

function withSubset(entry: JsonObject, subset: string): JsonObject {
  return { ...entry, destination: { ...objectAt(entry, 'destination'), subset } };
}

/**
 * `spec.http` as it was before the canary, with every change that somebody else made meanwhile.
 *
 * A rule is found by its name, or by its place if it has none; a rule that sends to the service and was not there
 * before gives everything to stable.
 */
export function restored(route: unknown, service: ServiceRef, before: RouteBefore): unknown[] {
  const pinned = withShare(route, service, 0);
  const touched = new Set(rulesTo(route, service).map(({ index }) => index));
  return pinned.map((rule, index) => {
    if (!touched.has(index) || !isObject(rule)) return rule;
    const name = textAt(rule, 'name');
    const was = before.rules.find((old) => (name === '' ? old.index === index : old.name === name));
    return was === undefined ? rule : { ...rule, route: was.route };
  });
}

/** Whether two `spec.http` are the same. */
export function sameHttp(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}
