import { UserError } from '../../shared/errors/user-error.ts';
import type { CanaryContext, Opened } from './deps.ts';
import type { JsonObject } from './json.ts';
import type { Outcome } from './report/outcome.ts';
import type { Forward } from './run-canary.ts';

/** Nothing runs that a canary could be compared with, or that could be harmed. */
export async function firstDeployment(
  inputs: Forward,
  context: CanaryContext,
  { rollout }: Opened,
  all: readonly JsonObject[],
  outcome: Outcome,
): Promise<void> {
  const reason = 'first deployment: nothing was running that a canary could be compared with';
  context.log.info(`${reason}; rolling out at once.`);
  if (inputs.mode !== 'run') {
    throw new UserError(`there is no canary under way to ${inputs.mode}`, {
      fix: 'Start one with `mode: run`.',
    });
  }
  if (inputs.dryRun) {
    outcome.ofPlain('unchanged', `${reason} (dry run)`);
    return;
  }
  const done = await rollout.deploy(all, context.signal);
  if (done.healthy) outcome.ofPlain('promoted', reason);
  else outcome.ofPlain('failed', `${reason}, and it did not become healthy: ${done.reason}`);
}

/** The pods are the release's already; what else the manifests say (routes, autoscalers) is applied all the same. */
export async function alreadyThere(
  inputs: Forward,
  context: CanaryContext,
  { rollout }: Opened,
  all: readonly JsonObject[],
  outcome: Outcome,
): Promise<void> {
  const reason = 'the pods of this release are running already';
  context.log.info(`${reason}.`);
  if (inputs.dryRun) {
    outcome.ofPlain('unchanged', reason);
    return;
  }
  const done = await rollout.deploy(all, context.signal);
  if (done.healthy) outcome.ofPlain('unchanged', reason);
  else outcome.ofPlain('failed', done.reason);
}
