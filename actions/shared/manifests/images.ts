import { UserError } from '../errors/user-error.ts';
import type { KubeObject } from '../kube/types.ts';
import { containersOf } from './pod-spec.ts';
import type { FieldPath, Manifest } from './types.ts';

const byDigest = /^[^\s@]+@sha256:[0-9a-f]{64}$/;

/**
 * Puts the given references in the place of image names. A name matches an image of that repository, whatever its tag
 * or digest.
 *
 * Throws a UserError for a reference without a digest (what was tested must be what runs) and for a name that no
 * container uses.
 */
export function replaceImages(
  manifests: readonly Manifest[],
  images: ReadonlyMap<string, string>,
): Manifest[] {
  for (const [name, reference] of images) refuseUnpinned(name, reference);
  const used = new Set<string>();
  const replaced = manifests.map((manifest) => ({
    ...manifest,
    object: containersOf(manifest.object).reduce((object, { image, path }) => {
      const name = [...images.keys()].find(
        (candidate) => candidate === image || candidate === repositoryOf(image),
      );
      const reference = name === undefined ? undefined : images.get(name);
      if (name === undefined || reference === undefined) return object;
      used.add(name);
      return withField(object, [...path, 'image'], reference);
    }, manifest.object),
  }));
  for (const name of images.keys()) if (!used.has(name)) refuseUnused(name, manifests);
  return replaced;
}

/** An image reference without its tag and digest. */
export function repositoryOf(image: string): string {
  const name = image.split('@', 1)[0] ?? image;
  return name.replace(/:[^/:]*$/, '');
}

/** A copy of an object with one field set; what is not on the way to it is shared. */
export function withField(object: KubeObject, path: FieldPath, value: unknown): KubeObject {
  const changed = set(object, path, value);
  return { ...object, ...(typeof changed === 'object' ? changed : {}) };
}

function set(inner: unknown, path: FieldPath, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(inner))
    return inner.map((item, index) => (index === key ? set(item, rest, value) : item));
  const fields = typeof inner === 'object' && inner !== null ? inner : {};
  return { ...fields, [key]: set(Reflect.get(fields, key), rest, value) };
}

function refuseUnpinned(name: string, reference: string): void {
  if (byDigest.test(reference)) return;
  throw new UserError(`the image for ${name} is not given by digest: ${reference}`, {
    fix: `Write \`${name}=${repositoryOf(reference)}@sha256:…\` in the input \`images\`; multistage-dockerize gives it as its output \`image\`.`,
  });
}

function refuseUnused(name: string, manifests: readonly Manifest[]): never {
  const there = [
    ...new Set(manifests.flatMap(({ object }) => containersOf(object).map(({ image }) => image))),
  ];
  throw new UserError(`no container of the manifests uses the image ${name}`, {
    fix: `Name in \`images\` one that stands there: ${there.length === 0 ? 'there is none' : there.join(', ')}.`,
  });
}
