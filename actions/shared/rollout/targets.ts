import type { Ref } from '../kube/types.ts';
import { nameOf } from '../kube/values.ts';
import type { Written } from './apply.ts';
import type { Finding } from './finding.ts';
import type { Target } from './observe/target.ts';
import type { Behind } from './services/check.ts';
import type { Plan, Planned } from './types.ts';
import type { Undoable } from './undo.ts';
import { isWorkload, statusOf } from './workload.ts';
import type { World } from './world/world.ts';

/**
 * What is watched: every workload of the release, also the ones that needed no change, since they may have been on their way.
 * One that was broken before us and that this release leaves as it is can't be what this release has broken.
 */
export function targetsOf(
  steps: readonly Planned[],
  written: readonly Written[],
  left: readonly Undoable[] | undefined,
): Target[] {
  const isOurs = ({ change }: Planned): boolean => change === 'created' || change === 'changed';
  const some = steps.some(isOurs) && left === undefined;
  const own = new Map(written.map(({ step, object }) => [nameOf(step.ref), object]));
  return steps.map((step) => {
    const { ref, before } = step;
    const mine = own.get(nameOf(ref));
    const old = before !== undefined && isWorkload(ref) && !statusOf(before).complete;
    const generation = (mine ?? before)?.metadata.generation ?? 0;
    return { ref, generation, written: mine, brokenBefore: some && old && !isOurs(step) };
  });
}

/** What may stand behind the Services of a release. */
export function behindServices({ steps }: Plan, world: World): Behind {
  const workloads = steps.filter(({ ref }) => isWorkload(ref));
  return {
    namespaces: workloads.map(({ ref }) => ref.namespace ?? ''),
    pods: world.all('Pod'),
    workloads: workloads.map(({ ref, desired }) => world.find(ref) ?? desired),
  };
}

/** What has to be known and can't be. */
export function mayNotWatch(ref: Ref, why: string): Finding {
  return {
    cause: 'forbidden',
    certainty: 'certain',
    ref,
    message: `${nameOf(ref)}: ${why}, and this account may not list and watch its kind`,
    evidence: [],
    fix: 'Allow `list` and `watch` on it in this namespace; where only a rule asks for it, the rule can go instead.',
    path: ['metadata', 'name'],
  };
}
