import type { Facts } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { about, type Cause, quoted } from './cause.ts';

/** Autoscalers look every ten seconds; without one nothing changes by itself. */
const scalerPatience = 11_000;
/** A volume that is being made takes its time; one that nobody will make is known sooner. */
const volumePatience = 60_000;
const noProvisioner = 4000;

/** Pods that no node takes. */
export const unschedulable: Cause = (facts) =>
  facts.pods.flatMap((pod) => {
    const why = pod.unscheduled;
    if (why === undefined || waitsForVolume(why)) return [];
    const scaling = pod.events.find(({ reason }) => reason === 'TriggeredScaleUp' || reason === 'Nominated');
    const patient = scaling !== undefined || facts.leaving > 0;
    return [
      about(facts, {
        cause: 'unschedulable',
        certainty: patient ? 'suspected' : scalerPatience,
        message: `no node takes the pod: ${why}`,
        evidence: [
          `Pod ${pod.name}: PodScheduled False: ${why}`,
          ...pod.events
            .filter(({ reason }) => /ScaleUp|FailedScheduling/.test(reason))
            .slice(-2)
            .map(quoted),
        ],
        fix: fixFor(why),
        path: /Insufficient/.test(why)
          ? ['spec', 'template', 'spec', 'containers', 0, 'resources']
          : pathFor(why),
      }),
    ];
  });

function fixFor(why: string): string {
  if (/Insufficient/.test(why))
    return 'Ask for less (`resources.requests`), free room, or add nodes. A surge needs room for one pod more.';
  if (/taint/.test(why))
    return 'Add a toleration for the taint that the message names, or take the taint away.';
  if (/node affinity|node selector|nodeSelector/.test(why))
    return 'No node has the labels asked for: correct `nodeSelector` or `affinity`.';
  if (/topology spread/.test(why))
    return 'Write `whenUnsatisfiable: ScheduleAnyway`, or add nodes in the missing zones.';
  if (/anti-affinity/.test(why)) return 'Use preferred instead of required anti-affinity, or add nodes.';
  if (/free ports/.test(why)) return 'Two pods want one host port: leave `hostPort` out.';
  return 'The message names what no node offers.';
}

function pathFor(why: string): (string | number)[] {
  const spec = ['spec', 'template', 'spec'];
  if (/taint/.test(why)) return [...spec, 'tolerations'];
  if (/affinity|selector/.test(why)) return [...spec, 'nodeSelector'];
  return spec;
}

const waitsForVolume = (why: string): boolean =>
  /PersistentVolumeClaim|persistentvolumeclaim|persistent volumes|volume node affinity/.test(why);

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
    if (mount === undefined || running) return [];
    return [
      about(facts, {
        cause: 'volume-pending',
        certainty: volumePatience,
        message: `a volume can't be attached: ${mount.message}`,
        evidence: [`Pod ${pod.name}: ${quoted(mount)}`],
        fix: 'The message names the volume; a disk that another node still holds comes free when the old pod is gone.',
        path: ['spec', 'template', 'spec', 'volumes'],
      }),
    ];
  });

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
        : ['spec', 'template', 'spec', 'volumes'],
  });
}
