/** ln(Σ exp(values)), safe against overflow. */
export function logSumExp(values: readonly number[]): number {
  let top = Number.NEGATIVE_INFINITY;
  for (const value of values) if (value > top) top = value;
  if (top === Number.NEGATIVE_INFINITY) return top;
  let sum = 0;
  for (const value of values) sum += Math.exp(value - top);
  return top + Math.log(sum);
}

/** Root of a rising function in [low, high] by bisection, to 2^-steps of the range; the end if there is none inside. */
export function bisect(rising: (x: number) => number, low: number, high: number, steps = 24): number {
  if (rising(low) >= 0) return low;
  if (rising(high) <= 0) return high;
  let [a, b] = [low, high];
  for (let i = 0; i < steps; i++) {
    const middle = (a + b) / 2;
    if (rising(middle) < 0) a = middle;
    else b = middle;
  }
  return (a + b) / 2;
}

/**
 * Upper bound of ln P(X ≥ k) for X ~ Binomial(n, p): Chernoff, −n·KL(k/n ‖ p) (Hoeffding 1963, theorem 1).
 * 0 where k is not above the mean.
 */
export function logBinomialTail(k: number, n: number, p: number): number {
  if (n <= 0 || k <= n * p) return 0;
  if (p <= 0) return Number.NEGATIVE_INFINITY;
  const f = Math.min(1, k / n);
  const right = f < 1 ? (1 - f) * Math.log((1 - f) / (1 - p)) : 0;
  return -n * (f * Math.log(f / p) + right);
}
