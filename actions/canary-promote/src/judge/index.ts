/**
 * The judge of a canary: cumulative counters in, a three-valued verdict out, at every moment. Pure: no I/O, no clock, no
 * randomness. The statistics and their sources are in docs/judge.md.
 */
import { decide } from './decide.ts';
import { startStep, takeScrape } from './observe.ts';
import type { Settings } from './settings.ts';
import { emptyState, isState, type JudgeState } from './state.ts';
import type { Scrape, Verdict } from './types.ts';

export { defaultSettings, parseSettings, type Settings, settingNames } from './settings.ts';
export type { JudgeState } from './state.ts';
export type {
  Counters,
  Evidence,
  Group,
  GroupCounts,
  MetricEvidence,
  Missing,
  Scrape,
  Verdict,
} from './types.ts';

export interface Judge {
  /** Takes a scrape (about every 5 s) and says what is known by now. A failure is final. */
  observe(scrape: Scrape): Verdict;
  /**
   * A new step at `weight` percent: the promotion claim is made anew, evidence of failure carries over. `next`: weight
   * that passing opens the way to; without it the settings' `steps` tell, without those the claim is as tight as for 100.
   */
  beginStep(weight: number, next?: number): void;
  /** Plain JSON from which `judgeFromJSON` continues after a crash. */
  toJSON(): JudgeState;
}

export function createJudge(settings: Settings): Judge {
  return judgeOn(emptyState(), settings);
}

/** Continues from what `toJSON` gave; throws an Error if it is something else. */
export function judgeFromJSON(settings: Settings, saved: unknown): Judge {
  if (!isState(saved)) throw new Error('not a saved state of this judge (version 1)');
  return judgeOn(structuredClone(saved), settings);
}

function judgeOn(state: JudgeState, settings: Settings): Judge {
  return {
    observe(scrape) {
      takeScrape(state, scrape, settings);
      return decide(state, scrape.t, settings);
    },
    beginStep(weight, next) {
      startStep(state, weight, next, settings);
    },
    toJSON() {
      return structuredClone(state);
    },
  };
}
