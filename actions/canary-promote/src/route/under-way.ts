import { KubeError } from '../../../shared/kube/errors.ts';
import type { Cluster } from '../cluster/cluster.ts';
import type { JsonObject } from '../json.ts';
import { stateOf } from '../state/codec.ts';
import type { CanaryState } from '../state/state.ts';
import { routeOf } from './route.ts';
import { type Route, type RouteTarget, routeKinds } from './types.ts';

/** A canary that has begun and is not at its end. */
export interface UnderWay {
  readonly route: Route;
  readonly state: CanaryState;
}

/** What to look for: one route, the canary of one workload, or all of the namespace. */
export interface Sought {
  readonly route: RouteTarget | undefined;
  readonly workload: string | undefined;
}

/** The canaries under way, by the states that stand on their carriers. */
export async function canariesUnderWay(
  cluster: Cluster,
  namespace: string,
  { route, workload }: Sought,
): Promise<UnderWay[]> {
  const carriers =
    route === undefined ? await allCarriers(cluster) : await carrierOf(cluster, namespace, route);
  return carriers.flatMap((carrier) => {
    const state = stateOf(carrier);
    if (state === undefined || (workload !== undefined && state.workload !== workload)) return [];
    const service = { name: state.service, namespace };
    return [{ route: routeOf(state.route, service, state.isolation), state }];
  });
}

async function carrierOf(cluster: Cluster, namespace: string, target: RouteTarget): Promise<JsonObject[]> {
  const { kind, name } = routeOf(target, { name: '', namespace }, 'service').carrier;
  const carrier = await cluster.get(kind, name);
  return carrier === undefined ? [] : [carrier];
}

/** A kind that this account may not read can't carry a canary that it has begun. */
async function allCarriers(cluster: Cluster): Promise<JsonObject[]> {
  const lists = await Promise.all(
    routeKinds.map((kind) =>
      cluster.list(kind).catch((error: unknown) => {
        if (error instanceof KubeError && error.status === 403) return [];
        throw error;
      }),
    ),
  );
  // Items of a list don't name their kind in every version of the API.
  return lists.flatMap((objects, i) => objects.map((object) => ({ kind: routeKinds[i], ...object })));
}
