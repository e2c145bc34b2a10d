import type { Kube, KubeObject } from '../../kube/types.ts';
import { isJson, type Json, numberAt, objectAt, textAt } from '../../kube/values.ts';
import { hasSets, revisionNotes } from '../workload.ts';

/** Labels that a controller adds to the templates it keeps. */
const added = ['pod-template-hash', 'rollouts-pod-template-hash'];

/** The pod template of a workload's previous revision; undefined when none is kept. */
export async function previousTemplate(kube: Kube, live: KubeObject): Promise<Json | undefined> {
  const { namespace = '' } = live.metadata;
  const kept = hasSets(live)
    ? await kube.list('apps/v1', 'ReplicaSet', { namespace })
    : await kube.list('apps/v1', 'ControllerRevision', { namespace });
  return previousOf(live, kept);
}

/** The same, from the revisions that are kept. */
export function previousOf(live: KubeObject, kept: readonly KubeObject[]): Json | undefined {
  const own = kept
    .filter(({ metadata }) => metadata.ownerReferences?.some(({ uid }) => uid === live.metadata.uid))
    .map((revision) => ({ revision, number: numberOf(revision, live) }))
    .sort((a, b) => b.number - a.number);
  // A ReplicaSet that is taken up again gets the newest number: the second is always what was before.
  const previous = own[1]?.revision;
  if (previous === undefined) return undefined;
  return hasSets(live) ? withoutHash(objectAt(previous, 'spec', 'template')) : templateIn(previous);
}

function numberOf(revision: KubeObject, live: KubeObject): number {
  const note = revisionNotes[live.kind];
  const noted = note === undefined ? '' : textAt(revision, 'metadata', 'annotations', note);
  return hasSets(live) ? Number(noted || 0) : (numberAt(revision, 'revision') ?? 0);
}

function withoutHash(template: Json): Json {
  const metadata = objectAt(template, 'metadata');
  const labels = Object.entries(objectAt(metadata, 'labels')).filter(([label]) => !added.includes(label));
  return { ...template, metadata: { ...metadata, labels: Object.fromEntries(labels) } };
}

/** A ControllerRevision keeps a strategic merge patch. */
function templateIn(revision: KubeObject): Json | undefined {
  const { $patch: _, ...template } = objectAt(revision, 'data', 'spec', 'template');
  return isJson(template['spec']) ? template : undefined;
}
