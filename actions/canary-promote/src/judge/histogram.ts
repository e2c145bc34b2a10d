import type { Increment } from './intake.ts';

/** Requests of one interval by latency: `slower[j]` of `total` took longer than `bounds[j]` seconds. */
export interface Slower {
  total: number;
  slower: number[];
}

/** At most this many bounds are compared; more cost time and power without telling more. */
const mostBounds = 24;

/** The finite bounds (s) of a histogram, ascending and thinned to at most `mostBounds`. */
export function boundsOf(latency: Record<string, number>): number[] {
  const bounds = Object.keys(latency)
    .map(Number)
    .filter((le) => Number.isFinite(le))
    .sort((a, b) => a - b);
  const every = Math.ceil(bounds.length / mostBounds);
  return bounds.filter((_, i) => i % every === every - 1 || i === bounds.length - 1);
}

/** How many requests of an increment were slower than each bound; undefined where the histogram contradicts itself. */
export function slowerThan(increment: Increment, bounds: readonly number[]): Slower | undefined {
  const { latency } = increment;
  if (latency === undefined) return undefined;
  const byBound = new Map<number, number>();
  for (const [le, count] of Object.entries(latency))
    byBound.set(Number(le.replace('Inf', 'Infinity')), count);
  const total = byBound.get(Number.POSITIVE_INFINITY) ?? increment.requests;
  const slower: number[] = [];
  let previous = 0;
  for (const bound of bounds) {
    const count = byBound.get(bound);
    if (count === undefined || !Number.isFinite(count) || count < previous || count > total) return undefined;
    previous = count;
    slower.push(total - count);
  }
  return { total, slower };
}

/**
 * Share of requests slower than `x` seconds, between the bounds where it is known.
 *
 * Interpolated with the log-odds linear in ln x (a log-logistic piece per bucket): exact at the bounds, smooth and
 * unimodal between them, and close to the log-normal shape that latencies usually have.
 */
export function shareSlowerThan(x: number, bounds: readonly number[], shares: readonly number[]): number {
  if (!(x > 0)) return 1;
  const j = bounds.findIndex((bound) => bound >= x);
  if (j < 0) return shares.at(-1) ?? 1;
  const high = bounds[j] ?? x;
  const low = bounds[j - 1] ?? high / 4;
  const right = logOdds(shares[j] ?? 0);
  const left = Math.max(right, logOdds(j === 0 ? 1 : (shares[j - 1] ?? 1)));
  const z = left + ((right - left) * Math.log(x / low)) / Math.log(high / low);
  return x <= low ? 1 / (1 + Math.exp(-left)) : 1 / (1 + Math.exp(-z));
}

/** Log-odds, kept finite: shares below 0.01 % cannot be told from none here. */
function logOdds(share: number): number {
  const inside = Math.min(0.9999, Math.max(0.0001, share));
  return Math.log(inside / (1 - inside));
}
