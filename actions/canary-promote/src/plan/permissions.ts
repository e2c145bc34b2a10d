import { UserError } from '../../../shared/errors/user-error.ts';
import type { Cluster, Kind, Permitted } from '../cluster/cluster.ts';
import { resourceOf } from '../cluster/kube-cluster.ts';
import type { JsonObject } from '../json.ts';
import type { Route } from '../route/types.ts';
import { ofKind } from './select.ts';

const object = ['get', 'create', 'update', 'patch', 'delete'];

/** Whether a release has Secrets of its own: only then is anything to be allowed about them. */
export const hasSecrets = (objects: readonly JsonObject[]): boolean => ofKind(objects, 'Secret').length > 0;

/** The verbs that every canary needs, by kind. */
export function verbsFor(secrets: boolean): ReadonlyMap<Kind, readonly string[]> {
  return new Map<Kind, readonly string[]>([
    ['Service', ['list']],
    ['Pod', ['list']],
    ['Deployment', object],
    ['ConfigMap', object],
    ['Lease', ['get', 'list', 'watch', 'create', 'update', 'delete']],
    ...(secrets ? [['Secret', object] as const] : []),
  ]);
}

/** The verbs that a route needs beside those, when it is known which one it is. */
export function verbsForRoute(
  { target, own, isolation }: Route,
  also: { readonly policy: boolean; readonly watchdog: boolean },
): ReadonlyMap<Kind, readonly string[]> {
  return new Map<Kind, readonly string[]>([
    ...(also.watchdog ? [['Job', ['create']] as const] : []),
    [target.kind, own ? ['list', ...object] : ['get', 'list', 'patch']],
    ...(isolation === 'service' ? [['Service', ['list', ...object]] as const] : []),
    ...(target.kind === 'VirtualService'
      ? [['DestinationRule', also.policy ? ['list', ...object] : ['list']] as const]
      : []),
  ]);
}

/** Where a controller leads the canary: what that needs, and where what was before is kept. */
export function verbsForEngine(
  engine: ReadonlyMap<Permitted, readonly string[]>,
  secrets: boolean,
): ReadonlyMap<Permitted, readonly string[]> {
  return new Map<Permitted, readonly string[]>([
    ['ConfigMap', object],
    ...(secrets ? [['Secret', object] as const] : []),
    ...engine,
  ]);
}

/** Throws a UserError with the Role to apply when anything is missing that the canary would need later. */
export async function checkPermissions(
  cluster: Cluster,
  namespace: string,
  verbs: ReadonlyMap<Permitted, readonly string[]>,
): Promise<void> {
  const asked = [...verbs].flatMap(([kind, all]) => all.map((verb) => ({ kind, verb })));
  const answers = await Promise.all(
    asked.map(async ({ kind, verb }) => ({ kind, verb, allowed: await cluster.allowed(verb, kind) })),
  );
  const missing = answers.filter(({ allowed }) => !allowed);
  if (missing.length === 0) return;
  const list = missing.map(({ kind, verb }) => `${verb} ${resourceOf(kind).plural}`).join(', ');
  throw new UserError(`the account of the kubeconfig may not ${list} in namespace ${namespace}`, {
    fix: `Bind it to a Role with these rules:\n${roleRules(verbs)}`,
  });
}

/** The `rules` of a Role, as YAML. */
export function roleRules(verbs: ReadonlyMap<Permitted, readonly string[]>): string {
  return [...verbs]
    .map(([kind, wanted]) => {
      const { group, plural } = resourceOf(kind);
      return `- {apiGroups: ['${group}'], resources: [${plural}], verbs: [${wanted.join(', ')}]}`;
    })
    .join('\n');
}
