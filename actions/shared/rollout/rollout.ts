import type { KubeObject, Ref } from '../kube/types.ts';
import { applyPlan } from './apply.ts';
import type { Finding } from './finding.ts';
import { readJournal } from './journal.ts';
import { startWatching } from './observe/watching.ts';
import { removeNamespaces } from './plan/namespaces.ts';
import { makePlan } from './plan/plan.ts';
import { Run } from './run.ts';
import type { Item, Plan, Setting, WorkloadStatus } from './types.ts';
import type { Restored } from './undo.ts';
import { isWorkload, revisionOf, statusOf } from './workload.ts';

export interface RolloutOptions {
  /** Milliseconds until it has to be healthy, counted from the first write; the way back has the same again. */
  readonly timeout: number;
  /** Milliseconds it has to stay healthy after the last became ready. */
  readonly settle: number;
  readonly onFailure: 'undo' | 'keep';
  /** Ends after the check. */
  readonly dryRun: boolean;
  /** Where what was before is kept while it runs, so that a later run can go back when this one dies; unset: nowhere. */
  readonly journal?: Ref;
}

export interface RolloutResult {
  readonly verdict: 'healthy' | 'unchanged' | 'refused' | 'failed' | 'undone' | 'undo-failed' | 'cancelled';
  /** Undefined when it was refused. */
  readonly plan: Plan | undefined;
  /** What decided, the most telling first. */
  readonly findings: readonly Finding[];
  readonly warnings: readonly Finding[];
  readonly workloads: readonly WorkloadStatus[];
  readonly restored: Restored | undefined;
  /** Milliseconds by phase. */
  readonly timings: {
    readonly check: number;
    readonly apply: number;
    readonly watch: number;
    readonly undo: number;
  };
}

const noTime = { check: 0, apply: 0, watch: 0, undo: 0 };

/**
 * Brings objects into the cluster and sees them to their end: everything is checked by the server first, then written,
 * watched until it is proven healthy, and put back as it was when it fails.
 *
 * Throws only for a cluster that can't be reached at the beginning and for our own bugs.
 */
export async function rollOut(
  items: readonly Item[],
  setting: Setting,
  options: RolloutOptions,
): Promise<RolloutResult> {
  const begun = setting.now();
  const { plan, refusals } = await makePlan(items, setting);
  const timings = { ...noTime, check: setting.now() - begun };
  const base = { findings: [], warnings: [], workloads: [], restored: undefined, timings };
  if (plan === undefined) return { ...base, verdict: 'refused', plan, findings: refusals };
  if (options.dryRun || setting.signal.aborted) await removeNamespaces(plan.createdNamespaces, setting);
  const changes = plan.steps.some(({ change }) => change === 'created' || change === 'changed');
  if (setting.signal.aborted) return { ...base, verdict: 'cancelled', plan };
  if (options.dryRun) return { ...base, verdict: changes ? 'healthy' : 'unchanged', plan };
  const workloads = plan.steps.filter(({ ref }) => isWorkload(ref));
  const left = options.journal === undefined ? undefined : await readJournal(options.journal, setting);
  const complete = workloads.every(({ before }) => before !== undefined && statusOf(before).complete);
  if (!changes && left === undefined && complete) {
    const applied = await applyPlan(plan, setting);
    const statuses = workloads.flatMap(({ before }) => (before === undefined ? [] : [statusOf(before)]));
    if (applied.refusals.length === 0) return { ...base, verdict: 'unchanged', plan, workloads: statuses };
    return { ...base, verdict: 'failed', plan, workloads: statuses, findings: applied.refusals };
  }
  const watching = await startWatching(
    setting.kube,
    workloads.map(({ desired }) => desired),
  );
  try {
    return await new Run({ plan, watching, setting, options, timings, left }).toItsEnd();
  } finally {
    watching.stop();
  }
}

/** The revision that a workload had before; what an undo goes back to. */
export function previousRevision(before: KubeObject | undefined): string | undefined {
  return before === undefined ? undefined : revisionOf(before);
}
