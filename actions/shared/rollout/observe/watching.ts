import { KubeError } from '../../kube/errors.ts';
import type { Kube, KubeObject, Ref, WatchEvent } from '../../kube/types.ts';
import { nameOf, refOf } from '../../kube/values.ts';
import { World } from '../world/world.ts';
import { type Bell, makeBell } from './bell.ts';
import { type Kind, watchedKinds } from './kinds.ts';

/** Watches that are running, and what they have told. */
export interface Watching {
  readonly world: World;
  /** Whether this is one of the workloads that the watches were opened for. */
  covers(ref: Ref): boolean;
  /** Such a workload as it was found at the beginning, whole; undefined: it was not there. */
  found(ref: Ref): KubeObject | undefined;
  /** Watches these objects too. Gives the kinds among them that may not be watched, or are not known. */
  also(objects: readonly KubeObject[]): Promise<ReadonlySet<string>>;
  /** Resolves at the next change, after `ms`, or when a watch has failed (then it throws). */
  changed(ms: number): Promise<void>;
  /** Wakes whoever waits in `changed`. */
  wake(): void;
  stop(): void;
}

/**
 * Watches everything about these workloads at once, but for kinds whose definition is still to come: `also` is for those.
 * Resolves when what there is by now is known.
 */
export async function startWatching(kube: Kube, workloads: readonly KubeObject[]): Promise<Watching> {
  const controller = new AbortController();
  const bell = makeBell();
  const world = new World();
  const wanted = new Set(workloads.map((workload) => nameOf(refOf(workload))));
  const found = new Map<string, KubeObject>();
  const follow = follower(kube, bell, controller.signal, (event, initial) => {
    world.take(event, initial);
    if (initial) remember(event, wanted, found);
  });
  try {
    await Promise.all((await servedPlaces(kube, workloads)).map(follow));
  } catch (error) {
    controller.abort();
    throw error;
  }
  return {
    world,
    covers: (ref) => wanted.has(nameOf(ref)),
    found: (ref) => found.get(nameOf(ref)),
    also: (objects) => alsoFollow(objects, follow),
    changed: bell.rung,
    wake: bell.ring,
    stop: () => controller.abort(),
  };
}

function remember(
  { type, object }: WatchEvent,
  wanted: ReadonlySet<string>,
  found: Map<string, KubeObject>,
): void {
  const name = nameOf(refOf(object));
  if (type !== 'BOOKMARK' && wanted.has(name)) found.set(name, object);
}

type Follow = (place: Place) => Promise<void>;

/** How a place is followed: resolves when what there is in it is known, and goes on behind that. */
function follower(
  kube: Kube,
  bell: Bell,
  signal: AbortSignal,
  take: (event: WatchEvent, initial: boolean) => void,
): Follow {
  return ({ kind: { apiVersion, kind }, namespace }) =>
    new Promise((resolve, reject) => {
      let listed = false;
      const run = async (): Promise<void> => {
        for await (const event of kube.watch(apiVersion, kind, within(namespace), signal)) {
          take(event, !listed);
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
}

async function alsoFollow(objects: readonly KubeObject[], follow: Follow): Promise<ReadonlySet<string>> {
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
async function servedPlaces(kube: Kube, workloads: readonly KubeObject[]): Promise<Place[]> {
  const namespaces = [...new Set(workloads.map(({ metadata }) => metadata.namespace))];
  const known = await Promise.all(
    watchedKinds(workloads).map(async (kind) => ({
      kind,
      resource: await kube.resource(kind.apiVersion, kind.kind),
    })),
  );
  const kinds = known.filter(({ resource }) => resource !== undefined).map(({ kind }) => kind);
  return unique(namespaces.flatMap((namespace) => kinds.map((kind) => ({ kind, namespace }))));
}

function unique(all: readonly Place[]): Place[] {
  const keyOf = ({ kind, namespace }: Place): string => `${kind.apiVersion} ${kind.kind} ${namespace}`;
  return [...new Map(all.map((place) => [keyOf(place), place])).values()];
}
