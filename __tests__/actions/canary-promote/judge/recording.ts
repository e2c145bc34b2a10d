import type {
  Counters,
  Group,
  Judge,
  Scrape,
  Verdict,
} from '../../../../actions/canary-promote/src/judge/index.ts';

/** What both groups did in one interval. */
export interface Did {
  stable?: Partial<Counters> | null;
  canary?: Partial<Counters> | null;
}

/** Adds `counts` to cumulative counters. */
export function plus(total: Counters, counts: Partial<Counters>): Counters {
  const next: Counters = {
    requests: total.requests + (counts.requests ?? 0),
    failures: total.failures + (counts.failures ?? 0),
  };
  const latency = { ...total.latency };
  for (const [le, count] of Object.entries(counts.latency ?? {})) latency[le] = (latency[le] ?? 0) + count;
  if (Object.keys(latency).length > 0) next.latency = latency;
  if (counts.gauges !== undefined) next.gauges = counts.gauges;
  return next;
}

/** Scrapes every `every` seconds from t = 0 (nothing yet); null: that group is missing from the scrape. */
export function scrapes(intervals: readonly Did[], every = 5): Scrape[] {
  const list: Scrape[] = [
    { t: 0, stable: { requests: 0, failures: 0 }, canary: { requests: 0, failures: 0 } },
  ];
  let [stable, canary]: Counters[] = [
    { requests: 0, failures: 0 },
    { requests: 0, failures: 0 },
  ];
  for (const [i, did] of intervals.entries()) {
    stable = plus(stable ?? { requests: 0, failures: 0 }, did.stable ?? {});
    canary = plus(canary ?? { requests: 0, failures: 0 }, did.canary ?? {});
    const scrape: Scrape = { t: (i + 1) * every };
    if (did.stable !== null) scrape.stable = stable;
    if (did.canary !== null) scrape.canary = canary;
    list.push(scrape);
  }
  return list;
}

export function replay(judge: Judge, list: readonly Scrape[]): Verdict[] {
  return list.map((scrape) => judge.observe(scrape));
}

/** The verdicts in the order of their changes: `not-enough-evidence pass fail`. */
export function changes(verdicts: readonly Verdict[]): string {
  return verdicts
    .map(({ verdict }) => verdict)
    .filter((verdict, i, all) => verdict !== all[i - 1])
    .join(' ');
}

export const steadily = (count: number, did: Did): Did[] => Array.from({ length: count }, () => did);

/** Splits a group's counters among pods as evenly as whole numbers allow. */
export function amongPods(group: Group | undefined, pods: number): Group | undefined {
  if (group === undefined || 'pods' in group) return group;
  const part = (total: number, i: number): number => Math.floor((total + i) / pods);
  return {
    pods: Object.fromEntries(
      Array.from({ length: pods }, (_, i) => [
        `pod-${i}`,
        { requests: part(group.requests, i), failures: part(group.failures, i) },
      ]),
    ),
  };
}
