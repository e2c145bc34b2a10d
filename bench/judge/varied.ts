/**
 * The second family: the same kinds of service as in scenarios.ts, written apart from it and with every parameter drawn
 * anew in each run, so that nothing holds only for one burst size, bucket layout or hour of the day.
 */
import { between, pick, scaled } from './draw.ts';
import type { Random } from './random.ts';
import { both, calm, every, type Profile, type Scenario, type Script, wandering } from './scenarios.ts';
import type { Behaviour, Interval } from './service.ts';
import { erlang, layouts, logNormal, mixed, type Shape } from './shapes.ts';

/** Latencies of a web service: a median of 10 to 200 ms, of some shape, in some layout. */
function anyShape(random: Random): Shape {
  const buckets = pick(random, Object.values(layouts));
  const median = scaled(random, 0.01, 0.2);
  const spread = between(random, 0.3, 1);
  const below = pick(random, [
    logNormal(median, spread),
    erlang(1.2 * median, 1 + Math.floor(4 * random.uniform())),
    mixed(between(random, 0.2, 0.8), logNormal(median / 5, 0.3), logNormal(median, 0.5)),
  ]);
  return { buckets, below };
}

/** Latencies whose changes the buckets can show: the median of one layout's inner part. */
function visibleShape(random: Random): Shape {
  const buckets = pick(random, [layouts.prometheus, layouts.otel, layouts.istio, layouts.doubling]);
  const median = scaled(random, 0.03, 0.2);
  return {
    buckets,
    below: pick(random, [logNormal(median, between(random, 0.3, 0.8)), erlang(1.2 * median, 3)]),
  };
}

type Groups = ReturnType<typeof calm>;

/** What changes both groups, or one, at each moment of a run. */
const script =
  (
    begin: (random: Random, profile: Profile) => (groups: Groups, t: number) => Partial<Interval> | undefined,
  ): Script =>
  (profile, random) => {
    const change = begin(random, profile);
    return (t) => {
      const groups = calm(profile);
      return { ...groups, ...change(groups, t) };
    };
  };

/** Clients that repeat failing requests: `stick` to one group, or each attempt routed anew. */
const bursts = (longest: number): Script =>
  script((random, profile) => {
    const rarely = scaled(random, 30, 300);
    let next = random.exponential(rarely);
    const clients: { until: number; perSecond: number; canary: number }[] = [];
    return (groups, t) => {
      for (; next < t; next += random.exponential(rarely)) {
        const seconds = between(random, 0.5, longest);
        const size = scaled(random, 5, 60);
        const stuck = random.uniform() < 0.7;
        const canary = stuck ? (random.uniform() < profile.share ? 1 : 0) : profile.share;
        clients.push({ until: next + seconds, perSecond: size / seconds, canary });
      }
      for (const { until, perSecond, canary } of clients) {
        const now = Math.max(0, Math.min(every, until - (t - every)));
        const count = random.poisson(perSecond * now);
        const own = random.binomial(count, canary);
        groups.canary.burst += own;
        groups.stable.burst += count - own;
      }
      return undefined;
    };
  });

/** A dependency that is gone for everybody, for half a minute to five. */
const outage = script((random) => {
  const from = between(random, 10, 1300);
  const until = from + scaled(random, 30, 300);
  const [failing, slowness, apart] = [
    scaled(random, 0.05, 1),
    scaled(random, 1, 8),
    between(random, 0.95, 1.05),
  ];
  return (groups, t) => {
    if (t <= from || t > until) return;
    for (const group of both(groups)) {
      group.failing = failing;
      group.slowness = slowness;
    }
    groups.canary.failing = Math.min(1, failing * apart);
  };
});

const day = script((random) => {
  const [phase, period] = [between(random, 0, 2 * Math.PI), scaled(random, 900, 7200)];
  const [traffic, failing, slowness] = [0.5, between(random, 0, 0.8), between(random, 0, 0.3)];
  return (groups, t) => {
    const wave = Math.sin(phase + (2 * Math.PI * t) / period);
    for (const group of both(groups)) {
      group.rps *= 1 + traffic * wave;
      group.failing *= 1 + failing * wave;
      group.slowness = 1 + slowness * wave;
    }
  };
});

/** Traffic, failures and latencies wander for both alike; `apart` lets each group wander a little by itself. */
const noise = (apart: number): Script =>
  script((random) => {
    const tau = scaled(random, 20, 300);
    const [traffic, failing, slowness] = [0.3, 0.7, 0.15].map((sd) => wandering(random, sd, tau));
    const own = (): (() => number)[] =>
      [0.1, 0.2, 0.05].map((sd) => wandering(random, apart * sd, scaled(random, 20, 200)));
    const each = [own(), own()];
    return (groups) => {
      const shared = [traffic, failing, slowness].map((value) => value?.() ?? 0);
      for (const [i, group] of both(groups).entries()) {
        const [f, e, s] = (each[i] ?? []).map((value, k) => Math.exp(value() + (shared[k] ?? 0)));
        group.rps *= f ?? 1;
        group.failing = Math.min(1, group.failing * (e ?? 1));
        group.slowness = s ?? 1;
      }
      return undefined;
    };
  });

const cold = script((random) => {
  const [warm, fade] = [between(random, 30, 44), random.uniform() < 0.5];
  const [slowness, failing] = [scaled(random, 1.5, 10), pick(random, [0, 0.02, 0.1, 0.3])];
  const begins = pick(random, [0, 0, 60]);
  return (groups, t) => {
    const since = t - begins;
    if (since <= 0) groups.canary.rps = 0;
    if (since <= 0 || since > warm) return;
    const left = fade ? Math.exp((-3 * since) / warm) : 1;
    groups.canary.slowness = 1 + (slowness - 1) * left;
    groups.canary.failing += failing * left;
  };
});

/** Pods of either group start anew: the counters of one of several pods begin at zero, a few requests are lost with it. */
const restarts = script((random) => {
  const rarely = scaled(random, 120, 600);
  let next = random.exponential(rarely);
  const pods = { stable: pick(random, [10, 19, 19]), canary: pick(random, [1, 1, 2]) };
  let slow: { group: 'stable' | 'canary'; until: number } | undefined;
  return (groups, t) => {
    if (slow !== undefined && t <= slow.until) groups[slow.group].slowness = 1 + 1 / pods[slow.group];
    if (t < next) return;
    next = t + random.exponential(rarely);
    const group = random.uniform() * (pods.canary + pods.stable) < pods.canary ? 'canary' : 'stable';
    slow = { group, until: t + 15 };
    groups[group].burst += random.poisson(Math.min(3, groups[group].rps / pods[group]));
    return { restart: { group, part: 1 / pods[group] } };
  };
});

/** One to six scrapes in a row are missing, of both groups or of one. */
const holes = script((random) => {
  let [until, lost]: [number, Interval['lost']] = [0, undefined];
  return (_groups, t) => {
    if (t > until && random.uniform() < 0.06) {
      until = t + every * Math.floor(6 * random.uniform());
      lost = pick(random, ['both', 'both', 'stable', 'canary'] as const);
    }
    return t <= until ? { lost } : undefined;
  };
});

const fault = (from: number, change: (canary: Behaviour) => void): Script =>
  script(() => (groups, t) => {
    if (t > from) change(groups.canary);
  });
const more = (increase: number) => (canary: Behaviour) => {
  canary.failing = Math.min(1, canary.failing + increase);
};
const slower = (canary: Behaviour): void => {
  canary.slowness = 1.2;
};
const tailed = (canary: Behaviour): void => {
  [canary.tail, canary.tailFactor] = [0.05, 5];
};

/** Minutes of health before a fault that begins late. */
const later = 420;

function faults(
  name: string,
  change: (canary: Behaviour) => void,
  rates: number[],
  shape = anyShape,
): Scenario[] {
  return [
    { name: `varied ${name}`, healthy: false, script: fault(0, change), rates, shape },
    { name: `varied ${name}, late`, healthy: false, script: fault(later, change), rates, shape, from: later },
  ];
}

const well = (name: string, what: Script, settings?: Record<string, string>): Scenario => ({
  name: `varied ${name}`,
  healthy: true,
  script: what,
  shape: anyShape,
  ...(settings === undefined ? {} : { settings }),
});

export const varied: readonly Scenario[] = [
  well(
    'steady',
    script(() => () => undefined),
  ),
  well('bursts', bursts(6)),
  well('long bursts', bursts(15)),
  well('outage', outage),
  well('day', day),
  well('noise', noise(0)),
  well('noise apart', noise(1)),
  well('cold start', cold, { 'warm-up': '45s' }),
  well('restarts', restarts),
  well('holes', holes),
  ...faults('total failure', more(1), [5, 10, 20, 100, 1000]),
  ...faults('+3 %', more(0.03), [5, 20, 100, 1000]),
  ...faults('+0.5 %', more(0.005), [100, 1000]),
  ...faults('+20 %', slower, [100, 1000], visibleShape),
  ...faults('tail', tailed, [100, 1000], visibleShape),
];
