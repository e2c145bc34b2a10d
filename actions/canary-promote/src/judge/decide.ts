import { claimHolds, neededEvidence, steadyEvidence } from './comparison.ts';
import { evidenceOf, type Metric, metricsOf } from './evidence.ts';
import { incomparable } from './latency.ts';
import { logSumExp } from './math.ts';
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
  if (state.failed === null) state.failed = provenWorse(metrics) ?? null;
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

/** Why the canary is proven worse: by a metric alone, or by all latencies together; undefined if it is not. */
function provenWorse(metrics: Metric[]): string | undefined {
  const alone = metrics.find(({ comparison, rules }) => steadyEvidence(comparison, rules) >= rules.failAt);
  if (alone !== undefined) return failure(alone, neededEvidence(alone.comparison, alone.rules));
  return slowTogether(metrics.filter(({ kind }) => kind === 'latency'));
}

/**
 * The mean of e-values is an e-value (Vovk & Wang 2021): bounds that all say a little say enough together. `failAt` of each
 * is that of all and ln of their number, so it is their sum that has to reach it; 1 more for what steadiness has lifted.
 */
function slowTogether(metrics: Metric[]): string | undefined {
  const evidence = metrics.map(({ comparison, rules }) => steadyEvidence(comparison, rules));
  const worst = metrics[evidence.indexOf(Math.max(...evidence))];
  if (worst === undefined) return undefined;
  const { failAt } = worst.rules;
  if (logSumExp(evidence) < failAt + Math.log1p(metrics.length * Math.exp(-failAt))) return undefined;
  return `${failure(worst, failAt)} of this bound or of all together`;
}

function failure({ name, comparison: { since, step, logEvidence } }: Metric, needed: number): string {
  const { a, n, b, m } = since.n > 0 ? since : step;
  const [odds, enough] = [logEvidence, needed].map((log) => Math.exp(log).toPrecision(3));
  return (
    `${name}: canary ${percent(a / n)} (${a} of ${n}), stable ${percent(m > 0 ? b / m : 0)} (${b} of ${m}); ` +
    `evidence ${odds} : 1 against "no worse", ${enough} needed`
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
  const blind = incomparable(state.latency);
  if (blind !== undefined) list.push(blind);
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
