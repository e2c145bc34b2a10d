import type { KubeObject } from '../../../../shared/kube/types.ts';
import { listAt, objectAt, textAt } from '../../../../shared/kube/values.ts';
import { at } from '../../json.ts';
import type { Measurement } from '../../report/course.ts';

/** All that AnalysisRuns hold of what they have measured; of each metric they keep the last ones. */
export function recordedIn(runs: readonly KubeObject[]): Measurement[] {
  return runs.flatMap((run) =>
    listAt(run, 'status', 'metricResults').flatMap((metric) =>
      listAt(metric, 'measurements').flatMap((one): Measurement[] => {
        const t = Date.parse(textAt(one, 'finishedAt')) / 1000;
        const value = textAt(one, 'value') || textAt(one, 'message');
        const source = `AnalysisRun ${run.metadata.name}`;
        return Number.isNaN(t)
          ? []
          : [{ t, metric: textAt(metric, 'name'), value, verdict: textAt(one, 'phase'), source }];
      }),
    ),
  );
}

const conditions = [
  'interval',
  'count',
  'successCondition',
  'failureCondition',
  'failureLimit',
  'inconclusiveLimit',
  'consecutiveErrorLimit',
] as const;

/** Conditions and queries of the metrics. Where a provider is and how it is asked is left out: that may hold secrets. */
export function rulesOf(runs: readonly KubeObject[]): string[] {
  const lines = runs.flatMap((run) =>
    listAt(run, 'spec', 'metrics').map((metric) => {
      const given = conditions.flatMap((name) => {
        const value = at(metric, name);
        return value === undefined || value === null ? [] : [`${name}: ${String(value)}`];
      });
      const [provider = ''] = Object.keys(objectAt(metric, 'provider'));
      const query = textAt(metric, 'provider', 'prometheus', 'query').trim();
      const asked = query === '' ? provider : `${provider}: ${query}`;
      return [`${textAt(metric, 'name')}:`, ...given, asked].filter(Boolean).join('\n  ');
    }),
  );
  return [...new Set(lines)];
}
