import { isObject, listAt, numberAt, textAt } from '../../json.ts';
import { seriesOf } from '../../metrics/series.ts';
import type { Recorded, Role, Sample } from './recording.ts';

/** Series of a range query of Prometheus (its whole answer), summed by nothing: one per pod or instance and bucket. */
export function fromPrometheus(answer: unknown, role: Role): Recorded[] {
  const data = isObject(answer) ? answer['data'] : undefined;
  const series = seriesOf(data);
  if (series.length === 0) throw new Error('no series in it: the answer of /api/v1/query_range is wanted');
  const recorded = new Map<string, Recorded & { samples: Sample[] }>();
  for (const { labels, samples } of series) {
    const source = labels['pod'] ?? labels['instance'] ?? '';
    const le = role.kind === 'latency' ? (labels['le'] ?? '+Inf') : undefined;
    const key = JSON.stringify([source, le]);
    const before = recorded.get(key);
    recorded.set(key, { role, source, le, samples: before ? added(before.samples, samples) : [...samples] });
  }
  return [...recorded.values()];
}

/** Sums of two series at the times of both. */
function added(x: readonly Sample[], y: readonly Sample[]): Sample[] {
  const sums = new Map(x);
  for (const [t, value] of y) sums.set(t, (sums.get(t) ?? 0) + value);
  return [...sums].sort(([a], [b]) => a - b);
}

const numberOf = (value: unknown): number =>
  typeof value === 'number' || (typeof value === 'string' && value.trim() !== '')
    ? Number(value)
    : Number.NaN;

/**
 * One metric of a list of Kayenta's metric set pairs (as its object store and its API hold them): `control` is stable,
 * `experiment` the canary; a value belongs to the step that follows its time.
 */
export function fromKayenta(pairs: unknown, role: Role, metric: string): Recorded[] {
  const list = Array.isArray(pairs) ? pairs : listAt(pairs, 'metricSetPairList');
  const side = role.group === 'stable' ? 'control' : 'experiment';
  const found = list.filter((pair) => textAt(pair, 'name') === metric);
  if (found.length === 0) throw new Error(`no metric "${metric}": it has ${namesOf(list)}`);
  return found.map((pair, i) => {
    const [start, step] = [
      numberAt(pair, 'scopes', side, 'startTimeMillis') ?? Number.NaN,
      numberAt(pair, 'scopes', side, 'stepMillis') ?? Number.NaN,
    ];
    if (!(step > 0) || Number.isNaN(start))
      throw new Error(`metric "${metric}" has no start or step for ${side}`);
    const samples = listAt(pair, 'values', side).map(
      (value, k): Sample => [(start + (k + 1) * step) / 1000, numberOf(value)],
    );
    return { role, source: i === 0 ? '' : String(i), samples };
  });
}

/** One metric of an AnalysisRun of Argo Rollouts: the values of its measurements, `0.02` or `[0.02]`. */
export function fromArgo(run: unknown, role: Role, metric: string): Recorded[] {
  const results = listAt(run, 'status', 'metricResults');
  const found = results.find((result) => textAt(result, 'name') === metric);
  if (found === undefined) throw new Error(`no metric "${metric}": it has ${namesOf(results)}`);
  const samples = listAt(found, 'measurements').flatMap((measurement): Sample[] => {
    const t = Date.parse(textAt(measurement, 'finishedAt')) / 1000;
    const value = numberOf(textAt(measurement, 'value').replace(/^\[([^,\]]*)[^\]]*\]$/, '$1'));
    return Number.isNaN(t) ? [] : [[t, value]];
  });
  return [{ role, source: '', samples }];
}

const namesOf = (list: readonly unknown[]): string =>
  list.map((one) => `"${textAt(one, 'name')}"`).join(', ') || 'none';
