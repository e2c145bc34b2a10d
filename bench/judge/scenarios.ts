import type { Scrape } from '../../actions/canary-promote/src/judge/index.ts';
import type { Random } from './random.ts';
import type { Behaviour, Interval } from './service.ts';
import type { Shape } from './shapes.ts';

/** The service as it is when nothing happens. */
export interface Profile {
  rps: number;
  /** Share of the traffic that the canary gets. */
  share: number;
  /** Failure rate of a good version. */
  failing: number;
  /** Latencies, unless the scenario has its own. */
  shape: Shape;
}

/** Seconds between scrapes. */
export const every = 5;
/** Seconds of canary. */
export const length = 1800;

/** Called once a run; gives what happens in the interval that ends at `t`. */
export type Script = (profile: Profile, random: Random) => (t: number) => Interval;

export interface Scenario {
  name: string;
  healthy: boolean;
  script: Script;
  /** The latencies of one run. */
  shape?: (random: Random) => Shape;
  /** Second at which the fault begins; times count from it. */
  from?: number;
  settings?: Record<string, string>;
  rates?: number[];
  /** Failure rate of a good version in one run, where the scenario draws its own. */
  failing?: (random: Random) => number;
  /** What the recorder makes of a scrape (pods, a clock, holes); undefined: nothing was recorded. Called once a run. */
  recorder?: (random: Random) => Recorder;
}

export type Recorder = (scrape: Scrape) => Scrape | undefined;

export function calm({ rps, share, failing }: Profile): { stable: Behaviour; canary: Behaviour } {
  const normal = { failing, burst: 0, slowness: 1, tail: 0, tailFactor: 1 };
  return {
    stable: { ...normal, rps: rps * (1 - share) },
    canary: { ...normal, rps: rps * share },
  };
}

/** A scenario that only changes both groups' behaviour interval by interval. */
function changing(
  change: (groups: { stable: Behaviour; canary: Behaviour }, t: number, profile: Profile) => void,
): Script {
  return (profile) => (t) => {
    const groups = calm(profile);
    change(groups, t, profile);
    return groups;
  };
}

export const both = ({ stable, canary }: { stable: Behaviour; canary: Behaviour }): Behaviour[] => [
  stable,
  canary,
];

/** Autoregressive noise of first order with standard deviation `sd` and correlation time `tau` seconds. */
export function wandering(random: Random, sd: number, tau: number): () => number {
  const keep = Math.exp(-every / tau);
  let value = sd * random.normal();
  return () => {
    value = keep * value + Math.sqrt(1 - keep * keep) * sd * random.normal();
    return value;
  };
}

/** Clients that retry a failing request 5 to 30 times within `spanned` seconds, each at one group, once a minute. */
function retries(spanned: number): Script {
  return (profile, random) => {
    let next = random.exponential(60);
    const under: { canary: boolean; left: number; perInterval: number }[] = [];
    return (t) => {
      for (; next < t; next += random.exponential(60)) {
        const size = 5 + Math.floor(26 * random.uniform());
        const parts = 1 + Math.floor((random.uniform() * every + spanned) / every);
        under.push({
          canary: random.uniform() < profile.share,
          left: size,
          perInterval: Math.ceil(size / parts),
        });
      }
      const groups = calm(profile);
      for (const client of under) {
        const now = Math.min(client.left, client.perInterval);
        client.left -= now;
        (client.canary ? groups.canary : groups.stable).burst += now;
      }
      return groups;
    };
  };
}

const sharedOutage: Script = (_profile, random) => {
  const start = 120 + 1400 * random.uniform();
  const end = start + 120;
  return changing((groups, t) => {
    for (const group of both(groups)) {
      if (t <= start || t > end) continue;
      group.failing = 0.3;
      group.slowness = 3;
    }
  })(_profile, random);
};

const drift = changing((groups, t) => {
  const wave = Math.sin((2 * Math.PI * t) / 3600);
  for (const group of both(groups)) {
    group.rps *= 1 + 0.5 * wave;
    group.failing *= 1 + 0.8 * wave;
    group.slowness = 1 + 0.25 * wave;
  }
});

function noise(apart: boolean): Script {
  return (profile, random) => {
    const [failing, slowness] = [wandering(random, 0.5, 60), wandering(random, 0.1, 60)];
    const [ownFailing, ownSlowness] = [wandering(random, 0.4, 60), wandering(random, 0.05, 60)];
    return (t) => {
      const groups = changing((all) => {
        const [f, s] = [failing(), slowness()];
        for (const group of both(all)) {
          group.failing *= Math.exp(f);
          group.slowness = Math.exp(s);
        }
        if (!apart) return;
        all.canary.failing *= Math.exp(ownFailing());
        all.canary.slowness *= Math.exp(ownSlowness());
      })(
        profile,
        random,
      )(t);
      return groups;
    };
  };
}

const coldStart = changing(({ canary }, t) => {
  if (t > 40) return;
  canary.slowness = 1 + 4 * Math.exp(-t / 12);
  canary.failing += 0.05 * Math.exp(-t / 12);
});

const podRestarts: Script = (profile, random) => {
  let next = random.exponential(300);
  return (t) => {
    const groups = calm(profile);
    if (t < next) return groups;
    next = t + random.exponential(300);
    const group = random.uniform() < 0.5 ? 'canary' : 'stable';
    groups[group].slowness = 1.5;
    return { ...groups, restart: { group, part: 1 } };
  };
};

const gaps: Script = (profile, random) => {
  let until = 0;
  return (t) => {
    if (t > until && random.uniform() < 0.03) until = t + random.exponential(30);
    return { ...calm(profile), lost: t <= until || random.uniform() < 0.1 ? 'both' : undefined };
  };
};

const failingBy = (increase: number): Script =>
  changing(({ canary }) => {
    canary.failing += increase;
  });

const broken = changing(({ canary }) => {
  canary.failing = 1;
});
const slower = changing(({ canary }) => {
  canary.slowness = 1.2;
});
const tail = changing(({ canary }) => {
  canary.tail = 0.05;
  canary.tailFactor = 5;
});

export const scenarios: Scenario[] = [
  { name: 'steady', healthy: true, script: changing(() => undefined) },
  { name: 'retry bursts', healthy: true, script: retries(0) },
  { name: 'long retry bursts', healthy: true, script: retries(10) },
  { name: 'shared outage', healthy: true, script: sharedOutage },
  { name: 'diurnal drift', healthy: true, script: drift },
  { name: 'autocorrelated noise', healthy: true, script: noise(false) },
  { name: 'noise of each group', healthy: true, script: noise(true) },
  { name: 'cold start', healthy: true, script: coldStart, settings: { 'warm-up': '45s' } },
  { name: 'pod restarts', healthy: true, script: podRestarts },
  { name: 'scrape gaps', healthy: true, script: gaps },
  { name: 'total failure', healthy: false, script: broken, rates: [5, 10, 20, 100, 1000] },
  { name: '+3 % failures', healthy: false, script: failingBy(0.03) },
  { name: '+0.5 % failures', healthy: false, script: failingBy(0.005), rates: [20, 100, 1000] },
  { name: 'latency +20 %', healthy: false, script: slower, rates: [20, 100, 1000] },
  { name: '5 % take 5 times', healthy: false, script: tail, rates: [20, 100, 1000] },
];
