import type { Resource } from '../../kube/types.ts';
import type { Finding } from '../finding.ts';
import { watchedKinds } from '../observe/kinds.ts';
import type { Setting } from '../types.ts';
import { isWorkload } from '../workload.ts';
import { missingPermissions, neededFor, type Permission, riskOf, roleFor, unique } from './permissions.ts';
import type { Known } from './plan.ts';

/**
 * One refusal that lists every permission this account lacks, with the role that grants them. Where only `wanted` ones are
 * missing it is a warning. `more`: what is needed beside writing and watching the objects.
 */
export async function checkPermissions(
  known: readonly Known[],
  setting: Setting,
  { more, wanted }: { readonly more: readonly Permission[]; readonly wanted: readonly Permission[] },
): Promise<Finding | undefined> {
  const written = known.flatMap(({ resource, ref }) =>
    resource === undefined ? [] : [{ resource, namespace: ref.namespace }],
  );
  const needed = [...neededFor(written, await watchedBy(known, setting)), ...more];
  const missing = await missingPermissions(setting, unique([...needed, ...wanted]));
  const [first] = known;
  if (missing.length === 0 || first === undefined) return undefined;
  const list = missing.map(
    ({ verb, resource, namespace }) =>
      `${verb} ${resource}${namespace === undefined ? '' : ` in ${namespace}`}`,
  );
  const keys = new Set(needed.map((permission) => JSON.stringify(permission)));
  const required = missing.some((permission) => keys.has(JSON.stringify(permission)));
  return {
    cause: 'forbidden',
    certainty: required ? 'certain' : 'warning',
    ref: first.ref,
    message: `this account may not: ${list.join(', ')}${required ? '' : `. The rollout goes on with less safety: ${riskOf(missing)}`}`,
    evidence: list.map((line) => `SelfSubjectAccessReview: ${line}: not allowed`),
    fix: `Apply this and bind it to the account:\n${roleFor(missing)}`,
    path: [],
  };
}

async function watchedBy(
  known: readonly Known[],
  { kube }: Setting,
): Promise<{ resource: Resource; namespace: string }[]> {
  const workloads = known.filter(({ object }) => isWorkload(object));
  const namespaces = [...new Set(workloads.map(({ ref }) => ref.namespace ?? ''))];
  const kinds = watchedKinds(workloads.map(({ object }) => object));
  const resources = await Promise.all(kinds.map(({ apiVersion, kind }) => kube.resource(apiVersion, kind)));
  return namespaces.flatMap((namespace) =>
    resources.flatMap((resource) => (resource === undefined ? [] : [{ resource, namespace }])),
  );
}
