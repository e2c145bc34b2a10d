import type { Cluster } from '../cluster/cluster.ts';
import type { JsonObject } from '../json.ts';
import type { Route } from '../route/types.ts';
import type { CanaryState } from '../state/state.ts';
import { type Dog, watchdogJob, watchdogName } from './job.ts';
import { restoringPatch } from './patch.ts';

/**
 * Lets a Job in the cluster give all traffic back should this run die with its machine.
 *
 * Before every change of the state the patch back from the next one is laid down beside that of the present one; each
 * fits its own state only. So there is one that fits in every moment, whenever this process dies.
 */
export class Watchdog {
  readonly #cluster: Cluster;
  readonly #route: Route;
  readonly #dog: Dog;
  #now = '';
  #begun = false;

  constructor(cluster: Cluster, route: Route, dog: Dog) {
    this.#cluster = cluster;
    this.#route = route;
    this.#dog = dog;
  }

  /** `carrier`: as it will be when the state on it is `next`. */
  async before(carrier: JsonObject, next: CanaryState): Promise<void> {
    const patch = restoringPatch(this.#route, carrier, next);
    const text = patch === undefined ? '' : JSON.stringify(patch);
    await this.#cluster.apply({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: watchdogName(this.#dog.workload), namespace: this.#dog.namespace },
      data: { now: this.#now, next: text },
    });
    this.#now = text;
    if (this.#begun) return;
    this.#begun = true;
    await this.#cluster.create(watchdogJob(this.#dog));
  }
}
