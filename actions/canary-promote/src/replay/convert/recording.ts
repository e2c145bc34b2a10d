import type { Counters, Scrape } from '../../judge/types.ts';

/** One sample: seconds and value; NaN stands for none. */
export type Sample = readonly [t: number, value: number];

/** What a recorded series is to the judge. */
export interface Role {
  readonly group: 'stable' | 'canary';
  readonly kind: 'requests' | 'failures' | 'failure-rate' | 'latency' | 'gauges';
  /** Of a gauge: its name. */
  readonly name: string;
}

/** One recorded series; `source` is the process that counted, `le` the bound of a bucket. */
export interface Recorded {
  readonly role: Role;
  readonly source: string;
  readonly le?: string | undefined;
  readonly samples: readonly Sample[];
}

/** What the values of requests, failures and buckets are. */
export const units = ['cumulative', 'counts', 'per-second'] as const;
export type Unit = (typeof units)[number];

const form = /^(stable|canary)\.(requests|failures|failure-rate|latency|gauges(?:\.[\w-]+)?)$/;

/** The role of `stable.requests`, `canary.gauges.heap-bytes` and the like; throws an Error for anything else. */
export function parseRole(text: string): Role {
  const match = form.exec(text);
  const [group, kind = ''] = [match?.[1], match?.[2]];
  const name = kind.startsWith('gauges.') ? kind.slice('gauges.'.length) : '';
  const known = (['requests', 'failures', 'failure-rate', 'latency'] as const).find((one) => one === kind);
  const found = known ?? (name === '' ? undefined : 'gauges');
  if ((group !== 'stable' && group !== 'canary') || found === undefined) {
    throw new Error(
      `"${text}" is no role: write stable. or canary. and then requests, failures, failure-rate, latency or gauges.NAME`,
    );
  }
  return { group, kind: found, name };
}

/** Times at which anything was sampled, ascending; those within half the usual spacing count as one. */
function timesOf(recorded: readonly Recorded[]): { times: number[]; spacing: number } {
  const all = [...new Set(recorded.flatMap(({ samples }) => samples.map(([t]) => t)))].sort((a, b) => a - b);
  const gaps = recorded
    .flatMap(({ samples }) => samples.slice(1).map(([t], i) => t - (samples[i]?.[0] ?? t)))
    .sort((a, b) => a - b);
  const spacing = gaps[Math.floor(gaps.length / 2)] ?? 60;
  const times: number[] = [];
  for (const t of all) if (t - (times.at(-1) ?? Number.NEGATIVE_INFINITY) > spacing / 2) times.push(t);
  return { times, spacing };
}

/**
 * Scrapes from recorded series. Values that are not cumulative are added up: `counts` of the time since the sample
 * before, or rates `per-second` of it. A missing value leaves the group without counters at that time.
 */
export function scrapesOf(recorded: readonly Recorded[], unit: Unit): Scrape[] {
  const { times, spacing } = timesOf(recorded);
  const valueAt = ({ samples }: Recorded, t: number): number =>
    samples.find(([at]) => at >= t && at - t <= spacing / 2)?.[1] ?? Number.NaN;
  const sums = new Map<Recorded, number>();
  const first: Scrape[] = unit === 'cumulative' ? [] : [beginning(recorded, (times[0] ?? 0) - spacing)];
  return [
    ...first,
    ...times.map((t): Scrape => {
      const factor = unit === 'per-second' ? spacing : 1;
      const read = (one: Recorded): number => {
        const value = valueAt(one, t);
        if (unit === 'cumulative' || one.role.kind === 'gauges' || Number.isNaN(value)) return value;
        const rate =
          one.role.kind === 'failure-rate' ? value * requestsWith(recorded, one, t, valueAt) : value;
        if (Number.isNaN(rate)) return rate;
        const sum = (sums.get(one) ?? 0) + rate * factor;
        sums.set(one, sum);
        return sum;
      };
      return scrapeAt(recorded, t, read);
    }),
  ];
}

/** Zero of every counter, one step before the first values. */
const beginning = (recorded: readonly Recorded[], t: number): Scrape =>
  scrapeAt(
    recorded.filter(({ role }) => role.kind !== 'gauges'),
    t,
    () => 0,
  );

/** The requests that a failure rate is a share of; NaN without. */
function requestsWith(
  recorded: readonly Recorded[],
  { role, source }: Recorded,
  t: number,
  valueAt: (one: Recorded, t: number) => number,
): number {
  const own = recorded.find(
    (one) => one.role.group === role.group && one.role.kind === 'requests' && one.source === source,
  );
  return own === undefined ? Number.NaN : valueAt(own, t);
}

function scrapeAt(recorded: readonly Recorded[], t: number, read: (one: Recorded) => number): Scrape {
  const pods = { stable: new Map<string, Counters>(), canary: new Map<string, Counters>() };
  for (const one of recorded) {
    const { group, kind, name } = one.role;
    const counters = pods[group].get(one.source) ?? { requests: Number.NaN, failures: Number.NaN };
    pods[group].set(one.source, counters);
    const value = read(one);
    if (kind === 'gauges') counters.gauges = { ...counters.gauges, [name]: value };
    else if (kind === 'latency') counters.latency = { ...counters.latency, [one.le ?? '+Inf']: value };
    else counters[kind === 'requests' ? 'requests' : 'failures'] = value;
  }
  return {
    t,
    stable: { pods: Object.fromEntries(pods.stable) },
    canary: { pods: Object.fromEntries(pods.canary) },
  };
}
