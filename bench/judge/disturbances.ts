/** What disturbs a healthy service in the third family, with every parameter drawn anew in each run. */
import { between, pick, scaled } from './draw.ts';
import type { Random } from './random.ts';
import { both, calm, every, type Profile, type Script, wandering } from './scenarios.ts';
import type { Behaviour, Interval } from './service.ts';

type Groups = ReturnType<typeof calm>;
type Change = (groups: Groups, t: number) => Partial<Interval> | undefined;

export const script =
  (begin: (random: Random, profile: Profile) => Change): Script =>
  (profile, random) => {
    const change = begin(random, profile);
    return (t) => {
      const groups = calm(profile);
      return { ...groups, ...change(groups, t) };
    };
  };

interface Burst {
  from: number;
  until: number;
  perSecond: number;
  canary: number;
}

/** Clusters of failures, `longest` seconds at most: requests beside the others, or (`instead`) others that fail. */
export const bursts = (longest: number, instead: boolean): Script =>
  script((random, profile) => {
    const rarely = scaled(random, 40, 900);
    let next = random.exponential(rarely);
    const under: Burst[] = [];
    return (groups, t) => {
      for (; next < t; next += random.exponential(rarely)) {
        const seconds = scaled(random, 0.2, longest);
        const size = scaled(random, 3, 120);
        const canary = random.uniform() < 0.85 ? Number(random.uniform() < profile.share) : profile.share;
        under.push({ from: next, until: next + seconds, perSecond: size / seconds, canary });
      }
      for (const { from, until, perSecond, canary } of under) {
        const count = random.poisson(perSecond * Math.max(0, Math.min(t, until) - Math.max(t - every, from)));
        const own = random.binomial(count, canary);
        burst(groups.canary, own, instead);
        burst(groups.stable, count - own, instead);
      }
    };
  });

function burst(group: Behaviour, count: number, instead: boolean): void {
  if (instead) group.failing = Math.min(1, group.failing + count / Math.max(1, group.rps * every));
  else group.burst += count;
}

/** Everybody fails and is slow for a while, once or several times; one group may see it some seconds before the other. */
export const outages = script((random) => {
  const list = Array.from({ length: 1 + Math.floor(4 * random.uniform()) }, () => {
    const from = between(random, 20, 1700);
    const long = scaled(random, 5, 400);
    return { from, until: from + long, failing: scaled(random, 0.02, 1), slowness: scaled(random, 1, 20) };
  });
  const lag = pick(random, [0, 0, every]);
  const later = pick(random, ['stable', 'canary'] as const);
  return (groups, t) => {
    for (const [name, group] of Object.entries(groups)) {
      const at = t - (name === later ? lag : 0);
      for (const { from, until, failing, slowness } of list) {
        if (at <= from || at > until) continue;
        group.failing = Math.min(1, group.failing + failing);
        group.slowness = slowness;
      }
    }
  };
});

/** Traffic, failures and latencies of a day, squeezed into minutes; nights with hardly a request. */
export const days = script((random) => {
  const [phase, period] = [between(random, 0, 2 * Math.PI), scaled(random, 300, 10_000)];
  const [quiet, failing, slowness] = [
    between(random, 0.5, 0.98),
    between(random, 0, 0.95),
    between(random, 0, 0.6),
  ];
  return (groups, t) => {
    const wave = Math.sin(phase + (2 * Math.PI * t) / period);
    for (const group of both(groups)) {
      group.rps *= 1 + quiet * wave;
      group.failing *= 1 + failing * wave;
      group.slowness = 1 + slowness * wave;
    }
  };
});

/** Failures and latencies wander together by as much as threefold, and each group by `own` (sd of ln) for itself. */
export const wander = (own: number): Script =>
  script((random) => {
    const tau = scaled(random, 8, 600);
    const together = [0.4, 0.6, 0.25].map((sd) => wandering(random, sd, tau));
    const each = [0, 1].map(() => [own, own / 3].map((sd) => wandering(random, sd, scaled(random, 8, 400))));
    return (groups) => {
      const [traffic, failing, slowness] = together.map((value) => Math.exp(value()));
      for (const [i, group] of both(groups).entries()) {
        const [f, s] = (each[i] ?? []).map((value) => Math.exp(value()));
        group.rps *= traffic ?? 1;
        group.failing = Math.min(1, group.failing * (failing ?? 1) * (f ?? 1));
        group.slowness = (slowness ?? 1) * (s ?? 1);
      }
    };
  });

/** Up to 44 seconds of caches that are empty and pools that are not open yet, after a start that may come late. */
export const cold = script((random) => {
  const begins = pick(random, [0, 0, 20, 200]);
  const warm = between(random, 15, 44);
  const [slowness, failing] = [scaled(random, 2, 40), pick(random, [0, 0.05, 0.5, 1])];
  return ({ canary }, t) => {
    const since = t - begins;
    if (since <= 0) canary.rps = 0;
    else if (since <= warm) {
      canary.slowness = 1 + (slowness - 1) * (1 - since / (2 * warm));
      canary.failing = Math.min(1, canary.failing + failing * (1 - since / (1.2 * warm)));
    }
  };
});

/** One of several pods starts anew every few minutes and loses what was under way in it. */
export const restarts = script((random) => {
  const rarely = scaled(random, 90, 900);
  const pods = { stable: pick(random, [2, 3, 6, 12]), canary: pick(random, [1, 1, 2, 3]) };
  let next = random.exponential(rarely);
  let slow: { group: 'stable' | 'canary'; until: number } | undefined;
  return (groups, t) => {
    if (slow !== undefined && t <= slow.until) groups[slow.group].slowness = 1 + 2 / pods[slow.group];
    if (t < next) return undefined;
    next = t + random.exponential(rarely);
    const group = random.uniform() * (pods.canary + pods.stable) < pods.canary ? 'canary' : 'stable';
    slow = { group, until: t + 20 };
    groups[group].burst += random.poisson(Math.min(2, (0.2 * groups[group].rps) / pods[group]));
    return { restart: { group, part: 1 / pods[group] } };
  };
});

/** Minutes without any request, of both groups or of the canary. */
export const lulls = script((random) => {
  let [until, who]: [number, number] = [0, 0];
  return (groups, t) => {
    if (t > until && random.uniform() < 0.01) [until, who] = [t + random.exponential(120), random.uniform()];
    if (t > until) return;
    groups.canary.rps = 0;
    if (who < 0.7) groups.stable.rps = 0;
  };
});

/** Pauses of one group (garbage, a noisy neighbour): up to ten seconds of much slower answers, some of them time-outs. */
export const pauses = script((random) => {
  const rarely = scaled(random, 60, 400);
  const next = { stable: random.exponential(rarely), canary: random.exponential(rarely) };
  return (groups, t) => {
    for (const name of ['stable', 'canary'] as const) {
      if (t < next[name]) continue;
      groups[name].slowness = scaled(random, 2, 15);
      if (random.uniform() < 0.5) next[name] = t + random.exponential(rarely);
    }
  };
});
