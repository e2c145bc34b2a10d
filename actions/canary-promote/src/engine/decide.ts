import type { Standing } from './engine.ts';

/** What a run that wants to bring a release finds. */
export interface Found {
  /** Whether the workload's pod template is the release's already. */
  readonly same: boolean;
  readonly standing: Standing;
  /** Whether a newer release may take the place of one that is under way. */
  readonly replace: boolean;
}

export type Decision =
  | { readonly do: 'begin' | 'watch' | 'retry' }
  | { readonly do: 'nothing'; readonly reason: string }
  | { readonly do: 'wait'; readonly reason: string }
  | { readonly do: 'refuse'; readonly reason: string; readonly fix: string };

/** What to do about the canary that is found. An older release than the one under way has been refused before. */
export function decide(mode: 'run' | 'resume' | 'promote', { same, standing, replace }: Found): Decision {
  const { phase, weight, said } = standing;
  const where = `the canary is ${phase} at ${weight} % (${said})`;
  if (phase === 'unseen') {
    return {
      do: 'refuse',
      reason: `the controller does not look at it (${said})`,
      fix: 'Is it running, and may it see this namespace? Nothing was changed.',
    };
  }
  if (mode !== 'run') return goOn(mode, same, standing, where);
  if (phase === 'settled')
    return same ? { do: 'nothing', reason: 'the pods of this release are running already' } : { do: 'begin' };
  if (same) return { do: phase === 'failed' ? 'retry' : 'watch' };
  if (phase === 'failed' || replace) return { do: 'begin' };
  return { do: 'wait', reason: `another release is under way: ${where}` };
}

function goOn(mode: 'resume' | 'promote', same: boolean, { phase }: Standing, where: string): Decision {
  if (phase === 'settled') {
    return {
      do: 'refuse',
      reason: `there is no canary under way to ${mode}`,
      fix: 'Start one with `mode: run`.',
    };
  }
  if (!same) {
    return {
      do: 'refuse',
      reason: 'the canary under way is of another release than the manifests',
      fix: 'Give the `manifests` and `images` that it was started with, or end it with `mode: abort`.',
    };
  }
  if (phase === 'failed') {
    return {
      do: 'refuse',
      reason: `there is nothing to ${mode}: ${where}`,
      fix: 'Start it again with `mode: run`.',
    };
  }
  return { do: 'watch' };
}
