import { UserError } from '../../../shared/errors/user-error.ts';
import { isKubeObject, refOf } from '../../../shared/kube/values.ts';
import { hookOf } from '../../../shared/manifests/hooks.ts';
import { configsOf, templatePath } from '../../../shared/manifests/pod-spec.ts';
import { liveView } from '../cluster/live-view.ts';
import type { Opened } from '../deps.ts';
import { whyStopped } from '../flow/stop.ts';
import { at, type JsonObject, listAt, textAt } from '../json.ts';
import { kindOf, nameOf } from './select.ts';

/** Whether an object is a Job that has to be done before the first request reaches the new version: a migration. */
export const isPreHook = (object: JsonObject): boolean =>
  isKubeObject(object) && hookOf(object)?.phase === 'pre';

/**
 * The pre hooks, with the account and the configuration that they use. What one of the workloads that run reads as well stays
 * as it is until the promotion: they see that. `running`: those workloads, as they are in the cluster.
 */
export function preHooksOf(all: readonly JsonObject[], running: readonly JsonObject[]): JsonObject[] {
  const hooks = all.filter(isPreHook);
  const theirs = new Set(hooks.flatMap(usedBy));
  const others = new Set(running.flatMap(usedBy));
  const own = all.filter((object) => {
    const name = `${kindOf(object)}/${nameOf(object)}`;
    return theirs.has(name) && !others.has(name);
  });
  return [...own, ...hooks];
}

/** What pods need of a namespace, as `Kind/name`. */
function usedBy(object: JsonObject): string[] {
  const path = isKubeObject(object) ? templatePath(object) : undefined;
  if (path === undefined || !isKubeObject(object)) return [];
  const spec = at(object, ...path, 'spec');
  const account = textAt(spec, 'serviceAccountName') || textAt(spec, 'serviceAccount');
  return [
    ...configsOf(object).map(({ kind, name }) => `${kind}/${name}`),
    ...listAt(spec, 'imagePullSecrets').map((secret) => `Secret/${textAt(secret, 'name')}`),
    ...(account === '' ? [] : [`ServiceAccount/${account}`]),
  ];
}

/**
 * Runs the pre hooks of the manifests to their end. `live`: the workload that the canary is of, as it runs. Throws a
 * UserError when one fails: the release then never began.
 */
export async function runPreHooks(
  { rollout, kube }: Pick<Opened, 'rollout' | 'kube'>,
  all: readonly JsonObject[],
  live: JsonObject | undefined,
  signal: AbortSignal,
): Promise<void> {
  if (!all.some(isPreHook)) return;
  const makers = all.filter(isKubeObject).filter((one) => templatePath(one) && hookOf(one) === undefined);
  const view = await liveView(kube, makers.map(refOf));
  const running = [live, ...makers.map((one) => view(refOf(one)))].filter((one) => one !== undefined);
  const done = await rollout.deploy(preHooksOf(all, running), signal);
  if (done.healthy) return;
  const told = signal.aborted ? `${whyStopped(signal)} while the Jobs before the canary ran` : '';
  throw new UserError(told || `what has to be done before the canary failed: ${done.reason}`, {
    fix: told
      ? 'All users are on the running version. A Job that has begun goes on in the cluster; the next run waits for it.'
      : 'Mend the Job (the job log has its last lines) and run again. All users are on the running version.',
  });
}
