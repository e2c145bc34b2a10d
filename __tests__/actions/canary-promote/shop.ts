import { RouteLease } from '../../../actions/canary-promote/src/cluster/lease.ts';
import { RouteStore } from '../../../actions/canary-promote/src/cluster/route-store.ts';
import { runSession, type SessionResult } from '../../../actions/canary-promote/src/flow/session.ts';
import type { Promotion, Release, StepVerdict } from '../../../actions/canary-promote/src/flow/work.ts';
import { type JsonObject, textAt } from '../../../actions/canary-promote/src/json.ts';
import { canaryDeployment, releaseOf } from '../../../actions/canary-promote/src/plan/canary-objects.ts';
import { changeOf } from '../../../actions/canary-promote/src/plan/configs.ts';
import { beforeOf } from '../../../actions/canary-promote/src/route/carrier.ts';
import { canaryIngress } from '../../../actions/canary-promote/src/route/nginx.ts';
import { routeOf } from '../../../actions/canary-promote/src/route/route.ts';
import { canaryService } from '../../../actions/canary-promote/src/route/service.ts';
import type { Isolation, RouteKind } from '../../../actions/canary-promote/src/route/types.ts';
import type { Mode } from '../../../actions/canary-promote/src/state/decide.ts';
import type { CanaryState, ConfigChange } from '../../../actions/canary-promote/src/state/state.ts';
import { Killed, Process, World } from './world.ts';

const service = { name: 'shop', namespace: 'prod' };
const meta = (name: string): JsonObject => ({ name, namespace: 'prod' });

export const steps = [{ weight: 5 }, { weight: 50 }];

/** The ways to route: with subsets named or not, by a Service of the canary's own, or by the number of pods. */
const routes = {
  split: { kind: 'VirtualService', isolation: 'subset' },
  plain: { kind: 'VirtualService', isolation: 'subset' },
  host: { kind: 'VirtualService', isolation: 'service' },
  gateway: { kind: 'HTTPRoute', isolation: 'service' },
  traefik: { kind: 'TraefikService', isolation: 'service' },
  ingressroute: { kind: 'IngressRoute', isolation: 'service' },
  nginx: { kind: 'Ingress', isolation: 'service' },
  pods: { kind: 'Deployment', isolation: 'none' },
} as const satisfies Readonly<Record<string, { kind: RouteKind; isolation: Isolation }>>;

export type RouteName = keyof typeof routes;

export const routeNames = ['host', 'gateway', 'traefik', 'ingressroute', 'nginx', 'pods'] as const;

/** Where the canary is compared with fresh pods of the running version. */
const withBaseline: readonly RouteName[] = ['host', 'split', 'traefik'];

const targetOf = (route: RouteName) => ({ kind: routes[route].kind, name: 'shop' });
const routeFor = (route: RouteName) => routeOf(targetOf(route), service, routes[route].isolation);

/** Keys of the objects that a canary has to give back as they were. */
export const routeKey = (route: RouteName): string => `${routes[route].kind}/shop`;

export function deployment(version: string, route: RouteName = 'split'): JsonObject {
  const subset = routes[route].isolation === 'subset';
  const labels = { app: 'shop', ...(subset ? { 'seatrial.dev/track': 'stable' } : {}) };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { ...meta('shop'), labels: { app: 'shop' } },
    spec: {
      replicas: 4,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          containers: [
            {
              name: 'shop',
              image: `shop:${version}`,
              envFrom: [{ configMapRef: { name: 'shop-config' } }, { secretRef: { name: 'shop-new' } }],
            },
          ],
        },
      },
    },
  };
}

export function config(version: string): JsonObject {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: meta('shop-config'), data: { version } };
}

/** A Secret that only the new release brings. */
const brought: JsonObject = {
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: meta('shop-new'),
  stringData: { a: 'b' },
};

const serviceObject: JsonObject = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: meta('shop'),
  spec: { selector: { app: 'shop' }, ports: [{ port: 80 }] },
};

export function release(version: string, route: RouteName = 'split'): Release {
  const workload = deployment(version, route);
  const { isolation } = routes[route];
  const configs = [config(version), brought];
  return {
    id: releaseOf(workload['spec'], configs),
    image: `shop:${version}`,
    workload,
    configs,
    all: [...configs, workload],
    canaryLabels: isolation === 'service' ? { app: 'shop-canary' } : { 'seatrial.dev/track': 'canary' },
    companions: isolation === 'service' ? [canaryService(serviceObject, 'shop')] : [],
  };
}

/** The shop in version v1, with its route. */
export function shop(route: RouteName): World {
  const world = new World(route);
  const object = routeObject(route);
  if (object !== undefined) world.put(object);
  world.put({ ...deployment('v1', route), status: { versions: ['shop:v1'] } });
  world.put(config('v1'));
  return world;
}

const noted = {
  ...meta('shop'),
  labels: { team: 'a' },
  annotations: { note: 'x' },
  managedFields: [{ manager: 'git' }],
};

function routeObject(route: RouteName): JsonObject | undefined {
  const kind = routes[route].kind;
  const to = (subset: string, weight: number): JsonObject => ({
    destination: { host: 'shop', subset },
    weight,
  });
  const mesh = (destinations: readonly JsonObject[]): JsonObject => ({
    kind,
    metadata: noted,
    spec: { hosts: ['shop.example'], http: [{ name: 'main', timeout: '3s', route: destinations }] },
  });
  const backend = { name: 'shop', port: 80 };
  switch (route) {
    case 'split':
      return mesh([to('stable', 100), to('canary', 0)]);
    case 'plain':
    case 'host':
      return mesh([{ destination: { host: 'shop.prod.svc.cluster.local' } }]);
    case 'gateway':
      return { kind, metadata: noted, spec: { rules: [{ backendRefs: [{ kind: 'Service', ...backend }] }] } };
    case 'traefik':
      return { kind, metadata: noted, spec: { weighted: { services: [backend], sticky: {} } } };
    case 'ingressroute':
      return { kind, metadata: noted, spec: { routes: [{ match: 'Host(`x`)', services: [backend] }] } };
    case 'nginx': {
      const path = { path: '/', backend: { service: { name: 'shop', port: { number: 80 } } } };
      return {
        kind,
        metadata: noted,
        spec: { ingressClassName: 'nginx', rules: [{ http: { paths: [path] } }] },
      };
    }
    case 'pods':
      return undefined;
  }
}

/** The carrier of a canary's own, where the route has one. */
function makeOf(
  world: World,
  route: RouteName,
  { workload, canaryLabels, configs }: Release,
): (() => JsonObject) | undefined {
  if (route === 'nginx') return () => canaryIngress(world.objects.get('Ingress/shop') ?? {}, service, 'shop');
  if (route !== 'pods') return undefined;
  return () => canaryDeployment(workload, canaryLabels, { replicas: 0, configs: changes(world, configs) });
}

export interface Attempt {
  readonly mode: Mode;
  readonly version?: string;
  readonly job?: string;
  /** The judge's answers by step; passes where it has none. */
  readonly verdicts?: readonly StepVerdict[];
  readonly onNotEnough?: Promotion['onNotEnoughEvidence'];
  readonly kill?: { readonly at: number; readonly when: 'before' | 'after' };
  /** Cancelled while the judge looks at this step. */
  readonly cancelAt?: number;
}

let owners = 0;

/** One run in the world. */
export async function attempt(
  world: World,
  given: Attempt,
): Promise<{ result: SessionResult | 'killed'; writes: number }> {
  owners += 1;
  const owner = `owner-${owners}`;
  const job = given.job ?? owner;
  const process = new Process(world, given.kill);
  const name = world.route;
  const wanted = release(given.version ?? 'v2', name);
  const route = routeFor(name);
  const cancel = new AbortController();
  const judge: Promotion['judge'] = async (state) => {
    await process.clock.pause(30_000);
    if (given.cancelAt === state.step) cancel.abort();
    const verdict = given.cancelAt === state.step ? 'cancelled' : (given.verdicts?.[state.step] ?? 'pass');
    return { weight: state.weight, verdict, seconds: 30, reason: `judged ${verdict}` };
  };
  const onNotEnoughEvidence = given.onNotEnough ?? 'rollback';
  const forward = ['run', 'resume', 'promote'].includes(given.mode);
  const promotion: Promotion = {
    release: wanted,
    onNotEnoughEvidence,
    onMaxRuntime: 'not-enough-evidence',
    unjudged: given.mode === 'promote',
    judge,
    keep: () => Promise.resolve(),
  };
  const store = new RouteStore(process, process.clock, route, () => undefined, {
    make: makeOf(world, name, wanted),
  });
  const lease = new RouteLease(process, { route: route.target, namespace: 'prod', owner }, () => world.time);
  try {
    const result = await runSession({
      mode: given.mode,
      owner,
      job,
      lease,
      begin: (carrier) => initial(world, carrier, wanted, owner, job),
      work: {
        cluster: process,
        store,
        rollout: process,
        clock: process.clock,
        log: () => undefined,
        signal: cancel.signal,
        cancel: cancel.signal,
        drain: 10_000,
        promotion: forward ? promotion : undefined,
      },
    });
    return { result, writes: process.writes };
  } catch (error) {
    if (error instanceof Killed) return { result: 'killed', writes: process.writes };
    throw error;
  } finally {
    world.settle();
  }
}

function changes(world: World, configs: readonly JsonObject[]): ConfigChange[] {
  return configs.flatMap((wanted) => {
    const key = `${textAt(wanted, 'kind')}/${textAt(wanted, 'metadata', 'name')}`;
    return changeOf(wanted, world.objects.get(key)) ?? [];
  });
}

function initial(
  world: World,
  carrier: JsonObject | undefined,
  { id, image, configs }: Release,
  owner: string,
  job: string,
): CanaryState {
  return {
    version: 1,
    owner,
    job,
    release: id,
    image,
    phase: 'preparing',
    step: 0,
    steps,
    passed: '',
    weight: 0,
    pods: 0,
    route: targetOf(world.route),
    isolation: routes[world.route].isolation,
    testers: undefined,
    workload: 'shop',
    service: 'shop',
    canary: 'shop-canary',
    baseline: withBaseline.includes(world.route) ? 'shop-baseline' : '',
    before: beforeOf(carrier, routeFor(world.route)),
    configs: changes(world, configs),
    reason: 'begun',
    since: '',
  };
}
