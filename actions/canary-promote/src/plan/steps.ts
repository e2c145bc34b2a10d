import type { InputType } from '../../../shared/contract/types.ts';
import { parseDuration } from '../../../shared/units/duration.ts';
import type { Step } from '../state/state.ts';

const expected =
  'whole percentages that rise, such as `5, 25, 50, 100`, one at least below 100; after any of them `pause 10m` or `approve`';

/**
 * What the canary takes one after the other, below 100, which is the promotion itself and may be left out. `pause` and
 * `approve` belong to the weight before them; `mirror 10%` is a step in which the canary gets copies and no users.
 */
export const stepList: InputType<readonly Step[]> = {
  name: 'list of percentages, rising, with `pause` and `approve` between',
  sample: [{ weight: 5 }],
  parse: (raw) => {
    const words = raw.match(/(pause|mirror)\s+[^\s,]+|[^\s,]+/g) ?? [];
    const steps = words.reduce<Step[]>((found, word) => withWord(found, word), []);
    const rising = steps.every(
      ({ weight }, i) => weight === 0 || i === 0 || weight > (steps[i - 1]?.weight ?? 0),
    );
    const zeros = steps.findLastIndex(({ weight }) => weight === 0);
    const below = steps.filter(({ weight }) => weight < 100);
    if (!rising || !below.some(({ weight }) => weight > 0)) throw new Error(expected);
    if (steps.slice(0, zeros + 1).some(({ weight }) => weight > 0)) throw new Error(expected);
    if (below.some((step) => isForTesters(step) && (step.pause ?? step.approve) === undefined)) {
      throw new Error('`pause …` or `approve` after `0`, at which only testers reach the canary');
    }
    if (steps.some(({ weight, pause, approve }) => weight === 100 && (pause ?? approve) !== undefined)) {
      throw new Error('nothing after `100`, which is the promotion');
    }
    return below;
  },
};

/** A step without users and without copies: nothing to compare, only testers reach the canary. */
export function isForTesters({ weight, mirror }: Step): boolean {
  return weight === 0 && mirror === undefined;
}

/** Percent of the traffic that the canary's pods have to bear in a step. */
export function loadOf({ weight, mirror = 0 }: Step): number {
  return Math.max(weight, mirror);
}

function withWord(steps: readonly Step[], word: string): Step[] {
  const [kind = '', value = ''] = word.split(/\s+/);
  if (/^\d{1,3}%?$/.test(word)) return [...steps, { weight: percentOf(word) }];
  if (kind === 'mirror') return [...steps, { weight: 0, mirror: percentOf(value) }];
  const before = steps.at(-1);
  if (before === undefined) throw new Error(expected);
  const rest = steps.slice(0, -1);
  if (kind === 'pause' && value !== '') return [...rest, { ...before, pause: parseDuration(value) }];
  if (kind === 'approve') return [...rest, { ...before, approve: true }];
  throw new Error(expected);
}

function percentOf(text: string): number {
  const percent = /^\d{1,3}%?$/.test(text) ? Number.parseInt(text, 10) : Number.NaN;
  if (!(percent <= 100)) throw new Error(expected);
  return percent;
}

/** Such as `5, pause 10m, 25`: as the input has it. */
export function stepText({ weight, mirror, pause, approve }: Step): string {
  return [
    mirror === undefined ? String(weight) : `mirror ${mirror}`,
    ...(pause === undefined ? [] : [`pause ${Math.round(pause / 1000)}s`]),
    ...(approve === undefined ? [] : ['approve']),
  ].join(', ');
}
