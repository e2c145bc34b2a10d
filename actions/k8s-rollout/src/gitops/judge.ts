import type { KubeObject, Ref } from '../../../shared/kube/types.ts';
import { at, listAt, numberAt, textAt } from '../../../shared/kube/values.ts';
import { conditionOf } from '../../../shared/rollout/workload.ts';

/** How far a GitOps controller is with a commit. `synced`: it has applied it; the workloads may still be on their way. */
export interface Progress {
  readonly state: 'waiting' | 'synced' | 'healthy' | 'failed';
  /** In the controller's own words. */
  readonly said: string;
  /** The revision it is at, where it names one. */
  readonly revision: string;
}

/**
 * How far an Argo CD Application is (`status.sync`, `status.health`, `status.operationState`; see
 * https://argo-cd.readthedocs.io/en/stable/operator-manual/health/). `contains` tells whether a later revision holds the
 * commit: a branch goes on.
 */
export function judgeArgo(application: KubeObject, contains: (revision: string) => boolean): Progress {
  const revision = textAt(application, 'status', 'sync', 'revision') || revisions(application);
  const [sync, health] = [
    textAt(application, 'status', 'sync', 'status'),
    textAt(application, 'status', 'health', 'status'),
  ];
  const operation = at(application, 'status', 'operationState');
  const phase = textAt(operation, 'phase');
  const operated =
    textAt(operation, 'syncResult', 'revision') || textAt(operation, 'operation', 'sync', 'revision');
  const message = textAt(operation, 'message');
  const broken = listAt(application, 'status', 'conditions')
    .filter((condition) => /Error$/.test(textAt(condition, 'type')))
    .map((condition) => `${textAt(condition, 'type')}: ${textAt(condition, 'message')}`);
  const said = [`sync ${sync || 'unknown'}`, `health ${health || 'unknown'}`, ...broken, message]
    .filter((part) => part !== '')
    .join(', ');
  const told = (state: Progress['state']): Progress => ({ state, said, revision });
  if ((phase === 'Failed' || phase === 'Error') && contains(operated)) return told('failed');
  if (broken.length > 0) return told('failed');
  if (sync !== 'Synced' || !contains(revision) || phase === 'Running') return told('waiting');
  if (health === 'Degraded') return told('failed');
  return told(health === 'Healthy' ? 'healthy' : 'synced');
}

/** An Application of several sources keeps one revision for each. */
function revisions(application: KubeObject): string {
  return listAt(application, 'status', 'sync', 'revisions')
    .filter((revision) => typeof revision === 'string')
    .join(' ');
}

/**
 * How far a Flux Kustomization is: the condition Ready of the generation it has seen, and the revision it has applied
 * (`branch@sha1:commit`; see https://fluxcd.io/flux/components/kustomize/kustomizations/).
 */
export function judgeFlux(kustomization: KubeObject, contains: (revision: string) => boolean): Progress {
  const commit = (field: string): string => textAt(kustomization, 'status', field).replace(/^.*sha1:/, '');
  const [applied, attempted] = [commit('lastAppliedRevision'), commit('lastAttemptedRevision')];
  const ready = conditionOf(kustomization, 'Ready');
  const said =
    ready === undefined ? 'not reconciled yet' : `Ready ${ready.status}: ${ready.reason}: ${ready.message}`;
  const told = (state: Progress['state']): Progress => ({ state, said, revision: applied || attempted });
  const seen =
    (numberAt(kustomization, 'status', 'observedGeneration') ?? 0) >=
    (kustomization.metadata.generation ?? 0);
  if (!seen || ready === undefined) return told('waiting');
  if (ready.status === 'False' && contains(attempted)) return told('failed');
  if (!contains(applied)) return told(contains(attempted) ? 'synced' : 'waiting');
  return told(ready.status === 'True' ? 'healthy' : 'synced');
}

/** The workloads that a controller says it manages. */
export function workloadsOf(owner: KubeObject): Ref[] {
  return owner.kind === 'Application' ? ofApplication(owner) : ofInventory(owner);
}

function ofApplication(application: KubeObject): Ref[] {
  return listAt(application, 'status', 'resources').map((resource) => ({
    apiVersion: [textAt(resource, 'group'), textAt(resource, 'version')]
      .filter((part) => part !== '')
      .join('/'),
    kind: textAt(resource, 'kind'),
    namespace: textAt(resource, 'namespace'),
    name: textAt(resource, 'name'),
  }));
}

/** Entries of an inventory: `namespace_name_group_kind` and the version. */
function ofInventory(kustomization: KubeObject): Ref[] {
  return listAt(kustomization, 'status', 'inventory', 'entries').flatMap((entry) => {
    const [namespace, name, group, kind] = textAt(entry, 'id').split('_');
    if (name === undefined || kind === undefined) return [];
    const apiVersion = [group ?? '', textAt(entry, 'v')].filter((part) => part !== '').join('/');
    return [{ apiVersion, kind, namespace: namespace ?? '', name }];
  });
}
