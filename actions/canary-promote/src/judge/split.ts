import type { Interval } from './interval.ts';
import { logSumExp } from './math.ts';

/** A bet that the canary's rate is stable's times `ratio`, or that it exceeds what is allowed (stable's + δ) by `increase`. */
export interface Bet {
  ratio?: number;
  increase?: number;
  /** Part of the starting wealth; what the bets leave is cash. */
  part: number;
}

/** What a bet pays for an event at the canary (`x`) and at stable (`y`); m(1 − y) = n(x − 1) holds. */
export interface Odds {
  x: number;
  y: number;
}

/**
 * The odds of a bet where stable's rate is about `base`.
 *
 * Against a null of "stable's rate + δ" the growth rate n·λ·ln x + m·base·ln y − (x−1)·n·δ of a bet on the canary's rate
 * λ is largest where λ/x = base/y + δ (Kelly). With r = n/m and y = 1 − r(x−1) that is a quadratic equation, whose smaller
 * root leaves y positive. With δ = 0 it is the likelihood ratio of the split, x = θ(n+m)/(θn+m) for θ = λ/base.
 */
export function oddsOf({ ratio, increase }: Bet, base: number, { n, m }: Interval, delta: number): Odds {
  const r = n / m;
  const rate = base + delta + (increase ?? 0);
  if (ratio !== undefined || delta === 0) {
    const theta = ratio ?? rate / base;
    const y = (n + m) / (theta * n + m);
    return { x: theta * y, y };
  }
  const half = (rate * r + base + delta * (1 + r)) / 2;
  const x = (rate * (1 + r)) / (half + Math.sqrt(half ** 2 - delta * r * rate * (1 + r)));
  return { x, y: 1 - r * (x - 1) };
}

/** Log-wealth of each bet, the last one being cash that is not bet yet, and how many intervals it has been kept for. */
export interface SplitState {
  logWealth: number[];
  intervals: number;
}

/** Intervals in which half of the cash is bet: half an hour at 5 s each. */
const halfLife = 360;
/** Keeps the state finite (JSON has no infinity). */
const floor = -600;

export function emptySplit(bets: readonly Bet[]): SplitState {
  const parts = bets.map(({ part }) => part);
  return { logWealth: [...parts, parts.reduce((cash, part) => cash - part, 1)].map(Math.log), intervals: 0 };
}

/**
 * One interval of the sequential test of "canary's rate ≤ stable's rate + δ"; returns the log e-value.
 *
 * For a rate ratio θ the events split between the groups with odds θ·n : m instead of n : m. With x = θ(n+m)/(θn+m) and
 * y = (n+m)/(θn+m), the likelihood ratio of that split is x^a · y^b (conditional binomial; Lindon & Malek 2022). Times
 * e^−(x−1)nδ it is an e-value for every pair of Poisson or binomial rates with λc ≤ λs + δ, whatever λs does over time:
 * E[x^a] ≤ e^{nλc(x−1)}, E[y^b] ≤ e^{−mλs(1−y)} and m(1−y) = n(x−1). So an outage of both groups counts for nothing.
 * The mixture over θ is an e-process, by Ville's inequality ≥ 1/α with probability ≤ α, at any time.
 * Exponents are divided by the dispersion φ (events come φ at a time), and one interval adds at most `cap` (it may be a
 * single burst); both only lower evidence where the model is right.
 */
export function updateSplit(
  state: SplitState,
  bets: readonly Bet[],
  interval: Interval,
  { base, delta, dispersion, cap }: { base: number; delta: number; dispersion: number; cap: number },
): number {
  const { a, n, b } = interval;
  const wealth = state.logWealth;
  const before = logSumExp(wealth);
  betCash(state, bets);
  for (const [k, bet] of bets.entries()) {
    const { x, y } = oddsOf(bet, base, interval, delta);
    const gain = a * Math.log(x) + b * Math.log(y) - (x - 1) * n * delta;
    wealth[k] = Math.max(floor, (wealth[k] ?? 0) + gain / dispersion);
  }
  giveBack(state, bets.length, before + cap);
  return logSumExp(wealth);
}

/** Lowers the bets so that all wealth together is at most e^most: what one interval gains beyond the cap counts for nothing. */
function giveBack({ logWealth }: SplitState, bets: number, most: number): void {
  if (logSumExp(logWealth) <= most) return;
  const cash = logWealth[bets] ?? floor;
  const allowed = most + Math.log(-Math.expm1(Math.min(-1e-12, cash - most)));
  const shift = allowed - logSumExp(logWealth.slice(0, bets));
  for (let k = 0; k < bets; k++) logWealth[k] = Math.max(floor, (logWealth[k] ?? floor) + shift);
}

/**
 * Part of the cash is bet anew: a fault may begin at any time. The part falls with time like 1/t, so that half of the cash
 * is left after `halfLife` intervals and some at any time.
 */
function betCash(state: SplitState, bets: readonly Bet[]): void {
  const wealth = state.logWealth;
  const cash = wealth[bets.length] ?? floor;
  const spent = 1 / (halfLife + state.intervals + 1);
  const all = bets.reduce((sum, { part }) => sum + part, 0);
  for (const [k, { part }] of bets.entries()) {
    wealth[k] = logSumExp([wealth[k] ?? floor, cash + Math.log((spent * part) / all)]);
  }
  wealth[bets.length] = cash + Math.log(1 - spent);
  state.intervals += 1;
}
