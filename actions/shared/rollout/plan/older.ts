import { nameOf } from '../../kube/values.ts';
import { olderThan } from '../../release-order/older.ts';
import type { Finding } from '../finding.ts';
import type { RolloutOptions } from '../options.ts';
import type { Plan, Setting } from '../types.ts';
import { isWorkload } from '../workload.ts';

/** The workloads that run a newer release than the one that is planned. */
export function olderRelease(
  { steps }: Plan,
  { log }: Setting,
  { allowOlder, mode }: Pick<RolloutOptions, 'allowOlder' | 'mode'>,
): Finding[] {
  if (allowOlder === undefined || mode === 'undo') return [];
  return steps.flatMap(({ ref, before, desired }) => {
    if (before === undefined || !isWorkload(ref)) return [];
    const older = olderThan(before, desired, nameOf(ref), { allowOlder, log: log.info });
    if (older === undefined) return [];
    const { message, fix } = older;
    const path = ['metadata', 'name'];
    return [{ cause: 'older-release', certainty: 'certain', ref, message, fix, evidence: [], path }];
  });
}
