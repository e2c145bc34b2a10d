import { KubeError } from '../../kube/errors.ts';
import type { Kube, KubeObject, Resource } from '../../kube/types.ts';
import { nameOf, refOf } from '../../kube/values.ts';
import type { Finding } from '../finding.ts';
import { kept } from '../undo.ts';
import {
  type ApplySet,
  type Contents,
  contentsIn,
  groupKindOf,
  idLabel,
  idOf,
  parentRef,
  partOf,
} from './apply-set.ts';

/** Versions in which a group may be served, the likeliest first; the parent names groups only. */
const versions = ['v1', 'v2', 'v1beta1', 'v1beta2', 'v1beta3', 'v1alpha1', 'v1alpha2', 'v2beta1'];

export interface Prunable {
  readonly pruned: readonly KubeObject[];
  /** Members that stay although the manifests no longer hold them. */
  readonly warnings: readonly Finding[];
}

/** A set, with what its parent says. */
export interface Known {
  readonly set: ApplySet;
  readonly contents: Contents;
  /** The account may not read the parent: what it says is not known. */
  readonly unread?: true;
  /** What stands under the name of the set's parent is none. */
  readonly refusal?: Finding;
}

export async function readSet(kube: Kube, set: ApplySet): Promise<Known> {
  try {
    const parent = await kube.get(parentRef(set));
    const contents = contentsIn(parent, set);
    const isNone = parent !== undefined && parent.metadata.labels?.[idLabel] !== idOf(set);
    return isNone ? { set, contents, refusal: isNoParent(parent, set) } : { set, contents };
  } catch (error) {
    if (!(error instanceof KubeError) || error.status !== 403) throw error;
    return { set, contents: contentsIn(undefined, set), unread: true };
  }
}

/** Members of the set in the cluster that are not among `objects`. */
export async function findPrunable(
  kube: Kube,
  { set, contents: known, unread }: Known,
  objects: readonly KubeObject[],
): Promise<Prunable> {
  // Throws the refusal, where no permission check has told it: without the parent nothing would ever be removed.
  const contents = unread === true ? contentsIn(await kube.get(parentRef(set)), set) : known;
  const lists = await Promise.all(
    contents.kinds.map((kind) => membersOf(kube, set, kind, contents.namespaces)),
  );
  const wanted = new Set(objects.map(keyOf));
  const gone = lists.flat().filter((live) => !wanted.has(keyOf(live)) && !isMadeByAnother(live));
  return {
    pruned: gone.filter(({ kind }) => !kept.has(kind)),
    warnings: gone.filter(({ kind }) => kept.has(kind)).map(stays),
  };
}

async function membersOf(
  kube: Kube,
  set: ApplySet,
  groupKind: string,
  namespaces: readonly string[],
): Promise<KubeObject[]> {
  const resource = await served(kube, groupKind);
  if (resource === undefined) return [];
  const { apiVersion, kind, namespaced } = resource;
  const labelSelector = `${partOf}=${idOf(set)}`;
  if (!namespaced) return kube.list(apiVersion, kind, { labelSelector });
  const lists = await Promise.all(
    namespaces.map((namespace) => kube.list(apiVersion, kind, { namespace, labelSelector })),
  );
  return lists.flat();
}

/** The kind as it is served; undefined: it is not. */
export async function served(kube: Kube, groupKind: string): Promise<Resource | undefined> {
  const dot = groupKind.indexOf('.');
  if (dot < 0) return kube.resource('v1', groupKind);
  for (const version of versions) {
    const found = await kube.resource(`${groupKind.slice(dot + 1)}/${version}`, groupKind.slice(0, dot));
    if (found !== undefined) return found;
  }
  return undefined;
}

const keyOf = (object: KubeObject): string => `${groupKindOf(object)} ${nameOf(refOf(object))}`;

/** A controller copies labels onto what it makes; that goes with its owner. */
const isMadeByAnother = ({ metadata }: KubeObject): boolean =>
  metadata.ownerReferences?.some(({ controller }) => controller === true) === true;

function isNoParent(parent: KubeObject, { name }: ApplySet): Finding {
  const ref = refOf(parent);
  return {
    cause: 'managed-elsewhere',
    certainty: 'certain',
    ref,
    message: `the ConfigMap ${name} is there already and is no apply set: what it holds would be mixed with the set's own notes`,
    evidence: [`${nameOf(ref)}: label ${idLabel}: ${parent.metadata.labels?.[idLabel] ?? 'none'}`],
    fix: 'Write another name in `apply-set`, one that no ConfigMap of this namespace has.',
    path: ['metadata', 'name'],
  };
}

function stays(live: KubeObject): Finding {
  return {
    cause: 'not-pruned',
    certainty: 'warning',
    ref: refOf(live),
    message: 'the manifests no longer hold it; it stays for what it may hold',
    evidence: [],
    fix: 'Delete it by hand when nobody needs it, or remove its label applyset.kubernetes.io/part-of.',
    path: ['metadata', 'name'],
  };
}
