import { KubeError } from '../../kube/errors.ts';
import type { KubeObject, Resource } from '../../kube/types.ts';
import { at } from '../../kube/values.ts';
import type { Setting } from '../types.ts';

/** One thing that has to be allowed. */
export interface Permission {
  readonly verb: string;
  readonly group: string;
  /** Such as `deployments` or `pods/log`. */
  readonly resource: string;
  /** Unset: in the whole cluster. */
  readonly namespace?: string;
}

/** What a rollout needs for the objects it writes and the ones it watches. */
export function neededFor(
  written: readonly { resource: Resource; namespace: string | undefined }[],
  watched: readonly { resource: Resource; namespace: string }[],
): Permission[] {
  const of = (resource: Resource, namespace: string | undefined, verb: string): Permission => ({
    verb,
    group: groupOf(resource),
    resource: resource.plural,
    ...(namespace === undefined ? {} : { namespace }),
  });
  const all = [
    ...written.flatMap(({ resource, namespace }) =>
      ['get', 'create', 'patch', 'update', 'delete'].map((verb) => of(resource, namespace, verb)),
    ),
    ...watched.flatMap(({ resource, namespace }) =>
      ['list', 'watch'].map((verb) => of(resource, namespace, verb)),
    ),
    ...[...new Set(watched.map(({ namespace }) => namespace))].map((namespace) => ({
      verb: 'get',
      group: '',
      resource: 'pods/log',
      namespace,
    })),
  ];
  return unique(all);
}

/** Each permission once. */
export function unique(permissions: readonly Permission[]): Permission[] {
  return [...new Map(permissions.map((permission) => [JSON.stringify(permission), permission])).values()];
}

/** What mends a StatefulSet that a broken pod of an older revision blocks; see observe/unblock.ts. */
export function mendingPermissions(workloads: readonly KubeObject[]): Permission[] {
  const namespaces = workloads
    .filter(({ kind }) => kind === 'StatefulSet')
    .map(({ metadata }) => metadata.namespace ?? '');
  return [...new Set(namespaces)].map((namespace) => ({
    verb: 'delete',
    group: '',
    resource: 'pods',
    namespace,
  }));
}

/** What it costs to go on without a permission that is only wanted. */
const risks: Readonly<Record<string, string>> = {
  leases: 'another one at the same time may leave a mix',
  secrets: 'a runner that dies may leave a mix',
  pods: 'a StatefulSet that a broken pod of an older revision blocks stays so',
};

/** The same in words, for those that are missing. */
export function riskOf(missing: readonly Permission[]): string {
  const found = missing.map(({ resource }) => risks[resource]).filter((risk) => risk !== undefined);
  return [...new Set(found)].join('; ');
}

/** What keeps other rollouts away, and the way back should the runner die. */
export function safetyPermissions(namespaces: readonly string[], journal: string | undefined): Permission[] {
  const leases = namespaces.flatMap((namespace) =>
    ['get', 'list', 'watch', 'create', 'update', 'delete'].map((verb) => ({
      verb,
      group: 'coordination.k8s.io',
      resource: 'leases',
      namespace,
    })),
  );
  if (journal === undefined) return leases;
  const verbs = ['get', 'create', 'patch', 'delete'];
  return [...leases, ...verbs.map((verb) => ({ verb, group: '', resource: 'secrets', namespace: journal }))];
}

export const groupOf = ({ apiVersion }: Resource): string =>
  apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';

/** Those of the permissions that this account does not have. One question suffices for an administrator. */
export async function missingPermissions(
  setting: Setting,
  needed: readonly Permission[],
): Promise<Permission[]> {
  try {
    if (await allowed(setting, { verb: '*', group: '*', resource: '*' })) return [];
    const answers = await Promise.all(needed.map((permission) => allowed(setting, permission)));
    return needed.filter((_, index) => answers[index] === false);
  } catch (error) {
    if (!(error instanceof KubeError) || error.status !== 403) throw error;
    setting.log.info('The account may not ask what it may do; a missing permission shows when it is needed.');
    return [];
  }
}

async function allowed(
  { kube }: Setting,
  { verb, group, resource, namespace }: Permission,
): Promise<boolean> {
  const [name, subresource] = resource.split('/');
  const answer = await kube.create({
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SelfSubjectAccessReview',
    metadata: {},
    spec: {
      resourceAttributes: {
        verb,
        group,
        resource: name,
        ...(subresource === undefined ? {} : { subresource }),
        ...(namespace === undefined ? {} : { namespace }),
      },
    },
  });
  return at(answer, 'status', 'allowed') === true;
}

/** The Role (or ClusterRole, where a permission is not of a namespace) that grants what is missing. */
export function roleFor(missing: readonly Permission[]): string {
  const scopes = Map.groupBy(missing, ({ namespace }) => namespace ?? '');
  return [...scopes]
    .map(([namespace, permissions]) => {
      const rules = Map.groupBy(permissions, ({ group, resource }) => `${group} ${resource}`);
      const lines = [...rules.values()].map((rule) => {
        const verbs = rule.map(({ verb }) => verb).join(', ');
        return `  - apiGroups: ["${rule[0]?.group ?? ''}"]\n    resources: ["${rule[0]?.resource ?? ''}"]\n    verbs: [${verbs}]`;
      });
      const head = `apiVersion: rbac.authorization.k8s.io/v1\nkind: ${namespace === '' ? 'ClusterRole' : 'Role'}`;
      const where = namespace === '' ? '' : `, namespace: ${namespace}`;
      return `${head}\nmetadata: { name: seatrial${where} }\nrules:\n${lines.join('\n')}`;
    })
    .join('\n---\n');
}
