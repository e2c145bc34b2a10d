import type { Rules } from './comparison.ts';
import type { Settings } from './settings.ts';
import type { Bet } from './split.ts';

/** From half a percentage point to total failure, most wealth where speed matters most; the rest is cash for what begins later. */
export const errorBets: readonly Bet[] = [
  { increase: 0.005, part: 0.15 },
  { increase: 0.03, part: 0.65 },
  { increase: 0.3, part: 0.08 },
];
/**
 * Share of requests by which the test's null lies below the margin: up to this much is left to the estimate, which must
 * exceed the whole margin too. So the default margin is proven as "worse at all, and by more than the margin as measured".
 */
const slack = 0.002;

/** A burst, however large, is half a proof, and the more it takes the longer it must last. */
const [reserve, refill] = [0.65, 0.12];
/** What two obvious intervals lack then; allowed while a run is young. */
const missing = 0.3;
/** Seconds in which a release that is broken from its first request on shows it; a stray burst is as likely at any time. */
const young = 15;

/** Seconds of an interval that `refill` is for; a longer one has room for more than one burst. */
export const usualInterval = 5;

export interface Moment {
  /** Seconds that the interval lasts. */
  lasting: number;
  /** Seconds judged so far. */
  seconds: number;
  /** How much wider than the setting the claim of this step may be. */
  scale: number;
}

/** Rules of the failure test. */
export function errorRules(
  settings: Settings,
  failAt: number,
  claimAt: number,
  { seconds, scale, lasting }: Moment,
): Rules {
  return {
    bets: errorBets,
    failMargin: Math.max(0, settings.maxErrorIncrease - slack),
    leastIncrease: settings.maxErrorIncrease,
    claimMargin: Math.min(1, settings.maxErrorIncrease * scale),
    failAt,
    claimAt,
    pace: {
      reserve,
      refill: (refill * lasting) / usualInterval,
      obvious: seconds < young ? missing : 0,
    },
  };
}
