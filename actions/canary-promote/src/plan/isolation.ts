import type { Cluster } from '../cluster/cluster.ts';
import type { JsonObject } from '../json.ts';
import { serviceProblems, trackLabels } from '../route/replicas.ts';
import { canaryLabelsBeside, canaryPolicy, canaryService, selectorsOf } from '../route/service.ts';
import { ruleOfService, subsetLabels, subsetProblems } from '../route/subsets.ts';
import type { Isolation, Problem, RouteTarget, ServiceRef } from '../route/types.ts';
import { namesSubsets, subsets } from '../route/virtual-service.ts';
import { nameOf } from './select.ts';

/** How the canary's pods are told from stable's, and what that takes. */
export interface Apart {
  readonly isolation: Isolation;
  /** Labels of the canary's pods, over those of the release. */
  readonly labels: Readonly<Record<string, string>>;
  /** What is made beside the canary's Deployment, before it. */
  readonly companions: readonly JsonObject[];
  readonly problems: readonly Problem[];
}

interface Given {
  readonly cluster: Cluster;
  readonly service: ServiceRef;
  readonly serviceObject: JsonObject;
  readonly services: readonly JsonObject[];
  /** The Deployment as it runs, and as it is to become. */
  readonly live: JsonObject;
  readonly workload: JsonObject;
  readonly target: RouteTarget;
  readonly object: JsonObject;
}

/**
 * Subsets where the mesh has them and the labels fit; a Service of the canary's own for every other route that weighs
 * requests; nothing where pods are the weight. `before`: how a canary under way was begun, which is not changed.
 */
export async function apart(given: Given, before: Isolation | undefined): Promise<Apart> {
  const { cluster, service, target, object } = given;
  if (target.kind === 'Deployment') return together(given);
  if (target.kind !== 'VirtualService') return byService(given, undefined);
  const rule = ruleOfService(await cluster.list('DestinationRule'), service);
  const subset = bySubset(given, rule);
  if (before !== undefined) return before === 'subset' ? subset : byService(given, rule);
  return subset.problems.length === 0 || namesSubsets(object, service) ? subset : byService(given, rule);
}

function together({ serviceObject, live, workload }: Given): Apart {
  const problems = [...serviceProblems(serviceObject, live), ...serviceProblems(serviceObject, workload)];
  return { isolation: 'none', labels: trackLabels, companions: [], problems };
}

function bySubset({ serviceObject, live, workload }: Given, rule: JsonObject | undefined): Apart {
  return {
    isolation: 'subset',
    labels: subsetLabels(rule, subsets.canary) ?? {},
    companions: [],
    problems: [
      ...subsetProblems(rule, serviceObject, live),
      ...subsetProblems(rule, serviceObject, workload),
    ],
  };
}

function byService(
  { service, serviceObject, services, live, workload }: Given,
  rule: JsonObject | undefined,
): Apart {
  const selectors = [...selectorsOf(live, services), ...selectorsOf(workload, services)];
  const policy = canaryPolicy(rule, service, nameOf(workload));
  return {
    isolation: 'service',
    labels: canaryLabelsBeside(selectors),
    companions: [canaryService(serviceObject, nameOf(workload)), ...(policy === undefined ? [] : [policy])],
    problems: [],
  };
}
