import type { InputType } from '../../../shared/contract/types.ts';
import { pairs } from '../../../shared/contract/types.ts';
import type { Subject } from './presets/index.ts';
import type { Reading, Series, Track } from './series.ts';

/**
 * Queries of the caller, by what they count: `requests`, `failures`, `latency` in the place of a preset, business counters
 * as `NAME.requests` and `NAME.failures`, and gauges under any other name.
 */
export type OwnQueries = ReadonlyMap<string, string>;

/** `payments.failures` → the business counter and which of its two numbers. */
const counterName = /^([\w-]+)\.(requests|failures)$/;

export const ownQueries: InputType<OwnQueries | undefined> = {
  name: 'list of NAME=PROMQL, one per line',
  sample: undefined,
  parse: (raw) => {
    const queries = pairs.parse(raw);
    const lacks = lackingOf(queries);
    if (lacks !== undefined) throw new Error(lacks);
    const fixed = [...queries].find(([, query]) => !/\$(track|workload)\b/.test(query));
    if (fixed !== undefined) {
      throw new Error(
        `$track (stable or canary) or $workload (its Deployment) in every query, which "${fixed[0]}" lacks`,
      );
    }
    return queries;
  },
};

/** What has to be written beside the queries that are there. */
function lackingOf(queries: OwnQueries): string | undefined {
  const whole = ['requests', 'failures'].filter((name) => queries.has(name));
  if (whole.length === 1 || (whole.length === 0 && queries.has('latency')))
    return 'a line `requests=…` and a line `failures=…`, both cumulative counters';
  for (const name of queries.keys()) {
    const [, counter, part] = counterName.exec(name) ?? [];
    const other = part === 'requests' ? 'failures' : 'requests';
    if (counter !== undefined && !queries.has(`${counter}.${other}`))
      return `a line \`${counter}.${other}=…\` beside \`${name}\`, both cumulative counters`;
  }
  return undefined;
}

/** Whether they count the requests themselves, or are beside a preset. */
export const replacesPreset = (own: OwnQueries): boolean => own.has('requests');

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
  const [, counter, part] = counterName.exec(name) ?? [];
  if (counter !== undefined)
    return { track, source, kind: 'counter', name: counter, failed: part === 'failures' };
  if (name === 'requests') return { track, source, kind: 'requests', failed: false };
  if (name === 'failures') return { track, source, kind: 'failures' };
  if (name === 'latency') return { track, source, kind: 'latency', le: labels['le'] ?? '+Inf' };
  return { track, source, kind: 'gauge', name };
}
