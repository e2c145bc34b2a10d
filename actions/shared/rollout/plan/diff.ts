import { nameOf, refOf } from '../../kube/values.ts';
import type { Plan } from '../types.ts';
import { differences } from './compare.ts';

/** Fields shown of one object at most. */
const shownFields = 40;

/** What a plan changes, object by object, as lines of a diff; what Secrets hold is never shown. */
export function diffOf({ steps, pruned }: Plan): string[] {
  const changed = steps.filter(({ change }) => change === 'created' || change === 'changed');
  return [
    ...changed.flatMap(({ ref, before, after, change, replaces }) => {
      if (after === undefined || change === 'created') return [`+ ${nameOf(ref)}`];
      const all = differences(before, after);
      const fields = all
        .slice(0, shownFields)
        .flatMap(({ field, before: old, after: now }) => [
          `  ${field}`,
          ...(old === undefined ? [] : [`-   ${old}`]),
          ...(now === undefined ? [] : [`+   ${now}`]),
        ]);
      const rest = all.length - shownFields;
      const more = rest > 0 ? [`  … and ${rest} fields more`] : [];
      return [`  ${nameOf(ref)}${replaces ? ' (replaced)' : ''}`, ...fields, ...more];
    }),
    ...pruned.map((object) => `- ${nameOf(refOf(object))}`),
  ];
}
