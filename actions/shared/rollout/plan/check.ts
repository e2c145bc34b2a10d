import { isConflict, KubeError } from '../../kube/errors.ts';
import type { KubeObject, Ref } from '../../kube/types.ts';
import { nameOf, refOf, textAt } from '../../kube/values.ts';
import { hookOf } from '../../manifests/hooks.ts';
import { withField } from '../../manifests/images.ts';
import { templatePath } from '../../manifests/pod-spec.ts';
import type { Finding } from '../finding.ts';
import type { Planned, Setting } from '../types.ts';
import { isWorkload } from '../workload.ts';
import { changeOf } from './compare.ts';
import { checkHook } from './hook.ts';
import { refuseKept, refuseOtherSet } from './owner.ts';
import type { Known } from './plan.ts';
import { refusalOf } from './refusal.ts';
import { type Autoscaled, withLiveReplicas } from './replicas.ts';

const plain = { hook: undefined, replaces: false } as const;

const notYetKnown = {
  ...plain,
  resource: undefined,
  before: undefined,
  after: undefined,
  change: 'created',
  force: false,
  autoscaled: false,
} as const;

export type Checked = { step: Planned } | { refusal: Finding };

/** What there is of an object in the cluster by now. */
export type LookUp = (ref: Ref) => Promise<KubeObject | undefined>;

/** Asks the server what applying one object would make of it. */
export async function check(
  item: Known,
  now: { readonly lookUp: LookUp; readonly autoscaled: Autoscaled },
  setting: Setting,
): Promise<Checked> {
  const { ref, resource } = item;
  const desired = applicable(item.object);
  if (resource === undefined) {
    setting.log.info(`${nameOf(ref)} is checked when its definition is in the cluster.`);
    return { step: { ...notYetKnown, item, ref, desired } };
  }
  try {
    const before = await now.lookUp(ref);
    if (before?.metadata.deletionTimestamp !== undefined) return { refusal: deleted(item, before) };
    const kept = isWorkload(item.object) ? refuseKept(before) : undefined;
    const elsewhere = kept ?? (setting.forceConflicts ? undefined : refuseOtherSet(before, desired));
    if (elsewhere !== undefined) return { refusal: elsewhere };
    const hook = hookOf(item.object);
    if (hook !== undefined) return await checkHook({ ...item, resource }, desired, before, hook, setting);
    const isScaled = await now.autoscaled(before, desired);
    const own = withOwnAccount(desired, before);
    const applied = isScaled ? withLiveReplicas(own, before, setting.fieldManager) : own;
    const { after, force } = await dryRun(applied, setting);
    const change = changeOf(before, after);
    return {
      step: {
        ...plain,
        item,
        ref,
        resource,
        before,
        desired: applied,
        after,
        change,
        force,
        autoscaled: isScaled,
      },
    };
  } catch (error) {
    if (error instanceof KubeError) return { refusal: refusalOf(error, item, ref) };
    throw error;
  }
}

/** What `kubectl apply` owned without the server's help is taken over, as kubectl itself does when it changes over. */
const predecessors = new Set(['kubectl-client-side-apply']);

/**
 * A controller that writes an object back whole owns what it has only filled in (`resources: {}`), in lists that the
 * definition keeps as one even all of it. It has set no other value, and would let nobody apply a second time.
 */
const writesBack = (kind: string, owner: string): boolean =>
  kind === 'Rollout' && owner === 'rollouts-controller';

/** The object as the server would store it. */
export async function dryRun(
  object: KubeObject,
  setting: Setting,
): Promise<{ after: KubeObject; force: boolean }> {
  const { kube, fieldManager, forceConflicts } = setting;
  try {
    const after = await kube.apply(object, { fieldManager, dryRun: true, force: forceConflicts });
    return { after, force: forceConflicts };
  } catch (error) {
    const owners = isConflict(error)
      ? error.details.map((detail) => /"([^"]+)"/.exec(detail.message)?.[1] ?? '')
      : [];
    // Our own name means a way back that died between its two writes (see `putBack`): nobody else has set these values.
    const formal = (owner: string): boolean => writesBack(object.kind, owner);
    const ours = (owner: string): boolean =>
      owner === fieldManager || predecessors.has(owner) || formal(owner);
    if (owners.length === 0 || !owners.every(ours)) throw error;
    const taken = [...new Set(owners)].filter((owner) => !formal(owner));
    if (taken.length > 0)
      setting.log.info(`${nameOf(refOf(object))}: fields are taken over from ${taken.join(', ')}.`);
    return { after: await kube.apply(object, { fieldManager, dryRun: true, force: true }), force: true };
  }
}

/**
 * A service account that is no longer named has to be replaced by name: the server keeps a second, deprecated field
 * with the old one (`serviceAccount`), and fills the name in from there again.
 */
function withOwnAccount(desired: KubeObject, before: KubeObject | undefined): KubeObject {
  const template = templatePath(desired);
  if (template === undefined || desired.kind === 'Pod' || desired.kind === 'Job') return desired;
  const path = [...template, 'spec', 'serviceAccountName'];
  const had = textAt(before, ...path);
  if (had === '' || had === 'default' || textAt(desired, ...path) !== '') return desired;
  if (textAt(desired, ...template, 'spec', 'serviceAccount') !== '') return desired;
  return withField(desired, path, 'default');
}

/** What the server fills in can't be applied; exported manifests often hold it. */
function applicable(object: KubeObject): KubeObject {
  const { status: _status, metadata, ...rest } = object;
  const {
    uid: _uid,
    resourceVersion: _version,
    generation: _generation,
    creationTimestamp: _created,
    managedFields: _owners,
    ...kept
  } = metadata;
  return { ...rest, apiVersion: object.apiVersion, kind: object.kind, metadata: kept };
}

function deleted(item: Known, before: KubeObject): Finding {
  const { finalizers = [], deletionTimestamp } = before.metadata;
  const held = finalizers.length === 0 ? '' : `, held by the finalizer ${finalizers.join(', ')}`;
  return {
    cause: 'stuck-finalizer',
    certainty: 'certain',
    ref: item.ref,
    message: `${nameOf(item.ref)} is being deleted since ${deletionTimestamp}${held}`,
    evidence: [
      `metadata.deletionTimestamp: ${deletionTimestamp}`,
      `metadata.finalizers: ${finalizers.join(', ')}`,
    ],
    fix: 'Wait until it is gone and start again. If it does not go, whoever owns the finalizer has to do its work.',
    path: ['metadata', 'name'],
  };
}
