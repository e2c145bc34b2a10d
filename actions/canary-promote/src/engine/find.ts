import { UserError } from '../../../shared/errors/user-error.ts';
import type { Kube, KubeObject } from '../../../shared/kube/types.ts';
import { isKubeObject, textAt } from '../../../shared/kube/values.ts';
import type { JsonObject } from '../json.ts';
import { kindOf, listed, nameOf, ofKind } from '../plan/select.ts';
import { argoRollouts, rolloutApi } from './argo-rollouts/engine.ts';
import type { Engine, EngineName } from './engine.ts';
import { flagger, flaggerApi } from './flagger/engine.ts';

/** Where a canary is looked for. */
export interface Sought {
  readonly kube: Kube;
  readonly namespace: string;
  /** The manifests, as they are to be applied; empty where none are given. */
  readonly objects: readonly JsonObject[];
  /** The input `workload`. */
  readonly workload: string | undefined;
}

/** The controller's canary that is meant. Throws a UserError where it is not clear, or the cluster knows no such kind. */
export async function findEngine(name: EngineName, sought: Sought): Promise<Engine> {
  switch (name) {
    case 'argo-rollouts':
      await known(sought.kube, rolloutApi, 'Rollout', 'Argo Rollouts');
      return argoRollouts(await findRollout(sought), sought.namespace);
    case 'flagger':
      await known(sought.kube, flaggerApi, 'Canary', 'Flagger');
      return flagger(await findCanary(sought), sought.namespace);
  }
}

async function known(kube: Kube, apiVersion: string, kind: string, title: string): Promise<void> {
  if ((await kube.resource(apiVersion, kind)) !== undefined) return;
  throw new UserError(`the cluster knows no kind ${kind} in ${apiVersion}: ${title} is not installed there`, {
    fix: `Install ${title}, or leave out \`engine\`: \`direct\` needs nothing in the cluster.`,
  });
}

/** The one named, or the only one of the manifests; one that the manifests don't hold as it is in the cluster. */
async function findRollout({ kube, namespace, objects, workload }: Sought): Promise<KubeObject> {
  const given = ofKind(objects, 'Rollout').filter(isKubeObject);
  const fitting = workload === undefined ? given : given.filter((object) => nameOf(object) === workload);
  const [found, ...more] = fitting;
  if (found !== undefined && more.length === 0) return found;
  const ref = { apiVersion: rolloutApi, kind: 'Rollout', namespace, name: workload ?? '' };
  const live = workload === undefined ? undefined : await kube.get(ref);
  if (live !== undefined) return live;
  throw new UserError(
    workload === undefined
      ? `the manifests have ${given.length} Rollouts (${listed(given)}), and it must be clear which one the canary is of`
      : `there is no Rollout ${workload}, neither in the manifests (${listed(given)}) nor in namespace ${namespace}`,
    { fix: 'Name it with `workload: …`, as it is called in `metadata.name`.' },
  );
}

/** The Canary of a Deployment: in the manifests, else in the cluster. */
async function findCanary({ kube, namespace, objects, workload }: Sought): Promise<KubeObject> {
  const name = workload ?? targetIn(objects);
  const isOf = (canary: unknown): boolean => textAt(canary, 'spec', 'targetRef', 'name') === name;
  const live = (await kube.list(flaggerApi, 'Canary', { namespace })).filter(isOf);
  const given = ofKind(objects, 'Canary').filter(isOf).filter(isKubeObject);
  const [found] = [...live, ...given];
  if (found !== undefined && live.length <= 1) return found;
  throw new UserError(
    found === undefined
      ? `no Canary of Flagger has the Deployment ${name} as its targetRef, neither in the manifests nor in namespace ${namespace}`
      : `several Canaries have the Deployment ${name} as their targetRef (${listed(live)})`,
    {
      fix: 'Let exactly one Canary refer to it with `spec.targetRef`, or name another Deployment with `workload: …`.',
    },
  );
}

/** The Deployment of the manifests that is meant: the only one, or the only one that a Canary beside it refers to. */
function targetIn(objects: readonly JsonObject[]): string {
  const deployments = ofKind(objects, 'Deployment');
  const targets = new Set(
    objects
      .filter((object) => kindOf(object) === 'Canary')
      .map((canary) => textAt(canary, 'spec', 'targetRef', 'name')),
  );
  const fitting =
    deployments.length > 1 ? deployments.filter((one) => targets.has(nameOf(one))) : deployments;
  const [found, ...more] = fitting;
  if (found !== undefined && more.length === 0) return nameOf(found);
  throw new UserError(
    `the manifests have ${deployments.length} Deployments (${listed(deployments)}), and it must be clear which one the canary is of`,
    { fix: 'Name it with `workload: …`, as it is called in `metadata.name`.' },
  );
}
