import { logSumExp } from './math.ts';

/** Counts of one interval: `a` events in `n` canary requests, `b` events in `m` stable requests. */
export interface Interval {
  a: number;
  n: number;
  b: number;
  m: number;
}

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

/** Log-wealth of the bet on each rate ratio, the last one being cash that is not bet. */
export interface SplitState {
  logWealth: number[];
}

/** Share of the wealth that is spread anew after each interval, so that a fault that begins late is still found soon. */
const share = 0.001;
/** Keeps the state finite (JSON has no infinity). */
const floor = -600;

export function emptySplit(bets: readonly Bet[]): SplitState {
  return { logWealth: startingWealth(bets).map(Math.log) };
}

function startingWealth(bets: readonly Bet[]): number[] {
  const parts = bets.map(({ part }) => part);
  return [...parts, parts.reduce((cash, part) => cash - part, 1)];
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
  for (const [k, bet] of bets.entries()) {
    const { x, y } = oddsOf(bet, base, interval, delta);
    const gain = a * Math.log(x) + b * Math.log(y) - (x - 1) * n * delta;
    wealth[k] = (wealth[k] ?? 0) + gain / dispersion;
  }
  const after = Math.min(logSumExp(wealth), before + cap);
  shareOut(state, after - logSumExp(wealth), after, bets);
  return after;
}

/** Fixed-share update (Herbster & Warmuth 1998): scales all wealth by e^shift and spreads a little of it anew. */
function shareOut(state: SplitState, shift: number, total: number, bets: readonly Bet[]): void {
  for (const [k, start] of startingWealth(bets).entries()) {
    const kept = (1 - share) * Math.exp((state.logWealth[k] ?? 0) + shift - total);
    state.logWealth[k] = Math.max(floor, total + Math.log(kept + share * start));
  }
}
