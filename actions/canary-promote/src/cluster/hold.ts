import { UserError } from '../../../shared/errors/user-error.ts';
import { isKubeObject } from '../../../shared/kube/values.ts';
import type { Claim } from '../../../shared/rollout/claim/claim.ts';
import { type ClaimOptions, claimWorkloads } from '../../../shared/rollout/claim/take.ts';
import type { Setting } from '../../../shared/rollout/types.ts';
import type { JsonObject } from '../json.ts';

/** Lets rollouts at the workloads again. */
export type Free = () => Promise<void>;

/**
 * Claims workloads for a canary, so that no rollout changes one while the canary is at work on it, and the other way round.
 * The claims stand in `held` until they are freed. Throws a UserError that names the rollout that is in the way.
 */
export async function holdWorkloads(
  objects: readonly JsonObject[],
  held: Claim[],
  options: Omit<ClaimOptions, 'claimant'>,
  setting: Setting,
): Promise<Free> {
  const items = objects.filter(isKubeObject).map((object) => ({ object }));
  const { claims = [], busy } = await claimWorkloads(items, { ...options, claimant: 'canary' }, setting);
  if (busy !== undefined) throw new UserError(busy.message, { fix: busy.fix });
  if (setting.signal.aborted && options.onBusy === 'wait') {
    await Promise.all(claims.map((claim) => claim.release()));
    throw new UserError('the job was cancelled before it began', {
      fix: 'Nothing was changed. Run it again when you want this release.',
    });
  }
  held.push(...claims);
  return async () => {
    held.length = 0;
    await Promise.all(claims.map((claim) => claim.release()));
  };
}
