import { createHash } from 'node:crypto';
import type { KubeObject, Ref } from '../../kube/types.ts';
import { textAt } from '../../kube/values.ts';
import { withField } from '../../manifests/images.ts';
import type { Item } from '../types.ts';

/** https://github.com/kubernetes/enhancements/tree/master/keps/sig-cli/3659-kubectl-apply-prune names these. */
export const partOf = 'applyset.kubernetes.io/part-of';
export const idLabel = 'applyset.kubernetes.io/id';
const tooling = 'applyset.kubernetes.io/tooling';
const groupKinds = 'applyset.kubernetes.io/contains-group-kinds';
const moreNamespaces = 'applyset.kubernetes.io/additional-namespaces';

/** Names an apply set: a ConfigMap, which is its parent. */
export interface ApplySet {
  readonly name: string;
  readonly namespace: string;
}

/** What an apply set holds, as its parent says. Kinds as `Kind.group`, plain `Kind` in the core group. */
export interface Contents {
  readonly kinds: readonly string[];
  readonly namespaces: readonly string[];
}

export const parentRef = ({ name, namespace }: ApplySet): Ref => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  namespace,
  name,
});

/** The id that members carry: the hash of the parent's name, namespace, kind and group. */
export function idOf({ name, namespace }: ApplySet): string {
  const hash = createHash('sha256').update(`${name}.${namespace}.ConfigMap.`).digest('base64url');
  return `applyset-${hash}-v1`;
}

export function groupKindOf({ apiVersion, kind }: { apiVersion: string; kind: string }): string {
  return apiVersion.includes('/') ? `${kind}.${apiVersion.split('/')[0]}` : kind;
}

/** The objects with the label of their set, which stands on themselves and not on their pods. */
export function members(items: readonly Item[], set: ApplySet): Item[] {
  return items.map((item) => ({
    ...item,
    object: withField(item.object, ['metadata', 'labels', partOf], idOf(set)),
  }));
}

/** What these objects make up. */
export function contentsOf(objects: readonly KubeObject[]): Contents {
  const namespaces = objects.map(({ metadata }) => metadata.namespace).filter((name) => name !== undefined);
  return { kinds: sorted(objects.map(groupKindOf)), namespaces: sorted(namespaces) };
}

/** What the parent in the cluster says; empty where there is none yet. */
export function contentsIn(parent: KubeObject | undefined, { namespace }: ApplySet): Contents {
  const list = (name: string): string[] =>
    textAt(parent, 'metadata', 'annotations', name)
      .split(',')
      .filter((entry) => entry !== '');
  return { kinds: list(groupKinds), namespaces: sorted([namespace, ...list(moreNamespaces)]) };
}

export function union(one: Contents, other: Contents): Contents {
  return {
    kinds: sorted([...one.kinds, ...other.kinds]),
    namespaces: sorted([...one.namespaces, ...other.namespaces]),
  };
}

/** The parent as it is written. */
export function parentObject(set: ApplySet, { kinds, namespaces }: Contents): KubeObject {
  const others = namespaces.filter((name) => name !== set.namespace);
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: set.name,
      namespace: set.namespace,
      labels: { [idLabel]: idOf(set), 'app.kubernetes.io/managed-by': 'seatrial' },
      annotations: {
        [tooling]: 'seatrial/v1',
        [groupKinds]: kinds.join(','),
        [moreNamespaces]: others.join(','),
      },
    },
  };
}

const sorted = (list: readonly string[]): string[] => [...new Set(list)].sort();
