import { UserError } from '../../../shared/errors/user-error.ts';
import { includes, type JsonObject, listAt, textAt, textsAt } from '../json.ts';

export const nameOf = (object: unknown): string => textAt(object, 'metadata', 'name');
export const kindOf = (object: unknown): string => textAt(object, 'kind');

export function ofKind(objects: readonly JsonObject[], kind: string): JsonObject[] {
  return objects.filter((object) => kindOf(object) === kind);
}

export const listed = (objects: readonly JsonObject[]): string => objects.map(nameOf).join(', ') || 'none';

/** The Deployment that the canary is of: the one named, or the only one. */
export function selectWorkload(objects: readonly JsonObject[], wanted: string | undefined): JsonObject {
  const all = ofKind(objects, 'Deployment');
  const fitting = wanted === undefined ? all : all.filter((object) => nameOf(object) === wanted);
  const [found, ...more] = fitting;
  if (found !== undefined && more.length === 0) return found;
  throw new UserError(
    wanted === undefined
      ? `the manifests have ${all.length} Deployments (${listed(all)}), and it must be clear which one the canary is of`
      : `the manifests have no Deployment ${wanted} (they have: ${listed(all)})`,
    { fix: 'Name it with `workload: …`, as it is called in `metadata.name`.' },
  );
}

/** The Service whose selector matches the pods of the workload. */
export function selectService(candidates: readonly JsonObject[], workload: JsonObject): JsonObject {
  const pod = textsAt(workload, 'spec', 'template', 'metadata', 'labels');
  const found = candidates.filter((service) => {
    const selector = textsAt(service, 'spec', 'selector');
    return Object.keys(selector).length > 0 && includes(pod, selector);
  });
  const [first, second] = found;
  if (first !== undefined && second === undefined) return first;
  const what = `Deployment ${nameOf(workload)}`;
  if (first === undefined) {
    throw new UserError(`no Service selects the pods of ${what}, so no route can lead to them`, {
      fix: 'Add a Service whose selector is part of the labels of the pod template.',
    });
  }
  return first;
}

/** The first container's image: what is shown as the release. */
export function imageOf(workload: unknown): string {
  return textAt(listAt(workload, 'spec', 'template', 'spec', 'containers')[0], 'image');
}

/** The digest of an image reference; `''` where it names none. */
export function digestOf(image: string): string {
  return /@(sha256:[0-9a-f]{64})$/.exec(image)?.[1] ?? '';
}

/** An image reference for people: a digest in twelve digits. */
export function shortImage(image: string): string {
  return image.replace(/@sha256:([0-9a-f]{12})[0-9a-f]{52}$/, '@$1');
}
