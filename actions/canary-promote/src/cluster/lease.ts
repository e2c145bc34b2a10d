import { isConflict } from '../../../shared/kube/errors.ts';
import { isExpired, leaseObject, ownerOfLease } from '../../../shared/lease/lease.ts';
import { type JsonObject, objectAt, textAt, textsAt } from '../json.ts';
import type { RouteTarget } from '../route/types.ts';
import type { Cluster } from './cluster.ts';

/** Seconds after which a run that was not heard of counts as dead. */
export const leaseSeconds = 40;
/** Milliseconds between two signs of life. */
export const renewEvery = 10_000;
/** Milliseconds between two looks whether somebody asks for the route. */
const lookEvery = 2000;

/** On the Lease: the job of a newer commit that asks its holder to make room. */
const askedBy = 'seatrial.dev/asked-by';

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
      else await this.#cluster.replace(this.#body(lease));
      return true;
    } catch (error) {
      if (isConflict(error)) return false;
      throw error;
    }
  }

  /**
   * Signs of life until `release`, and a look whether somebody asks for the route. One that fails is made up by the next;
   * losing the Lease costs no safety.
   */
  keep(on: {
    readonly onTrouble: (error: unknown) => void;
    readonly onAsked: (by: string) => Promise<void>;
  }): void {
    let renewed = this.#now();
    const beat = async (): Promise<void> => {
      const lease = await this.#cluster.get('Lease', this.#name);
      if (ownerOfLease(lease) !== this.#owner) return;
      if (this.#now() - renewed >= renewEvery) {
        await this.#cluster.replace(this.#body(lease));
        renewed = this.#now();
      }
      const by = textAt(lease, 'metadata', 'annotations', askedBy);
      if (by !== '') await on.onAsked(by);
    };
    this.#timer = setInterval(() => {
      beat().catch(on.onTrouble);
    }, lookEvery);
    this.#timer.unref();
  }

  /** Asks whoever holds the Lease to make room for `job`. */
  async ask(job: string): Promise<void> {
    const lease = await this.#cluster.get('Lease', this.#name);
    if (lease === undefined || textAt(lease, 'metadata', 'annotations', askedBy) === job) return;
    const { annotations, ...metadata } = objectAt(lease, 'metadata');
    const asked = { ...objectAt({ annotations }, 'annotations'), [askedBy]: job };
    await this.#cluster
      .replace({ ...lease, metadata: { ...metadata, annotations: asked } })
      .catch((error: unknown) => {
        // Its holder has just given a sign of life: the next look asks again.
        if (!isConflict(error)) throw error;
      });
  }

  /** Removes the Lease if it is ours. */
  async release(): Promise<void> {
    clearInterval(this.#timer);
    const lease = await this.#cluster.get('Lease', this.#name);
    if (ownerOfLease(lease) === this.#owner) await this.#cluster.remove('Lease', this.#name);
  }

  /** A new Lease, or the next sign of life on the one given, whose annotations stay while it has the same holder. */
  #body(over?: JsonObject): JsonObject {
    const resourceVersion = textAt(over, 'metadata', 'resourceVersion');
    const same = ownerOfLease(over) === this.#owner;
    return leaseObject({
      name: this.#name,
      namespace: this.#namespace,
      owner: this.#owner,
      seconds: leaseSeconds,
      now: this.#now(),
      ...(resourceVersion === '' ? {} : { resourceVersion }),
      ...(same ? { annotations: textsAt(over, 'metadata', 'annotations') } : {}),
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
