import { KubeError } from '../../kube/errors.ts';
import type { Ref, Resource } from '../../kube/types.ts';
import { listAt, refOf, textAt } from '../../kube/values.ts';
import type { Finding } from '../finding.ts';
import type { Item, Plan, Setting } from '../types.ts';
import { check, type LookUp } from './check.ts';
import { createNamespaces, refuseNamespaces, removeNamespaces } from './namespaces.ts';
import type { Permission } from './permissions.ts';
import { checkPermissions } from './preflight.ts';
import { refusalOf } from './refusal.ts';
import { autoscaledBy } from './replicas.ts';

/** A plan, or everything that speaks against it; then nothing was written. */
export type Planning = { plan: Plan; refusals?: undefined } | { plan?: undefined; refusals: Finding[] };

/** An item with what discovery says of its kind. */
export interface Known extends Item {
  readonly ref: Ref;
  /** Undefined: its definition comes with this release. */
  readonly resource: Resource | undefined;
}

export interface PlanOptions {
  /** Permissions beside those that the objects themselves need. */
  readonly more?: readonly Permission[];
  /** Permissions without which it goes on with less safety. */
  readonly wanted?: readonly Permission[];
  /** Called when it is known that we may look: how to look. Default: object by object. */
  readonly open?: (known: readonly Known[]) => Promise<LookUp>;
}

/**
 * Asks the server about every object before the first one is written: kinds, namespaces, permissions, and a dry run of
 * the whole set. Every object of a namespaced kind has to name its namespace.
 */
export async function makePlan(
  items: readonly Item[],
  setting: Setting,
  { more = [], wanted = [], open = async () => setting.kube.get }: PlanOptions = {},
): Promise<Planning> {
  const known = await knownItems(items, setting);
  const refused = [...refuseUnknown(known), ...(await refuseNamespaces(known, setting, 'unchecked'))];
  if (refused.length > 0) return { refusals: refused };
  const forbidden = await checkPermissions(known, setting, { more, wanted });
  if (forbidden?.certainty === 'certain') {
    // Nobody is allowed anything in a namespace that is not there.
    const missing = await refuseNamespaces(known, setting, 'all');
    return { refusals: missing.length > 0 ? missing : [forbidden] };
  }
  const now = { lookUp: await open(known), autoscaled: autoscaledBy(items, setting) };
  const namespaces = await createNamespaces(known, setting);
  const checked = await Promise.all(known.map((item) => check(item, now, setting)));
  const refusals = oncePerNamespace(
    checked.flatMap((result) => ('refusal' in result ? [result.refusal] : [])),
  );
  if (refusals.length > 0 || namespaces.refusals.length > 0) {
    await removeNamespaces(namespaces.created, setting);
    return { refusals: [...namespaces.refusals, ...refusals] };
  }
  const steps = checked.flatMap((result) => ('step' in result ? [result.step] : []));
  const warnings = forbidden === undefined ? [] : [forbidden];
  return { plan: { steps, createdNamespaces: namespaces.created, pruned: [], warnings } };
}

/** A namespace that is not there is told once, not for every object in it. */
function oncePerNamespace(refusals: readonly Finding[]): Finding[] {
  const missing = new Set<string>();
  return refusals.filter(({ cause, message }) => {
    if (cause !== 'namespace-missing') return true;
    const known = missing.has(message);
    missing.add(message);
    return !known;
  });
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
