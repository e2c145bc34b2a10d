import { rm } from 'node:fs/promises';
import type { Context } from '../../shared/action/context.ts';
import { type Layout, openLayout } from '../../shared/oci/layout.ts';
import type { Inputs, Output } from './contract.ts';
import { type BuildPlan, planBuild } from './plan/plan.ts';
import type { TagFacts } from './plan/tags.ts';
import { checkScanned, openTarget, type Target } from './registry/target.ts';

type Dockerize = Context<Output>;

/** What is needed before anything is built or sent. */
export interface Begun {
  /** How the image will be built, or one that was built before. */
  readonly source: BuildPlan | Layout;
  /** Where it goes; undefined when it is not pushed. */
  readonly target: Target | undefined;
}

/**
 * Plans the build and reaches the registry, both at once; an image of an earlier step is asked for its scan before.
 * Throws a UserError on what can't work, and leaves nothing open then.
 */
export async function begin(inputs: Inputs, context: Dockerize, facts: TagFacts): Promise<Begun> {
  const reach = async (): Promise<Target | undefined> =>
    inputs.push ? openTarget(inputs, context) : undefined;
  if (inputs.layout !== undefined) {
    const source = await openLayout(inputs.layout);
    if (inputs.push) checkScanned(source, context, { required: inputs.requireScan });
    return { source, target: await reach() };
  }
  const [planned, reached] = await Promise.allSettled([planBuild(inputs, context, facts), reach()]);
  if (planned.status === 'fulfilled' && reached.status === 'fulfilled')
    return { source: planned.value, target: reached.value };
  if (planned.status === 'fulfilled') await discard(planned.value, context);
  if (reached.status === 'fulfilled') reached.value?.close();
  const [first] = [planned, reached].flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  throw first;
}

/** Ends a plan's connections and removes its layout, unless an output names it: what no output names is left to nobody. */
export async function discard({ way, request }: BuildPlan, { report }: Dockerize): Promise<void> {
  if (typeof way !== 'string') way.close();
  if (!report.outputs.has('layout')) await rm(request.layout, { recursive: true, force: true });
}
