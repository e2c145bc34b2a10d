import type { CanaryState, Phase } from '../state/state.ts';
import { clean, undo } from './back.ts';
import { backUp, prepare, replace } from './forward.ts';
import { hold, shift } from './shift.ts';
import type { Ending, Handler, Work } from './work.ts';

const handlers: Readonly<Record<Phase, Handler>> = {
  preparing: prepare,
  shifting: shift,
  holding: hold,
  full: backUp,
  replacing: replace,
  undoing: undo,
  returning: clean,
  restoring: clean,
};

/**
 * Takes a canary from the state it is in to an end: forward with a promotion, else back.
 *
 * A run that goes on after another's death takes the same way as the one that began it. A canary that comes to `holding`
 * ends there; one that begins there goes on.
 */
export async function drive(begun: CanaryState, work: Work): Promise<Ending> {
  let state = begun;
  let because: 'rolled-back' | 'restored' = 'restored';
  for (let first = true; ; first = false) {
    if (state.phase === 'holding' && !first) {
      return { verdict: 'held', reason: state.reason, weight: state.weight, left: 'holding' };
    }
    const outcome = await handlers[state.phase](state, work);
    if ('ending' in outcome) {
      const { ending } = outcome;
      return ending.verdict === 'restored' ? { ...ending, verdict: because } : ending;
    }
    state = outcome.state;
    because = outcome.because ?? because;
  }
}
