import { UserError } from '../../../shared/errors/user-error.ts';
import { isKubeObject } from '../../../shared/kube/values.ts';
import { refuseKept } from '../../../shared/rollout/plan/owner.ts';
import type { Cluster } from '../cluster/cluster.ts';
import type { Release } from '../flow/work.ts';
import { canonical, type JsonObject, objectAt } from '../json.ts';
import { type Asked, abilityProblems } from '../route/abilities.ts';
import { findRoute } from '../route/find.ts';
import { routeOf } from '../route/route.ts';
import { availableOf, replicasOf } from '../route/subsets.ts';
import { type Problem, type Route, type RouteTarget, type ServiceRef, told } from '../route/types.ts';
import { stateOf } from '../state/codec.ts';
import { releaseOf } from './canary-objects.ts';
import { changesOf, referencesOf } from './configs.ts';
import { type Apart, apart } from './isolation.ts';
import { imageOf, kindOf, nameOf, ofKind, selectService, selectWorkload } from './select.ts';

/** What a canary is of and where it runs, all checked. */
export interface Plan {
  readonly release: Release;
  readonly service: ServiceRef;
  readonly route: Route;
  /** The route as the caller has it. */
  readonly routeObject: JsonObject;
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
  routeWanted: RouteTarget | undefined,
  asked: Asked,
): Promise<Plan | undefined> {
  const { workload } = wanted;
  const live = await cluster.get('Deployment', nameOf(workload));
  if (live === undefined) return undefined;
  const services = await cluster.list('Service');
  const serviceObject = selectService(services, workload);
  const service = { name: nameOf(serviceObject), namespace };
  const { target, object } = await findRoute(cluster, service, routeWanted);
  const left = stateOf(await cluster.get(...carrierOf(target, service)));
  const given = { cluster, service, serviceObject, services, live, workload, target, object };
  const found = await apart(given, left?.isolation);
  const route = routeOf(target, service, found.isolation);
  refuse([
    // What a dead run left between two states is to be mended, not refused.
    ...(left === undefined ? startProblems(route, object, live, asked) : []),
    ...found.problems,
  ]);
  return { release: releaseFrom(wanted, found), service, route, routeObject: object, live };
}

function startProblems(route: Route, object: JsonObject, live: JsonObject, asked: Asked): Problem[] {
  return [
    ...route.problems(object),
    ...healthProblems(live),
    ...selfProblems(route.target, live),
    ...keptProblems(live),
    ...abilityProblems(route.target, object, asked),
  ];
}

function carrierOf(target: RouteTarget, service: ServiceRef): [RouteTarget['kind'], string] {
  const { kind, name } = routeOf(target, service, 'service').carrier;
  return [kind, name];
}

function releaseFrom({ all, workload }: Wanted, { labels, companions }: Apart): Release {
  const template = objectAt(workload, 'spec', 'template');
  const read = referencesOf(template);
  const configs = [...ofKind(all, 'ConfigMap'), ...ofKind(all, 'Secret')].filter((config) =>
    read.has(`${kindOf(config)}/${nameOf(config)}`),
  );
  return {
    id: releaseOf(template, configs),
    image: imageOf(workload),
    workload,
    configs,
    all,
    canaryLabels: labels,
    companions,
  };
}

/** A canary is compared with the running version: that one has to be well. */
function healthProblems(live: JsonObject): Problem[] {
  const wanted = replicasOf(live);
  const ready = availableOf(live);
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

/** A controller that keeps the workload as a repository says would take the promotion back. */
function keptProblems(live: JsonObject): Problem[] {
  const kept = isKubeObject(live) ? refuseKept(live) : undefined;
  if (kept === undefined) return [];
  const fix = `Commit the release where it is kept (k8s-rollout, \`mode: gitops\`), or take Deployment ${nameOf(live)} out of that repository first.`;
  return [{ message: `${kept.message} (${kept.evidence.join()})`, fix }];
}

/** The number of pods that is shifted is that of the workload itself. */
function selfProblems(target: RouteTarget, live: JsonObject): Problem[] {
  if (target.kind !== 'Deployment' || target.name === nameOf(live)) return [];
  const self = `Deployment/${nameOf(live)}`;
  return [
    { message: `${told(target)} is not the workload ${nameOf(live)}`, fix: `Write \`route: ${self}\`.` },
  ];
}

function refuse(problems: readonly Problem[]): void {
  const distinct = [...new Map(problems.map((problem) => [problem.message, problem])).values()];
  if (distinct.length === 0) return;
  throw new UserError(distinct.map(({ message }) => message).join('; '), {
    fix: [...new Set(distinct.map(({ fix }) => fix))].join(' '),
  });
}

/** Whether the pods that run are already those of the release, by the server's own reading of the manifest. */
export async function runsAlready(cluster: Cluster, { release, live }: Plan): Promise<boolean> {
  if ((await changesOf(cluster, release.configs)).length > 0) return false;
  const { replicas: _, ...spec } = objectAt(release.workload, 'spec');
  const would = await cluster.apply({ ...release.workload, spec }, { dryRun: true });
  return canonical(objectAt(would, 'spec', 'template')) === canonical(objectAt(live, 'spec', 'template'));
}
