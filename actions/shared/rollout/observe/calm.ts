import { numberAt } from '../../kube/values.ts';
import type { ContainerFacts, Facts } from '../facts/types.ts';

/** How often the pods of a workload were disturbed so far: ends, lost readiness, liveness probes that failed. */
export function disturbancesOf({ pods }: Facts): number {
  return pods.reduce((sum, pod) => sum + ofPod(pod), 0);
}

function ofPod({ lostReadiness, containers }: Facts['pods'][number]): number {
  const ends = containers.reduce((sum, { ends: count, init }) => sum + (init ? 0 : count), 0);
  return lostReadiness + ends + containers.reduce((sum, container) => sum + livenessFailures(container), 0);
}

/** How often the liveness probe has failed: the kubelet still counts, and kills at the end of its patience. */
function livenessFailures({ events }: ContainerFacts): number {
  return events
    .filter(({ reason, message }) => reason === 'Unhealthy' && message.startsWith('Liveness probe'))
    .reduce((sum, { count }) => sum + count, 0);
}

/**
 * Milliseconds that a workload has to stay undisturbed at least: a liveness probe that has failed may fail again with its next
 * period, so calm is known only after that.
 */
export function calmNeeded({ pods }: Facts): number {
  const periods = pods
    .flatMap(({ containers }) => containers.filter((container) => livenessFailures(container) > 0))
    .map(({ spec }) => (numberAt(spec, 'livenessProbe', 'periodSeconds') ?? 10) * 1000 + 2000);
  return Math.max(0, ...periods);
}
