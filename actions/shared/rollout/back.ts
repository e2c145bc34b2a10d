import type { KubeObject } from '../kube/types.ts';
import { nameOf, refOf } from '../kube/values.ts';
import type { Written } from './apply.ts';
import type { Journal } from './journal.ts';
import { observe } from './observe/observe.ts';
import type { Watching } from './observe/watching.ts';
import type { RolloutResult } from './rollout.ts';
import type { Outcome, Plan, Setting } from './types.ts';
import type { Restored, Undoable } from './undo.ts';
import { isWorkload, statusOf } from './workload.ts';

/** What this run has written and removed, and what an earlier one that died has: to what was before both. */
export function undoableOf(
  written: readonly Written[],
  removed: readonly KubeObject[],
  left: Journal | undefined,
): Undoable[] {
  const before = left?.entries ?? [];
  const known = new Set(before.map(({ ref }) => nameOf(ref)));
  const own = written.map(({ step: { ref, before: old, autoscaled }, object }) => ({
    ref,
    before: old,
    autoscaled,
    uid: object.metadata.uid,
  }));
  const gone = removed.map((object) => ({
    ref: refOf(object),
    before: object,
    autoscaled: false,
    uid: undefined,
  }));
  return [...before, ...[...own, ...gone].filter(({ ref }) => !known.has(nameOf(ref)))];
}

interface Way {
  readonly plan: Plan;
  readonly left: Journal | undefined;
  readonly watching: Watching;
  readonly setting: Setting;
  /** Milliseconds. */
  readonly timeout: number;
}

/**
 * Watches what was put back until it is healthy. What was not healthy before either need not become so: there it was, and
 * there it is again.
 */
export async function watchBack(restored: Restored, way: Way): Promise<Outcome> {
  const { plan, left, watching, setting, timeout } = way;
  const broken = plan.steps
    .filter(({ ref, before }) => isWorkload(ref) && before !== undefined && !statusOf(before).complete)
    .map(({ ref }) => nameOf(ref));
  const known = left === undefined ? broken : [];
  for (const name of known) setting.log.info(`${name}: was not healthy before this release either.`);
  const targets = restored.objects.flatMap(({ ref, object }) =>
    object !== undefined && isWorkload(ref) && !known.includes(nameOf(ref))
      ? [{ ref, generation: object.metadata.generation ?? 0 }]
      : [],
  );
  if (targets.length === 0) return { verdict: 'healthy', workloads: [], findings: [], warnings: [] };
  return observe(targets, watching, setting, { timeout, settle: 0 });
}

/** `end` is undefined when nobody watched the way back to its end. */
export function verdictOfBack(restored: Restored, end: Outcome | undefined): RolloutResult['verdict'] {
  if (restored.failures.length > 0 || end?.verdict === 'failed') return 'undo-failed';
  return end?.verdict === 'healthy' ? 'undone' : 'cancelled';
}
