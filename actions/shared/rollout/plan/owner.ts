import type { KubeObject } from '../../kube/types.ts';
import { nameOf, refOf } from '../../kube/values.ts';
import type { Finding } from '../finding.ts';
import { partOf } from '../prune/apply-set.ts';

const argo = 'argocd.argoproj.io/tracking-id';
const flux = ['kustomize.toolkit.fluxcd.io', 'helm.toolkit.fluxcd.io'];

/** Who keeps an object as a repository says; undefined: nobody. By its marks, as both document them. */
export function keeperOf({
  metadata,
}: KubeObject): { readonly name: string; readonly mark: string } | undefined {
  const tracking = metadata.annotations?.[argo];
  if (tracking !== undefined)
    return { name: `Argo CD, Application ${tracking.split(':', 1)[0]}`, mark: `${argo}: ${tracking}` };
  for (const prefix of flux) {
    const name = metadata.labels?.[`${prefix}/name`];
    if (name === undefined) continue;
    const kind = prefix.startsWith('helm') ? 'HelmRelease' : 'Kustomization';
    return {
      name: `Flux, ${kind} ${metadata.labels?.[`${prefix}/namespace`]}/${name}`,
      mark: `${prefix}/name: ${name}`,
    };
  }
  return undefined;
}

/** The refusal of a change behind the back of a GitOps controller: it would take the change back. */
export function refuseKept(before: KubeObject | undefined): Finding | undefined {
  const keeper = before === undefined ? undefined : keeperOf(before);
  if (before === undefined || keeper === undefined) return undefined;
  const ref = refOf(before);
  return {
    cause: 'managed-elsewhere',
    certainty: 'certain',
    ref,
    message: `${nameOf(ref)} is kept by ${keeper.name}, which would take every other change of it back`,
    evidence: [keeper.mark],
    fix: 'Change it where it is kept: `mode: gitops` commits the images there and waits. Or take it out of that repository first.',
    path: ['metadata', 'name'],
  };
}

/** The refusal of an object that another apply set has: whichever of the two was pruned next would remove it. */
export function refuseOtherSet(before: KubeObject | undefined, desired: KubeObject): Finding | undefined {
  const [theirs, ours] = [before?.metadata.labels?.[partOf], desired.metadata.labels?.[partOf]];
  if (theirs === undefined || ours === undefined || theirs === ours) return undefined;
  const ref = refOf(desired);
  return {
    cause: 'managed-elsewhere',
    certainty: 'certain',
    ref,
    message: `${nameOf(ref)} belongs to another apply set, which would remove it when its own manifests do not hold it`,
    evidence: [`metadata.labels: ${partOf}: ${theirs}`, `the set of this release: ${ours}`],
    fix: 'Take it out of the manifests of one of the two; then remove the label from it, or write `force-conflicts: true` once to take it over.',
    path: ['metadata', 'name'],
  };
}
