import type { Interval } from './interval.ts';
import { bisect } from './math.ts';

/**
 * Running sums from which, for any δ at once, the evidence against "increase ≥ δ" (`upper`, the promotion claim) and
 * against "increase ≤ δ" (`lower`, for the report) follows: ln E_k(δ) = gain_k ± δ·exposure_k.
 */
export interface ClaimState {
  upper: Sums;
  lower: Sums;
}

interface Sums {
  gain: number[];
  exposure: number[];
}

/** Share of the canary's events that the bets say is missing; 0.95 serves services without failures. */
const deficits = [0.03, 0.1, 0.25, 0.5, 0.95];
const deficitWeights = [0.15, 0.15, 0.2, 0.2, 0.3];
/** Relative excess that the lower bound bets on. */
const excesses = [0.1, 0.4, 1.5, 5];
const excessWeights = [0.25, 0.25, 0.25, 0.25];

export function emptyClaim(): ClaimState {
  const zeros = (length: number): number[] => new Array(length).fill(0);
  return {
    upper: { gain: zeros(deficits.length), exposure: zeros(deficits.length) },
    lower: { gain: zeros(excesses.length), exposure: zeros(excesses.length) },
  };
}

/**
 * Adds one interval; `cap` bounds what it may add to the claim at `margin`, so that a burst in stable proves nothing.
 *
 * Upper: E = (1−u)^a (1 + un/m)^b e^{unδ}. Lower: E = (1+v)^a (1 − vn/m)^b e^{−vnδ}. Both have mean ≤ 1 under their null
 * for Poisson and binomial counts (same argument as in split.ts); the mixtures are confidence sequences for the increase
 * (Howard, Ramdas, McAuliffe & Sekhon 2021).
 */
export function updateClaim(
  state: ClaimState,
  { a, n, b, m }: Interval,
  { margin, dispersion, cap }: { margin: number; dispersion: number; cap: number },
): ClaimState {
  if (!(m > 0 && n > 0)) return state;
  const upper = plus(state.upper, deficits, dispersion, (u) => [
    a * Math.log(1 - u) + b * Math.log(1 + (u * n) / m),
    u * n,
  ]);
  const lower = plus(state.lower, excesses, dispersion, (excess) => {
    const v = Math.min(excess, (0.9 * m) / n);
    return [a * Math.log(1 + v) + b * Math.log(1 - (v * n) / m), v * n];
  });
  const tooMuch = mixture(upper, deficitWeights, margin) - logClaim(state, margin) - cap;
  if (tooMuch > 0) upper.gain = upper.gain.map((gain) => gain - tooMuch);
  return { upper, lower };
}

/** New sums, one interval later; a state once given away never changes. */
function plus(
  sums: Sums,
  bets: readonly number[],
  dispersion: number,
  terms: (bet: number) => [gain: number, exposure: number],
): Sums {
  const next: Sums = { gain: [], exposure: [] };
  for (const [k, bet] of bets.entries()) {
    const [gain, exposure] = terms(bet);
    next.gain.push((sums.gain[k] ?? 0) + gain / dispersion);
    next.exposure.push((sums.exposure[k] ?? 0) + exposure / dispersion);
  }
  return next;
}

/** ln Σ w_k exp(gain_k + δ·exposure_k), written out because it runs some hundred times a scrape. */
function mixture({ gain, exposure }: Sums, weights: readonly number[], delta: number): number {
  let top = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < gain.length; k++) top = Math.max(top, (gain[k] ?? 0) + delta * (exposure[k] ?? 0));
  let sum = 0;
  for (let k = 0; k < gain.length; k++) {
    sum += (weights[k] ?? 0) * Math.exp((gain[k] ?? 0) + delta * (exposure[k] ?? 0) - top);
  }
  return top + Math.log(sum);
}

/** Log e-value against "the increase is at least `delta`". */
export function logClaim(state: ClaimState, delta: number): number {
  return mixture(state.upper, deficitWeights, delta);
}

/** The interval of the increase at the level `e^-needed` on each side, valid at every moment; within [-1, 1]. */
export function increaseBounds(state: ClaimState, needed: number): { low: number; high: number } {
  const high = bisect((delta) => logClaim(state, delta) - needed, -1, 1);
  const low = bisect((delta) => needed - mixture(state.lower, excessWeights, -delta), -1, 1);
  return { low: Math.min(low, high), high };
}

/**
 * Log-evidence per canary request that a canary exactly as good as stable (rate, `ratio` = n/m) gives to the claim:
 * the best of the bets, whose value the mixture approaches.
 */
export function claimSpeed(rate: number, ratio: number, margin: number): number {
  const speeds = deficits.map(
    (u) => rate * Math.log(1 - u) + (rate / ratio) * Math.log(1 + u * ratio) + u * margin,
  );
  return Math.max(...speeds);
}
