import type { KubeObject } from '../kube/types.ts';
import { nameOf, refOf } from '../kube/values.ts';
import type { Written } from './apply.ts';
import { observe } from './observe/observe.ts';
import type { Watching } from './observe/watching.ts';
import type { RolloutOptions, RolloutResult } from './options.ts';
import type { Outcome, Plan, Setting } from './types.ts';
import { type Restored, restore, type Undoable } from './undo.ts';
import { isWorkload, statusOf } from './workload.ts';

/** What this run has written and removed, and what an earlier one that died has: to what was before both. */
function undoableOf(
  written: readonly Written[],
  removed: readonly KubeObject[],
  left: readonly Undoable[] | undefined,
): Undoable[] {
  const before = left ?? [];
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
  readonly watching: Watching;
  readonly setting: Setting;
  readonly options: RolloutOptions;
  /** What this run has written and removed. */
  readonly written: readonly Written[];
  readonly removed: readonly KubeObject[];
  /** What a run before this one has left, when that died. */
  readonly left: readonly Undoable[] | undefined;
}

interface Back {
  readonly verdict: RolloutResult['verdict'];
  readonly outcome: Outcome;
  /** Undefined: nothing was put back. */
  readonly restored: Restored | undefined;
  /** Milliseconds. */
  readonly undo: number;
}

/** After a failure or a cancel: everything as it was, or left as it is when that is wanted. */
export async function goBack(outcome: Outcome, way: Way): Promise<Back> {
  const { setting, options, written, removed, left } = way;
  const wasCancelled = outcome.verdict === 'cancelled';
  const foreign = outcome.findings.filter((finding) => finding.foreign);
  const theirs = new Set(foreign.map(({ ref }) => nameOf(ref)));
  const undoable = undoableOf(written, removed, left).filter(({ ref }) => !theirs.has(nameOf(ref)));
  if (options.onFailure === 'keep' || undoable.length === 0)
    return { verdict: wasCancelled ? 'cancelled' : 'failed', outcome, restored: undefined, undo: 0 };
  setting.log.info(wasCancelled ? 'Cancelled: back to what was before.' : 'Failed: back to what was before.');
  const begun = setting.now();
  const own = await restore(undoable, setting);
  const kept = foreign.map(({ ref, message }) => ({ ref, message: `left as it is: ${message}` }));
  const restored = { ...own, failures: [...own.failures, ...kept] };
  // Nobody waits for a cancelled job: what was before is written, the cluster goes there by itself.
  const end = wasCancelled || restored.failures.length > 0 ? undefined : await watchBack(restored, way);
  const findings = [...outcome.findings, ...(end?.findings ?? [])];
  return {
    verdict: verdictOfBack(restored, end),
    outcome: { ...outcome, findings, workloads: end?.workloads ?? outcome.workloads },
    restored,
    undo: setting.now() - begun,
  };
}

/**
 * Watches what was put back until it is healthy. What was not healthy before either need not become so: there it was, and
 * there it is again.
 */
async function watchBack(restored: Restored, way: Way): Promise<Outcome> {
  const { plan, left, watching, setting, options } = way;
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
  return observe(targets, watching, setting, { timeout: options.timeout, settle: 0 });
}

/** `end` is undefined when nobody watched the way back to its end. */
function verdictOfBack(restored: Restored, end: Outcome | undefined): RolloutResult['verdict'] {
  if (restored.failures.length > 0 || end?.verdict === 'failed') return 'undo-failed';
  return end?.verdict === 'healthy' ? 'undone' : 'cancelled';
}
