import type { JsonObject } from '../json.ts';
import { beforeOf } from '../route/carrier.ts';
import { canaryIngress } from '../route/nginx.ts';
import type { Testers } from '../route/types.ts';
import type { CanaryState, ConfigChange, Step } from '../state/state.ts';
import { baselineName, canaryDeployment, canaryName } from './canary-objects.ts';
import type { Plan } from './plan.ts';
import { nameOf } from './select.ts';

/** The state with which a canary begins, on its carrier as it is now. The order of the fields is that of the codec. */
export function firstState(
  plan: Plan,
  carrier: JsonObject | undefined,
  run: {
    readonly owner: string;
    readonly job: string;
    readonly steps: readonly Step[];
    readonly testers: Testers | undefined;
    readonly freshBaseline: boolean;
    readonly configs: readonly ConfigChange[];
    readonly now: number;
  },
): CanaryState {
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
    configs: run.configs,
    reason: 'begun',
    since: new Date(run.now).toISOString(),
  };
}

/** The carrier as a canary begins on it, where it is our own. `configs`: what the release changes of the configuration. */
export function ownCarrier(
  { release, route, routeObject, service }: Plan,
  configs: readonly ConfigChange[],
): JsonObject | undefined {
  if (route.target.kind === 'Ingress') {
    return canaryIngress(routeObject, service, nameOf(release.workload));
  }
  return route.target.kind === 'Deployment'
    ? canaryDeployment(release.workload, release.canaryLabels, { replicas: 0, configs })
    : undefined;
}
