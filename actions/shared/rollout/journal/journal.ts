import { randomUUID } from 'node:crypto';
import { KubeError } from '../../kube/errors.ts';
import type { KubeObject, Ref } from '../../kube/types.ts';
import { nameOf, textAt, textsAt } from '../../kube/values.ts';
import type { Plan, Setting } from '../types.ts';
import type { Undoable } from '../undo.ts';
import { entriesOf, merged, type Notes, packed, unpacked } from './entries.ts';

/**
 * What a rollout will change and what it was before, kept in the cluster while it runs: when the runner dies, the next run
 * still knows the way back. At a good end it is kept on as the previous release, to which `mode: undo` goes. A Secret,
 * because it may hold what Secrets held; each run has a key of its own in it.
 */
export interface Journal {
  readonly ref: Ref;
  readonly key: string;
  readonly entries: readonly Undoable[];
  /** Whether the Secret holds a previous release as well, and so has to stay. */
  readonly keepsPrevious: boolean;
}

/** etcd takes 1 MiB for an object; a release whose past is larger goes without. */
const largest = 1_000_000;
const runKey = 'run-';
/** Of what was before the release that runs now. */
export const previousKey = 'previous';

/** Where the journal of a run is kept. `name` tells runs of different releases in one namespace apart. */
export function journalRef(namespace: string, name: string): Ref {
  return { apiVersion: 'v1', kind: 'Secret', namespace, name: `seatrial-rollout-${name}` };
}

/** The journal of a run that begins, and what an earlier one has left that did not come to its end. */
export interface Opened {
  readonly journal: Journal | undefined;
  readonly left: readonly Undoable[] | undefined;
}

/**
 * Writes down what the plan will change, before its first write. What an earlier run has noted stays: it knew the state
 * before both. Without the permission, or when it is too large, the rollout goes on without and says so.
 */
export async function openJournal(ref: Ref, plan: Plan, setting: Setting): Promise<Opened> {
  const own = entriesOf(plan);
  const key = `${runKey}${randomUUID().slice(0, 8)}`;
  const content = packed({ entries: own, templates: {} });
  const fits = content.length < largest / 2;
  if (!fits) tellWithout('what was before is larger than an object may be', setting);
  // One question for both: under a manager of its own, to write the own key leaves the others, and tells them.
  const secret =
    own.length === 0 || !fits
      ? await readSecret(ref, setting)
      : await applied(secretOf(ref, { [key]: content }), key, setting);
  const others = leftIn(secret, key);
  const left =
    others.length === 0
      ? undefined
      : others.reduce<Undoable[]>((all, { entries }) => merged(all, entries), []);
  if (left !== undefined)
    setting.log.info(`An earlier rollout did not come to its end: ${nameOf(ref)} knows what was before it.`);
  if (secret === undefined || (own.length === 0 && left === undefined)) return { journal: undefined, left };
  const entries = merged(left ?? [], own);
  const journal = { ref, key, entries, keepsPrevious: textAt(secret, 'data', previousKey) !== '' };
  if (left !== undefined) await takeOver(journal, others, setting);
  return { journal, left };
}

/** Makes what was left part of the own notes, in one write. */
async function takeOver(
  { ref, key, entries }: Journal,
  others: readonly { readonly key: string }[],
  setting: Setting,
): Promise<void> {
  const gone = Object.fromEntries(others.map((other) => [other.key, null]));
  const data = { ...gone, [key]: packed({ entries, templates: {} }) };
  await setting.kube.mergePatch(ref, { data }, { fieldManager: managerOf(key, setting), repeatable: true });
}

/** Whether an earlier run did not come to its end. */
export async function isLeftOpen(ref: Ref, setting: Setting): Promise<boolean> {
  return leftIn(await readSecret(ref, setting), '').length > 0;
}

/** What the release before this one was; undefined: nobody has noted it. */
export async function previousRelease(ref: Ref, setting: Setting): Promise<Notes | undefined> {
  const content = textAt(await readSecret(ref, setting), 'data', previousKey);
  return content === '' ? undefined : unpacked(content);
}

/** What dead runs have left, the oldest first by the server's stamps. */
function leftIn(
  secret: KubeObject | undefined,
  own: string,
): { key: string; entries: readonly Undoable[] }[] {
  const owners = secret?.metadata.managedFields ?? [];
  const written = (key: string): string =>
    owners.find(({ manager = '' }) => manager.endsWith(key))?.time ?? '';
  return Object.entries(textsAt(secret, 'data'))
    .filter(([key]) => key.startsWith(runKey) && key !== own)
    .sort(([one], [other]) => written(one).localeCompare(written(other)))
    .map(([key, content]) => ({ key, entries: unpacked(content).entries }));
}

async function readSecret(ref: Ref, { kube }: Setting): Promise<KubeObject | undefined> {
  try {
    return await kube.get(ref);
  } catch (error) {
    if (error instanceof KubeError && error.status === 403) return undefined;
    throw error;
  }
}

async function applied(secret: KubeObject, key: string, setting: Setting): Promise<KubeObject | undefined> {
  try {
    return await setting.kube.apply(secret, { fieldManager: managerOf(key, setting), force: true });
  } catch (error) {
    if (!(error instanceof KubeError) || error.status === 0) throw error;
    tellWithout(error.message, setting);
    return undefined;
  }
}

const managerOf = (key: string, { fieldManager }: Setting): string => `${fieldManager}-${key}`;

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

function tellWithout(why: string, { log }: Setting): void {
  log.info(`If this runner dies, the next run can't go back by itself: ${why}`);
}
