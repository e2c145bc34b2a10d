import { increaseBounds, logClaim } from './claim.ts';
import { type ComparisonState, groupCounts, increaseOf, neededEvidence, type Rules } from './comparison.ts';
import { dispersion } from './dispersion.ts';
import { latencyRules } from './latency.ts';
import type { AllRules } from './rules.ts';
import type { Settings } from './settings.ts';
import type { JudgeState } from './state.ts';
import type { Evidence, MetricEvidence } from './types.ts';

/** One comparison with the rules that it is judged by now. */
export interface Metric {
  name: string;
  kind: MetricEvidence['kind'];
  comparison: ComparisonState;
  rules: Rules;
  /** Dispersion of its events now. */
  phi: number;
}

const metric = (name: string, kind: Metric['kind'], comparison: ComparisonState, rules: Rules): Metric => ({
  name,
  kind,
  comparison,
  rules,
  phi: dispersion(comparison.dispersion),
});

/** All comparisons that are judged now, failures first. */
export function metricsOf(state: JudgeState, settings: Settings, rules: AllRules): Metric[] {
  const metrics = [metric('failures', 'failures', state.errors, rules.errors)];
  for (const [j, comparison] of state.latency.comparisons.entries()) {
    const own = latencyRules(state.latency, j, settings, rules.latency);
    const name = `slower than ${state.latency.bounds[j] ?? 0} s`;
    if (own !== undefined) metrics.push(metric(name, 'latency', comparison, own));
  }
  for (const [i, [name, { comparison }]] of Object.entries(state.counters).entries()) {
    const own = rules.counters[i];
    if (own !== undefined) metrics.push(metric(name, 'failures', comparison, own));
  }
  for (const [name, { comparison }] of Object.entries(state.gauges)) {
    metrics.push(metric(`gauge ${name}`, 'gauge', comparison, rules.gauges));
  }
  return metrics;
}

/**
 * The numbers behind a verdict, computed when they are first read: intervals cost more than the verdict itself. They are
 * those of now, whatever the state becomes: counts and claims are replaced by each interval, never changed.
 */
export function evidenceOf(state: JudgeState, metrics: Metric[]): () => Evidence {
  const { n, m } = state.errors.step;
  const { seconds } = state;
  const stepSeconds = state.step.seconds;
  const later = metrics.map(metricEvidence);
  let known: Evidence | undefined;
  return () => {
    known ??= {
      seconds,
      stepSeconds,
      share: n + m > 0 ? n / (n + m) : 0,
      metrics: later.map((each) => each()),
    };
    return known;
  };
}

function metricEvidence({ name, kind, comparison, rules, phi }: Metric): () => MetricEvidence {
  const { step, claim, logEvidence } = comparison;
  const failAt = neededEvidence(comparison, rules);
  return () => ({
    name,
    kind,
    stable: groupCounts(step.b, step.m),
    canary: groupCounts(step.a, step.n),
    increase: { estimate: increaseOf(step), ...increaseBounds(claim, rules.claimAt) },
    margin: rules.claimMargin,
    logEvidence,
    failAt,
    logClaim: logClaim(claim, rules.claimMargin),
    claimAt: rules.claimAt,
    dispersion: phi,
  });
}
