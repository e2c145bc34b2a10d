import { UserError } from '../../../shared/errors/user-error.ts';
import type { Kube, KubeObject } from '../../../shared/kube/types.ts';
import { isJson, refOf } from '../../../shared/kube/values.ts';
import { hookOf } from '../../../shared/manifests/hooks.ts';
import { applySteps } from '../../../shared/rollout/apply.ts';
import type { Finding } from '../../../shared/rollout/finding.ts';
import { makePlan } from '../../../shared/rollout/plan/plan.ts';
import type { Setting } from '../../../shared/rollout/types.ts';
import { liveView, type View } from '../cluster/live-view.ts';
import { referencesOf } from '../plan/configs.ts';
import type { Engine } from './engine.ts';
import { isOf } from './kept.ts';

/** Objects as they may be applied now: what the controller owns of them as it has it in this moment. */
export async function asTheyMay(
  engine: Engine,
  kube: Kube,
  objects: readonly KubeObject[],
): Promise<KubeObject[]> {
  return engine.desired(objects, await liveView(kube, [engine.lead, ...objects.map(refOf)]));
}

/**
 * Objects of the manifests by when they are applied: with the release, or when it is promoted. As the manifests have them.
 * Pre hooks are none of these: they are done before all of it.
 */
export interface Parts {
  readonly now: readonly KubeObject[];
  readonly later: readonly KubeObject[];
}

/**
 * With the release comes what its pods and its analysis need, and what is not there yet. What all users would feel at
 * once (routes, Services, autoscalers that are there already) waits for the promotion, and so do post hooks.
 */
export function partsOf(objects: readonly KubeObject[], engine: Engine, view: View): Parts {
  const workload = objects.find((object) => isOf(engine.workload, object));
  const read = referencesOf(isJson(workload?.['spec']) ? workload['spec']['template'] : undefined);
  const group = engine.lead.apiVersion.split('/')[0] ?? '';
  const comesNow = (object: KubeObject): boolean =>
    object === workload ||
    object.apiVersion.startsWith(`${group}/`) ||
    read.has(`${object.kind}/${object.metadata.name}`) ||
    view(refOf(object)) === undefined;
  const plain = objects.filter((object) => hookOf(object) === undefined);
  const post = objects.filter((object) => hookOf(object)?.phase === 'post');
  return {
    now: plain.filter(comesNow),
    later: [...plain.filter((object) => !comesNow(object)), ...post],
  };
}

/** Applies objects and waits for nothing. Gives those that were written, as the server has them. */
export async function applyOnly(objects: readonly KubeObject[], setting: Setting): Promise<KubeObject[]> {
  const { plan, refusals } = await makePlan(
    objects.map((object) => ({ object })),
    setting,
  );
  if (plan === undefined) throw refused(refusals);
  const applied = await applySteps(plan.steps, setting);
  if (applied.refusals.length > 0) throw refused(applied.refusals);
  return applied.written.map(({ object }) => object);
}

function refused(findings: readonly Finding[]): UserError {
  const [first] = findings;
  return new UserError(
    `the server refuses the manifests: ${findings.map(({ message }) => message).join('; ')}`,
    {
      fix: first?.fix ?? 'Correct what the message names.',
    },
  );
}
