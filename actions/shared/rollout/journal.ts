import { gunzipSync, gzipSync } from 'node:zlib';
import { KubeError } from '../kube/errors.ts';
import type { KubeObject, Ref } from '../kube/types.ts';
import { at, isKubeObject, listAt, nameOf, refOf, textAt } from '../kube/values.ts';
import type { Plan, Setting } from './types.ts';
import type { Undoable } from './undo.ts';

/**
 * What a rollout will change and what it was before, kept in the cluster while it runs: when the runner dies, the next
 * run still knows the way back. A Secret, because it may hold what Secrets held.
 */
export interface Journal {
  readonly ref: Ref;
  readonly entries: readonly Undoable[];
}

/** etcd takes 1 MiB for an object; a release whose past is larger goes without. */
const largest = 1_000_000;

/** Where the journal of a run is kept. `name` tells runs of different releases in one namespace apart. */
export function journalRef(namespace: string, name: string): Ref {
  return { apiVersion: 'v1', kind: 'Secret', namespace, name: `seatrial-rollout-${name}` };
}

/** What an earlier run has left that did not come to its end; undefined: nothing. */
export async function readJournal(ref: Ref, { kube, log }: Setting): Promise<Journal | undefined> {
  try {
    const secret = await kube.get(ref);
    const content = textAt(secret, 'data', 'before');
    if (content === '') return undefined;
    log.info(`An earlier rollout did not come to its end: ${nameOf(ref)} knows what was before it.`);
    const parsed: unknown = JSON.parse(gunzipSync(Buffer.from(content, 'base64')).toString());
    return { ref, entries: listAt(parsed, 'entries').flatMap(entryOf) };
  } catch (error) {
    if (error instanceof KubeError && error.status === 403) return undefined;
    throw error;
  }
}

function entryOf(value: unknown): Undoable[] {
  const reference = at(value, 'object');
  const before = at(value, 'before');
  if (!isKubeObject(reference)) return [];
  const { apiVersion, kind, metadata } = reference;
  const { name = '', namespace } = metadata;
  const ref = { apiVersion, kind, name, ...(namespace === undefined ? {} : { namespace }) };
  const autoscaled = at(value, 'autoscaled') === true;
  return [{ ref, before: isKubeObject(before) ? before : undefined, autoscaled, uid: undefined }];
}

/**
 * Writes down what the plan will change, before its first write. What an earlier run has noted stays: it knew the state
 * before both. Without the permission, or when it is too large, the rollout goes on without and says so.
 */
export async function writeJournal(
  ref: Ref,
  plan: Plan,
  left: Journal | undefined,
  setting: Setting,
): Promise<Journal | undefined> {
  const known = new Set(left?.entries.map((entry) => nameOf(entry.ref)));
  const added = plan.steps
    .filter(
      ({ change, hook, ref: own }) => change !== 'none' && hook === undefined && !known.has(nameOf(own)),
    )
    .map(({ ref: own, before, autoscaled }) => ({ ref: own, before, autoscaled, uid: undefined }));
  const pruned = plan.pruned
    .map((object) => ({ ref: refOf(object), before: object, autoscaled: false, uid: undefined }))
    .filter((entry) => !known.has(nameOf(entry.ref)));
  const entries = [...(left?.entries ?? []), ...added, ...pruned];
  if (entries.length === 0) return undefined;
  const data = { before: gzipSync(JSON.stringify({ entries: entries.map(serial) })).toString('base64') };
  if (data.before.length > largest)
    return without('what was before is larger than an object may be', setting);
  try {
    const { kube, fieldManager } = setting;
    await kube.apply(secretOf(ref, data), { fieldManager, force: true });
    return { ref, entries };
  } catch (error) {
    if (!(error instanceof KubeError) || error.status === 0) throw error;
    return without(error.message, setting);
  }
}

function serial({ ref, before, autoscaled }: Undoable): unknown {
  const { apiVersion, kind, name, namespace } = ref;
  return { object: { apiVersion, kind, metadata: { name, namespace } }, before, autoscaled };
}

function secretOf({ name, namespace = '' }: Ref, data: Record<string, string>): KubeObject {
  const labels = { 'app.kubernetes.io/managed-by': 'seatrial' };
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, namespace, labels },
    type: 'seatrial.dev/rollout',
    data,
  };
}

function without(why: string, { log }: Setting): undefined {
  log.info(`If this runner dies, the next run can't go back by itself: ${why}`);
  return undefined;
}

/** The run has come to an end that needs no way back. */
export async function removeJournal(journal: Journal | undefined, { kube, log }: Setting): Promise<void> {
  if (journal === undefined) return;
  try {
    await kube.remove(journal.ref);
  } catch (error) {
    if (!(error instanceof KubeError)) throw error;
    log.info(`${nameOf(journal.ref)} could not be removed: ${error.message}`);
  }
}
