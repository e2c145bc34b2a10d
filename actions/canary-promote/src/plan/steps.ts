import type { InputType } from '../../../shared/contract/types.ts';
import type { Step } from '../state/state.ts';

/** Weights below 100 that the canary takes one after the other; 100 is the promotion itself and may be left out. */
export const stepList: InputType<readonly Step[]> = {
  name: 'list of percentages, rising',
  sample: [{ weight: 5 }],
  parse: (raw) => {
    const weights = raw
      .split(/[\s,]+/)
      .filter((part) => part !== '')
      .map((part) => (/^\d{1,3}%?$/.test(part) ? Number.parseInt(part, 10) : Number.NaN));
    const rising = weights.every((weight, i) => weight > (weights[i - 1] ?? 0) && weight <= 100);
    const steps = weights.filter((weight) => weight < 100);
    if (!rising || steps.length === 0) {
      throw new Error('whole percentages that rise, such as `5, 25, 50, 100`, one at least below 100');
    }
    return steps.map((weight) => ({ weight }));
  },
};
