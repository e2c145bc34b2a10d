import type { Interval } from '../../../../actions/canary-promote/src/judge/interval.ts';
import type { Random } from '../../../../bench/judge/random.ts';

/** `count` intervals of 25 canary and 475 stable requests; `rate` gives the failure rates of both for interval i. */
export function intervals(
  random: Random,
  count: number,
  rate: (i: number) => { stable: number; canary: number },
): Interval[] {
  return Array.from({ length: count }, (_, i) => {
    const { stable, canary } = rate(i);
    const [n, m] = [random.poisson(25), random.poisson(475)];
    return { a: random.binomial(n, canary), n, b: random.binomial(m, stable), m };
  });
}

/** The same rates in every interval. */
export const always =
  (stable: number, canary = stable) =>
  () => ({ stable, canary });
/** Rates of both sides while something fails that both of them need. */
export const outage = (i: number) =>
  i > 40 && i < 60 ? { stable: 0.4, canary: 0.4 } : { stable: 0.005, canary: 0.005 };
