import { KubeError } from '../../kube/errors.ts';
import type { KubeObject } from '../../kube/types.ts';
import { nameOf, refOf } from '../../kube/values.ts';
import { stageOf } from '../../manifests/order.ts';
import type { Finding } from '../finding.ts';
import { refusalOf } from '../plan/refusal.ts';
import type { Plan, Setting } from '../types.ts';
import {
  type ApplySet,
  contentsIn,
  contentsOf,
  idOf,
  parentObject,
  parentRef,
  partOf,
  union,
} from './apply-set.ts';

/**
 * Notes what the set will hold beside what it holds, before the first write: nothing of it may ever be forgotten. `objects` that
 * are none of its members don't count.
 */
export async function widenSet(
  set: ApplySet,
  objects: readonly KubeObject[],
  { kube, fieldManager }: Setting,
): Promise<void> {
  const own = objects.filter(({ metadata }) => metadata.labels?.[partOf] === idOf(set));
  if (own.length === 0) return;
  const before = contentsIn(await kube.get(parentRef(set)), set);
  await kube.apply(parentObject(set, union(before, contentsOf(own))), { fieldManager, force: true });
}

/** Notes what the set holds now that nothing else is left of it. That it names too much costs only questions. */
export async function narrowSet(
  set: ApplySet,
  plan: Plan,
  { kube, fieldManager, log }: Setting,
): Promise<void> {
  const stay = plan.warnings.filter(({ cause }) => cause === 'not-pruned').map(({ ref }) => ref);
  const kept = stay.map(({ apiVersion, kind, name, namespace }) => ({
    apiVersion,
    kind,
    metadata: { name, ...(namespace === undefined ? {} : { namespace }) },
  }));
  const contents = contentsOf([...plan.steps.map(({ desired }) => desired), ...kept]);
  try {
    await kube.apply(parentObject(set, contents), { fieldManager, force: true });
  } catch (error) {
    if (!(error instanceof KubeError)) throw error;
    log.info(`The apply set ${set.name} still names what is gone: ${error.message}`);
  }
}

export interface Pruned {
  /** What is gone by now, as it was. */
  readonly removed: readonly KubeObject[];
  readonly refusal: Finding | undefined;
}

/** Removes what the manifests no longer hold: routes first, what others need last. Stops at a refusal. */
export async function prune(objects: readonly KubeObject[], { kube, log }: Setting): Promise<Pruned> {
  const removed: KubeObject[] = [];
  for (const object of objects.toSorted((a, b) => stageOf(b.kind) - stageOf(a.kind))) {
    const { uid } = object.metadata;
    try {
      await kube.remove(refOf(object), uid === undefined ? {} : { uid });
      removed.push(object);
      log.info(`${nameOf(refOf(object))}: removed, the manifests no longer hold it`);
    } catch (error) {
      // Another one stands under its name by now: that is not ours to remove.
      if (error instanceof KubeError && error.status === 409) continue;
      if (!(error instanceof KubeError)) throw error;
      return { removed, refusal: refusalOf(error, { object }, refOf(object)) };
    }
  }
  return { removed, refusal: undefined };
}
