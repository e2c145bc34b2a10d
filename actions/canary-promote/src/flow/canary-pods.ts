import type { RolledOut } from '../cluster/rollout.ts';
import { type JsonObject, textAt } from '../json.ts';
import {
  baselineDeployment,
  baselineOfLabel,
  type canaryConfig,
  canaryDeployment,
  replicasFor,
} from '../plan/canary-objects.ts';
import { loadOf } from '../plan/steps.ts';
import { replicasOf } from '../route/subsets.ts';
import type { CanaryState, Step } from '../state/state.ts';
import { assertMine, unlessCancelled } from './moves.ts';
import type { Promotion, Work } from './work.ts';

/** Configuration that the release changes, as it is to become. */
export function changedConfigs(state: CanaryState, { release }: Promotion): JsonObject[] {
  const changed = new Set(state.configs.map(({ kind, name }) => `${kind}/${name}`));
  return release.configs.filter((config) =>
    changed.has(`${textAt(config, 'kind')}/${textAt(config, 'metadata', 'name')}`),
  );
}

/**
 * The canary with the pods it needs for a step, and new copies of configuration; undefined when cancelled. `step`: undefined
 * for the promotion, at which everything comes to it and nothing is compared any more.
 */
export async function deployCanary(
  state: CanaryState,
  work: Work,
  { release }: Promotion,
  step: Step | undefined,
  copies: ReturnType<typeof canaryConfig>[],
): Promise<RolledOut | undefined> {
  await assertMine(state, work);
  const deploy = (objects: readonly JsonObject[]): Promise<RolledOut | undefined> =>
    unlessCancelled(work.signal, work.rollout.deploy(objects, work.signal));
  // There, the Deployment carries the state and its pods come with the weight.
  if (state.isolation === 'none') {
    return copies.length === 0 ? { healthy: true, reason: 'nothing to make' } : deploy(copies);
  }
  const share = step === undefined ? 100 : loadOf(step);
  const stable = await work.cluster.get('Deployment', state.workload);
  const replicas = replicasFor(share, replicasOf(stable));
  work.log(`canary: ${replicas} ${replicas === 1 ? 'pod' : 'pods'} for ${share} %`);
  const canary = canaryDeployment(release.workload, release.canaryLabels, {
    replicas,
    configs: state.configs,
  });
  const baseline =
    state.baseline === '' || stable === undefined || step === undefined
      ? []
      : [baselineDeployment(stable, replicas)];
  return deploy([...copies, ...release.companions, canary, ...baseline]);
}

/** Removes the fresh pods of the running version; resolves when none is left, or never was. */
export async function removeBaseline(state: CanaryState, { cluster, clock }: Work): Promise<void> {
  if (state.baseline === '') return;
  await cluster.remove('Deployment', state.baseline);
  const mark = { [baselineOfLabel]: state.workload };
  const until = clock.now() + endPatience;
  while ((await cluster.list('Pod', mark)).length > 0 && clock.now() < until) await clock.pause(250);
}

/** Milliseconds that pods get to end; their own grace period ends them before. */
export const endPatience = 120_000;
