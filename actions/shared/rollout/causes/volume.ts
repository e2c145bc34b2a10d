import { listAt, textAt } from '../../kube/values.ts';
import type { FieldPath } from '../../manifests/types.ts';
import type { EventFact, Facts } from '../facts/types.ts';
import type { Finding } from '../finding.ts';
import { about, type Cause, inTemplate, quoted } from './cause.ts';

/** A volume that is being made takes its time; one that nobody will make is known sooner. */
const volumePatience = 60_000;
const noProvisioner = 4000;

export const waitsForVolume = (why: string): boolean =>
  /PersistentVolumeClaim|persistentvolumeclaim|persistent volumes|volume node affinity/.test(why);

/** Mounts that no waiting mends. A CSI driver that is not registered may be one whose pod on a new node is still starting. */
const hopelessMount = /hostPath type check failed|is not a directory|is not a file/;

/** Volumes that do not come. The scheduler calls the pod unschedulable; the claim's own events tell why. */
export const volume: Cause = (facts) =>
  facts.pods.flatMap((pod) => {
    const why = pod.unscheduled;
    const pending = facts.claims.filter(
      ({ name, phase }) => pod.claims.includes(name) && phase === 'Pending',
    );
    const missing = /persistentvolumeclaim "([^"]+)" not found/.exec(why ?? '')?.[1];
    const mount = pod.events.findLast(
      ({ reason, message }) =>
        reason === 'FailedAttachVolume' || (reason === 'FailedMount' && !/configmap|secret/i.test(message)),
    );
    if (why !== undefined && waitsForVolume(why)) return [claimed(facts, pod.name, why, pending, missing)];
    const running = pod.containers.some((container) => container.running);
    if (mount === undefined || running || pod.prepared) return [];
    return [
      about(facts, {
        cause: 'volume-pending',
        certainty: hopelessMount.test(mount.message) ? noProvisioner : volumePatience,
        message: `a volume can't be mounted: ${mount.message}`,
        evidence: [`Pod ${pod.name}: ${quoted(mount)}`],
        fix: 'The message names the volume; a disk that another node still holds comes free when the old pod is gone.',
        path: volumePath(facts, mount),
      }),
    ];
  });

function volumePath(facts: Facts, { message }: EventFact): FieldPath {
  const path = inTemplate(facts, 'spec', 'volumes');
  const name = /for volume "([^"]+)"/.exec(message)?.[1];
  const index = listAt(facts.workload, ...path).findIndex((volume) => textAt(volume, 'name') === name);
  return [...path, ...(index < 0 ? [] : [index])];
}

function claimed(
  facts: Facts,
  pod: string,
  why: string,
  pending: Facts['claims'],
  missing: string | undefined,
): Finding {
  // FailedBinding is a Normal event.
  const events = pending.flatMap(({ name, events: all }) =>
    all.map((event) => `PersistentVolumeClaim ${name}: ${quoted(event)}`),
  );
  const hopeless =
    missing !== undefined ||
    events.some((event) => /no storage class is set|storageclass.* not found/i.test(event));
  const names = missing === undefined ? pending.map(({ name }) => name).join(', ') : missing;
  return about(facts, {
    cause: 'volume-pending',
    certainty: hopeless ? noProvisioner : volumePatience,
    message:
      missing === undefined
        ? `the PersistentVolumeClaim ${names || 'of the pod'} gets no volume`
        : `there is no PersistentVolumeClaim ${missing}`,
    evidence: [...events.slice(-3), `Pod ${pod}: ${why}`],
    fix:
      missing === undefined
        ? 'Name a `storageClassName` that the cluster has (`kubectl get storageclass`), or make a default one.'
        : 'Add the claim to the manifests, or correct its name.',
    path:
      facts.workload.kind === 'StatefulSet'
        ? ['spec', 'volumeClaimTemplates']
        : inTemplate(facts, 'spec', 'volumes'),
  });
}
