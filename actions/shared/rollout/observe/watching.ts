import { KubeError } from '../../kube/errors.ts';
import type { Kube, KubeObject } from '../../kube/types.ts';
import { type Kind, watchedKinds } from './kinds.ts';
import { World } from './world.ts';

/** Watches that are running, and what they have told. */
export interface Watching {
  readonly world: World;
  /** Watches these objects too. Gives the kinds among them that may not be watched, or are not known. */
  also(objects: readonly KubeObject[]): Promise<ReadonlySet<string>>;
  /** Resolves at the next change, after `ms`, or when a watch has failed (then it throws). */
  changed(ms: number): Promise<void>;
  /** Wakes whoever waits in `changed`. */
  wake(): void;
  stop(): void;
}

/** Watches everything about these workloads at once. Resolves when what there is by now is known. */
export async function startWatching(kube: Kube, workloads: readonly KubeObject[]): Promise<Watching> {
  const controller = new AbortController();
  const world = new World();
  const bell = makeBell();
  /** Resolves when the first list is complete; goes on behind it. */
  const follow = ({ kind, namespace }: Place): Promise<void> =>
    new Promise((resolve, reject) => {
      let listed = false;
      const run = async (): Promise<void> => {
        for await (const event of kube.watch(
          kind.apiVersion,
          kind.kind,
          within(namespace),
          controller.signal,
        )) {
          world.take(event, !listed);
          if (event.type === 'BOOKMARK') {
            listed = true;
            resolve();
          } else bell.ring();
        }
        resolve();
      };
      run().catch((error: unknown) => {
        if (listed || !refused(error)) bell.fail(error);
        reject(error);
      });
    });
  try {
    await Promise.all(placesOf(workloads).map(follow));
  } catch (error) {
    controller.abort();
    throw error;
  }
  const also: Watching['also'] = async (objects) => {
    const unwatched = new Set<string>();
    const places = unique(
      objects.map(({ apiVersion, kind, metadata: { namespace } }) => ({
        kind: { apiVersion, kind },
        namespace,
      })),
    );
    await Promise.all(
      places.map((place) =>
        follow(place).catch((error: unknown) => {
          if (!refused(error)) throw error;
          unwatched.add(place.kind.kind);
        }),
      ),
    );
    return unwatched;
  };
  return { world, also, changed: bell.rung, wake: bell.ring, stop: () => controller.abort() };
}

interface Place {
  readonly kind: Kind;
  /** Undefined: outside namespaces. */
  readonly namespace: string | undefined;
}

const within = (namespace: string | undefined): { namespace?: string } =>
  namespace === undefined ? {} : { namespace };

/** No waiting mends these. */
const refused = (error: unknown): boolean =>
  error instanceof KubeError && (error.status === 403 || error.status === 404);

/** Every kind in every namespace where it has to be watched, once. */
function placesOf(workloads: readonly KubeObject[]): Place[] {
  const namespaces = [...new Set(workloads.map(({ metadata }) => metadata.namespace))];
  const kinds = watchedKinds(workloads);
  return unique(namespaces.flatMap((namespace) => kinds.map((kind) => ({ kind, namespace }))));
}

function unique(all: readonly Place[]): Place[] {
  const keyOf = ({ kind, namespace }: Place): string => `${kind.apiVersion} ${kind.kind} ${namespace}`;
  return [...new Map(all.map((place) => [keyOf(place), place])).values()];
}

/** Changes come in bursts: one look after a burst is enough. */
const burst = 40;

function makeBell() {
  let failure: unknown;
  let failed = false;
  let rang = false;
  let waiting: (() => void) | undefined;
  const ring = (): void => {
    rang = true;
    waiting?.();
  };
  const rung = async (ms: number): Promise<void> => {
    if (!rang && !failed) {
      await untilRung(ms, (wake) => {
        waiting = wake;
      });
    }
    if (rang) await new Promise((resolve) => setTimeout(resolve, burst));
    rang = false;
    if (failed) throw failure;
  };
  const fail = (error: unknown): void => {
    failed = true;
    failure = error;
    ring();
  };
  return { ring, rung, fail };
}

function untilRung(ms: number, onWake: (wake: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    onWake(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
