import { claimSpeed, logClaim } from './claim.ts';
import { baseRate } from './comparison.ts';
import { dispersion } from './dispersion.ts';
import type { Metric } from './evidence.ts';
import { bisect } from './math.ts';
import { oddsOf } from './split.ts';
import type { JudgeState } from './state.ts';
import type { Missing } from './types.ts';

/** Log cost of not knowing the best bet beforehand (see the weights in claim.ts and split.ts). */
const claimCost = Math.log(5);
const failCost = Math.log(5);

/** Canary requests that the claim of one metric needs in this step if the canary is exactly as good as stable. */
function requestsNeeded({ comparison, rules }: Metric): number {
  const { a, n, b, m } = comparison.step;
  if (!(n > 0 && m > 0)) return Number.POSITIVE_INFINITY;
  const phi = dispersion(comparison.dispersion);
  const speed = claimSpeed((a + b) / (n + m), n / m, rules.claimMargin) / phi;
  const behind = rules.claimAt - logClaim(comparison.claim, rules.claimMargin);
  return Math.max((rules.claimAt + claimCost) / speed, n + Math.max(0, behind) / speed);
}

/** Smallest increase whose expected evidence over the step's requests is a proof; null if even failing always is not. */
export function smallestDetectable({ comparison, rules }: Metric): number | null {
  const { n, b, m } = comparison.step;
  if (!(n > 0 && m > 0)) return null;
  const phi = dispersion(comparison.dispersion);
  const stable = b / m;
  const expected = (increase: number): number => {
    const gains = rules.bets.map((bet) => {
      const { x, y } = oddsOf(bet, baseRate(comparison, comparison.step), comparison.step, rules.failMargin);
      return n * (stable + increase) * Math.log(x) + b * Math.log(y) - (x - 1) * n * rules.failMargin;
    });
    return Math.max(...gains) / phi - failCost - rules.failAt;
  };
  return expected(1) < 0 ? null : bisect(expected, 0, 1);
}

/** What a good release still lacks; `unproven` are the metrics whose claim does not hold yet. */
export function missingOf(
  state: JudgeState,
  because: string[],
  errors: Metric | undefined,
  unproven: Metric[],
  least: { requests: number; seconds: number },
): Missing {
  const seen = state.errors.step.n;
  const needed = Math.ceil(Math.max(least.requests, ...unproven.map(requestsNeeded)));
  const known = Number.isFinite(needed);
  const perSecond = state.step.seconds > 0 ? seen / state.step.seconds : 0;
  const wait = perSecond > 0 && known ? Math.max(0, needed - seen) / perSecond : null;
  return {
    because,
    canaryRequests: seen,
    canaryRequestsNeeded: known ? needed : null,
    secondsNeeded: wait === null ? null : Math.ceil(Math.max(wait, least.seconds - state.step.seconds)),
    smallestDetectable: errors === undefined ? null : smallestDetectable(errors),
  };
}
