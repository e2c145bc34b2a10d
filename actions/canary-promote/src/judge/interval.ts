/** Counts of one interval: `a` events in `n` canary requests, `b` events in `m` stable requests. */
export interface Interval {
  a: number;
  n: number;
  b: number;
  m: number;
}

/** Two intervals as one. */
export function sum(x: Interval, y: Interval): Interval {
  return { a: x.a + y.a, n: x.n + y.n, b: x.b + y.b, m: x.m + y.m };
}
