import { isConflict, KubeError } from '../kube/errors.ts';
import type { KubeObject, ManagedFields, Ref } from '../kube/types.ts';
import { at, nameOf, objectAt, refOf } from '../kube/values.ts';
import { withField } from '../manifests/images.ts';
import { stageOf } from '../manifests/order.ts';
import { wasScaled } from './plan/replicas.ts';
import type { Setting } from './types.ts';
import { conditionOf } from './workload.ts';

/** An object and what it was. */
export interface Undoable {
  readonly ref: Ref;
  /** Undefined: it was not there, and is removed. */
  readonly before: KubeObject | undefined;
  readonly autoscaled: boolean;
  /** Of the object to remove; another one under its name is left alone. Undefined: not known. */
  readonly uid: string | undefined;
}

/** What came of going back. */
export interface Restored {
  /** As written back; undefined: removed, because the release had created it. */
  readonly objects: readonly { readonly ref: Ref; readonly object: KubeObject | undefined }[];
  readonly failures: readonly { readonly ref: Ref; readonly message: string }[];
}

/** Kinds that hold data or other people's objects are never removed. */
export const kept: ReadonlySet<string> = new Set([
  'Namespace',
  'PersistentVolumeClaim',
  'PersistentVolume',
  'CustomResourceDefinition',
  'StorageClass',
]);

const revisionAnnotation = 'deployment.kubernetes.io/revision';

/**
 * Puts every object of a release back to what it was before: all of them, or none counts. What the release created is
 * removed. Routes go first, then workloads, then what these need.
 */
export async function restore(written: readonly Undoable[], setting: Setting): Promise<Restored> {
  const objects: { ref: Ref; object: KubeObject | undefined }[] = [];
  const failures: { ref: Ref; message: string }[] = [];
  const stages = [...new Set(written.map(({ ref }) => stageOf(ref.kind)))].sort((a, b) => b - a);
  // Configuration has to be back before the workloads that read it start anew.
  const order = [...stages.filter((stage) => !isWorkloadStage(stage)), ...stages.filter(isWorkloadStage)];
  for (const stage of order) {
    const now = written.filter(({ ref, before }) => stageOf(ref.kind) === stage && before !== undefined);
    await Promise.all(now.map((one) => attempt(one, setting, objects, failures)));
  }
  for (const stage of stages) {
    const now = written.filter(({ ref, before }) => stageOf(ref.kind) === stage && before === undefined);
    await Promise.all(now.map((one) => attempt(one, setting, objects, failures)));
  }
  return { objects, failures };
}

const isWorkloadStage = (stage: number): boolean => stage === stageOf('Deployment');

async function attempt(
  { ref, before, autoscaled, uid }: Undoable,
  setting: Setting,
  objects: { ref: Ref; object: KubeObject | undefined }[],
  failures: { ref: Ref; message: string }[],
): Promise<void> {
  try {
    if (before !== undefined && isSpent(before) && (await setting.kube.get(ref)) === undefined) {
      setting.log.info(
        `${nameOf(ref)}: was done before this release and is gone; to bring it back would run it again`,
      );
    } else if (before !== undefined) {
      objects.push({ ref, object: await putBack(before, autoscaled, setting) });
      setting.log.info(`${nameOf(ref)}: back to what it was`);
    } else if (kept.has(ref.kind)) {
      setting.log.info(`${nameOf(ref)}: was created by this release and stays, for what it may hold`);
    } else {
      await setting.kube.remove(ref, uid === undefined ? {} : { uid });
      objects.push({ ref, object: undefined });
      setting.log.info(`${nameOf(ref)}: removed, this release had created it`);
    }
  } catch (error) {
    if (!(error instanceof KubeError)) throw error;
    failures.push({ ref, message: error.message });
  }
}

/** Whether a Job has come to its end, in which only a record of it is left. */
export const isSpent = (object: KubeObject): boolean =>
  object.kind === 'Job' &&
  ['Complete', 'Failed'].some((type) => conditionOf(object, type)?.status === 'True');

const attempts = 6;

/**
 * Writes an object as it was, over whatever version there is by now. The second write gives the fields back to those
 * who owned them: a plain update would make us the owner of each, and the next apply would find a conflict with itself.
 */
export async function putBack(
  before: KubeObject,
  autoscaled: boolean,
  { kube, fieldManager }: Setting,
): Promise<KubeObject> {
  for (let attempt = 1; ; attempt += 1) {
    const current = await kube.get(refOf(before));
    try {
      if (current === undefined) return await kube.create(fresh(before), { fieldManager });
      const content = await kube.replace(merged(before, current, autoscaled), { fieldManager });
      return await kube.replace(withOwners(content, before), { fieldManager });
    } catch (error) {
      if (!isConflict(error) || attempt === attempts) throw error;
    }
  }
}

/** The content of `before` with the identity of `current`. What controllers own stays as it is now. */
function merged(before: KubeObject, current: KubeObject, autoscaled: boolean): KubeObject {
  const { uid: _uid, generation: _generation, managedFields: _owners, ...metadata } = before.metadata;
  const annotations = { ...before.metadata.annotations };
  const revision = current.metadata.annotations?.[revisionAnnotation];
  if (revision !== undefined) annotations[revisionAnnotation] = revision;
  const { resourceVersion } = current.metadata;
  // Also by one that has begun with it since we looked.
  const scaled = autoscaled || (wasScaled(current) && !wasScaled(before));
  const spec =
    scaled && before['spec'] !== undefined
      ? { ...objectAt(before, 'spec'), replicas: objectAt(current, 'spec')['replicas'] }
      : before['spec'];
  return {
    ...before,
    ...(spec === undefined ? {} : { spec }),
    metadata: { ...metadata, annotations, ...(resourceVersion === undefined ? {} : { resourceVersion }) },
  };
}

function withOwners(current: KubeObject, before: KubeObject): KubeObject {
  const ofStatus = ({ subresource }: ManagedFields): boolean =>
    subresource !== undefined && subresource !== '';
  const managedFields = [
    ...(before.metadata.managedFields ?? []).filter((entry) => !ofStatus(entry)),
    ...(current.metadata.managedFields ?? []).filter(ofStatus),
  ];
  return { ...current, metadata: { ...current.metadata, managedFields } };
}

/** Labels by which a Job knows its pods; the server gives them to each anew, and refuses those of another one. */
const jobLabels = [
  'controller-uid',
  'job-name',
  'batch.kubernetes.io/controller-uid',
  'batch.kubernetes.io/job-name',
];

/** As it can be created again: without what the server gives by itself. */
function fresh({ metadata, status: _status, ...rest }: KubeObject): KubeObject {
  const {
    uid: _uid,
    resourceVersion: _version,
    creationTimestamp: _created,
    generation: _generation,
    managedFields: _owners,
    ...kept
  } = metadata;
  const object = { ...rest, apiVersion: rest.apiVersion, kind: rest.kind, metadata: kept };
  if (object.kind !== 'Job' || at(object, 'spec', 'manualSelector') === true) return object;
  return [
    ['spec', 'selector'],
    ...jobLabels.flatMap((label) => [
      ['metadata', 'labels', label],
      ['spec', 'template', 'metadata', 'labels', label],
    ]),
  ].reduce(
    (left, path) => (at(left, ...path) === undefined ? left : withField(left, path, undefined)),
    object,
  );
}
