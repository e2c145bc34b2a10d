import { RouteLease } from '../../../actions/canary-promote/src/cluster/lease.ts';
import { RouteStore } from '../../../actions/canary-promote/src/cluster/route-store.ts';
import { runSession, type SessionResult } from '../../../actions/canary-promote/src/flow/session.ts';
import type { Promotion, Release, StepVerdict } from '../../../actions/canary-promote/src/flow/work.ts';
import { type JsonObject, textAt } from '../../../actions/canary-promote/src/json.ts';
import { releaseOf } from '../../../actions/canary-promote/src/plan/canary-objects.ts';
import { changeOf } from '../../../actions/canary-promote/src/plan/configs.ts';
import { beforeOf } from '../../../actions/canary-promote/src/route/virtual-service.ts';
import type { Mode } from '../../../actions/canary-promote/src/state/decide.ts';
import type { CanaryState, ConfigChange } from '../../../actions/canary-promote/src/state/state.ts';
import { Killed, Process, World } from './world.ts';

const service = { name: 'shop', namespace: 'prod' };
const meta = (name: string): JsonObject => ({ name, namespace: 'prod' });

export const steps = [5, 50];

export function deployment(version: string): JsonObject {
  const labels = { app: 'shop', 'seatrial.dev/track': 'stable' };
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

export function release(version: string): Release {
  const workload = deployment(version);
  const configs = [config(version), brought];
  return {
    id: releaseOf(workload['spec'], configs),
    image: `shop:${version}`,
    workload,
    configs,
    all: [...configs, workload],
    canaryLabels: { 'seatrial.dev/track': 'canary' },
  };
}

/** The shop in version v1; its route names both subsets, or none at all. */
export function shop(route: 'split' | 'plain'): World {
  const world = new World();
  const to = (subset: string, weight: number): JsonObject => ({
    destination: { host: 'shop', subset },
    weight,
  });
  world.put({
    kind: 'VirtualService',
    metadata: {
      ...meta('shop'),
      labels: { team: 'a' },
      annotations: { note: 'x' },
      managedFields: [{ manager: 'git' }],
    },
    spec: {
      hosts: ['shop.example'],
      http: [
        {
          name: 'main',
          timeout: '3s',
          route:
            route === 'split'
              ? [to('stable', 100), to('canary', 0)]
              : [{ destination: { host: 'shop.prod.svc.cluster.local' } }],
        },
      ],
    },
  });
  world.put({ ...deployment('v1'), status: { versions: ['shop:v1'] } });
  world.put(config('v1'));
  return world;
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
  const wanted = release(given.version ?? 'v2');
  const cancel = new AbortController();
  const judge: Promotion['judge'] = async (state) => {
    await process.clock.pause(30_000);
    if (given.cancelAt === state.step) cancel.abort();
    const verdict = given.cancelAt === state.step ? 'cancelled' : (given.verdicts?.[state.step] ?? 'pass');
    return { weight: state.weight, verdict, seconds: 30, reason: `judged ${verdict}` };
  };
  const onNotEnoughEvidence = given.onNotEnough ?? 'rollback';
  const forward = ['run', 'resume', 'promote'].includes(given.mode);
  const promotion = { release: wanted, onNotEnoughEvidence, unjudged: given.mode === 'promote', judge };
  const store = new RouteStore(process, process.clock, { name: 'shop', service }, () => undefined);
  const lease = new RouteLease(process, { route: 'shop', namespace: 'prod', owner }, () => world.time);
  try {
    const result = await runSession({
      mode: given.mode,
      owner,
      job,
      lease,
      begin: async (route) => initial(world, route, wanted, owner, job),
      work: {
        cluster: process,
        store,
        rollout: process,
        clock: process.clock,
        log: () => undefined,
        signal: cancel.signal,
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
  route: JsonObject,
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
    weight: 0,
    workload: 'shop',
    service: 'shop',
    canary: 'shop-canary',
    before: beforeOf(route, service),
    configs: changes(world, configs),
    reason: 'begun',
    since: '',
  };
}
