import { UserError } from '../errors/user-error.ts';
import type { Kube, KubeObject } from '../kube/types.ts';
import { nameOf, refOf, textAt, textsAt } from '../kube/values.ts';
import type { ReleaseRecord } from '../record/types.ts';
import { originNotes } from '../release-order/order.ts';
import { isWorkload } from '../rollout/workload.ts';
import { withConfigChecksums } from './checksum.ts';
import { ofTheRollout } from './hooks.ts';
import { withField } from './images.ts';
import { ordered } from './order.ts';
import { containersOf } from './pod-spec.ts';
import type { Manifest } from './types.ts';

/**
 * The objects as they are applied, in the order in which they are: each in its namespace, with checksums of the
 * configuration in the pod templates and where the release comes from on the workloads, with what the caller adds to that.
 */
export async function releaseObjects(
  manifests: readonly Manifest[],
  cluster: { readonly kube: Kube; readonly namespace: string },
  record: ReleaseRecord,
  annotations: ReadonlyMap<string, string> = new Map(),
): Promise<Manifest[]> {
  const own = ofTheRollout(manifests);
  const coming = own.flatMap(({ object }) => namespacedKindOf(object));
  const placed = await Promise.all(own.map((manifest) => inNamespace(manifest, cluster, coming)));
  refuseDuplicates(placed);
  return ordered(withConfigChecksums(placed)).map((manifest) =>
    annotated(manifest, { ...notesOf(manifest, record), ...Object.fromEntries(annotations) }),
  );
}

async function inNamespace(
  manifest: Manifest,
  { kube, namespace }: { readonly kube: Kube; readonly namespace: string },
  coming: readonly string[],
): Promise<Manifest> {
  const { object } = manifest;
  if (object.metadata.namespace !== undefined) return manifest;
  const resource = await kube.resource(object.apiVersion, object.kind);
  const namespaced = resource?.namespaced ?? coming.includes(`${groupOf(object.apiVersion)} ${object.kind}`);
  if (!namespaced) return manifest;
  return { ...manifest, object: withField(object, ['metadata', 'namespace'], namespace) };
}

const groupOf = (apiVersion: string): string =>
  apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';

/** The kind that a definition of this release brings, where its objects live in namespaces. */
function namespacedKindOf(object: KubeObject): string[] {
  if (object.kind !== 'CustomResourceDefinition' || textAt(object, 'spec', 'scope') !== 'Namespaced')
    return [];
  return [`${textAt(object, 'spec', 'group')} ${textAt(object, 'spec', 'names', 'kind')}`];
}

/** kubectl lets the last one win without a word. */
export function refuseDuplicates(manifests: readonly Manifest[]): void {
  const seen = new Map<string, Manifest>();
  for (const manifest of manifests) {
    const group = groupOf(manifest.object.apiVersion);
    const name = nameOf(refOf(manifest.object));
    const first = seen.get(`${group} ${name}`);
    seen.set(`${group} ${name}`, manifest);
    if (first === undefined) continue;
    const [one, other] = [first.placeOf(['metadata', 'name']), manifest.placeOf(['metadata', 'name'])];
    throw new UserError(
      `${name} stands twice: ${one.file}:${one.line ?? 1} and ${other.file}:${other.line ?? 1}`,
      { fix: 'Remove one of them, or give it another name.', place: other },
    );
  }
}

/** Where a workload comes from, so that one can walk from a pod back to the pull request. */
function notesOf({ object }: Manifest, { source }: ReleaseRecord): Record<string, string> {
  const digests = containersOf(object).flatMap(
    ({ image }) => /@(sha256:[0-9a-f]{64})$/.exec(image)?.[1] ?? [],
  );
  const notes: [string, string | undefined][] = [
    ...Object.entries(originNotes(source)),
    ['seatrial.dev/pull-request', source.pullRequest?.url],
    ['seatrial.dev/run', source.run?.url],
    ['seatrial.dev/image', [...new Set(digests)].join(',')],
  ];
  return Object.fromEntries(
    notes.filter((note): note is [string, string] => note[1] !== undefined && note[1] !== ''),
  );
}

function annotated(manifest: Manifest, notes: Readonly<Record<string, string>>): Manifest {
  if (!isWorkload(manifest.object)) return manifest;
  const merged = { ...textsAt(manifest.object, 'metadata', 'annotations'), ...notes };
  return { ...manifest, object: withField(manifest.object, ['metadata', 'annotations'], merged) };
}
