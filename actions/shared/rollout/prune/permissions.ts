import type { Kube, KubeObject, Resource } from '../../kube/types.ts';
import { groupOf, type Permission } from '../plan/permissions.ts';
import { kept } from '../undo.ts';
import { contentsOf } from './apply-set.ts';
import { type Known, served } from './find.ts';

/**
 * What an apply set needs beside the objects themselves: its parent is written, the kinds that it holds are listed (those of the
 * manifests by the next run, which has to find them), and what is no longer wanted is deleted.
 */
export async function setPermissions(
  kube: Kube,
  { set, contents }: Known,
  objects: readonly KubeObject[],
): Promise<Permission[]> {
  const parent = ['get', 'create', 'patch'].map((verb) => ({
    verb,
    group: '',
    resource: 'configmaps',
    namespace: set.namespace,
  }));
  const [held, own] = await Promise.all([
    Promise.all(contents.kinds.map((kind) => served(kube, kind))),
    Promise.all(objects.map(({ apiVersion, kind }) => kube.resource(apiVersion, kind))),
  ]);
  const next = [set.namespace, ...contentsOf(objects).namespaces];
  return [
    ...parent,
    ...held.flatMap((one) =>
      one === undefined
        ? []
        : ofKind(one, kept.has(one.kind) ? ['list'] : ['list', 'delete'], contents.namespaces),
    ),
    ...own.flatMap((one) => (one === undefined ? [] : ofKind(one, ['list'], next))),
  ];
}

function ofKind(resource: Resource, verbs: readonly string[], namespaces: readonly string[]): Permission[] {
  const one = { group: groupOf(resource), resource: resource.plural };
  return verbs.flatMap((verb) =>
    resource.namespaced ? namespaces.map((namespace) => ({ verb, ...one, namespace })) : [{ verb, ...one }],
  );
}
