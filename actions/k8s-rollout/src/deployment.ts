import type { Context } from '../../shared/action/context.ts';
import { type Announced, announce, silent } from '../../shared/github/announce.ts';
import type { openDeployments } from '../../shared/github/deployments.ts';
import type { Inputs, Output } from './contract.ts';

/** Tells GitHub of this rollout as a deployment, unless nothing is deployed by it. */
export function announceRollout(
  inputs: Inputs,
  context: Context<Output>,
  open?: typeof openDeployments,
): Announced {
  const { token, environment, environmentUrl } = inputs;
  // In the mode `gitops` the token is another repository's.
  if (inputs.dryRun || inputs.mode === 'status' || inputs.mode === 'gitops') return silent;
  const about = { title: 'k8s-rollout', description: 'rolling out', token, environment, environmentUrl };
  return announce(about, context, open);
}

/** The status of a rollout in GitHub's words. */
export function deploymentState(status: string): 'success' | 'failure' | 'error' {
  if (status === 'succeeded' || status === 'unchanged') return 'success';
  return status === 'cancelled' ? 'error' : 'failure';
}
