import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../../shared/action/context.ts';
import type { Compiling } from '../../shared/compile/compile.ts';
import { type Layout, openLayout } from '../../shared/oci/layout.ts';
import type { Supplies } from './assemble/supplies.ts';
import type { Inputs, Output } from './contract.ts';
import { lookAhead } from './plan/ahead.ts';
import { withBinaries } from './plan/compiling.ts';
import { type BuildPlan, planBuild } from './plan/plan.ts';
import type { TagFacts } from './plan/tags.ts';
import { mayBeDirect } from './plan/way.ts';
import { checkScanned, openTarget, type Target } from './registry/target.ts';

type Dockerize = Context<Output>;

/** What is needed before anything is built or sent. */
export interface Begun {
  /** How the image will be built, or one that was built before. */
  readonly source: BuildPlan | Layout;
  /** Where it goes; undefined when it is not pushed. */
  readonly target: Target | undefined;
  /** As after a step that compiled, where this one did. */
  readonly inputs: Inputs;
  readonly context: Dockerize;
}

/**
 * Plans the build and reaches the registry, both at once and while programs are compiled; an image of an earlier step is
 * asked for its scan before. Throws a UserError on what can't work, and leaves nothing open then.
 */
export async function begin(
  inputs: Inputs,
  context: Dockerize,
  facts: TagFacts,
  supplies: Supplies,
  compiling: Compiling | undefined,
): Promise<Begun> {
  const reach = async (): Promise<Target | undefined> => {
    // What the compiler waits for comes first: all else has time while it works.
    await compiling?.started;
    const target = inputs.push ? await openTarget(inputs, context) : undefined;
    if (target !== undefined) supplies.firstLayer?.to(target.early.write);
    return target;
  };
  if (inputs.layout !== undefined) {
    const source = await openLayout(inputs.layout);
    if (inputs.push) checkScanned(source, context, { required: inputs.requireScan });
    return { source, target: await reach(), inputs, context };
  }
  if (mayBeDirect(inputs)) for (const path of new Set(inputs.binary)) supplies.layers.begin(path, path);
  if (compiling !== undefined)
    supplies.ahead(compiling.started.then(() => lookAhead(inputs, facts, supplies, context.signal)));
  const [planned, reached] = await Promise.allSettled([
    plan(inputs, context, facts, supplies, compiling),
    reach(),
  ]);
  if (planned.status === 'fulfilled' && reached.status === 'fulfilled')
    return { ...planned.value, target: reached.value };
  // Whatever becomes of the files, nothing stays with the registry.
  if (reached.status === 'fulfilled') await reached.value?.close();
  await supplies.discard();
  const [first] = [planned, reached].flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  throw first;
}

async function plan(
  inputs: Inputs,
  context: Dockerize,
  facts: TagFacts,
  supplies: Supplies,
  compiling: Compiling | undefined,
): Promise<{ source: BuildPlan; inputs: Inputs; context: Dockerize }> {
  const known =
    compiling === undefined ? { inputs, context } : await withBinaries(inputs, context, compiling);
  const source = await planBuild(known.inputs, known.context, facts, supplies);
  if (typeof source.way === 'string') {
    await supplies.close();
    // A builder begins with an empty layout, whatever was fetched for another way.
    await rm(join(source.request.layout, 'blobs'), { recursive: true, force: true });
  }
  return { source, ...known };
}

/** Ends a plan's connections and removes its layout, unless an output names it: what no output names is left to nobody. */
export async function discard({ way, request }: BuildPlan, { report }: Dockerize): Promise<void> {
  if (typeof way !== 'string') await way.supplies.close();
  if (!report.outputs.has('layout')) await rm(request.layout, { recursive: true, force: true });
}
