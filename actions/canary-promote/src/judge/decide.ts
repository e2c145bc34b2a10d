import { claimHolds, increaseOf } from './comparison.ts';
import { evidenceOf, type Metric, metricsOf } from './evidence.ts';
import { missingOf } from './missing.ts';
import { allRules } from './rules.ts';
import type { Settings } from './settings.ts';
import { percent } from './slo.ts';
import type { JudgeState } from './state.ts';
import type { Evidence, Missing, Verdict } from './types.ts';

/** Without usable counters of both groups for this long (s), what was known before is no ground for a promotion. */
const stale = 30;
/** A metric with this part of a proof of failure against it holds a promotion back. */
const suspicion = 0.5;
/** Share of traffic at the canary, as a factor of what was meant, beyond which the split is not the one asked for. */
const splitFactor = 2;

/** The verdict at `t`; a failure is remembered in the state. */
export function decide(state: JudgeState, t: number, settings: Settings): Verdict {
  const metrics = metricsOf(state, settings, allRules(state, settings));
  const worst = metrics.find((metric) => proven(metric, settings));
  if (state.failed === null && worst !== undefined) state.failed = failure(worst);
  const read = evidenceOf(state, metrics);
  if (state.failed !== null) return withEvidence({ verdict: 'fail', at: t, reason: state.failed }, read);
  const unproven = metrics.filter(
    ({ kind, comparison, rules }) => kind !== 'gauge' && !claimHolds(comparison, rules),
  );
  const because = [...obstacles(state, t, settings, metrics), ...unproven.map(claimMissing)];
  if (because.length === 0)
    return withEvidence({ verdict: 'pass', at: t, reason: success(metrics, settings) }, read);
  const least = { requests: settings.minRequests, seconds: settings.minStepDuration };
  const missing = missingOf(state, because, metrics[0], unproven, least);
  return unknown({ at: t, reason: because.join('; ') }, missing, read);
}

/** Not enough evidence, with what is missing; both are computed when they are read. */
function unknown(
  { at, reason }: { at: number; reason: string },
  missing: () => Missing,
  read: () => Evidence,
): Verdict {
  return {
    verdict: 'not-enough-evidence',
    at,
    reason,
    get missing() {
      return missing();
    },
    get evidence() {
      return read();
    },
  };
}

/** The verdict with evidence that is computed when it is read (also by JSON.stringify). */
function withEvidence<T>(verdict: T, read: () => Evidence): T & { evidence: Evidence } {
  return {
    ...verdict,
    get evidence() {
      return read();
    },
  };
}

/** Proven worse: the e-value reaches its level, and failures have, since the fault began, exceeded the whole margin. */
function proven({ kind, comparison, rules }: Metric, settings: Settings): boolean {
  if (comparison.logEvidence < rules.failAt) return false;
  return kind !== 'failures' || increaseOf(comparison.since) > settings.maxErrorIncrease;
}

function failure({ name, comparison, rules }: Metric): string {
  const { a, n, b, m } = comparison.since.n > 0 ? comparison.since : comparison.step;
  const odds = Math.exp(comparison.logEvidence).toPrecision(3);
  return (
    `${name}: canary ${percent(a / n)} (${a} of ${n}), stable ${percent(m > 0 ? b / m : 0)} (${b} of ${m}); ` +
    `evidence ${odds} : 1 against "no worse", ${Math.exp(rules.failAt).toPrecision(3)} needed`
  );
}

function success(metrics: Metric[], settings: Settings): string {
  const [failures] = metrics;
  const margin = failures === undefined ? 0 : failures.rules.claimMargin;
  const latency = metrics.some(({ kind }) => kind === 'latency')
    ? `, latency by less than ${percent(settings.maxLatencyIncrease)}`
    : '';
  return `failures increase by less than ${percent(margin)} of requests${latency}, with ${percent(settings.promotionConfidence)} confidence`;
}

function claimMissing({ name, rules }: Metric): string {
  return `${name}: an increase of ${percent(rules.claimMargin)} of requests is not excluded yet`;
}

/** What keeps a release from passing apart from claims that are not proven yet. */
function obstacles(state: JudgeState, t: number, settings: Settings, metrics: Metric[]): string[] {
  const { n, m } = state.errors.step;
  const list: string[] = [];
  if (state.lastBothT === null) list.push('no counters of both groups yet');
  else if (t - state.lastBothT > stale)
    list.push(`no counters of both groups for ${Math.round(t - state.lastBothT)} s`);
  else if (settings.warmUp > 0 && t < (state.warmUntil ?? Number.POSITIVE_INFINITY)) list.push('warm-up');
  else if (n === 0 || m === 0) list.push(`no traffic at ${n === 0 ? 'the canary' : 'stable'}`);
  if (n < settings.minRequests) list.push(`${n} of at least ${settings.minRequests} canary requests`);
  if (state.step.seconds < settings.minStepDuration) {
    list.push(`${Math.round(state.step.seconds)} of at least ${settings.minStepDuration} s`);
  }
  const split = wrongSplit(state);
  if (split !== undefined) list.push(split);
  for (const { name, comparison, rules } of metrics) {
    if (comparison.logEvidence > suspicion * rules.failAt)
      list.push(`${name}: suspicious, not proven worse yet`);
  }
  return list;
}

/** The traffic does not reach the canary in the share that was meant, beyond chance. */
function wrongSplit(state: JudgeState): string | undefined {
  const { n, m } = state.errors.step;
  const { weight } = state.step;
  if (weight === null || weight <= 0 || weight >= 100 || n + m === 0) return undefined;
  const meant = (weight / 100) * (n + m);
  const off = n > splitFactor * meant || n < meant / splitFactor;
  if (!off || Math.abs(n - meant) < 5 * Math.sqrt(meant)) return undefined;
  return `the canary gets ${percent(n / (n + m))} of the requests, not ${percent(weight / 100)}`;
}
