import { at, isObject, listAt, textsAt } from '../json.ts';
import type { Counters, Group, Scrape } from '../judge/types.ts';

/** One series of Prometheus with its raw samples, `[seconds, value]`, oldest first. */
export interface Series {
  readonly labels: Readonly<Record<string, string>>;
  readonly samples: readonly (readonly [number, number])[];
}

export type Track = 'stable' | 'canary';

/** What one series tells: whose it is, which process counted, and what. `le` is in seconds. */
export type Reading = { readonly track: Track; readonly source: string } & (
  | { readonly kind: 'requests'; readonly failed: boolean }
  | { readonly kind: 'failures' }
  | { readonly kind: 'latency'; readonly le: string }
  | { readonly kind: 'gauge'; readonly name: string }
  | { readonly kind: 'counter'; readonly name: string; readonly failed: boolean }
);

/** Reads the `data` of an answer to an instant query: a vector or, of a range selector, a matrix. */
export function seriesOf(data: unknown): Series[] {
  return listAt(data, 'result').flatMap((entry) => {
    if (!isObject(entry)) return [];
    const raw = entry['values'] === undefined ? [entry['value']] : listAt(entry, 'values');
    const samples = raw.flatMap(sampleOf);
    return samples.length === 0 ? [] : [{ labels: textsAt(entry, 'metric'), samples }];
  });
}

/** Prometheus writes values as texts; NaN and infinities are no numbers to judge by. */
function sampleOf(raw: unknown): (readonly [number, number])[] {
  if (!Array.isArray(raw)) return [];
  const [t, text] = raw;
  const value = typeof text === 'string' ? Number(text) : Number.NaN;
  return typeof t === 'number' && Number.isFinite(value) ? [[t, value]] : [];
}

/** Seconds between samples, the median of the first series that has two; undefined where none has. */
export function spacingOf(series: readonly Series[]): number | undefined {
  const samples = series.find((one) => one.samples.length > 1)?.samples ?? [];
  const gaps = samples.slice(1).map(([t], i) => t - (samples[i]?.[0] ?? t));
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)];
}

interface Building {
  requests: number;
  failures: number;
  latency: Record<string, number>;
}

type Sources = Map<string, Building>;
type Groups = Map<Track, Sources>;

/**
 * The newest sample of every series as one scrape: counters per counting process, gauges as the mean of the group.
 *
 * Undefined when no series counts requests. `t` is the time of the newest sample, by Prometheus' clock.
 */
export function scrapeOf(
  series: readonly Series[],
  read: (labels: Series['labels']) => Reading | undefined,
  weight: number,
): Scrape | undefined {
  const groups: Groups = new Map();
  const counters = new Map<string, Groups>();
  const gauges = new Map<Track, Map<string, number[]>>();
  let t = 0;
  for (const { labels, samples } of series) {
    const reading = read(labels);
    const last = samples.at(-1);
    if (reading === undefined || last === undefined) continue;
    if (reading.kind === 'gauge') {
      within(within(gauges, reading.track, new Map()), reading.name, []).push(last[1]);
      continue;
    }
    const of = reading.kind === 'counter' ? within(counters, reading.name, new Map()) : groups;
    // A counter of the service may be read at another time than the proxies: the scrape is of the requests.
    if (of === groups) t = Math.max(t, last[0]);
    const sources = within(of, reading.track, new Map());
    add(within(sources, reading.source, { requests: 0, failures: 0, latency: {} }), reading, last[1]);
  }
  if (t === 0) return undefined;
  const group = (track: Track): Group | undefined => groupOf(groups.get(track), gauges.get(track));
  const [stable, canary] = [group('stable'), group('canary')];
  return {
    t,
    ...(stable === undefined ? {} : { stable }),
    ...(canary === undefined ? {} : { canary }),
    ...(counters.size === 0 ? {} : { counters: Object.fromEntries([...counters].map(pairOf)) }),
    weight,
  };
}

/** A business counter, by group. */
function pairOf([name, groups]: [string, Groups]): [string, { stable?: Group; canary?: Group }] {
  const [stable, canary] = [groupOf(groups.get('stable')), groupOf(groups.get('canary'))];
  return [name, { ...(stable === undefined ? {} : { stable }), ...(canary === undefined ? {} : { canary }) }];
}

function within<K, V>(map: Map<K, V>, key: K, empty: V): V {
  const found = map.get(key) ?? empty;
  map.set(key, found);
  return found;
}

function add(building: Building, reading: Exclude<Reading, { kind: 'gauge' }>, value: number): void {
  if (reading.kind === 'latency') {
    building.latency[reading.le] = (building.latency[reading.le] ?? 0) + value;
    return;
  }
  if (reading.kind === 'failures' || (reading.kind === 'counter' && reading.failed)) {
    building.failures += value;
    return;
  }
  building.requests += value;
  if (reading.kind === 'requests' && reading.failed) building.failures += value;
}

function groupOf(
  sources: ReadonlyMap<string, Building> | undefined,
  gauges?: ReadonlyMap<string, readonly number[]>,
): Group | undefined {
  if (sources === undefined) return undefined;
  const means = Object.fromEntries(
    [...(gauges ?? [])].map(([name, values]) => [
      name,
      values.reduce((sum, value) => sum + value, 0) / values.length,
    ]),
  );
  const pods: Record<string, Counters> = {};
  for (const [i, [source, { requests, failures, latency }]] of [...sources].sort().entries()) {
    pods[source] = {
      requests,
      failures,
      ...(Object.keys(latency).length === 0 ? {} : { latency }),
      ...(i === 0 && Object.keys(means).length > 0 ? { gauges: means } : {}),
    };
  }
  return { pods };
}

/** What a group has counted in all, for people; undefined where it has counted nothing. */
export function totalsOf(
  scrape: Scrape | undefined,
  track: Track,
): { requests: number; failures: number } | undefined {
  const group = at(scrape, track);
  const pods = Object.values(textless(at(group, 'pods') ?? { '': group }));
  const sum = (key: 'requests' | 'failures'): number =>
    pods.reduce<number>((total, pod) => total + Number(at(pod, key) ?? 0), 0);
  return group === undefined ? undefined : { requests: sum('requests'), failures: sum('failures') };
}

function textless(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {};
}
