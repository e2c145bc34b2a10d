import { type ClaimState, claimSpeed, logClaim } from './claim.ts';
import { baseRate, type Rules } from './comparison.ts';
import type { Metric } from './evidence.ts';
import type { Interval } from './interval.ts';
import { bisect } from './math.ts';
import { oddsOf } from './split.ts';
import type { JudgeState } from './state.ts';
import type { Missing } from './types.ts';

/** Log cost of not knowing the best bet beforehand (see the weights in claim.ts and split.ts). */
const claimCost = Math.log(5);
const failCost = Math.log(5);

/** What is read of a metric here, as it was at the verdict: the state goes on, and counts and claims are replaced, not changed. */
interface Seen {
  step: Interval;
  claim: ClaimState;
  rules: Rules;
  phi: number;
  base: number;
}

const seenOf = ({ comparison, rules, phi }: Metric): Seen => ({
  step: comparison.step,
  claim: comparison.claim,
  rules,
  phi,
  base: baseRate(comparison, comparison.step),
});

/** Canary requests that the claim of one metric needs in this step if the canary is exactly as good as stable. */
function requestsNeeded({ step: { a, n, b, m }, claim, rules, phi }: Seen): number {
  if (!(n > 0 && m > 0)) return Number.POSITIVE_INFINITY;
  const speed = claimSpeed((a + b) / (n + m), n / m, rules.claimMargin) / phi;
  const behind = rules.claimAt - logClaim(claim, rules.claimMargin);
  return Math.max((rules.claimAt + claimCost) / speed, n + Math.max(0, behind) / speed);
}

/** Smallest increase whose expected evidence over the step's requests is a proof; null if even failing always is not. */
function smallestDetectable({ step, rules, phi, base }: Seen): number | null {
  const { n, b, m } = step;
  if (!(n > 0 && m > 0)) return null;
  const stable = b / m;
  const expected = (increase: number): number => {
    const gains = rules.bets.map((bet) => {
      const { x, y } = oddsOf(bet, base, step, rules.failMargin);
      return n * (stable + increase) * Math.log(x) + b * Math.log(y) - (x - 1) * n * rules.failMargin;
    });
    return Math.max(...gains) / phi - failCost - rules.failAt;
  };
  return expected(1) < 0 ? null : bisect(expected, 0, 1);
}

/**
 * What a good release still lacks, worked out when it is first read because it costs more than the verdict itself;
 * `unproven` are the metrics whose claim does not hold yet.
 */
export function missingOf(
  state: JudgeState,
  because: string[],
  errors: Metric | undefined,
  unproven: Metric[],
  least: { requests: number; seconds: number },
): () => Missing {
  const step = { requests: state.errors.step.n, seconds: state.step.seconds };
  const failures = errors === undefined ? undefined : seenOf(errors);
  const claims = unproven.map(seenOf);
  return () => {
    const needed = Math.ceil(Math.max(least.requests, ...claims.map(requestsNeeded)));
    const known = Number.isFinite(needed);
    const perSecond = step.seconds > 0 ? step.requests / step.seconds : 0;
    const wait = perSecond > 0 && known ? Math.max(0, needed - step.requests) / perSecond : null;
    return {
      because,
      canaryRequests: step.requests,
      canaryRequestsNeeded: known ? needed : null,
      secondsNeeded: wait === null ? null : Math.ceil(Math.max(wait, least.seconds - step.seconds)),
      smallestDetectable: failures === undefined ? null : smallestDetectable(failures),
    };
  };
}
