import { logSumExp } from './math.ts';

/** Counts of one interval: `a` events in `n` canary requests, `b` events in `m` stable requests. */
export interface Interval {
  a: number;
  n: number;
  b: number;
  m: number;
}

/** A bet that the canary's rate is stable's times `ratio`, or stable's plus `increase`. */
export interface Bet {
  ratio?: number;
  increase?: number;
  /** Part of the starting wealth; what the bets leave is cash. */
  part: number;
}

/** The ratio of a bet where stable's rate is about `base`. */
export function ratioOf({ ratio, increase }: Bet, base: number): number {
  return ratio ?? 1 + (increase ?? 0) / base;
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
  { a, n, b, m }: Interval,
  { base, delta, dispersion, cap }: { base: number; delta: number; dispersion: number; cap: number },
): number {
  const wealth = state.logWealth;
  const before = logSumExp(wealth);
  for (const [k, bet] of bets.entries()) {
    const ratio = ratioOf(bet, base);
    const y = (n + m) / (ratio * n + m);
    const x = ratio * y;
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
