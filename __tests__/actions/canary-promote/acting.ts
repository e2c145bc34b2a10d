import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from '@jest/globals';
import type { RolledOut, Rollout } from '../../../actions/canary-promote/src/cluster/rollout.ts';
import { contract, type Output } from '../../../actions/canary-promote/src/contract.ts';
import type { CanaryContext, Deps } from '../../../actions/canary-promote/src/deps.ts';
import { type JsonObject, listAt, numberAt, objectAt } from '../../../actions/canary-promote/src/json.ts';
import type { Query } from '../../../actions/canary-promote/src/metrics/prometheus.ts';
import { kindOf, nameOf } from '../../../actions/canary-promote/src/plan/select.ts';
import { run } from '../../../actions/canary-promote/src/run.ts';
import { stateOf } from '../../../actions/canary-promote/src/state/codec.ts';
import type { CanaryState, Phase } from '../../../actions/canary-promote/src/state/state.ts';
import { Report } from '../../../actions/shared/action/report.ts';
import { InputReader } from '../../../actions/shared/contract/input-reader.ts';
import { isKubeObject } from '../../../actions/shared/kube/values.ts';
import { FakeKube } from '../../support/fake-kube.ts';
import { attempt, config, deployment, shop } from './shop.ts';
import { Process, promised, type World } from './world.ts';

// The whole action on the model of a cluster, with a gateway that counts.

/** Requests per second of all users. */
const load = 200;

/** Counters of both groups as a gateway has them, fed by the weights on the route as the clock goes. */
export class Gateway {
  errorRate = { stable: 0, canary: 0 };
  down = false;
  /** Share of the canary where it is not the route that splits. */
  fixedShare: number | undefined;
  readonly #world: World;
  #last: number;
  readonly #counts = { stable: { ok: 0, failed: 0 }, canary: { ok: 0, failed: 0 } };

  constructor(world: World) {
    this.#world = world;
    this.#last = world.time;
  }

  readonly query: Query = async (promql) => {
    if (this.down) throw new Error('no answer from Prometheus: connect ECONNREFUSED');
    if (!promql.includes('envoy_cluster_name')) return [];
    this.#flow();
    const t = this.#world.time / 1000;
    return (['stable', 'canary'] as const).flatMap((subset) =>
      (['ok', 'failed'] as const).map((kind) => ({
        labels: {
          __name__: 'envoy_cluster_upstream_rq_xx',
          envoy_cluster_name: `outbound|80|${subset}|shop.prod.svc.cluster.local`,
          envoy_response_code_class: kind === 'ok' ? '2' : '5',
          instance: 'gateway',
        },
        samples: [[t, this.#counts[subset][kind]] as const],
      })),
    );
  };

  #flow(): void {
    const seconds = (this.#world.time - this.#last) / 1000;
    this.#last = this.#world.time;
    const route = listAt(this.#world.objects.get('VirtualService/shop'), 'spec', 'http')[0];
    const weight = numberAt(listAt(route, 'route')[1], 'weight') ?? 0;
    const share = this.fixedShare ?? weight / 100;
    for (const [subset, part] of [
      ['stable', 1 - share],
      ['canary', share],
    ] as const) {
      const requests = Math.round(load * seconds * part);
      const failed = Math.round(requests * this.errorRate[subset]);
      this.#counts[subset].ok += requests - failed;
      this.#counts[subset].failed += failed;
    }
  }
}

let temp: string;
beforeEach(async () => {
  temp = await mkdtemp(join(tmpdir(), 'seatrial-canary-run-'));
});
afterEach(() => rm(temp, { recursive: true, force: true }));

export function shopWithService(): World {
  const world = shop('split');
  const meta = { name: 'shop', namespace: 'prod' };
  world.put({ kind: 'Service', metadata: meta, spec: { selector: { app: 'shop' } } });
  const subset = (name: string): JsonObject => ({ name, labels: { 'seatrial.dev/track': name } });
  world.put({
    kind: 'DestinationRule',
    metadata: meta,
    spec: { host: 'shop', subsets: [subset('stable'), subset('canary')] },
  });
  world.settle();
  return world;
}

/** A Deployment with annotations, such as those that tell where its release comes from. */
export function noted(object: JsonObject, annotations: JsonObject = {}): JsonObject {
  return { ...object, metadata: { ...objectAt(object, 'metadata'), annotations } };
}

interface Ran {
  readonly report: Report<Output>;
  readonly lines: readonly string[];
  readonly thrown: unknown;
}

const usual = {
  manifests: 'deploy',
  prometheus: 'http://p',
  steps: '20, 50',
  'max-error-increase': '5%',
  'min-step-duration': '10s',
};

/** The model's rollout, whose deployments are told and may be said to fail. */
function watched(
  process: Process,
  onDeploy: (names: string) => RolledOut | undefined = () => undefined,
): Rollout {
  return {
    check: () => process.check(),
    settled: (workload) => process.settled(workload),
    deploy: async (given) =>
      onDeploy(given.map((one) => `${kindOf(one)}/${nameOf(one)}`).join()) ?? process.deploy(given),
  };
}

export async function runOn(
  world: World,
  gateway: Gateway,
  inputs: Readonly<Record<string, string>> = {},
  hooks: {
    readonly job?: string;
    readonly version?: string;
    readonly notes?: JsonObject;
    /** What the manifests hold beside the workload and its configuration. */
    readonly more?: readonly JsonObject[];
    readonly onPause?: (process: Process) => void;
    /** Told of what is deployed, as `Kind/name`; may say how it ends. */
    readonly onDeploy?: (names: string) => RolledOut | undefined;
    /** May throw, as when a rollout is at work. */
    readonly onHold?: () => void;
  } = {},
): Promise<Ran> {
  const process = new Process(world);
  const lines: string[] = [];
  const report = new Report<Output>();
  const given: Readonly<Record<string, string>> = { ...usual, ...inputs };
  const reader = new InputReader((name) => given[name] ?? '', temp);
  const parsed = contract.parse(reader);
  reader.finish();
  const version = hooks.version ?? 'v2';
  const own = [config(version), noted(deployment(version), hooks.notes)];
  const objects = [...own, ...(hooks.more ?? [])].filter(isKubeObject);
  const clock: Deps['clock'] = {
    now: process.clock.now,
    pause: async (ms) => {
      hooks.onPause?.(process);
      await process.clock.pause(ms);
    },
  };
  const deps: Deps = {
    clock,
    load: async () =>
      objects.map((object) => ({
        object,
        file: 'deploy/a.yaml',
        placeOf: () => ({ file: 'deploy/a.yaml' }),
      })),
    open: async () => ({
      namespace: 'prod',
      kube: new FakeKube(),
      cluster: process,
      rollout: watched(process, hooks.onDeploy),
      prepare: async (manifests) => manifests.map(({ object }) => object),
      hold: async () => {
        hooks.onHold?.();
        return async () => undefined;
      },
      close: async () => undefined,
    }),
    prometheus: async () => gateway.query,
  };
  const context: CanaryContext = {
    env: hooks.job === undefined ? {} : { SEATRIAL_JOB: hooks.job },
    workspace: temp,
    temp,
    log: { info: (line) => lines.push(line), debug: () => undefined, group: (_, work) => work() },
    exec: () => Promise.reject(new Error('no program is run')),
    report,
    record: { version: 1, source: { repository: 'a/b', commit: 'c', ref: 'main' } },
    signal: new AbortController().signal,
    mask: async () => undefined,
    now: () => world.time,
  };
  const thrown = await run(parsed, context, deps).then(
    () => undefined,
    (error: unknown) => error,
  );
  return { report, lines, thrown };
}

export const snapshot = (world: World): [string, unknown][] =>
  [...world.objects].map(([key, object]) => [key, promised(object)]);

/** The state on the route, if a canary is under way. */
export const stateIn = (world: World): CanaryState | undefined =>
  stateOf(world.objects.get('VirtualService/shop'));

/** Lets runs of v2 die until one has left its canary in a phase. */
export async function abandonIn(world: World, phase: Phase): Promise<void> {
  for (let at = 0; stateIn(world)?.phase !== phase; at += 1) {
    await attempt(world, { mode: 'abort' });
    world.time += 60_000;
    await attempt(world, { mode: 'run', kill: { at, when: 'after' } });
    world.time += 60_000;
    if (at === 50) throw new Error(`no death leaves a canary ${phase}`);
  }
}
