import { isConflict } from '../../../shared/kube/errors.ts';
import { isExpired, leaseObject, ownerOfLease } from '../../../shared/lease/lease.ts';
import { type JsonObject, textAt } from '../json.ts';
import type { RouteTarget } from '../route/types.ts';
import type { Cluster } from './cluster.ts';

/** Seconds after which a run that was not heard of counts as dead. */
export const leaseSeconds = 40;
/** Milliseconds between two signs of life. */
export const renewEvery = 10_000;

export type Liveness = 'free' | 'live' | 'expired';

/** Who is at work on a route, as the Lease tells. */
export interface Holder {
  readonly liveness: Liveness;
  /** The owner that stands in the Lease; `''` when it is free. */
  readonly owner: string;
}

export const leaseName = ({ kind, name }: RouteTarget): string =>
  `seatrial-canary-${kind.toLowerCase()}-${name}`;

/** One run's claim to work on a route. It tells whether somebody is alive; what may be written the route's state decides. */
export class RouteLease {
  readonly #cluster: Cluster;
  readonly #name: string;
  readonly #namespace: string;
  readonly #owner: string;
  readonly #now: () => number;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    cluster: Cluster,
    lease: { readonly route: RouteTarget; readonly namespace: string; readonly owner: string },
    now: () => number,
  ) {
    this.#cluster = cluster;
    this.#name = leaseName(lease.route);
    this.#namespace = lease.namespace;
    this.#owner = lease.owner;
    this.#now = now;
  }

  /** Whether somebody is at work, by the API server's clock alone. */
  async look(): Promise<Holder> {
    const lease = await this.#cluster.get('Lease', this.#name);
    const owner = ownerOfLease(lease);
    if (lease === undefined || owner === '') return { liveness: 'free', owner: '' };
    const expired = isExpired(lease, await this.#serverTime(), leaseSeconds);
    return { liveness: expired ? 'expired' : 'live', owner };
  }

  /** Takes the Lease from whoever had it. False when somebody else took it in the same moment. */
  async take(): Promise<boolean> {
    const lease = await this.#cluster.get('Lease', this.#name);
    try {
      if (lease === undefined) await this.#cluster.create(this.#body());
      else await this.#cluster.replace(this.#body(textAt(lease, 'metadata', 'resourceVersion')));
      return true;
    } catch (error) {
      if (isConflict(error)) return false;
      throw error;
    }
  }

  /** Signs of life until `release`. One that fails is made up by the next; losing the Lease costs no safety. */
  keep(onTrouble: (error: unknown) => void): void {
    this.#timer = setInterval(() => {
      this.#renew().catch(onTrouble);
    }, renewEvery);
    this.#timer.unref();
  }

  /** Removes the Lease if it is ours. */
  async release(): Promise<void> {
    clearInterval(this.#timer);
    const lease = await this.#cluster.get('Lease', this.#name);
    if (ownerOfLease(lease) === this.#owner) await this.#cluster.remove('Lease', this.#name);
  }

  async #renew(): Promise<void> {
    const lease = await this.#cluster.get('Lease', this.#name);
    if (ownerOfLease(lease) !== this.#owner) return;
    await this.#cluster.replace(this.#body(textAt(lease, 'metadata', 'resourceVersion')));
  }

  #body(resourceVersion = ''): JsonObject {
    return leaseObject({
      name: this.#name,
      namespace: this.#namespace,
      owner: this.#owner,
      seconds: leaseSeconds,
      now: this.#now(),
      ...(resourceVersion === '' ? {} : { resourceVersion }),
    });
  }

  /** The API server's time: what it would stamp on an object made now. */
  async #serverTime(): Promise<number> {
    const body = this.#body();
    const name = `${this.#name}-clock`;
    const stamped = await this.#cluster.create(
      { ...body, metadata: { name, namespace: this.#namespace } },
      { dryRun: true },
    );
    const time = Date.parse(textAt(stamped, 'metadata', 'creationTimestamp'));
    return Number.isNaN(time) ? this.#now() : time;
  }
}
