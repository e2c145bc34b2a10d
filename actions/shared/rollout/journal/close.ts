import { KubeError } from '../../kube/errors.ts';
import type { KubeObject } from '../../kube/types.ts';
import { nameOf, refOf } from '../../kube/values.ts';
import type { Written } from '../apply.ts';
import type { Finding } from '../finding.ts';
import { changeOf } from '../plan/compare.ts';
import type { Plan, Planned, Setting } from '../types.ts';
import type { Undoable } from '../undo.ts';
import { isWorkload } from '../workload.ts';
import { packed, templateHash } from './entries.ts';
import { type Journal, previousKey } from './journal.ts';

/**
 * The run has come to an end that needs no way back. `workloads`: as they are now, when what was noted as before is the
 * previous release from here on. Gives a warning when the notes stay open.
 */
export async function closeJournal(
  journal: Journal | undefined,
  workloads: readonly KubeObject[] | undefined,
  { kube, fieldManager }: Setting,
): Promise<Finding | undefined> {
  if (journal === undefined) return undefined;
  const { ref, key, entries, keepsPrevious } = journal;
  try {
    if (workloads === undefined && !keepsPrevious) await kube.remove(ref);
    else {
      // A Pod is changed by its scheduler as well.
      const lasting = (workloads ?? []).filter(({ kind }) => kind !== 'Pod');
      const templates = Object.fromEntries(lasting.map((one) => [nameOf(refOf(one)), templateHash(one)]));
      const previous = workloads === undefined ? {} : { [previousKey]: packed({ entries, templates }) };
      // Else every run would leave its name among the owners for good.
      const metadata = { managedFields: [{}] };
      const patch = { metadata, data: { [key]: null, ...previous } };
      await kube.mergePatch(ref, patch, { fieldManager, repeatable: true });
    }
    return undefined;
  } catch (error) {
    if (!(error instanceof KubeError)) throw error;
    return stayedOpen(journal, error);
  }
}

function stayedOpen({ ref, key }: Journal, error: KubeError): Finding {
  const patch = JSON.stringify({ data: { [key]: null } });
  return {
    cause: 'notes-open',
    certainty: 'warning',
    ref,
    message:
      'the notes of this rollout could not be closed: the next one takes it for dead, and would go back to what was before both if it failed',
    evidence: [error.message],
    fix: `Close them: kubectl patch secret ${ref.name} --namespace ${ref.namespace} --type merge --patch '${patch}'`,
    path: [],
  };
}

/** Whether a run that died has changed anything before it did, as far as its notes are about objects of these steps. */
export function hasWritten(left: readonly Undoable[], steps: readonly Planned[]): boolean {
  const now = new Map(steps.map(({ ref, before }) => [nameOf(ref), before]));
  return left.some(({ ref, before }) => now.has(nameOf(ref)) && differs(before, now.get(nameOf(ref))));
}

function differs(before: KubeObject | undefined, now: KubeObject | undefined): boolean {
  if (before === undefined || now === undefined) return before !== now;
  // What controllers and autoscalers do to a workload beside its template is no release.
  return isWorkload(now) ? templateHash(before) !== templateHash(now) : changeOf(before, now) === 'changed';
}

/** The workloads of a release as a run has written them, or as it has found them. */
export function workloadsNow({ steps }: Plan, written: readonly Written[]): KubeObject[] {
  const own = new Map(written.map(({ step, object }) => [step, object]));
  return steps
    .filter(({ ref, hook }) => hook === undefined && isWorkload(ref))
    .flatMap((step) => own.get(step) ?? step.before ?? []);
}
