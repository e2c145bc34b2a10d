import { messageOf } from '../../shared/errors/user-error.ts';
import { announce, silent } from '../../shared/github/announce.ts';
import type { DeploymentState, openDeployments } from '../../shared/github/deployments.ts';
import type { Inputs } from './contract.ts';
import type { CanaryContext } from './deps.ts';

/** Does the work, and tells GitHub of it as a deployment of the commit in the environment. */
export async function asDeployment(
  { token, environment, environmentUrl, dryRun }: Inputs,
  context: CanaryContext,
  work: () => Promise<void>,
  open?: typeof openDeployments,
): Promise<void> {
  const about = { title: 'canary-promote', description: 'canary', token, environment, environmentUrl };
  const announced = dryRun ? silent : announce(about, context, open);
  const { outputs } = context.report;
  let thrown = '';
  try {
    await work();
  } catch (error) {
    thrown = messageOf(error);
    throw error;
  } finally {
    const state = thrown === '' ? deploymentState(outputs.get('verdict') ?? '') : 'failure';
    await announced.end(state, thrown || (outputs.get('reason') ?? ''));
  }
}

/** A verdict in GitHub's words: a canary that is held is still under way. */
export function deploymentState(verdict: string): DeploymentState {
  if (verdict === 'promoted' || verdict === 'unchanged') return 'success';
  if (verdict === 'held') return 'in_progress';
  return verdict === 'restored' ? 'error' : 'failure';
}
