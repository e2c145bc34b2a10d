import type { Cluster } from '../cluster/cluster.ts';
import { at, canonical, isObject, type JsonObject, textsAt } from '../json.ts';
import type { ConfigChange } from '../state/state.ts';
import { kindOf, nameOf } from './select.ts';

/** How a pod template names configuration: the key that holds the name, by the key of the object around it. */
const references: Readonly<Record<string, { kind: ConfigChange['kind']; name: string }>> = {
  configMap: { kind: 'ConfigMap', name: 'name' },
  configMapRef: { kind: 'ConfigMap', name: 'name' },
  configMapKeyRef: { kind: 'ConfigMap', name: 'name' },
  secret: { kind: 'Secret', name: 'secretName' },
  secretRef: { kind: 'Secret', name: 'name' },
  secretKeyRef: { kind: 'Secret', name: 'name' },
};

/** The key of a reference's name; a projected volume writes `name` where a plain secret volume writes `secretName`. */
function nameKey(value: JsonObject, fallback: string): string {
  return fallback in value ? fallback : 'name';
}

/** The same tree with every reference to a ConfigMap or Secret named anew by `rename`. */
export function withReferences(
  value: unknown,
  rename: (kind: ConfigChange['kind'], name: string) => string,
): unknown {
  if (Array.isArray(value)) return value.map((entry) => withReferences(entry, rename));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const reference = references[key];
      if (reference === undefined || !isObject(inner)) return [key, withReferences(inner, rename)];
      const field = nameKey(inner, reference.name);
      const name = inner[field];
      return typeof name === 'string'
        ? [key, { ...inner, [field]: rename(reference.kind, name) }]
        : [key, inner];
    }),
  );
}

/** The ConfigMaps and Secrets that a pod template reads, as `ConfigMap/name`. */
export function referencesOf(template: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  withReferences(at(template, 'spec'), (kind, name) => {
    found.add(`${kind}/${name}`);
    return name;
  });
  return found;
}

/** What a ConfigMap or Secret gives to its readers; `stringData` is what the API server turns into `data`. */
export function contentOf(config: unknown): string {
  const plain = Object.entries(textsAt(config, 'stringData')).map(([key, value]) => [
    key,
    Buffer.from(value).toString('base64'),
  ]);
  const data = { ...textsAt(config, 'data'), ...Object.fromEntries(plain) };
  return canonical({ data, binaryData: textsAt(config, 'binaryData') });
}

/** Whether a release changes a ConfigMap or Secret, and whether it was there before; undefined: no change. */
export function changeOf(config: JsonObject, live: unknown): ConfigChange | undefined {
  const change = { kind: configKind(config), name: nameOf(config), existed: live !== undefined };
  return live !== undefined && contentOf(live) === contentOf(config) ? undefined : change;
}

const configKind = (config: unknown): ConfigChange['kind'] =>
  kindOf(config) === 'Secret' ? 'Secret' : 'ConfigMap';

/** Which of some ConfigMaps and Secrets change, compared with the cluster as it is now. */
export async function changesOf(
  cluster: Pick<Cluster, 'get'>,
  configs: readonly JsonObject[],
): Promise<ConfigChange[]> {
  const changes: ConfigChange[] = [];
  for (const config of configs) {
    const change = changeOf(config, await cluster.get(configKind(config), nameOf(config)));
    if (change !== undefined) changes.push(change);
  }
  return changes;
}
