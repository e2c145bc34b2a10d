import { UserError } from '../../../shared/errors/user-error.ts';
import { isKubeObject } from '../../../shared/kube/values.ts';
import { hookOf } from '../../../shared/manifests/hooks.ts';
import type { Rollout } from '../cluster/rollout.ts';
import { at, type JsonObject, textAt } from '../json.ts';
import { referencesOf } from './configs.ts';
import { kindOf, nameOf } from './select.ts';

/**
 * The Jobs that have to be done before the first request reaches the new version (migrations), with the account and the
 * configuration that nothing but them uses. What the running workload reads as well stays as it is until the promotion:
 * they see that. `running`: the workload of the manifests, if one of its versions runs already.
 */
export function preHooksOf(all: readonly JsonObject[], running: JsonObject | undefined): JsonObject[] {
  const hooks = all.filter((object) => isKubeObject(object) && hookOf(object)?.phase === 'pre');
  const theirs = new Set(hooks.flatMap((hook) => [...usedBy(hook)]));
  const others = usedBy(running);
  const own = all.filter((object) => {
    const name = `${kindOf(object)}/${nameOf(object)}`;
    return theirs.has(name) && !others.has(name);
  });
  return [...own, ...hooks];
}

function usedBy(object: JsonObject | undefined): ReadonlySet<string> {
  const template = at(object, 'spec', 'template');
  const account = textAt(template, 'spec', 'serviceAccountName');
  return new Set([...referencesOf(template), ...(account === '' ? [] : [`ServiceAccount/${account}`])]);
}

/** Runs them to their end. Throws a UserError when one fails: the release then never began. */
export async function runPreHooks(
  rollout: Rollout,
  hooks: readonly JsonObject[],
  signal: AbortSignal,
): Promise<void> {
  if (hooks.length === 0) return;
  const done = await rollout.deploy(hooks, signal);
  if (done.healthy) return;
  throw new UserError(`what has to be done before the canary failed: ${done.reason}`, {
    fix: 'Mend the Job (the job log has its last lines) and run again. The running version and the route were not touched.',
  });
}
