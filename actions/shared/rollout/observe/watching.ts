import { KubeError } from '../../kube/errors.ts';
import type { Kube, KubeObject } from '../../kube/types.ts';
import { type Kind, watchedKinds } from './kinds.ts';
import { World } from './world.ts';

/** Watches that are running, and what they have told. */
export interface Watching {
  readonly world: World;
  /** Kinds that could not be watched, and need not be. */
  readonly unwatched: ReadonlySet<string>;
  /** Resolves at the next change, after `ms`, or when a watch has failed (then it throws). */
  changed(ms: number): Promise<void>;
  /** Wakes whoever waits in `changed`. */
  wake(): void;
  stop(): void;
}

/**
 * Watches everything about these workloads at once, and `others` by themselves. Resolves when what there is by now is known.
 * `optional`: kinds that go unwatched where that is not allowed.
 */
export async function startWatching(
  kube: Kube,
  workloads: readonly KubeObject[],
  others: readonly KubeObject[] = [],
  optional: (kind: Kind) => boolean = () => false,
): Promise<Watching> {
  const controller = new AbortController();
  const world = new World();
  const bell = makeBell();
  const unwatched = new Set<string>();
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
        if (!listed && optional(kind) && error instanceof KubeError && error.status === 403) {
          unwatched.add(kind.kind);
          return resolve();
        }
        bell.fail(error);
        reject(error);
      });
    });
  try {
    await Promise.all(placesOf(workloads, others).map(follow));
  } catch (error) {
    controller.abort();
    throw error;
  }
  return { world, unwatched, changed: bell.rung, wake: bell.ring, stop: () => controller.abort() };
}

interface Place {
  readonly kind: Kind;
  /** Undefined: outside namespaces. */
  readonly namespace: string | undefined;
}

const within = (namespace: string | undefined): { namespace?: string } =>
  namespace === undefined ? {} : { namespace };

/** Every kind in every namespace where it has to be watched, once. */
function placesOf(workloads: readonly KubeObject[], others: readonly KubeObject[]): Place[] {
  const namespaces = [...new Set(workloads.map(({ metadata }) => metadata.namespace))];
  const kinds = watchedKinds(workloads);
  const all: Place[] = [
    ...namespaces.flatMap((namespace) => kinds.map((kind) => ({ kind, namespace }))),
    ...others.map(({ apiVersion, kind, metadata }) => ({
      kind: { apiVersion, kind },
      namespace: metadata.namespace,
    })),
  ];
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
