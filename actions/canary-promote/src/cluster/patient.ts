import type { Cluster } from './cluster.ts';
import { type Clock, persistently } from './time.ts';

/**
 * The cluster through an outage of its API server: what may be repeated is, until it is answered.
 *
 * Creating, patching and replacing are left alone: whether a lost one took effect only the caller can tell.
 */
export function patient(cluster: Cluster, clock: Clock, onTrouble: (error: unknown) => void): Cluster {
  const patiently = <T>(work: () => Promise<T>): Promise<T> => persistently(clock, work, onTrouble);
  return {
    get: (kind, name) => patiently(() => cluster.get(kind, name)),
    list: (kind, labels) => patiently(() => cluster.list(kind, labels)),
    remove: (kind, name, only) => patiently(() => cluster.remove(kind, name, only)),
    apply: (object, options) => patiently(() => cluster.apply(object, options)),
    allowed: (verb, what) => patiently(() => cluster.allowed(verb, what)),
    create: (object, options) => cluster.create(object, options),
    patch: (kind, name, patch) => cluster.patch(kind, name, patch),
    replace: (object) => cluster.replace(object),
  };
}
