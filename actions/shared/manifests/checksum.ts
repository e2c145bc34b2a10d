import { createHash } from 'node:crypto';
import { canonical, nameOf, refOf } from '../kube/values.ts';
import { withField } from './images.ts';
import { configsOf, templatePath } from './pod-spec.ts';
import type { Manifest } from './types.ts';

/** On the pod template: changes when the configuration that the pods read does. */
export const checksumAnnotation = 'seatrial.dev/config-checksum';

/**
 * Notes in each pod template what the ConfigMaps and Secrets of this set hold that its pods read, so that a change of
 * them is a new revision: pods take up neither variables nor `subPath` files while they run.
 */
export function withConfigChecksums(manifests: readonly Manifest[]): Manifest[] {
  const configs = new Map(
    manifests
      .filter(({ object }) => object.kind === 'ConfigMap' || object.kind === 'Secret')
      .map(({ object }) => [nameOf(refOf(object)), contentOf(object)]),
  );
  return manifests.map((manifest) => {
    const { object } = manifest;
    const template = templatePath(object);
    // A Pod or Job can't change once it is there; their configuration is what it was when they began.
    if (template === undefined || object.kind === 'Pod' || object.kind === 'Job') return manifest;
    const used = configsOf(object)
      .map(({ kind, name }) => nameOf(refOf({ ...object, kind, metadata: { ...object.metadata, name } })))
      .filter((name) => configs.has(name))
      .sort();
    if (used.length === 0) return manifest;
    const checksum = hash(used.map((name) => `${name}\n${configs.get(name)}`).join('\n'));
    const path = [...template, 'metadata', 'annotations', checksumAnnotation];
    return { ...manifest, object: withField(object, path, checksum) };
  });
}

function contentOf({ data, stringData, binaryData }: Manifest['object']): string {
  return canonical({ data, stringData, binaryData });
}

/** 64 bits: enough to tell two configurations apart. */
function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
