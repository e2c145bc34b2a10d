import type { Counters, Group, Scrape } from '../../actions/canary-promote/src/judge/index.ts';
import type { Random } from './random.ts';
import type { Recorder } from './scenarios.ts';

const zero = (): Counters => ({ requests: 0, failures: 0 });

/** What a group did between two scrapes, its latency not cumulative over the bounds. */
interface Added {
  requests: number;
  failures: number;
  inBucket: [le: string, count: number][];
}

function addedSince(before: Counters, now: Counters): Added {
  let below = 0;
  const inBucket = Object.entries(now.latency ?? {})
    .sort(([x], [y]) => Number(x.replace('+', '')) - Number(y.replace('+', '')) || x.localeCompare(y))
    .map(([le, count]): [string, number] => {
      const upTo = count - (before.latency?.[le] ?? 0);
      const inside = upTo - below;
      below = upTo;
      return [le, inside];
    });
  return {
    requests: now.requests - before.requests,
    failures: now.failures - before.failures,
    inBucket,
  };
}

/** Adds a part of what a group did to one pod, and takes it away from the rest. */
function give(pod: Counters, rest: Added, part: number, random: Random): void {
  let requests = 0;
  let upTo = 0;
  for (const bucket of rest.inBucket) {
    const own = random.binomial(bucket[1], part);
    bucket[1] -= own;
    upTo += own;
    pod.latency = { ...pod.latency, [bucket[0]]: (pod.latency?.[bucket[0]] ?? 0) + upTo };
  }
  if (rest.inBucket.length > 0) requests = upTo;
  else requests = random.binomial(rest.requests, part);
  const failures = Math.min(requests, random.binomial(rest.failures, part));
  pod.requests += requests;
  pod.failures += failures;
  rest.requests -= requests;
  rest.failures -= failures;
}

/** One group as pods: each request falls on one of them; with `churn` per scrape one starts anew, is replaced, joins or leaves. */
function podsOf(random: Random, size: number, churn: number): (group: Counters) => Group {
  const pods = new Map<string, Counters>();
  let [last, born] = [zero(), 0];
  const join = (): void => {
    pods.set(`pod-${born}`, zero());
    born += 1;
  };
  for (let i = 0; i < size; i++) join();
  const change = (): void => {
    const names = [...pods.keys()];
    const name = names[Math.floor(names.length * random.uniform())] ?? '';
    const what = random.uniform();
    if (what < 0.4) pods.set(name, zero());
    else if (what < 0.7) {
      pods.delete(name);
      join();
    } else if (what < 0.85) join();
    else if (pods.size > 1) pods.delete(name);
  };
  return (group) => {
    if (random.uniform() < churn) change();
    const rest = addedSince(last, group);
    last = group;
    let left = pods.size;
    for (const pod of pods.values()) {
      give(pod, rest, 1 / left, random);
      left -= 1;
    }
    const copies = [...pods].map(([name, pod]) => [name, { ...pod, latency: { ...pod.latency } }] as const);
    return { pods: Object.fromEntries(copies) };
  };
}

const sums = (group: Group | undefined): group is Counters => group !== undefined && !('pods' in group);

/** Counters per pod, pods that come, go and start anew. */
export const perPod =
  (churn: number) =>
  (random: Random): Recorder => {
    const stable = podsOf(random, 3 + Math.floor(6 * random.uniform()), churn);
    const canary = podsOf(random, 1 + Math.floor(3 * random.uniform()), churn / 2);
    return (scrape) => ({
      ...scrape,
      ...(sums(scrape.stable) ? { stable: stable(scrape.stable) } : {}),
      ...(sums(scrape.canary) ? { canary: canary(scrape.canary) } : {}),
    });
  };

/** A clock that is off, drifts, jumps back, and a recorder that writes some scrapes twice. */
export const oddClock = (random: Random): Recorder => {
  const base = 1.7e9 + 1e6 * random.uniform();
  const jumpAt = 300 + 1200 * random.uniform();
  const jump = random.uniform() < 0.5 ? -40 * random.uniform() : 40 * random.uniform();
  return (scrape) => ({
    ...scrape,
    t: base + scrape.t + 1.5 * (random.uniform() - 0.5) + (scrape.t > jumpAt ? jump : 0),
  });
};

/** Each group is read by its own clock: what a scrape shows of it may be of one or two scrapes before. */
export const apart = (random: Random): Recorder => {
  const every = {
    stable: 1 + Math.floor(3 * random.uniform()),
    canary: 1 + Math.floor(3 * random.uniform()),
  };
  const seen: { stable?: Group; canary?: Group } = {};
  let i = 0;
  return (scrape) => {
    i += 1;
    for (const name of ['stable', 'canary'] as const) {
      const group = scrape[name];
      if (group !== undefined && (i % every[name] === 0 || seen[name] === undefined)) seen[name] = group;
    }
    return { t: scrape.t, ...seen };
  };
};

/** Numbers that are none, groups that are missing, scrapes that never came: for one scrape or for minutes. */
export const torn = (random: Random): Recorder => {
  let [until, how] = [-1, 0];
  return (scrape) => {
    if (scrape.t > until && random.uniform() < 0.04) {
      until = scrape.t + random.exponential(25);
      how = Math.floor(5 * random.uniform());
    }
    if (scrape.t > until) return scrape;
    const none = { requests: Number.NaN, failures: Number.NaN };
    const kinds: (Scrape | undefined)[] = [
      undefined,
      { t: scrape.t, ...(scrape.canary === undefined ? {} : { canary: scrape.canary }) },
      { t: scrape.t, ...(scrape.stable === undefined ? {} : { stable: scrape.stable }) },
      { ...scrape, canary: none },
      { ...scrape, stable: none },
    ];
    return kinds[how];
  };
};
