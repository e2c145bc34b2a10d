import type { Kube, KubeObject } from '../../kube/types.ts';
import { type Kind, watchedKinds } from './kinds.ts';
import { World } from './world.ts';

/** Watches that are running, and what they have told. */
export interface Watching {
  readonly world: World;
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
  const places = [...new Set(workloads.map(({ metadata }) => metadata.namespace ?? ''))];
  /** Resolves when the first list is complete; goes on behind it. */
  const follow = (kind: Kind, namespace: string): Promise<void> =>
    new Promise((resolve, reject) => {
      let listed = false;
      const run = async (): Promise<void> => {
        for await (const event of kube.watch(kind.apiVersion, kind.kind, { namespace }, controller.signal)) {
          world.take(event, !listed);
          if (event.type === 'BOOKMARK') {
            listed = true;
            resolve();
          } else bell.ring();
        }
        resolve();
      };
      run().catch((error: unknown) => {
        bell.fail(error);
        reject(error);
      });
    });
  const kinds = watchedKinds(workloads);
  try {
    await Promise.all(places.flatMap((namespace) => kinds.map((kind) => follow(kind, namespace))));
  } catch (error) {
    controller.abort();
    throw error;
  }
  return { world, changed: bell.rung, wake: bell.ring, stop: () => controller.abort() };
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
