import type { KubeObject, Ref } from '../../../../shared/kube/types.ts';
import { listAt, numberAt, textAt } from '../../../../shared/kube/values.ts';

const current = [
  ['canary', 'currentStepAnalysisRunStatus'],
  ['canary', 'currentBackgroundAnalysisRunStatus'],
  ['blueGreen', 'prePromotionAnalysisRunStatus'],
  ['blueGreen', 'postPromotionAnalysisRunStatus'],
] as const;

/** The AnalysisRuns that a Rollout names. */
export function analysisRunsOf({ apiVersion, metadata, ...rest }: KubeObject): Ref[] {
  const names = current.map((path) => textAt(rest, 'status', ...path, 'name')).filter(Boolean);
  const { namespace = '' } = metadata;
  return [...new Set(names)].map((name) => ({ apiVersion, kind: 'AnalysisRun', namespace, name }));
}

const bad = ['Failed', 'Error', 'Inconclusive'];
/** Measurements shown of a metric. */
const shown = 5;

/** What of an AnalysisRun speaks against the canary: each metric that failed, with what was measured. */
export function becauseOf(runs: readonly KubeObject[]): string[] {
  return runs.flatMap((run) => {
    const metrics = listAt(run, 'status', 'metricResults').filter((metric) =>
      bad.includes(textAt(metric, 'phase')),
    );
    if (metrics.length > 0) return metrics.map((metric) => told(run, metric));
    const phase = textAt(run, 'status', 'phase');
    const message = textAt(run, 'status', 'message');
    return bad.includes(phase) ? [`AnalysisRun ${run.metadata.name}: ${phase}: ${message}`] : [];
  });
}

function told(run: KubeObject, metric: unknown): string {
  const measurements = listAt(metric, 'measurements').slice(-shown);
  const values = measurements.map((one) => textAt(one, 'value') || textAt(one, 'message')).filter(Boolean);
  const counts = ['successful', 'failed', 'inconclusive', 'error']
    .map((kind) => [kind, numberAt(metric, kind) ?? 0] as const)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${count} ${kind}`);
  return [
    `AnalysisRun ${run.metadata.name}, metric ${textAt(metric, 'name')}: ${textAt(metric, 'phase')}`,
    counts.join(', '),
    textAt(metric, 'message'),
    values.length === 0 ? '' : `measured last: ${values.join(', ')}`,
  ]
    .filter(Boolean)
    .join('; ');
}
