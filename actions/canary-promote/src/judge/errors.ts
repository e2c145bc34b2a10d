import type { Rules } from './comparison.ts';
import type { Settings } from './settings.ts';
import type { Bet } from './split.ts';

/** From half a percentage point to total failure, most wealth where speed matters most; the rest is cash for what begins later. */
export const errorBets: readonly Bet[] = [
  { increase: 0.005, part: 0.2 },
  { increase: 0.03, part: 0.5 },
  { increase: 0.3, part: 0.18 },
];
/**
 * Share of requests by which the test's null lies below the margin: up to this much is left to the estimate, which must
 * exceed the whole margin too. So the default margin is proven as "worse at all, and by more than the margin as measured".
 */
const slack = 0.002;

/**
 * In its first three intervals two obvious ones may fail a run: a release is most likely broken from its first request on.
 * Otherwise a burst, however large, is half a proof, and the more it takes the longer it must last: a stray burst is as
 * likely at any time.
 */
const pace = { start: 1.02, reserve: 0.65, refill: 0.12, most: 0.65 };

/** Rules of the failure test. */
export function errorRules(settings: Settings, failAt: number, claimAt: number, scale: number): Rules {
  return {
    bets: errorBets,
    failMargin: Math.max(0, settings.maxErrorIncrease - slack),
    claimMargin: Math.min(1, settings.maxErrorIncrease * scale),
    failAt,
    claimAt,
    pace,
  };
}
