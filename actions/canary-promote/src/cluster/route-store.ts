import { isConflict } from '../../../shared/kube/errors.ts';
import { type JsonObject, objectAt, textAt } from '../json.ts';
import { digestOf, stateAnnotation } from '../route/carrier.ts';
import { type CarrierPatch, type Route, told } from '../route/types.ts';
import { encodeState, stateOf } from '../state/codec.ts';
import { type CanaryState, trafficOf } from '../state/state.ts';
import type { Watchdog } from '../watchdog/watchdog.ts';
import type { Cluster } from './cluster.ts';
import { type Clock, persistently } from './time.ts';

/** Another run has taken the canary over, or somebody has removed the state: this run must not write any more. */
export class Superseded extends Error {
  constructor(by: string) {
    super(by);
    this.name = 'Superseded';
  }
}

/** What is done to the carrier as it is; undefined: nothing. */
type Change = (carrier: JsonObject | undefined) => (() => Promise<unknown>) | undefined;

/** The carrier and the state on it, which change together, each time in one compare-and-swap. */
export class RouteStore {
  readonly route: Route;
  readonly #cluster: Cluster;
  readonly #clock: Clock;
  readonly #trouble: (error: unknown) => void;
  readonly #make: (() => JsonObject | undefined) | undefined;
  readonly #watchdog: Pick<Watchdog, 'before'> | undefined;

  /** `make`: the carrier as it begins, where it is our own; needed by a run that starts a canary. `watchdog`: told of every move. */
  constructor(
    cluster: Cluster,
    clock: Clock,
    route: Route,
    trouble: (error: unknown) => void,
    own: {
      readonly make?: (() => JsonObject | undefined) | undefined;
      readonly watchdog?: Pick<Watchdog, 'before'> | undefined;
    } = {},
  ) {
    this.#cluster = cluster;
    this.#clock = clock;
    this.#trouble = trouble;
    this.#make = own.make;
    this.#watchdog = own.watchdog;
    this.route = route;
  }

  /** The carrier now; undefined where it is our own and there is no canary. Throws a Superseded when it is gone. */
  async read(): Promise<{ carrier: JsonObject | undefined; state: CanaryState | undefined }> {
    const { own, carrier: at } = this.route;
    const carrier = await persistently(this.#clock, () => this.#cluster.get(at.kind, at.name), this.#trouble);
    if (carrier === undefined && !own) throw new Superseded(`${told(at)} is gone`);
    return { carrier, state: stateOf(carrier) };
  }

  /** Writes `next` and its weight if the state is still `from` (undefined: none); returns `next`. */
  async move(from: CanaryState | undefined, next: CanaryState): Promise<CanaryState> {
    const target = encodeState(next);
    const patchOf = (carrier: JsonObject): CarrierPatch =>
      withState(this.route.patch(carrier, trafficOf(next)), target);
    await this.#swap(from, target, (carrier) => {
      const begun = carrier ?? this.#make?.() ?? {};
      const patch = patchOf(begun);
      return async () => {
        await this.#watchdog?.before(merged(begun, patch), next);
        await (carrier === undefined
          ? this.#cluster.create(merged(begun, patch))
          : this.#patch(carrier, patch));
      };
    });
    return next;
  }

  /** Puts the rules back as they were; the state stays. */
  async giveBack(from: CanaryState): Promise<void> {
    if (this.route.own) return;
    await this.#swap(from, encodeState(from), (carrier = {}) => {
      const patch = this.route.restore(carrier, from.before);
      return patch === undefined ? undefined : () => this.#patch(carrier, patch);
    });
  }

  /** Takes the state away, after the rules are as they were before; a carrier of our own goes with it. */
  async finish(from: CanaryState): Promise<void> {
    if (this.route.own) await this.#remove(from);
    else await this.#leave(from);
  }

  async #remove(from: CanaryState): Promise<void> {
    const { kind, name } = this.route.carrier;
    await this.#swap(from, undefined, (carrier) => {
      const resourceVersion = textAt(carrier, 'metadata', 'resourceVersion');
      return () => this.#cluster.remove(kind, name, { resourceVersion });
    });
  }

  /**
   * Our patches made us the owner of fields that somebody else's apply had set; the next apply would report a conflict.
   * The server takes a list of owners as it is given when the same request changes none of the fields in it, hence two
   * patches; and only if nobody else has changed the object meanwhile is the old list still true.
   */
  async #leave(from: CanaryState): Promise<void> {
    const { managedFields, digest } = from.before;
    await this.giveBack(from);
    await this.#swap(from, undefined, (carrier = {}) => {
      const owners = digestOf(carrier) === digest && managedFields.length > 0 ? { managedFields } : {};
      const metadata = { annotations: { [stateAnnotation]: null }, ...owners };
      return () => this.#patch(carrier, { metadata });
    });
  }

  #patch(carrier: JsonObject, patch: CarrierPatch): Promise<JsonObject> {
    const { kind, name } = this.route.carrier;
    const resourceVersion = textAt(carrier, 'metadata', 'resourceVersion');
    return this.#cluster.patch(kind, name, { ...patch, metadata: { ...patch.metadata, resourceVersion } });
  }

  /** Does the change if the state is `from`, over the very version that was read. */
  async #swap(from: CanaryState | undefined, target: string | undefined, change: Change): Promise<void> {
    const expected = from === undefined ? undefined : encodeState(from);
    const attempt = async (): Promise<boolean> => {
      const { carrier, state } = await this.read();
      // Encoded anew: an older version may have written the same state in other words.
      const present = state === undefined ? undefined : encodeState(state);
      // An answer that was lost: what we meant to write stands there already.
      if (present === target && target !== expected) return true;
      if (present !== expected) throw new Superseded(this.#whoHolds(carrier));
      const write = change(carrier);
      if (write === undefined) return true;
      return write().then(
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

  #whoHolds(carrier: JsonObject | undefined): string {
    const state = stateOf(carrier);
    const name = told(this.route.carrier);
    return state === undefined
      ? `the state on ${name} was removed by somebody else`
      : `another run (${state.job}) has taken over the canary on ${name}, which is ${state.phase} now`;
  }
}

function withState(patch: CarrierPatch, state: string): CarrierPatch {
  const annotations = { ...objectAt(patch.metadata, 'annotations'), [stateAnnotation]: state };
  return { ...patch, metadata: { ...patch.metadata, annotations } };
}

/** The object with a patch of annotations and of fields of its spec put in; null leaves one out. */
function merged(object: JsonObject, { metadata, spec }: CarrierPatch): JsonObject {
  const annotations = {
    ...objectAt(object, 'metadata', 'annotations'),
    ...objectAt(metadata, 'annotations'),
  };
  const set = Object.entries(annotations).filter(([, value]) => value !== null);
  return {
    ...object,
    metadata: { ...objectAt(object, 'metadata'), annotations: Object.fromEntries(set) },
    spec: { ...objectAt(object, 'spec'), ...spec },
  };
}
