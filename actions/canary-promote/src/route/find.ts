import { UserError } from '../../../shared/errors/user-error.ts';
import { KubeError } from '../../../shared/kube/errors.ts';
import type { Cluster } from '../cluster/cluster.ts';
import type { JsonObject } from '../json.ts';
import { listed, nameOf } from '../plan/select.ts';
import * as http from './http-route.ts';
import * as nginx from './nginx.ts';
import * as traefik from './traefik.ts';
import { type RouteKind, type RouteTarget, type ServiceRef, told } from './types.ts';
import * as mesh from './virtual-service.ts';

/** A route with the object as it is. */
export interface Found {
  readonly target: RouteTarget;
  readonly object: JsonObject;
}

/** The kinds that are looked through, in this order, and when one of them leads to a service. */
const searched: readonly (readonly [RouteKind, (object: JsonObject, service: ServiceRef) => boolean])[] = [
  ['VirtualService', mesh.sendsTo],
  ['HTTPRoute', http.sendsTo],
  ['TraefikService', (object, service) => traefik.sendsTo('TraefikService', object, service)],
  ['IngressRoute', (object, service) => traefik.sendsTo('IngressRoute', object, service)],
  ['Ingress', (object, service) => nginx.isNginx(object) && nginx.sendsTo(object, service)],
];

const apply =
  'Apply one with k8s-rollout first, or write `route: Deployment/NAME` to shift traffic by the number of pods.';

/** The route that is named, or the one that sends to the service. */
export async function findRoute(
  cluster: Cluster,
  service: ServiceRef,
  wanted: RouteTarget | undefined,
): Promise<Found> {
  if (wanted !== undefined) {
    const object = await cluster.get(wanted.kind, wanted.name);
    if (object !== undefined) return { target: wanted, object };
    throw new UserError(`there is no ${told(wanted)} in namespace ${service.namespace}`, { fix: apply });
  }
  const forbidden: RouteKind[] = [];
  for (const [kind, leads] of searched) {
    const objects = await listIfAllowed(cluster, kind, forbidden);
    const fitting = objects.filter((object) => leads(object, service));
    const [object] = fitting;
    if (object === undefined) continue;
    if (fitting.length === 1) return { target: { kind, name: nameOf(object) }, object };
    throw new UserError(
      `several ${kind}s send to the service ${service.name} (${listed(fitting)}); weights on one would not bind the others`,
      { fix: `Join them to one, or name the one that the canary may steer with \`route: ${kind}/NAME\`.` },
    );
  }
  throw new UserError(`no route in namespace ${service.namespace} sends to the service ${service.name}`, {
    fix:
      forbidden.length === 0
        ? apply
        : `Name it with \`route: KIND/NAME\`, and let the account read it: it may not list ${forbidden.join(', ')}.`,
  });
}

/** A kind that the account may not see can't be the route it steers. */
async function listIfAllowed(
  cluster: Cluster,
  kind: RouteKind,
  forbidden: RouteKind[],
): Promise<readonly JsonObject[]> {
  try {
    return await cluster.list(kind);
  } catch (error) {
    if (!(error instanceof KubeError) || error.status !== 403) throw error;
    forbidden.push(kind);
    return [];
  }
}
