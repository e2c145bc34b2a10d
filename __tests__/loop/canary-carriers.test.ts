import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { clusterOver, resourceOf } from '../../actions/canary-promote/src/cluster/kube-cluster.ts';
import { RouteStore } from '../../actions/canary-promote/src/cluster/route-store.ts';
import { realClock } from '../../actions/canary-promote/src/cluster/time.ts';
import { canonical, objectAt, textAt } from '../../actions/canary-promote/src/json.ts';
import { canaryDeployment } from '../../actions/canary-promote/src/plan/canary-objects.ts';
import { beforeOf } from '../../actions/canary-promote/src/route/carrier.ts';
import { canaryIngress } from '../../actions/canary-promote/src/route/nginx.ts';
import { routeOf } from '../../actions/canary-promote/src/route/route.ts';
import type { Isolation, Route, RouteKind } from '../../actions/canary-promote/src/route/types.ts';
import { type CanaryState, moved } from '../../actions/canary-promote/src/state/state.ts';
import { restoringPatch } from '../../actions/canary-promote/src/watchdog/patch.ts';
import { openKube } from '../../actions/shared/kube/open.ts';
import type { Kube } from '../../actions/shared/kube/types.ts';
import { type Bed, up } from '../../testbed/bed.ts';
import { applyCrds } from './canary/crds.ts';
import { manifests, type Style } from './canary/manifests.ts';

// Carriers of every kind on the real API server: compare-and-swap, the watchdog's patch through kubectl, and the way back.
const namespace = `t-canary-carriers-${process.pid}`;
const minutes = 60_000;

let bed: Bed;
let kube: Kube;
let folder: string;

beforeAll(async () => {
  bed = await up();
  await applyCrds();
  folder = await mkdtemp(join(tmpdir(), 'seatrial-carriers-'));
  const quiet = () => undefined;
  const log = { info: quiet, debug: quiet, group: <T>(_: string, work: () => Promise<T>) => work() };
  kube = await openKube({ kubeconfig: bed.kubeconfig, kubectl: bed.kubectl, temp: folder, log });
}, 5 * minutes);

afterAll(async () => {
  await kubectl(['delete', 'namespace', '--wait=false', '--ignore-not-found', ...spaces]);
  await kube.close();
  await rm(folder, { recursive: true, force: true });
}, minutes);

const spaces: string[] = [];

function kubectl(args: readonly string[], input = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const command = ['--kubeconfig', bed.kubeconfig, ...args];
    const child = execFile(bed.kubectl, command, (error, stdout, stderr) =>
      error === null ? resolve(stdout) : reject(new Error(stderr)),
    );
    child.stdin?.end(input);
  });
}

const kinds: readonly (readonly [Style, RouteKind, Isolation])[] = [
  ['subset', 'VirtualService', 'subset'],
  ['plain', 'VirtualService', 'service'],
  ['gateway', 'HTTPRoute', 'service'],
  ['traefik', 'TraefikService', 'service'],
  ['ingressroute', 'IngressRoute', 'service'],
  ['nginx', 'Ingress', 'service'],
  ['pods', 'Deployment', 'none'],
];

/** What a rollback promises to leave as it was. Controllers write notes on a Deployment, and the status of a route, at any time. */
function kept(object: unknown): string {
  if (textAt(object, 'kind') === 'Deployment') return canonical(objectAt(object, 'spec'));
  const { labels, annotations, managedFields } = objectAt(object, 'metadata');
  const owners = Array.isArray(managedFields) ? managedFields : [];
  const ofSpec = owners.filter((owner) => textAt(owner, 'subresource') !== 'status');
  return canonical([labels, annotations, ofSpec, objectAt(object, 'spec')]);
}

function begun(route: Route, before: CanaryState['before']): CanaryState {
  const header = { name: 'x-canary', value: 'always' };
  const testers = ['VirtualService', 'HTTPRoute', 'Ingress'].includes(route.target.kind)
    ? { header }
    : undefined;
  return {
    version: 1,
    owner: 'one',
    job: 'one',
    release: 'r',
    image: 'i',
    phase: 'preparing',
    step: 0,
    steps: [{ weight: 5 }],
    passed: '',
    weight: 0,
    pods: 0,
    route: route.target,
    isolation: route.isolation,
    testers,
    workload: 'shop',
    service: 'shop',
    canary: 'shop-canary',
    baseline: '',
    before,
    configs: [],
    reason: 'begun',
    since: new Date().toISOString(),
  };
}

test.each(kinds)(
  '%s: state and weights change together, the patch back fits one state only, and all is as it was',
  async (style, kind, isolation) => {
    const space = `${namespace}-${style}`;
    spaces.push(space);
    await kubectl(['create', 'namespace', space]);
    const given = { namespace: space, host: `${space}.test`, port: bed.gatewayPort, image: 'none', style };
    // No pods: what is shown here is between the action and the API server.
    const release = manifests(given, { version: 'v1', errorRate: 0, latency: '1ms' }).replace(
      'replicas: 2',
      'replicas: 0',
    );
    await kubectl(['apply', '--server-side', '--filename=-'], release);
    const cluster = clusterOver(kube, space);
    const service = { name: 'shop', namespace: space };
    const route = routeOf({ kind, name: 'shop' }, service, isolation);
    const user = (await cluster.get(kind, 'shop')) ?? {};
    const make = (): ReturnType<typeof canaryIngress> =>
      kind === 'Ingress'
        ? canaryIngress(user, service, 'shop')
        : canaryDeployment(user, { 'seatrial.dev/track': 'canary' }, { replicas: 0, configs: [] });
    const store = new RouteStore(cluster, realClock, route, () => undefined, route.own ? { make } : {});
    const first = begun(route, beforeOf((await store.read()).carrier, route));
    await store.move(undefined, first);
    const shifting = await store.move(first, {
      ...moved(first, 'shifting', { reason: 'r', since: first.since }),
      pods: isolation === 'none' ? 1 : 0,
    });
    const { carrier = {} } = await store.read();
    expect(new Set(route.shares(carrier))).toEqual(new Set(isolation === 'none' ? [] : [5]));
    await expect(store.move(first, shifting)).resolves.toBe(shifting);

    const { plural, group } = resourceOf(kind);
    const dog = async (state: CanaryState): Promise<string> => {
      const patch = JSON.stringify(restoringPatch(route, carrier, state));
      const what = [`${plural}.${group}`, route.carrier.name, '--type=json', `--patch=${patch}`];
      return kubectl(['--namespace', space, 'patch', ...what]);
    };
    await expect(dog({ ...shifting, owner: 'else' })).rejects.toThrow();
    await dog(shifting);
    await expect(store.move(shifting, first)).rejects.toThrow('has taken over the canary');
    const { carrier: back = {}, state } = await store.read();
    expect(state).toMatchObject({ phase: 'restoring', weight: 0 });
    expect(new Set(route.shares(back))).toEqual(new Set(isolation === 'none' ? [] : [0]));

    if (state !== undefined) await store.finish(state);
    const left = route.own ? await cluster.get(route.carrier.kind, route.carrier.name) : undefined;
    expect(left === undefined || textAt(left, 'metadata', 'deletionTimestamp') !== '').toBe(true);
    expect(kept(await cluster.get(kind, 'shop'))).toBe(kept(user));
  },
  minutes,
);
