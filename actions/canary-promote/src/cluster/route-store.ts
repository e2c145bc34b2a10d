import { isConflict } from '../../../shared/kube/errors.ts';
import { type JsonObject, listAt, textAt } from '../json.ts';
import {
  digestOf,
  restored,
  type ServiceRef,
  sameHttp,
  stateAnnotation,
  withShare,
} from '../route/virtual-service.ts';
import { encodeState, stateOf } from '../state/codec.ts';
import type { CanaryState } from '../state/state.ts';
import type { Cluster } from './cluster.ts';
import { type Clock, persistently } from './time.ts';

/** Another run has taken the canary over, or somebody has removed the state: this run must not write any more. */
export class Superseded extends Error {
  constructor(by: string) {
    super(by);
    this.name = 'Superseded';
  }
}

/** The route object and the state on it, which change together, each time in one compare-and-swap patch. */
export class RouteStore {
  readonly name: string;
  readonly service: ServiceRef;
  readonly #cluster: Cluster;
  readonly #clock: Clock;
  readonly #trouble: (error: unknown) => void;

  constructor(
    cluster: Cluster,
    clock: Clock,
    route: { readonly name: string; readonly service: ServiceRef },
    trouble: (error: unknown) => void,
  ) {
    this.#cluster = cluster;
    this.#clock = clock;
    this.#trouble = trouble;
    this.name = route.name;
    this.service = route.service;
  }

  /** The route now. Throws an Error when it is gone. */
  async read(): Promise<{ route: JsonObject; state: CanaryState | undefined }> {
    const route = await persistently(
      this.#clock,
      () => this.#cluster.get('VirtualService', this.name),
      this.#trouble,
    );
    if (route === undefined) throw new Superseded(`VirtualService ${this.name} is gone`);
    return { route, state: stateOf(route) };
  }

  /** Writes `next` and its weight if the state is still `from` (undefined: none); returns `next`. */
  async move(from: CanaryState | undefined, next: CanaryState): Promise<CanaryState> {
    const target = encodeState(next);
    await this.#swap(from, target, (route) => ({
      metadata: { annotations: { [stateAnnotation]: target } },
      spec: { http: withShare(route, this.service, next.weight) },
    }));
    return next;
  }

  /**
   * Puts the rules back as they were, then takes the state away and gives the fields back to their owners.
   *
   * Our patches made us the owner of fields that somebody else's apply had set; the next apply would report a conflict.
   * The server takes a list of owners as it is given when the same request changes none of the fields in it, hence two
   * patches; and only if nobody else has changed the object meanwhile is the old list still true.
   */
  async finish(from: CanaryState): Promise<void> {
    const { managedFields, digest } = from.before;
    await this.#swap(from, encodeState(from), (route) => {
      const http = restored(route, this.service, from.before);
      return sameHttp(http, listAt(route, 'spec', 'http')) ? undefined : { spec: { http } };
    });
    await this.#swap(from, undefined, (route) => ({
      metadata: {
        annotations: { [stateAnnotation]: null },
        ...(digestOf(route) === digest && managedFields.length > 0 ? { managedFields } : {}),
      },
    }));
  }

  /** Patches the route if the state on it is `from`; `patch` gives nothing when there is nothing to write. */
  async #swap(
    from: CanaryState | undefined,
    target: string | undefined,
    patch: (route: JsonObject) => { readonly metadata?: JsonObject; readonly spec?: JsonObject } | undefined,
  ): Promise<void> {
    const expected = from === undefined ? undefined : encodeState(from);
    const attempt = async (): Promise<boolean> => {
      const { route } = await this.read();
      const present = textAt(route, 'metadata', 'annotations', stateAnnotation) || undefined;
      // An answer that was lost: what we meant to write stands there already.
      if (present === target && target !== expected) return true;
      if (present !== expected) throw new Superseded(whoHolds(route));
      const change = patch(route);
      if (change === undefined) return true;
      const resourceVersion = textAt(route, 'metadata', 'resourceVersion');
      return this.#cluster
        .patch('VirtualService', this.name, { ...change, metadata: { ...change.metadata, resourceVersion } })
        .then(
          () => true,
          (error: unknown) => {
            if (isConflict(error)) return false;
            throw error;
          },
        );
    };
    await persistently(
      this.#clock,
      async () => {
        while (!(await attempt())) await this.#clock.pause(20);
      },
      this.#trouble,
    );
  }
}

function whoHolds(route: JsonObject): string {
  const state = stateOf(route);
  const name = `VirtualService ${textAt(route, 'metadata', 'name')}`;
  return state === undefined
    ? `the state on ${name} was removed by somebody else`
    : `another run (${state.job}) has taken over the canary on ${name}, which is ${state.phase} now`;
}
