import type { KubeObject } from '../../kube/types.ts';
import { at, listAt, refOf, textAt } from '../../kube/values.ts';
import type { World } from '../world/world.ts';
import type { ClaimFacts } from './types.ts';

/** The names of a pod's PersistentVolumeClaims. */
export function claimNames(pod: KubeObject): string[] {
  return listAt(pod, 'spec', 'volumes')
    .map((volume) => textAt(volume, 'persistentVolumeClaim', 'claimName'))
    .filter((name) => name !== '');
}

export function claimsOf(world: World, pod: KubeObject): ClaimFacts[] {
  return claimNames(pod).flatMap((name) => {
    const claim = world.find({ ...refOf(pod), kind: 'PersistentVolumeClaim', name });
    if (claim === undefined) return [];
    const storageClass = at(claim, 'spec', 'storageClassName');
    return [
      {
        name,
        phase: textAt(claim, 'status', 'phase'),
        storageClass: typeof storageClass === 'string' ? storageClass : undefined,
        events: world.eventsOf(claim.metadata.uid),
      },
    ];
  });
}
