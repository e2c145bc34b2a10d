import type { KubeObject, Ref } from '../../kube/types.ts';
import { nameOf, refOf } from '../../kube/values.ts';
import { templateHash } from '../journal/entries.ts';
import { previousRelease } from '../journal/journal.ts';
import { autoscaledBy } from '../plan/replicas.ts';
import type { Item, Plan, Planned, Setting } from '../types.ts';
import { isSpent, kept, type Undoable } from '../undo.ts';
import { isWorkload } from '../workload.ts';

/**
 * The way to the release before this one, as the last rollout has noted it: every object that it changed gets its former
 * content, what it created goes, what it removed comes again. Undefined where nothing is noted, or where somebody has changed a
 * workload since: then only the workloads' own revisions tell what was before.
 */
export async function recordedPlan(
  items: readonly Item[],
  journal: Ref,
  setting: Setting,
): Promise<Plan | undefined> {
  const notes = await previousRelease(journal, setting);
  if (notes === undefined || isFirst(notes.entries)) return undefined;
  const live = await Promise.all(
    notes.entries.map(async (entry) => ({ entry, now: await setting.kube.get(entry.ref) })),
  );
  const other = live.find(({ entry: { ref }, now }) => {
    const hash = notes.templates[nameOf(ref)];
    // A Job that is done may be gone by its own `ttlSecondsAfterFinished`.
    if (hash === undefined || (now === undefined && ref.kind === 'Job')) return false;
    return now === undefined || templateHash(now) !== hash;
  });
  if (other !== undefined) {
    setting.log.info(
      `${nameOf(other.entry.ref)} was changed since by another hand: what was noted before that is too old.`,
    );
    return undefined;
  }
  const known = new Map(items.map((item) => [nameOf(refOf(item.object)), item]));
  const autoscaled = autoscaledBy(items, setting);
  const scaled = async ({ before }: Undoable, now: KubeObject | undefined): Promise<boolean> =>
    before !== undefined && (await autoscaled(now, before));
  const steps = await Promise.all(
    live.map(async ({ entry, now }) => stepBack(entry, now, known, await scaled(entry, now), setting)),
  );
  const named = new Set(notes.entries.map(({ ref }) => nameOf(ref)));
  const rest = items
    .map(({ object }) => refOf(object))
    .filter((ref) => isWorkload(ref) && !named.has(nameOf(ref)));
  const untouched = await Promise.all(rest.map((ref) => untouchedStep(ref, known, setting)));
  const pruned = live.flatMap(({ entry, now }) =>
    entry.before === undefined && now !== undefined && !kept.has(entry.ref.kind) ? [now] : [],
  );
  return { steps: [...steps.flat(), ...untouched.flat()], createdNamespaces: [], pruned, warnings: [] };
}

/** Before the first release there was nothing: nobody who says undo wants his service removed. */
function isFirst(entries: readonly Undoable[]): boolean {
  const workloads = entries.filter(({ ref }) => isWorkload(ref));
  return workloads.length > 0 && workloads.every(({ before }) => before === undefined);
}

const plain = { force: false, replaces: false, hook: undefined, overwrites: true } as const;

async function stepBack(
  { ref, before }: Undoable,
  now: KubeObject | undefined,
  known: ReadonlyMap<string, Item>,
  autoscaled: boolean,
  { kube }: Setting,
): Promise<Planned[]> {
  if (before === undefined || (now === undefined && isSpent(before))) return [];
  const resource = await kube.resource(ref.apiVersion, ref.kind);
  const item = known.get(nameOf(ref)) ?? { object: before };
  const change = now === undefined ? 'created' : 'changed';
  return [{ ...plain, item, ref, resource, before: now, desired: before, after: before, change, autoscaled }];
}

/** A workload that the last rollout has not changed is watched with the others. */
async function untouchedStep(
  ref: Ref,
  known: ReadonlyMap<string, Item>,
  { kube }: Setting,
): Promise<Planned[]> {
  const [now, resource] = [await kube.get(ref), await kube.resource(ref.apiVersion, ref.kind)];
  const item = known.get(nameOf(ref));
  if (now === undefined || item === undefined) return [];
  const as = { before: now, desired: now, after: now, change: 'none', autoscaled: false } as const;
  return [{ ...plain, item, ref, resource, ...as }];
}
