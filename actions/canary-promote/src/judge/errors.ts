import type { Rules } from './comparison.ts';
import type { Settings } from './settings.ts';

/** Rate ratios that the failure test bets on: from a service twice as bad to one that fails altogether. */
export const errorRatios = [2, 4, 8, 16, 60];
/** The test's null allows this part of the margin; the whole of it must be exceeded by the estimate as well. */
const allowedPart = 0.5;

/**
 * Rules of the failure test. One interval may give half a proof in the run's first intervals and 0.4 of one later: a
 * release is most likely broken from its first request on, and a stray burst is as likely at any other time.
 */
export function errorRules(settings: Settings, failAt: number, claimAt: number, scale: number): Rules {
  return {
    ratios: errorRatios,
    failMargin: settings.maxErrorIncrease * allowedPart,
    claimMargin: Math.min(1, settings.maxErrorIncrease * scale),
    failAt,
    claimAt,
    firstCap: 0.5,
    laterCap: 0.4,
  };
}
