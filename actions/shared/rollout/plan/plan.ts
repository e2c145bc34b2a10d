import { isConflict, KubeError } from '../../kube/errors.ts';
import type { KubeObject, Ref, Resource } from '../../kube/types.ts';
import { listAt, nameOf, refOf, textAt } from '../../kube/values.ts';
import { withField } from '../../manifests/images.ts';
import { templatePath } from '../../manifests/pod-spec.ts';
import type { Finding } from '../finding.ts';
import type { Item, Plan, Planned, Setting } from '../types.ts';
import { changeOf } from './compare.ts';
import { createNamespaces, refuseNamespaces, removeNamespaces } from './namespaces.ts';
import type { Permission } from './permissions.ts';
import { checkPermissions } from './preflight.ts';
import { refusalOf } from './refusal.ts';
import { autoscaled, scaleKey, withLiveReplicas } from './replicas.ts';

/** A plan, or everything that speaks against it; then nothing was written. */
export type Planning = { plan: Plan; refusals?: undefined } | { plan?: undefined; refusals: Finding[] };

/** An item with what discovery says of its kind. */
export interface Known extends Item {
  readonly ref: Ref;
  /** Undefined: its definition comes with this release. */
  readonly resource: Resource | undefined;
}

/**
 * Asks the server about every object before the first one is written: kinds, namespaces, permissions, and a dry run of
 * the whole set. Every object of a namespaced kind has to name its namespace. `wanted`: permissions without which it goes on
 * with less safety.
 */
export async function makePlan(
  items: readonly Item[],
  setting: Setting,
  wanted: readonly Permission[] = [],
): Promise<Planning> {
  const known = await knownItems(items, setting);
  const refused = [...refuseUnknown(known), ...(await refuseNamespaces(known, setting))];
  if (refused.length > 0) return { refusals: refused };
  const forbidden = await checkPermissions(known, setting, wanted);
  if (forbidden?.certainty === 'certain') return { refusals: [forbidden] };
  const scaled = await autoscaled(setting, items);
  const namespaces = await createNamespaces(known, setting);
  const checked = await Promise.all(known.map((item) => check(item, scaled, setting)));
  const refusals = checked.flatMap((result) => ('refusal' in result ? [result.refusal] : []));
  if (refusals.length > 0 || namespaces.refusals.length > 0) {
    await removeNamespaces(namespaces.created, setting);
    return { refusals: [...namespaces.refusals, ...refusals] };
  }
  const steps = checked.flatMap((result) => ('step' in result ? [result.step] : []));
  const warnings = forbidden === undefined ? [] : [forbidden];
  return { plan: { steps, createdNamespaces: namespaces.created, warnings } };
}

async function knownItems(items: readonly Item[], { kube }: Setting): Promise<Known[]> {
  return Promise.all(
    items.map(async (item) => ({
      ...item,
      ref: refOf(item.object),
      resource: await kube.resource(item.object.apiVersion, item.object.kind),
    })),
  );
}

function refuseUnknown(known: readonly Known[]): Finding[] {
  const coming = known
    .filter(({ ref }) => ref.kind === 'CustomResourceDefinition')
    .flatMap(({ object }) =>
      listAt(object, 'spec', 'versions').map(
        (version) =>
          `${textAt(object, 'spec', 'group')}/${textAt(version, 'name')} ${textAt(object, 'spec', 'names', 'kind')}`,
      ),
    );
  return known
    .filter(
      ({ resource, ref }) => resource === undefined && !coming.includes(`${ref.apiVersion} ${ref.kind}`),
    )
    .map((item) => {
      const { apiVersion, kind } = item.ref;
      const message = `the cluster knows no kind ${kind} in ${apiVersion}`;
      return refusalOf(new KubeError(message, { status: 404, reason: 'UnknownKind' }), item, item.ref);
    });
}

type Checked = { step: Planned } | { refusal: Finding };

async function check(item: Known, scaled: ReadonlySet<string>, setting: Setting): Promise<Checked> {
  const { ref, resource } = item;
  const desired = applicable(item.object);
  if (resource === undefined) {
    setting.log.info(`${nameOf(ref)} is checked when its definition is in the cluster.`);
    return {
      step: {
        item,
        ref,
        resource,
        before: undefined,
        desired,
        after: undefined,
        change: 'created',
        force: false,
        autoscaled: false,
      },
    };
  }
  try {
    const before = await setting.kube.get(ref);
    if (before?.metadata.deletionTimestamp !== undefined) return { refusal: deleted(item, before) };
    const isScaled = scaled.has(scaleKey(item.object));
    const own = withOwnAccount(desired, before);
    const applied = isScaled ? withLiveReplicas(own, before, setting.fieldManager) : own;
    const { after, force } = await dryRun(applied, setting);
    const change = changeOf(before, after);
    return {
      step: { item, ref, resource, before, desired: applied, after, change, force, autoscaled: isScaled },
    };
  } catch (error) {
    if (error instanceof KubeError) return { refusal: refusalOf(error, item, ref) };
    throw error;
  }
}

/** What `kubectl apply` owned without the server's help is taken over, as kubectl itself does when it changes over. */
const predecessors = new Set(['kubectl-client-side-apply']);

async function dryRun(object: KubeObject, setting: Setting): Promise<{ after: KubeObject; force: boolean }> {
  const { kube, fieldManager, forceConflicts } = setting;
  try {
    const after = await kube.apply(object, { fieldManager, dryRun: true, force: forceConflicts });
    return { after, force: forceConflicts };
  } catch (error) {
    const owners = isConflict(error)
      ? error.details.map((detail) => /"([^"]+)"/.exec(detail.message)?.[1] ?? '')
      : [];
    if (owners.length === 0 || !owners.every((owner) => predecessors.has(owner))) throw error;
    setting.log.info(
      `${nameOf(refOf(object))}: fields are taken over from ${[...new Set(owners)].join(', ')}.`,
    );
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
