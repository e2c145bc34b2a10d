import type { Counters, Group } from './types.ts';

/** What one group did between two scrapes. */
export interface Increment {
  requests: number;
  failures: number;
  /** `le` → requests at most that slow; undefined if the group has no usable histogram. */
  latency: Record<string, number> | undefined;
  /** Mean over the pods that report it. */
  gauges: Record<string, number>;
  pods: number;
}

interface Known {
  counters: Counters;
  t: number;
}

/** What is remembered of one group: the last counters of each pod (one pod named '' where the group is a sum). */
export interface IntakeState {
  pods: Record<string, Known>;
  /** Typical requests of one pod between two scrapes; 0: not known yet. */
  typical: number;
}

/** A pod not seen for this many seconds is forgotten, so that memory stays constant while pods come and go. */
const forgetAfter = 900;

export function emptyIntake(): IntakeState {
  return { pods: {}, typical: 0 };
}

/** Beyond 2^53 a number no longer counts by one. */
const isCount = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value <= Number.MAX_SAFE_INTEGER;

/** The pods of a group whose counters are numbers; a sum is one pod named ''. */
export function validPods(group: Group | undefined): Map<string, Counters> {
  const valid = new Map<string, Counters>();
  if (group === undefined) return valid;
  const all = 'pods' in group ? group.pods : { '': group };
  for (const [name, counters] of Object.entries(all)) {
    if (isCount(counters.requests) && isCount(counters.failures)) valid.set(name, counters);
  }
  return valid;
}

/**
 * The increment of a group since it was last taken, and the new state.
 *
 * A counter that fell means a restart. What the counter shows after it is taken as new only where it is no more than a
 * pod usually does between two scrapes: the sum over pods of which one restarted falls as well, and then the rest is old.
 */
export function take(state: IntakeState, pods: Map<string, Counters>, t: number): Increment {
  const total: Increment = { requests: 0, failures: 0, latency: {}, gauges: {}, pods: pods.size };
  const first = Object.keys(state.pods).length === 0;
  const plausible = state.typical === 0 ? 20 : 3 * state.typical + 20;
  let counted = 0;
  for (const [name, now] of pods) {
    const before = state.pods[name]?.counters;
    state.pods[name] = { counters: now, t };
    if (before !== undefined && !restarted(before, now)) {
      add(total, now, before);
      counted += 1;
    } else if (!first && now.requests <= plausible) add(total, now, undefined);
  }
  addGauges(total, pods);
  if (counted > 0) remember(state, total.requests / counted);
  forget(state, t);
  if (total.failures > total.requests) total.failures = total.requests;
  return total;
}

function remember(state: IntakeState, requests: number): void {
  state.typical = state.typical === 0 ? requests : 0.8 * state.typical + 0.2 * requests;
}

function forget(state: IntakeState, t: number): void {
  for (const [name, known] of Object.entries(state.pods)) {
    if (t - known.t > forgetAfter) delete state.pods[name];
  }
}

function restarted(before: Counters, now: Counters): boolean {
  if (now.requests < before.requests || now.failures < before.failures) return true;
  const old = before.latency;
  if (old === undefined || now.latency === undefined) return false;
  for (const [le, count] of Object.entries(now.latency)) if (count < (old[le] ?? 0)) return true;
  return false;
}

function add(total: Increment, now: Counters, before: Counters | undefined): void {
  total.requests += now.requests - (before?.requests ?? 0);
  total.failures += now.failures - (before?.failures ?? 0);
  if (total.latency === undefined) return;
  if (now.latency === undefined || (before !== undefined && before.latency === undefined)) {
    total.latency = undefined;
    return;
  }
  const own: Record<string, number> = {};
  for (const [le, count] of Object.entries(now.latency)) {
    // A bound that was not there before has counted for who knows how long.
    const start = before === undefined ? 0 : before.latency?.[le];
    if (start !== undefined) own[le] = count - start;
  }
  total.latency = together(total.latency, own);
}

/** Two histograms as one, over the bounds that both have; an empty one has counted nothing yet. */
function together(x: Record<string, number>, y: Record<string, number>): Record<string, number> {
  const sums: Record<string, number> = {};
  const [none, all] = [Object.keys(x).length === 0, Object.entries(y)];
  if (all.length === 0) return x;
  for (const [le, count] of all) {
    const other = none ? 0 : x[le];
    if (other !== undefined) sums[le] = other + count;
  }
  return sums;
}

function addGauges(total: Increment, pods: Map<string, Counters>): void {
  const counts: Record<string, number> = {};
  for (const { gauges } of pods.values()) {
    for (const [name, value] of Object.entries(gauges ?? {})) {
      if (!isCount(value)) continue;
      total.gauges[name] = (total.gauges[name] ?? 0) + value;
      counts[name] = (counts[name] ?? 0) + 1;
    }
  }
  for (const [name, n] of Object.entries(counts)) total.gauges[name] = (total.gauges[name] ?? 0) / n;
}

/** What the counters show since they began, as one increment. */
export function totals(pods: Map<string, Counters>): Increment {
  const total: Increment = { requests: 0, failures: 0, latency: {}, gauges: {}, pods: pods.size };
  for (const counters of pods.values()) add(total, counters, undefined);
  return total;
}

/** Two increments that follow each other as one; gauges are those of the second. */
export function merge(first: Increment, second: Increment): Increment {
  const total: Increment = {
    ...second,
    requests: first.requests + second.requests,
    failures: first.failures + second.failures,
  };
  if (first.latency === undefined || second.latency === undefined) return { ...total, latency: undefined };
  return { ...total, latency: together(first.latency, second.latency) };
}
