import type { KubeObject } from '../../kube/types.ts';
import { listAt, nameOf, textAt } from '../../kube/values.ts';
import { templatePath } from '../../manifests/pod-spec.ts';
import type { Finding } from '../finding.ts';
import type { World } from '../world/world.ts';
import type { Target } from './target.ts';

/**
 * What another hand has done to a workload since we wrote it: another image, or a deletion. Other changes are left to
 * others: controllers add annotations and variables to templates all the time, and autoscalers own replicas.
 */
export function foreignHand({ ref, written }: Target, world: World): Finding | undefined {
  if (written === undefined) return undefined;
  const told = { cause: 'field-conflict', certainty: 'certain', ref, foreign: true } as const;
  const live = world.find(ref);
  if (live === undefined) {
    if (!world.isDeleted(written.metadata.uid)) return undefined;
    return {
      ...told,
      message: `${nameOf(ref)} was deleted by somebody else during this rollout`,
      evidence: [`DELETED, uid ${written.metadata.uid}`],
      fix: 'Find out who deletes it (an operator, a second pipeline, a person), and let only one of the two deploy it.',
      path: ['metadata', 'name'],
    };
  }
  const [ours, theirs] = [imagesOf(written), imagesOf(live)];
  const later = (live.metadata.generation ?? 0) > (written.metadata.generation ?? 0);
  if (!later || ours === theirs) return undefined;
  const manager = world.writerOf(live.metadata.uid) ?? 'somebody else';
  return {
    ...told,
    message: `${manager} has put another image into ${nameOf(ref)} during this rollout`,
    evidence: [`written: ${ours}`, `found: ${theirs}, field manager ${manager}`],
    fix: 'Let only one of the two deploy this workload; run this job again when its release is the one that is wanted.',
    path: [...(templatePath(ref) ?? []), 'spec', 'containers'],
  };
}

function imagesOf(object: KubeObject): string {
  return listAt(object, ...(templatePath(object) ?? []), 'spec', 'containers')
    .map((container) => `${textAt(container, 'name')}=${textAt(container, 'image')}`)
    .join(', ');
}
