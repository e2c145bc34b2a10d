import { type JsonObject, listAt, objectAt, textAt, textsAt } from '../json.ts';
import type { CanaryState, ConfigChange } from '../state/state.ts';
import type { Cluster, Kind } from './cluster.ts';

export const backupName = (workload: string): string => `seatrial-before-${workload}`;

/** Where an object was kept: the plain ones in a ConfigMap, Secrets in a Secret. */
function holderOf(kind: Kind): 'ConfigMap' | 'Secret' {
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

/** Keeps the workload and the configuration that the release changes, as they are now. Safe to repeat. */
export async function writeBackup(cluster: Cluster, state: CanaryState): Promise<void> {
  const wanted: { kind: Kind; name: string }[] = [
    { kind: 'Deployment', name: state.workload },
    ...state.configs.filter(({ existed }) => existed),
  ];
  const kept = { ConfigMap: new Map<string, string>(), Secret: new Map<string, string>() };
  for (const { kind, name } of wanted) {
    const live = await cluster.get(kind, name);
    if (live !== undefined) kept[holderOf(kind)].set(key(kind, name), JSON.stringify(essence(live)));
  }
  for (const kind of ['ConfigMap', 'Secret'] as const) {
    if (kept[kind].size > 0) await store(cluster, state, kind, kept[kind]);
  }
}

async function store(
  cluster: Cluster,
  state: CanaryState,
  kind: 'ConfigMap' | 'Secret',
  texts: ReadonlyMap<string, string>,
): Promise<void> {
  const name = backupName(state.workload);
  const encode = (text: string): string => (kind === 'Secret' ? Buffer.from(text).toString('base64') : text);
  await cluster.remove(kind, name);
  await cluster.create({
    apiVersion: 'v1',
    kind,
    metadata: { name, annotations: { 'seatrial.dev/release': state.release } },
    data: Object.fromEntries([...texts].map(([entry, text]) => [entry, encode(text)])),
  });
}

/** Writes everything back that the backup holds, and removes configuration that the release had brought. */
export async function writeBack(cluster: Cluster, state: CanaryState): Promise<void> {
  for (const config of state.configs) await writeBackConfig(cluster, state, config);
  const workload = await kept(cluster, state, 'Deployment', state.workload);
  if (workload !== undefined) await putBack(cluster, 'Deployment', workload);
}

async function writeBackConfig(cluster: Cluster, state: CanaryState, config: ConfigChange): Promise<void> {
  if (!config.existed) return cluster.remove(config.kind, config.name);
  const before = await kept(cluster, state, config.kind, config.name);
  if (before !== undefined) await putBack(cluster, config.kind, before);
}

/** Removes the backup; the last thing that is done before the state goes. */
export async function removeBackup(cluster: Cluster, state: CanaryState): Promise<void> {
  const kinds = new Set([
    'ConfigMap' as const,
    ...state.configs.map(({ kind }) => kind).filter((k) => k === 'Secret'),
  ]);
  for (const kind of kinds) await cluster.remove(kind, backupName(state.workload));
}

async function kept(
  cluster: Cluster,
  state: CanaryState,
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

/** The revision counts the controller's own changes; it is not ours to turn back. */
const revision = 'deployment.kubernetes.io/revision';

/**
 * Replaces the live object by what was kept, over its present version; then gives its fields back to their owners.
 * How many pods there are an autoscaler, if there is one, decides anew.
 */
async function putBack(cluster: Cluster, kind: Kind, before: JsonObject): Promise<void> {
  const name = textAt(before, 'metadata', 'name');
  const live = await cluster.get(kind, name);
  if (live === undefined) {
    const { managedFields: _, ...metadata } = objectAt(before, 'metadata');
    await cluster.create({ ...before, metadata });
    return;
  }
  const liveRevision = textAt(live, 'metadata', 'annotations', revision);
  const annotations = {
    ...textsAt(before, 'metadata', 'annotations'),
    ...(liveRevision === '' ? {} : { [revision]: liveRevision }),
  };
  const { managedFields: _, ...metadata } = objectAt(live, 'metadata');
  const labels = textsAt(before, 'metadata', 'labels');
  const written = await cluster.replace({ ...before, metadata: { ...metadata, labels, annotations } });
  const resourceVersion = textAt(written, 'metadata', 'resourceVersion');
  const managedFields = listAt(before, 'metadata', 'managedFields');
  if (managedFields.length === 0) return;
  await cluster
    .patch(kind, name, { metadata: { managedFields, resourceVersion } })
    .catch(() => 'the controller wrote in between: an apply will take the fields over by force');
}
