import type { Cluster } from './cluster/cluster.ts';
import { actualShare } from './route/replicas.ts';
import { availableOf } from './route/subsets.ts';
import type { CanaryState } from './state/state.ts';

/**
 * Percent of the compared requests that the canary should get now: what the route says, or what the pods of both give.
 * With copies, those come beside the users' own; with a fresh baseline only its part of the stable requests is compared.
 */
export async function meantShare(cluster: Cluster, state: CanaryState): Promise<number> {
  const [canary, stable, baseline] = await Promise.all([
    state.isolation === 'none' ? cluster.get('Deployment', state.canary) : undefined,
    state.isolation === 'none' || state.baseline !== ''
      ? cluster.get('Deployment', state.workload)
      : undefined,
    state.baseline === '' ? undefined : cluster.get('Deployment', state.baseline),
  ]);
  if (state.isolation === 'none') return actualShare(canary, stable);
  const requests = routedShare(state);
  const part = state.baseline === '' ? 1 : partOf(availableOf(baseline), availableOf(stable));
  const total = requests.canary + requests.stable * part;
  return total === 0 ? 0 : (100 * requests.canary) / total;
}

/** Requests of a hundred that each group gets; copies are more than the hundred. */
function routedShare({ weight, steps, step }: CanaryState): { canary: number; stable: number } {
  const mirror = steps[step]?.mirror ?? 0;
  return mirror > 0 ? { canary: mirror, stable: 100 } : { canary: weight, stable: 100 - weight };
}

/** The part of the stable requests that reaches the baseline's pods, which are spread over like all others. */
function partOf(baseline: number, stable: number): number {
  return baseline === 0 ? 0 : baseline / (baseline + stable);
}
