import type { InputType } from '../../../shared/contract/types.ts';
import { pairs } from '../../../shared/contract/types.ts';
import type { Subject } from './presets.ts';
import type { Reading, Series, Track } from './series.ts';

/** Queries of the caller, by what they count: `requests`, `failures`, `latency`, and gauges under any other name. */
export type OwnQueries = ReadonlyMap<string, string>;

export const ownQueries: InputType<OwnQueries | undefined> = {
  name: 'list of NAME=PROMQL, one per line',
  sample: undefined,
  parse: (raw) => {
    const queries = pairs.parse(raw);
    if (!queries.has('requests') || !queries.has('failures')) {
      throw new Error('a line `requests=…` and a line `failures=…`, both cumulative counters');
    }
    const fixed = [...queries].find(([, query]) => !/\$(track|workload)\b/.test(query));
    if (fixed !== undefined) {
      throw new Error(
        `$track (stable or canary) or $workload (its Deployment) in every query, which "${fixed[0]}" lacks`,
      );
    }
    return queries;
  },
};

/** A query for one group, its placeholders filled in. */
export function resolved(query: string, subject: Subject, track: Track): string {
  const values: Readonly<Record<string, string>> = {
    track,
    workload: track === 'canary' ? subject.canary : subject.workload,
    namespace: subject.namespace,
    service: subject.service,
  };
  return query.replaceAll(
    /\$(track|workload|namespace|service)\b/g,
    (whole, name: string) => values[name] ?? whole,
  );
}

/** What a series of an own query tells; series without a `pod` or `instance` label count as one process. */
export function readOwn(name: string, track: Track, labels: Series['labels']): Reading {
  const source = labels['pod'] ?? labels['instance'] ?? 'all';
  if (name === 'requests') return { track, source, kind: 'requests', failed: false };
  if (name === 'failures') return { track, source, kind: 'failures' };
  if (name === 'latency') return { track, source, kind: 'latency', le: labels['le'] ?? '+Inf' };
  return { track, source, kind: 'gauge', name };
}
