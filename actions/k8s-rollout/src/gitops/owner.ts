import { UserError } from '../../../shared/errors/user-error.ts';
import type { Ref } from '../../../shared/kube/types.ts';

const kinds: Readonly<Record<string, string>> = {
  Application: 'argoproj.io/v1alpha1',
  Kustomization: 'kustomize.toolkit.fluxcd.io/v1',
};

/** `Application argocd/checkout` or `Kustomization flux-system/checkout` as a reference. */
export function ownerOf(written: string): Ref {
  const [, kind = '', namespace = '', name = ''] =
    /^(\w+)[ /]([\w.-]+)\/([\w.-]+)$/.exec(written.trim()) ?? [];
  const apiVersion = kinds[kind];
  if (apiVersion !== undefined) return { apiVersion, kind, namespace, name };
  throw new UserError(`\`gitops-application: ${written}\` names no Application and no Kustomization`, {
    fix: 'Write `Application argocd/NAME` (Argo CD) or `Kustomization flux-system/NAME` (Flux).',
  });
}
