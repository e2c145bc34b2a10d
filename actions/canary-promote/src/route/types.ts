import type { JsonObject } from '../json.ts';

/** The kinds that can split traffic. A Deployment stands for "by the number of pods". */
export const routeKinds = [
  'VirtualService',
  'HTTPRoute',
  'TraefikService',
  'IngressRoute',
  'Ingress',
  'Deployment',
] as const;

export type RouteKind = (typeof routeKinds)[number];

/** The object that the caller names as the route. */
export interface RouteTarget {
  readonly kind: RouteKind;
  readonly name: string;
}

/** A Kubernetes Service, as routes name it. */
export interface ServiceRef {
  readonly name: string;
  readonly namespace: string;
}

/** How the canary's pods are told from stable's: by a subset, by a Service of their own, or not at all. */
export type Isolation = 'subset' | 'service' | 'none';

/** Requests that go to the canary whatever its share is. */
export interface Testers {
  readonly header?: { readonly name: string; readonly value: string };
  readonly cookie?: { readonly name: string; readonly value: string };
}

/** What is to reach the canary. */
export interface Traffic {
  /** Percent of the users' requests. */
  readonly share: number;
  /** Percent of the requests to stable of which the canary gets a copy. */
  readonly mirror: number;
  /** Undefined while the canary takes no one. */
  readonly testers: Testers | undefined;
  /** Pods of the canary; only where they are the weight. */
  readonly pods: number;
}

/** The destinations of one rule, as they were. */
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

/** A merge patch of a carrier. */
export interface CarrierPatch {
  readonly metadata?: JsonObject;
  readonly spec?: JsonObject;
}

/** Something that would make a canary on this route send traffic astray. */
export interface Problem {
  readonly message: string;
  readonly fix: string;
}

/**
 * One way to split traffic, on one carrier: the object that holds weights and state, and on which both change in one
 * patch. Pure: what is read from and written to the cluster goes through the RouteStore.
 */
export interface Route {
  readonly target: RouteTarget;
  readonly carrier: RouteTarget;
  readonly isolation: Isolation;
  /** The carrier is made for the canary and removed with it. */
  readonly own: boolean;
  /** The share in percent that each rule gives to the canary; undefined where it can't be read. */
  readonly shares: (carrier: JsonObject) => readonly (number | undefined)[];
  readonly patch: (carrier: JsonObject, traffic: Traffic) => CarrierPatch;
  /** The rules a restore puts back; none for a carrier of our own. */
  readonly before: (carrier: JsonObject) => readonly RuleBefore[];
  /** What puts the rules back as they were; undefined where they are already. */
  readonly restore: (carrier: JsonObject, before: RouteBefore) => CarrierPatch | undefined;
  /** What is wrong with the route as the caller has it, before anything is changed. */
  readonly problems: (target: JsonObject) => readonly Problem[];
}

/** How a route is written in the input `route` and told to people. */
export const told = ({ kind, name }: RouteTarget): string => `${kind} ${name}`;
export const routeId = ({ kind, name }: RouteTarget): string => `${kind}/${name}`;

/** Reads `KIND/NAME`; a name alone is a VirtualService. Undefined for a kind that can't split traffic. */
export function parseRoute(text: string): RouteTarget | undefined {
  const [first = '', ...rest] = text.split('/');
  if (rest.length === 0) return { kind: 'VirtualService', name: first };
  const kind = routeKinds.find((name) => name.toLowerCase() === first.toLowerCase());
  const name = rest.join('/');
  return kind === undefined || name === '' || name.includes('/') ? undefined : { kind, name };
}
