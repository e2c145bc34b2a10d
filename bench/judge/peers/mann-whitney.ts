/** Quantile of the standard normal at 1 − (1 − 0.98)/2, Kayenta's confidence 0.98. */
const quantile = 2.3263478740408408;
/** Accuracy of the roots in Kayenta's solver. */
const tolerance = 1e-4;

interface Ranks {
  /** Mann–Whitney U of the first sample, ties counted half. */
  u: number;
  /** Σ (t³ − t) over groups of tied values. */
  ties: number;
}

function rank(x: readonly number[], y: readonly number[], shift: number): Ranks {
  const all = [
    ...x.map((value) => ({ value: value - shift, first: true })),
    ...y.map((value) => ({ value, first: false })),
  ];
  all.sort((p, q) => p.value - q.value);
  let [u, ties] = [0, 0];
  let below = 0;
  for (let i = 0; i < all.length; ) {
    let [end, firsts] = [i, 0];
    for (; end < all.length && all[end]?.value === all[i]?.value; end++)
      firsts += all[end]?.first === true ? 1 : 0;
    const size = end - i;
    u += firsts * (below + (size - firsts) / 2);
    below += size - firsts;
    ties += size ** 3 - size;
    i = end;
  }
  return { u, ties };
}

/** Standardised U of x − shift against y with continuity correction, minus `z` (wilcoxonDiff of Kayenta's MannWhitney). */
function deviation(x: readonly number[], y: readonly number[], shift: number, z: number): number {
  const [nx, ny] = [x.length, y.length];
  const n = nx + ny;
  const { u, ties } = rank(x, y, shift);
  const d = u - (nx * ny) / 2;
  const sigma = Math.sqrt(((nx * ny) / 12) * (n + 1 - ties / (n * (n - 1))));
  if (sigma === 0) return -z;
  return (d - 0.5 * Math.sign(d)) / sigma - z;
}

/** Where a falling function crosses zero, found by bisection to the accuracy of Kayenta's Brent solver. */
function root(falling: (shift: number) => number, low: number, high: number): number {
  if (falling(low) <= 0) return low;
  if (falling(high) >= 0) return high;
  let [a, b] = [low, high];
  while (b - a > tolerance) {
    const middle = (a + b) / 2;
    if (falling(middle) > 0) a = middle;
    else b = middle;
  }
  return (a + b) / 2;
}

/**
 * Kayenta's classifier (NetflixACAJudge-v1.0 of April 2025: Mann–Whitney, confidence 0.98, tolerance 0.25, direction
 * increase, outliers kept): high if the lower confidence bound of the shift exceeds a quarter of its estimate.
 */
export function classifiedHigh(experiment: readonly number[], control: readonly number[]): boolean {
  if (experiment.length === 0 || control.length === 0) return false;
  if (new Set([...experiment, ...control]).size === 1) return false;
  if (sorted(experiment).join() === sorted(control).join()) return false;
  if (new Set(experiment).size === 1 && new Set(control).size === 1) return constantHigh(experiment, control);
  const low = Math.min(...experiment) - Math.max(...control);
  const high = Math.max(...experiment) - Math.min(...control);
  const lower = root((shift) => deviation(experiment, control, shift, quantile), low, high);
  const estimate = root((shift) => deviation(experiment, control, shift, 0), low, high);
  return lower > 0.25 * Math.abs(estimate) && !(meanRatio(experiment, control) < 1);
}

const sorted = (values: readonly number[]): number[] => [...values].sort((x, y) => x - y);

/** Kayenta's effect size, which has to be 1 or more: NaN, and so ignored, where one of the means is zero. */
function meanRatio(experiment: readonly number[], control: readonly number[]): number {
  const [above, below] = [experiment, control].map(
    (values) => values.reduce((sum, value) => sum + value, 0) / values.length,
  );
  return above && below ? above / below : Number.NaN;
}

/**
 * Two constants: Kayenta spreads each by noise of 1e-5 of its value, and then its lower bound is their difference, since a
 * root that does not exist is taken to be the end of the range. So a single pair of values can be "high".
 */
function constantHigh(experiment: readonly number[], control: readonly number[]): boolean {
  return (experiment[0] ?? 0) > (control[0] ?? 0);
}
