import { KubeError } from '../../kube/errors.ts';
import type { KubeObject, Resource } from '../../kube/types.ts';
import type { Hook } from '../../manifests/hooks.ts';
import type { Planned, Setting } from '../types.ts';
import { conditionOf } from '../workload.ts';
import { changeOf } from './compare.ts';
import type { Known } from './plan.ts';

/**
 * What becomes of a hook: a new Job; the present one, which is running or has succeeded; or a new one in the place of one that
 * differs or has failed.
 */
export async function checkHook(
  item: Known & { readonly resource: Resource },
  desired: KubeObject,
  before: KubeObject | undefined,
  hook: Hook,
  setting: Setting,
): Promise<{ step: Planned }> {
  const { ref, resource } = item;
  const { kube, fieldManager } = setting;
  const base = { item, ref, resource, before, desired, hook, autoscaled: false, force: true };
  const failed = before !== undefined && conditionOf(before, 'Failed')?.status === 'True';
  if (!failed) {
    try {
      const after = await kube.apply(desired, { fieldManager, dryRun: true, force: true });
      return { step: { ...base, after, change: changeOf(before, after), replaces: false } };
    } catch (error) {
      if (before === undefined || !isImmutable(error)) throw error;
    }
  }
  const after = await kube.create(elsewhere(desired), { fieldManager, dryRun: true });
  const named = { ...after, metadata: { ...after.metadata, name: ref.name } };
  return { step: { ...base, after: named, change: 'changed', replaces: true } };
}

const isImmutable = (error: unknown): boolean =>
  error instanceof KubeError && error.status === 422 && /immutable/.test(error.message);

/** Under a name that is free: the dry run asks about the content only. */
function elsewhere(job: KubeObject): KubeObject {
  const name = `${(job.metadata.name ?? '').slice(0, 50)}-check`;
  return { ...job, metadata: { ...job.metadata, name } };
}
