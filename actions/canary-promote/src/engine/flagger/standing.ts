import type { KubeObject } from '../../../../shared/kube/types.ts';
import { listAt, numberAt, objectAt, textAt } from '../../../../shared/kube/values.ts';
import type { Standing } from '../engine.ts';
import { isSameVersion } from './primary.ts';

/** The objects of one Canary; undefined: not there. */
interface Flagged {
  readonly canary: KubeObject | undefined;
  readonly target: KubeObject | undefined;
  readonly primary: KubeObject | undefined;
}

const active = ['Progressing', 'Waiting', 'WaitingPromotion', 'Promoting', 'Finalising'];

/** Whether Flagger is at work on a release. */
export const isActive = (canary: KubeObject): boolean => active.includes(textAt(canary, 'status', 'phase'));

/**
 * How a Canary stands. Outside of a canary only the pods tell whether Flagger has seen the target as it is now: what it
 * notes of it is a hash that nobody else can compute. `takenUp`: it was seen at work since the target was changed.
 */
export function standingOf({ canary, target, primary }: Flagged, takenUp: boolean): Standing {
  if (canary === undefined) return { phase: 'unseen', weight: 0, said: 'the Canary is not there' };
  const phase = textAt(canary, 'status', 'phase');
  const weight = numberAt(canary, 'status', 'canaryWeight') ?? 0;
  const same = target !== undefined && primary !== undefined && isSameVersion(target, primary);
  const idle = same && isActive(canary) ? { idle: true as const } : {};
  const base = { weight, said: saidBy(canary, phase), ...idle };
  switch (phase) {
    case 'Progressing':
      return { ...base, phase: 'shifting' };
    case 'Waiting':
    case 'WaitingPromotion':
      return { ...base, said: `${base.said} ${gatesTold(canary, phase)}`, phase: 'holding' };
    case 'Promoting':
    case 'Finalising':
      return { ...base, phase: 'promoting' };
    case 'Initialized':
    case 'Succeeded':
    case 'Failed':
      if (same)
        return hasLooked(canary, phase)
          ? { ...base, weight: 0, phase: 'settled' }
          : {
              ...base,
              weight: 0,
              phase: 'unseen',
              said: `${base.said} (not looked at since it was put back)`,
            };
      return phase === 'Failed' && takenUp ? { ...base, phase: 'failed' } : { ...base, phase: 'unseen' };
    default:
      return { ...base, phase: 'unseen' };
  }
}

/**
 * After a failure Flagger has to see the target put back once: until then the version that failed is the one it knows,
 * and would be no new one to it.
 */
const hasLooked = (canary: KubeObject, phase: string): boolean =>
  phase !== 'Failed' ||
  textAt(canary, 'status', 'lastAppliedSpec') === textAt(canary, 'status', 'lastPromotedSpec');

function saidBy(canary: KubeObject, phase: string): string {
  const condition = listAt(canary, 'status', 'conditions').find((one) => textAt(one, 'type') === 'Promoted');
  const message = textAt(condition, 'reason') === phase ? textAt(condition, 'message') : '';
  const failed = numberAt(canary, 'status', 'failedChecks') ?? 0;
  const checks =
    phase === 'Progressing' && failed > 0 ? `, ${failed} of ${thresholdOf(canary)} checks failed` : '';
  const told = [phase || 'no controller has looked at the Canary yet', message].filter(Boolean).join(': ');
  return `${told}${checks}`;
}

/** How it analyses, under the field's present name or its former one. */
export const analysisOf = (canary: unknown): Readonly<Record<string, unknown>> => {
  const now = objectAt(canary, 'spec', 'analysis');
  return Object.keys(now).length > 0 ? now : objectAt(canary, 'spec', 'canaryAnalysis');
};

/** Failed checks at which Flagger goes back. */
export const thresholdOf = (canary: unknown): number => {
  const given = numberAt(analysisOf(canary), 'threshold') ?? 0;
  return given > 0 ? given : 1;
};

/** The webhooks that are asked whether it may go on. */
function gatesTold(canary: KubeObject, phase: string): string {
  const type = phase === 'Waiting' ? 'confirm-rollout' : 'confirm-promotion';
  const gates = listAt(analysisOf(canary), 'webhooks').filter((hook) => textAt(hook, 'type') === type);
  const names = gates.map((gate) => `${textAt(gate, 'name')} (${textAt(gate, 'url')})`);
  return `(${type}: ${names.join(', ')})`;
}

/** Milliseconds between two looks of Flagger: never less than 10 s. */
export function intervalOf(canary: unknown): number {
  const raw = textAt(analysisOf(canary), 'interval');
  const parts = [...raw.matchAll(/(\d+(?:\.\d+)?)(ms|h|m|s)/g)];
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== raw) return 60_000;
  const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
  const ms = parts.reduce((sum, [, number, unit = '']) => sum + Number(number) * (units[unit] ?? 0), 0);
  return Math.max(10_000, ms);
}
