import type { Cluster, Kind } from '../../../actions/canary-promote/src/cluster/cluster.ts';
import {
  deploymentRef,
  type RolledOut,
  type Rollout,
  type WorkloadRef,
} from '../../../actions/canary-promote/src/cluster/rollout.ts';
import type { Clock } from '../../../actions/canary-promote/src/cluster/time.ts';
import {
  at,
  isObject,
  type JsonObject,
  listAt,
  numberAt,
  objectAt,
  textAt,
  textsAt,
} from '../../../actions/canary-promote/src/json.ts';
import { stateOf } from '../../../actions/canary-promote/src/state/codec.ts';
import { ConflictError, KubeError } from '../../../actions/shared/kube/errors.ts';
import type { RouteName } from './shop.ts';
import { isInService, type Part, splitsOf } from './splits.ts';

/** Transitions that any world has seen, as `from > to`. */
export const transitions = new Set<string>();

/** A process that was killed: whatever it wanted to do next does not happen. */
export class Killed extends Error {}

/**
 * A model of the cluster: objects with versions, compare-and-swap, Deployments that become whole in one version, and an
 * observer that looks at the traffic after every single write.
 */
export class World {
  time = Date.parse('2026-11-24T00:00:00Z');
  readonly objects = new Map<string, JsonObject>();
  readonly violations: string[] = [];
  /** Until then the API server gives no answer. */
  awayUntil = 0;
  /** Deployments, as `NAME IMAGE`, whose pods never become ready. */
  readonly broken = new Set<string>();
  readonly route: RouteName;
  #version = 0;
  #phase = '';

  constructor(route: RouteName) {
    this.route = route;
  }

  put(object: JsonObject): JsonObject {
    this.#version += 1;
    const metadata = { ...objectAt(object, 'metadata'), resourceVersion: String(this.#version) };
    const stored = { ...object, metadata };
    this.objects.set(keyOf(textAt(object, 'kind'), textAt(object, 'metadata', 'name')), stored);
    return stored;
  }

  /** What the controllers do by themselves, given time: Deployments of sound images become whole. */
  settle(): void {
    for (const object of [...this.objects.values()]) {
      if (textAt(object, 'kind') !== 'Deployment') continue;
      const image = imageOf(object);
      const sick = this.broken.has(`${textAt(object, 'metadata', 'name')} ${image}`);
      const availableReplicas = numberAt(object, 'spec', 'replicas') ?? 1;
      if (!sick) this.put({ ...object, status: { versions: [image], availableReplicas } });
    }
    this.observe();
  }

  /** Notes what users would suffer from. */
  observe(): void {
    this.#notePhase();
    for (const split of splitsOf(this.objects)) {
      const total = split.reduce((sum, { weight }) => sum + weight, 0);
      if (split.length > 0 && total !== 100) this.violations.push(`weights make ${total}`);
      for (const part of split) this.#observeShare(part);
    }
  }

  #notePhase(): void {
    const states = [...this.objects.values()].flatMap((object) => stateOf(object) ?? []);
    if (states.length > 1) this.violations.push('two states');
    const [state] = states;
    const now = state === undefined ? '' : `${state.phase} ${state.step}`;
    if (now === this.#phase) return;
    const [from = '', to = ''] = [this.#phase, now].map((phase) => phase.replace(/ \d+$/, ''));
    transitions.add(`${from} > ${to}`);
    this.#phase = now;
  }

  #observeShare({ to, weight }: Part): void {
    if (to === 'canary service' && !this.objects.has('Service/shop-canary'))
      this.violations.push('a Service is named that is not there');
    if (weight === 0) return;
    const canary = this.objects.get('Deployment/shop-canary');
    if (to === 'service' && canary !== undefined && isInService(canary))
      this.violations.push('unsplit traffic while a canary has pods');
    const toCanary = to.startsWith('canary');
    const target = toCanary ? canary : this.objects.get('Deployment/shop');
    const versions = listAt(target, 'status', 'versions');
    if (!toCanary) this.#observeBaseline(weight, versions);
    if (versions.length !== 1)
      this.violations.push(`${weight} % to ${to} with versions [${versions.join(', ')}]`);
    const needed = toCanary ? Math.max(1, Math.ceil((4 * weight) / 100)) : 4;
    const replicas = numberAt(target, 'spec', 'replicas') ?? 1;
    if (replicas < needed) this.violations.push(`${weight} % to ${to} with ${replicas} pods`);
  }

  /** Fresh pods beside stable's get their part of its requests: they have to be of the same version. */
  #observeBaseline(weight: number, stable: readonly unknown[]): void {
    const baseline = this.objects.get('Deployment/shop-baseline');
    if (baseline === undefined) return;
    const versions = listAt(baseline, 'status', 'versions');
    if (versions.some((version) => !stable.includes(version)))
      this.violations.push(`${weight} % to stable [${stable.join()}] and its baseline [${versions.join()}]`);
  }
}

const keyOf = (kind: string, name: string): string => `${kind}/${name}`;

export const imageOf = (deployment: unknown): string =>
  textAt(listAt(deployment, 'spec', 'template', 'spec', 'containers')[0], 'image');

/** Whoever writes a field owns it from then on. */
function owned(object: JsonObject): JsonObject {
  const others = listAt(object, 'metadata', 'managedFields').filter(
    (entry) => textAt(entry, 'manager') !== 'us',
  );
  return {
    ...object,
    metadata: { ...objectAt(object, 'metadata'), managedFields: [...others, { manager: 'us' }] },
  };
}

/** Merges as RFC 7386 says. */
function merged(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const result: Record<string, unknown> = { ...(isObject(target) ? target : {}) };
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = merged(result[key], value);
  }
  return result;
}

/** One process at work in the world; killed before or after its n-th write, if told so. */
export class Process implements Cluster, Rollout {
  writes = 0;
  readonly #world: World;
  readonly #kill: { readonly at: number; readonly when: 'before' | 'after' } | undefined;
  #dead = false;

  constructor(world: World, kill?: { readonly at: number; readonly when: 'before' | 'after' }) {
    this.#world = world;
    this.#kill = kill;
  }

  get clock(): Clock {
    const world = this.#world;
    return {
      now: () => world.time,
      pause: async (ms) => {
        if (this.#dead) throw new Killed();
        world.time += ms;
      },
    };
  }

  async get(kind: Kind, name: string): Promise<JsonObject | undefined> {
    this.#alive();
    return this.#world.objects.get(keyOf(kind, name));
  }

  async list(kind: Kind, labels: Readonly<Record<string, string>> = {}): Promise<JsonObject[]> {
    this.#alive();
    if (kind === 'Pod') return [];
    const objects = [...this.#world.objects.values()].filter((object) => textAt(object, 'kind') === kind);
    return objects.filter((object) =>
      Object.entries(labels).every(([key, value]) => textsAt(object, 'metadata', 'labels')[key] === value),
    );
  }

  async create(object: JsonObject, options?: { readonly dryRun: boolean }): Promise<JsonObject> {
    this.#alive();
    if (options?.dryRun === true) {
      return { ...object, metadata: { creationTimestamp: new Date(this.#world.time).toISOString() } };
    }
    return this.#write(() => {
      const key = keyOf(textAt(object, 'kind'), textAt(object, 'metadata', 'name'));
      if (this.#world.objects.has(key)) throw new ConflictError(key, { reason: 'AlreadyExists' });
      return this.#world.put(this.#stamped(object));
    });
  }

  async patch(kind: Kind, name: string, patch: JsonObject): Promise<JsonObject> {
    return this.#write(() => {
      const live = this.#world.objects.get(keyOf(kind, name));
      const wanted = textAt(patch, 'metadata', 'resourceVersion');
      if (wanted !== '' && wanted !== textAt(live, 'metadata', 'resourceVersion')) {
        throw new ConflictError(name, { reason: 'Conflict' });
      }
      const next = merged(live, patch);
      if (live === undefined || !isObject(next)) throw new Error('a patch needs an object');
      return this.#world.put(isObject(at(patch, 'spec')) ? owned(next) : next);
    });
  }

  async replace(object: JsonObject): Promise<JsonObject> {
    return this.#write(() => {
      const live = this.#world.objects.get(keyOf(textAt(object, 'kind'), textAt(object, 'metadata', 'name')));
      if (textAt(object, 'metadata', 'resourceVersion') !== textAt(live, 'metadata', 'resourceVersion')) {
        throw new ConflictError(textAt(object, 'metadata', 'name'), { reason: 'Conflict' });
      }
      return this.#world.put(this.#rolling(this.#stamped(object), live));
    });
  }

  async remove(kind: Kind, name: string, only?: { readonly resourceVersion: string }): Promise<void> {
    await this.#write(() => {
      const live = this.#world.objects.get(keyOf(kind, name));
      const version = textAt(live, 'metadata', 'resourceVersion');
      if (live !== undefined && only !== undefined && only.resourceVersion !== version) {
        throw new ConflictError(name, { reason: 'Conflict' });
      }
      return this.#world.objects.delete(keyOf(kind, name));
    });
  }

  async apply(object: JsonObject, options?: { readonly dryRun: boolean }): Promise<JsonObject> {
    const key = keyOf(textAt(object, 'kind'), textAt(object, 'metadata', 'name'));
    const live = this.#world.objects.get(key);
    const next = merged(live ?? {}, object);
    if (!isObject(next)) throw new Error('an apply makes an object');
    if (options?.dryRun === true) return next;
    return this.#write(() => this.#world.put(this.#rolling(next, live)));
  }

  async allowed(): Promise<boolean> {
    return true;
  }

  async deploy(objects: readonly JsonObject[]): Promise<RolledOut> {
    for (const object of objects) await this.apply(object);
    const workloads = objects.filter((object) => textAt(object, 'kind') === 'Deployment');
    for (const workload of workloads) {
      const settled = await this.settled(deploymentRef(textAt(workload, 'metadata', 'name')));
      if (!settled.healthy) return settled;
    }
    return { healthy: true, reason: '' };
  }

  async check(): Promise<RolledOut> {
    return { healthy: true, reason: '' };
  }

  async settled({ kind, name }: WorkloadRef): Promise<RolledOut> {
    this.#alive();
    this.#world.time += 5000;
    this.#world.settle();
    const whole = listAt(this.#world.objects.get(keyOf(kind, name)), 'status', 'versions').length === 1;
    return { healthy: whole, reason: whole ? '' : 'its pods crash' };
  }

  #alive(): void {
    if (this.#dead) throw new Killed();
    if (this.#world.time < this.#world.awayUntil) {
      throw new KubeError('the cluster gives no answer', { status: 0, reason: 'Unreachable' });
    }
  }

  #write<T>(work: () => T): T {
    this.#alive();
    const kill = this.#kill?.at === this.writes ? this.#kill.when : undefined;
    this.writes += 1;
    if (kill === 'before') this.#die();
    const result = work();
    this.#world.observe();
    if (kill === 'after') this.#die();
    return result;
  }

  #die(): never {
    this.#dead = true;
    throw new Killed();
  }

  #stamped(object: JsonObject): JsonObject {
    if (textAt(object, 'kind') !== 'Lease') return object;
    const time = new Date(this.#world.time).toISOString();
    return { ...object, metadata: { ...objectAt(object, 'metadata'), managedFields: [{ time }] } };
  }

  /** A Deployment whose image changes runs two versions until it has settled. */
  #rolling(object: JsonObject, live: JsonObject | undefined): JsonObject {
    if (textAt(object, 'kind') !== 'Deployment') return object;
    const before = listAt(live, 'status', 'versions');
    const image = imageOf(object);
    const versions = before.length === 1 && before[0] === image ? before : [...before, image];
    return { ...object, status: { versions: before.length === 0 ? [] : [...new Set(versions)] } };
  }
}

/** Everything about an object that a rollback promises to give back. */
export function promised(object: unknown): unknown {
  const { status: _, metadata, ...rest } = isObject(object) ? object : {};
  return {
    ...rest,
    labels: at(metadata, 'labels') ?? {},
    annotations: at(metadata, 'annotations') ?? {},
    managedFields: at(metadata, 'managedFields'),
  };
}
