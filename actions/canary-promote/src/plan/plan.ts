import { UserError } from '../../../shared/errors/user-error.ts';
import type { Cluster } from '../cluster/cluster.ts';
import type { Release } from '../flow/work.ts';
import { canonical, type JsonObject, numberAt, objectAt } from '../json.ts';
import {
  type Problem,
  replicasOf,
  routeProblems,
  ruleOfService,
  subsetLabels,
  subsetProblems,
} from '../route/checks.ts';
import { beforeOf, type ServiceRef, subsets } from '../route/virtual-service.ts';
import { stateOf } from '../state/codec.ts';
import type { CanaryState, ConfigChange } from '../state/state.ts';
import { canaryName, releaseOf } from './canary-objects.ts';
import { changeOf, referencesOf } from './configs.ts';
import { imageOf, kindOf, nameOf, ofKind, selectRoute, selectService, selectWorkload } from './select.ts';

/** What a canary is of and where it runs, all checked. */
export interface Plan {
  readonly release: Release;
  readonly service: ServiceRef;
  readonly route: string;
  /** The Deployment as it runs. */
  readonly live: JsonObject;
}

/** What the manifests say, before the cluster is asked. */
export interface Wanted {
  readonly all: readonly JsonObject[];
  readonly workload: JsonObject;
}

export function wantedFrom(all: readonly JsonObject[], workload: string | undefined): Wanted {
  return { all, workload: selectWorkload(all, workload) };
}

/**
 * Looks at everything that has to fit before the start, and throws one UserError that lists all that doesn't.
 *
 * Undefined when the workload does not run yet.
 */
export async function planFor(
  cluster: Cluster,
  namespace: string,
  wanted: Wanted,
  routeName: string | undefined,
): Promise<Plan | undefined> {
  const { all, workload } = wanted;
  const live = await cluster.get('Deployment', nameOf(workload));
  if (live === undefined) return undefined;
  const serviceObject = selectService(await cluster.list('Service'), workload);
  const service = { name: nameOf(serviceObject), namespace };
  const route = selectRoute(await cluster.list('VirtualService'), service, routeName);
  const rule = ruleOfService(await cluster.list('DestinationRule'), service);
  refuse([
    // What a dead run left between two states is to be mended, not refused.
    ...(stateOf(route) === undefined ? [...routeProblems(route, service), ...healthProblems(live)] : []),
    ...subsetProblems(rule, serviceObject, live),
    ...subsetProblems(rule, serviceObject, workload),
  ]);
  const read = referencesOf(objectAt(workload, 'spec', 'template'));
  const configs = [...ofKind(all, 'ConfigMap'), ...ofKind(all, 'Secret')].filter((config) =>
    read.has(`${kindOf(config)}/${nameOf(config)}`),
  );
  const release: Release = {
    id: releaseOf(objectAt(workload, 'spec', 'template'), configs),
    image: imageOf(workload),
    workload,
    configs,
    all,
    canaryLabels: subsetLabels(rule, subsets.canary) ?? {},
  };
  return { release, service, route: nameOf(route), live };
}

/** A canary is compared with the running version: that one has to be well. */
function healthProblems(live: JsonObject): Problem[] {
  const wanted = replicasOf(live);
  const ready = numberAt(live, 'status', 'availableReplicas') ?? 0;
  if (wanted > 0 && ready >= wanted) return [];
  return [
    {
      message:
        wanted === 0
          ? `Deployment ${nameOf(live)} is scaled to 0`
          : `the running version of Deployment ${nameOf(live)} is not healthy: ${ready} of ${wanted} pods are available`,
      fix: 'There is nothing sound to compare a canary with. Mend it, or replace it at once with k8s-rollout.',
    },
  ];
}

function refuse(problems: readonly Problem[]): void {
  const distinct = [...new Map(problems.map((problem) => [problem.message, problem])).values()];
  if (distinct.length === 0) return;
  throw new UserError(distinct.map(({ message }) => message).join('; '), {
    fix: [...new Set(distinct.map(({ fix }) => fix))].join(' '),
  });
}

/** Which of the configuration that the pods read changes with the release. */
export async function configChanges(cluster: Cluster, release: Release): Promise<ConfigChange[]> {
  const changes: ConfigChange[] = [];
  for (const config of release.configs) {
    const kind = kindOf(config) === 'Secret' ? 'Secret' : 'ConfigMap';
    const change = changeOf(config, await cluster.get(kind, nameOf(config)));
    if (change !== undefined) changes.push(change);
  }
  return changes;
}

/** Whether the pods that run are already those of the release, by the server's own reading of the manifest. */
export async function runsAlready(cluster: Cluster, { release, live }: Plan): Promise<boolean> {
  if ((await configChanges(cluster, release)).length > 0) return false;
  const { replicas: _, ...spec } = objectAt(release.workload, 'spec');
  const would = await cluster.apply({ ...release.workload, spec }, { dryRun: true });
  return canonical(objectAt(would, 'spec', 'template')) === canonical(objectAt(live, 'spec', 'template'));
}

/** The state with which a canary begins, on the route as it is now. */
export async function firstState(
  cluster: Cluster,
  plan: Plan,
  route: JsonObject,
  run: {
    readonly owner: string;
    readonly job: string;
    readonly steps: readonly number[];
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
    weight: 0,
    workload,
    service: plan.service.name,
    canary: canaryName(workload),
    before: beforeOf(route, plan.service),
    configs: await configChanges(cluster, plan.release),
    reason: 'begun',
    since: new Date(run.now).toISOString(),
  };
}
