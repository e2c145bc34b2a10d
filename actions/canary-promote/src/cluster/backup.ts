import { isConflict } from '../../../shared/kube/errors.ts';
import { type JsonObject, listAt, numberAt, objectAt, textAt, textsAt } from '../json.ts';
import type { CanaryState, ConfigChange } from '../state/state.ts';
import type { Cluster, Kind } from './cluster.ts';

/** What is kept of a release's objects before they are changed, and how it is found again. */
export interface Before {
  /** Names what holds it. */
  readonly workload: string;
  /** What else is to be known of it later. */
  readonly notes: Readonly<Record<string, string>>;
  readonly objects: readonly { readonly kind: Kind; readonly name: string }[];
  readonly configs: readonly ConfigChange[];
  /** Whether the number of pods stays as it is when the objects are put back. */
  readonly liveReplicas: boolean;
}

/** What the direct engine keeps: the stable workload, before it becomes the new version. */
export const beforeOfState = ({ workload, release, configs }: CanaryState): Before => ({
  workload,
  notes: { 'seatrial.dev/release': release },
  objects: [{ kind: 'Deployment', name: workload }],
  configs,
  liveReplicas: false,
});

export const backupName = (workload: string): string => `seatrial-before-${workload}`;

/** Where an object was kept: the plain ones in a ConfigMap, Secrets in a Secret. */
function holderOf(kind: Kind): Holder {
  return kind === 'Secret' ? 'Secret' : 'ConfigMap';
}

const key = (kind: Kind, name: string): string => `${kind}.${name}`;

/** What the server sets itself is not kept. */
function essence(object: JsonObject): JsonObject {
  const { status: _, metadata, ...rest } = object;
  return {
    ...rest,
    metadata: {
      name: textAt(metadata, 'name'),
      namespace: textAt(metadata, 'namespace'),
      labels: textsAt(metadata, 'labels'),
      annotations: textsAt(metadata, 'annotations'),
      managedFields: listAt(metadata, 'managedFields'),
    },
  };
}

type Holder = 'ConfigMap' | 'Secret';

/** Keeps the workload and the configuration that the release changes, as they are now. Safe to repeat. */
export async function writeBackup(cluster: Cluster, state: Before): Promise<void> {
  const wanted = [...state.objects, ...state.configs.filter(({ existed }) => existed)];
  const name = backupName(state.workload);
  for (const [kind, data] of await asTheyAre(cluster, wanted)) {
    await cluster.remove(kind, name);
    await cluster.create(holder(kind, name, state.notes, data));
  }
}

/** Keeps further configuration, as it is now, beside what a backup holds already. */
export async function addToBackup(
  cluster: Cluster,
  state: Before,
  more: readonly ConfigChange[],
): Promise<void> {
  const name = backupName(state.workload);
  const wanted = more.filter(({ existed }) => existed);
  for (const [kind, data] of await asTheyAre(cluster, wanted)) {
    if ((await cluster.get(kind, name)) === undefined) {
      await cluster.create(holder(kind, name, state.notes, data));
    } else await cluster.patch(kind, name, { data });
  }
}

/** Objects as a backup holds them, by what it holds them in. */
async function asTheyAre(cluster: Cluster, wanted: Before['objects']): Promise<Map<Holder, JsonObject>> {
  const found = new Map<Holder, JsonObject>();
  for (const { kind, name } of wanted) {
    const live = await cluster.get(kind, name);
    if (live === undefined) continue;
    const into = holderOf(kind);
    const text = JSON.stringify(essence(live));
    const entry = into === 'Secret' ? Buffer.from(text).toString('base64') : text;
    found.set(into, { ...found.get(into), [key(kind, name)]: entry });
  }
  return found;
}

const holder = (kind: Holder, name: string, annotations: Before['notes'], data: JsonObject): JsonObject => ({
  apiVersion: 'v1',
  kind,
  metadata: { name, annotations },
  data,
});

/** Writes everything back that the backup holds, and removes configuration that the release had brought. */
export async function writeBack(cluster: Cluster, state: Before): Promise<void> {
  for (const config of state.configs) await writeBackConfig(cluster, state, config);
  for (const { kind, name } of state.objects) {
    const object = await kept(cluster, state, kind, name);
    if (object !== undefined) await putBack(cluster, kind, object, state.liveReplicas);
  }
}

async function writeBackConfig(cluster: Cluster, state: Before, config: ConfigChange): Promise<void> {
  if (!config.existed) return cluster.remove(config.kind, config.name);
  const before = await kept(cluster, state, config.kind, config.name);
  if (before !== undefined) await putBack(cluster, config.kind, before, false);
}

/** Removes the backup; the last thing that is done before the state goes. */
export async function removeBackup(cluster: Cluster, state: Before): Promise<void> {
  const kinds = new Set([
    'ConfigMap' as const,
    ...state.configs.map(({ kind }) => kind).filter((k) => k === 'Secret'),
  ]);
  for (const kind of kinds) await cluster.remove(kind, backupName(state.workload));
}

async function kept(
  cluster: Cluster,
  state: Before,
  kind: Kind,
  name: string,
): Promise<JsonObject | undefined> {
  const holder = holderOf(kind);
  const backup = await cluster.get(holder, backupName(state.workload));
  const text = textAt(backup, 'data', key(kind, name));
  if (text === '') return undefined;
  const value: unknown = JSON.parse(holder === 'Secret' ? Buffer.from(text, 'base64').toString() : text);
  return objectAt({ value }, 'value');
}

/** What controllers note on the object themselves; it is not ours to turn back. */
const controllers = [
  'deployment.kubernetes.io/revision',
  'rollout.argoproj.io/revision',
  'rollout.argoproj.io/workload-generation',
];

/** Its controller writes into the object as well. */
const attempts = 8;

/** Replaces the live object by what was kept, whatever version there is by now, and gives its fields back to their owners. */
async function putBack(
  cluster: Cluster,
  kind: Kind,
  before: JsonObject,
  liveReplicas: boolean,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await putBackOver(cluster, kind, before, liveReplicas);
    } catch (error) {
      if (!isConflict(error) || attempt === attempts) throw error;
    }
  }
}

/** How many pods there are an autoscaler, if there is one, decides anew. */
async function putBackOver(
  cluster: Cluster,
  kind: Kind,
  before: JsonObject,
  liveReplicas: boolean,
): Promise<void> {
  const name = textAt(before, 'metadata', 'name');
  const live = await cluster.get(kind, name);
  if (live === undefined) {
    const { managedFields: _, ...metadata } = objectAt(before, 'metadata');
    await cluster.create({ ...before, metadata });
    return;
  }
  const written = await cluster.replace(restored(before, live, liveReplicas));
  const resourceVersion = textAt(written, 'metadata', 'resourceVersion');
  const managedFields = listAt(before, 'metadata', 'managedFields');
  if (managedFields.length === 0) return;
  await cluster
    .patch(kind, name, { metadata: { managedFields, resourceVersion } })
    .catch(() => 'the controller wrote in between: an apply will take the fields over by force');
}

/** The content of `before` with the identity of `live`. */
function restored(before: JsonObject, live: JsonObject, liveReplicas: boolean): JsonObject {
  const notes = textsAt(live, 'metadata', 'annotations');
  const theirs = Object.entries(notes).filter(([note]) => controllers.includes(note));
  const annotations = { ...textsAt(before, 'metadata', 'annotations'), ...Object.fromEntries(theirs) };
  const { managedFields: _, ...metadata } = objectAt(live, 'metadata');
  const labels = textsAt(before, 'metadata', 'labels');
  const replicas = numberAt(live, 'spec', 'replicas');
  const spec =
    liveReplicas && replicas !== undefined ? { spec: { ...objectAt(before, 'spec'), replicas } } : {};
  return { ...before, ...spec, metadata: { ...metadata, labels, annotations } };
}
