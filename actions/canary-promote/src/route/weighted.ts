import { canonical, isObject, type JsonObject, listAt, numberAt } from '../json.ts';
import type { RouteBefore, RuleBefore, Testers, Traffic } from './types.ts';

/** Where a kind of route keeps its rules, and how one destination of a rule is read. */
export interface Shape {
  readonly rules: (carrier: unknown) => readonly unknown[];
  /** The `spec` of a merge patch that writes all rules. */
  readonly spec: (rules: readonly unknown[]) => JsonObject;
  /** The key of a rule's destinations. */
  readonly entries: string;
  readonly nameOf: (rule: JsonObject) => string;
  /** Whether a destination is the service, stable or canary. */
  readonly isTo: (entry: JsonObject) => boolean;
  readonly isCanary: (entry: JsonObject) => boolean;
  readonly toStable: (entry: JsonObject) => JsonObject;
  readonly toCanary: (entry: JsonObject) => JsonObject;
  /** The weight of a destination that names none. */
  readonly unset: (entries: readonly JsonObject[]) => number;
  /** Whether stable's destination never reaches a pod of the canary: then a rule need not know of a canary without share. */
  readonly apart: boolean;
  /** Whether weights have to make 100. */
  readonly percent: boolean;
  /** The rule with the canary alone for testers; unset: this kind has no such rules. */
  readonly forTesters?: (rule: JsonObject, canary: JsonObject, testers: Testers) => JsonObject;
  /** Whether a rule is one of those. */
  readonly isOwn?: (rule: JsonObject) => boolean;
  /** The rule with a copy of its requests for the canary; 0: without one. */
  readonly mirrored?: (rule: JsonObject, canary: JsonObject, percent: number) => JsonObject;
}

/** Destinations of a rule. */
export function entriesOf(shape: Shape, rule: unknown): readonly JsonObject[] {
  return listAt(rule, shape.entries).filter(isObject);
}

/** Without the rules that we have put in for testers. */
function ownLeftOut(shape: Shape, carrier: unknown): unknown[] {
  return shape.rules(carrier).filter((rule) => !isObject(rule) || shape.isOwn?.(rule) !== true);
}

/** The rules that send to the service, with their place among those that are not our own. */
export function rulesTo(shape: Shape, carrier: unknown): { index: number; rule: JsonObject }[] {
  return ownLeftOut(shape, carrier).flatMap((rule, index) =>
    isObject(rule) && entriesOf(shape, rule).some(shape.isTo) ? [{ index, rule }] : [],
  );
}

export function rulesBefore(shape: Shape, carrier: unknown): RuleBefore[] {
  return rulesTo(shape, carrier).map(({ index, rule }) => ({
    index,
    name: shape.nameOf(rule),
    route: entriesOf(shape, rule),
  }));
}

/** The canary's share in percent that a rule gives; undefined where its weights can't be read. */
export function shareOfRule(shape: Shape, rule: unknown): number | undefined {
  const entries = entriesOf(shape, rule);
  const weights = entries.map((entry) => numberAt(entry, 'weight') ?? shape.unset(entries));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (shape.percent ? total !== 100 : total === 0) return undefined;
  const canary = entries.reduce((sum, entry, i) => sum + (shape.isCanary(entry) ? (weights[i] ?? 0) : 0), 0);
  return (100 * canary) / total;
}

/** All rules; each that sends to the service gives the canary what `traffic` says and the rest to stable. */
export function withTraffic(shape: Shape, carrier: unknown, traffic: Traffic): unknown[] {
  const touched = new Set(rulesTo(shape, carrier).map(({ index }) => index));
  return ownLeftOut(shape, carrier).flatMap((rule, index) =>
    touched.has(index) && isObject(rule) ? weighed(shape, rule, traffic) : [rule],
  );
}

function weighed(shape: Shape, rule: JsonObject, { share, mirror, testers }: Traffic): JsonObject[] {
  const unused = share === 0 && mirror === 0 && testers === undefined;
  // A destination that is not there yet, or not any more, makes some gateways refuse the whole rule.
  if (shape.apart && unused && !entriesOf(shape, rule).some(shape.isCanary)) return [rule];
  const pair = shared(shape, entriesOf(shape, rule), share);
  const canary = pair.find(shape.isCanary) ?? {};
  const copied = (percent: number): JsonObject => shape.mirrored?.(rule, canary, percent) ?? rule;
  const whole = { ...copied(mirror), [shape.entries]: pair };
  if (testers === undefined || shape.forTesters === undefined) return [whole];
  return [shape.forTesters(copied(0), { ...canary, weight: 100 }, testers), whole];
}

/** Keeps order, headers and ports of the destinations; one that is missing is made after the other. */
function shared(shape: Shape, entries: readonly JsonObject[], share: number): JsonObject[] {
  const canary = entries.find(shape.isCanary);
  const stable = entries.find((entry) => entry !== canary);
  const pair =
    canary !== undefined && stable !== undefined
      ? entries.map((entry) => (entry === stable ? shape.toStable(entry) : entry))
      : [shape.toStable(stable ?? canary ?? {}), shape.toCanary(canary ?? stable ?? {})];
  return pair.map((entry) => ({ ...entry, weight: shape.isCanary(entry) ? share : 100 - share }));
}

const nobody: Traffic = { share: 0, mirror: 0, testers: undefined, pods: 0 };

/**
 * The rules as they were before the canary, with every change that somebody else made meanwhile.
 *
 * A rule is found by its name, or by its place if it has none; a rule that sends to the service and was not there
 * before gives everything to stable.
 */
export function restoredRules(shape: Shape, carrier: unknown, before: RouteBefore): unknown[] {
  const pinned = withTraffic(shape, carrier, nobody);
  const touched = new Set(rulesTo(shape, carrier).map(({ index }) => index));
  return pinned.map((rule, index) => {
    if (!touched.has(index) || !isObject(rule)) return rule;
    const name = shape.nameOf(rule);
    const was = before.rules.find((old) => (name === '' ? old.index === index : old.name === name));
    return was === undefined ? rule : { ...rule, [shape.entries]: was.route };
  });
}

/** Whether two lists of rules are the same. */
export function sameRules(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}
