import type { Cluster } from '../cluster/cluster.ts';
import type { JsonObject } from '../json.ts';
import { beforeOf } from '../route/carrier.ts';
import { canaryIngress } from '../route/nginx.ts';
import type { Testers } from '../route/types.ts';
import type { CanaryState, Step } from '../state/state.ts';
import { baselineName, canaryDeployment, canaryName } from './canary-objects.ts';
import { configChanges, type Plan } from './plan.ts';
import { nameOf } from './select.ts';

/** The state with which a canary begins, on its carrier as it is now. The order of the fields is that of the codec. */
export async function firstState(
  cluster: Cluster,
  plan: Plan,
  carrier: JsonObject | undefined,
  run: {
    readonly owner: string;
    readonly job: string;
    readonly steps: readonly Step[];
    readonly testers: Testers | undefined;
    readonly freshBaseline: boolean;
    readonly now: number;
  },
): Promise<CanaryState> {
  const workload = nameOf(plan.release.workload);
  return {
    version: 1,
    owner: run.owner,
    job: run.job,
    release: plan.release.id,
    image: plan.release.image,
    phase: 'preparing',
    step: 0,
    steps: run.steps,
    passed: '',
    weight: 0,
    pods: 0,
    route: plan.route.target,
    isolation: plan.route.isolation,
    testers: run.testers,
    workload,
    service: plan.service.name,
    canary: canaryName(workload),
    baseline: run.freshBaseline ? baselineName(workload) : '',
    before: beforeOf(carrier, plan.route),
    configs: await configChanges(cluster, plan.release),
    reason: 'begun',
    since: new Date(run.now).toISOString(),
  };
}

/** The carrier as a canary begins on it, where it is our own. */
export async function ownCarrier(cluster: Cluster, plan: Plan): Promise<(() => JsonObject) | undefined> {
  const { release, route, routeObject, service } = plan;
  if (route.target.kind === 'Ingress') {
    return () => canaryIngress(routeObject, service, nameOf(release.workload));
  }
  if (route.target.kind !== 'Deployment') return undefined;
  const configs = await configChanges(cluster, release);
  return () => canaryDeployment(release.workload, release.canaryLabels, { replicas: 0, configs });
}
