import { increaseBounds, logClaim } from './claim.ts';
import { type ComparisonState, groupCounts, increaseOf, type Rules } from './comparison.ts';
import { dispersion } from './dispersion.ts';
import { latencyRules } from './latency.ts';
import { type AllRules, allRules } from './rules.ts';
import type { Settings } from './settings.ts';
import type { JudgeState } from './state.ts';
import type { Evidence, MetricEvidence } from './types.ts';

/** One comparison with the rules that it is judged by now. */
export interface Metric {
  name: string;
  kind: MetricEvidence['kind'];
  comparison: ComparisonState;
  rules: Rules;
}

/** All comparisons that are judged now, failures first. */
export function metricsOf(state: JudgeState, settings: Settings, rules: AllRules): Metric[] {
  const metrics: Metric[] = [
    { name: 'failures', kind: 'failures', comparison: state.errors, rules: rules.errors },
  ];
  for (const [j, comparison] of state.latency.comparisons.entries()) {
    const own = latencyRules(state.latency, j, settings, rules.latency);
    const name = `slower than ${state.latency.bounds[j] ?? 0} s`;
    if (own !== undefined) metrics.push({ name, kind: 'latency', comparison, rules: own });
  }
  for (const [name, { comparison }] of Object.entries(state.gauges)) {
    metrics.push({ name: `gauge ${name}`, kind: 'gauge', comparison, rules: rules.gauges });
  }
  return metrics;
}

/** The numbers behind a verdict. */
export function evidenceOf(state: JudgeState, settings: Settings): Evidence {
  const { n, m } = state.errors.step;
  return {
    seconds: state.seconds,
    stepSeconds: state.step.seconds,
    share: n + m > 0 ? n / (n + m) : 0,
    metrics: metricsOf(state, settings, allRules(state, settings)).map(metricEvidence),
  };
}

function metricEvidence({ name, kind, comparison, rules }: Metric): MetricEvidence {
  const { a, n, b, m } = comparison.step;
  return {
    name,
    kind,
    stable: groupCounts(b, m),
    canary: groupCounts(a, n),
    increase: { estimate: increaseOf(comparison.step), ...increaseBounds(comparison.claim, rules.claimAt) },
    margin: rules.claimMargin,
    logEvidence: comparison.logEvidence,
    failAt: rules.failAt,
    logClaim: logClaim(comparison.claim, rules.claimMargin),
    claimAt: rules.claimAt,
    dispersion: dispersion(comparison.dispersion),
  };
}
