import type { Context } from '../../shared/action/context.ts';
import type { Compile, Compiling } from '../../shared/compile/compile.ts';
import { baseOf, type Layout } from '../../shared/oci/layout.ts';
import { nameOf } from '../../shared/oci/reference.ts';
import type { Signed, Signer } from './after-push/sign.ts';
import { openSupplies } from './assemble/supplies.ts';
import { begin, discard } from './begin.ts';
import type { Inputs, Output } from './contract.ts';
import { forOthers } from './environment.ts';
import { type Built, buildImage, knownImage, takeImage } from './image.ts';
import { beginCompiling } from './plan/compiling.ts';
import type { BuildPlan } from './plan/plan.ts';
import { tagFacts, tagsFor } from './plan/tags.ts';
import { openTarget, type Target } from './registry/target.ts';
import { binariesIn } from './tell/content.ts';
import { tell, tellPlan } from './tell/tell.ts';

type Dockerize = Context<Output>;

/**
 * Builds an image into an OCI layout, or takes one that was built before, and pushes exactly its bytes if asked to.
 * `compile` makes the binary where the inputs ask for it.
 */
export async function run(given: Inputs, step: Dockerize, compile?: Compile): Promise<void> {
  const ours = { ...step, exec: forOthers(step.exec, step.env, given) };
  for (const secret of [given.registryPassword, given.dispatchToken])
    if (secret !== undefined) await step.mask(secret);
  const facts = tagFacts(step.record.source.commit, step.env);
  const { tags, left } = tagsFor(given.tags, facts, given.allowLatest);
  for (const template of left)
    step.log.info(`The tag "${template}" is left out: this run has no value for it.`);
  step.report.output('pushed', false);
  step.report.output('tags', tags.map((tag) => `${nameOf(given.image)}:${tag}`).join('\n'));

  const supplies = openSupplies(given, ours);
  const compiling = await beginCompiling(given, ours, supplies, compile);
  if (compiling !== undefined && given.dryRun) return tryOut(compiling, given, ours, tags);
  const { source, target, inputs, context } = await begin(given, ours, facts, supplies, compiling);
  const plan = 'way' in source ? source : undefined;
  let signer: Signer | undefined;
  try {
    signer = await findSigner(source, inputs, context);
    if (inputs.dryRun) return tellPlan(inputs, context, plan, tags);
    const built =
      'way' in source ? await buildImage(source, inputs, context) : await takeImage(source, context);
    tell(inputs, context, built, tags, false);
    if (target === undefined) return;
    await target.push(built.layout, built.sentEarly);
    // A tag leads to nothing that is not signed yet.
    const signatures = await signer?.sign(await signedImage(built, target, context));
    await target.tag(built.layout, tags);
    tell(inputs, context, built, tags, true, signatures);
    await afterPush(inputs, context);
  } finally {
    await target?.close();
    await signer?.close();
    if (plan !== undefined) await discard(plan, context);
  }
}

/** Without a binary there is nothing to plan an image with; what it takes to get one can be looked at. */
async function tryOut(
  { binaries }: Compiling,
  inputs: Inputs,
  context: Dockerize,
  tags: readonly string[],
): Promise<void> {
  await binaries;
  const target = inputs.push ? await openTarget(inputs, context) : undefined;
  await target?.close();
  tellPlan(inputs, context, undefined, tags);
}

async function findSigner(
  source: BuildPlan | Layout,
  inputs: Inputs,
  context: Dockerize,
): Promise<Signer | undefined> {
  if (inputs.sign === 'off') return undefined;
  const { openSigner } = await import('./after-push/sign.ts');
  const asks = inputs.attest.includes('sbom');
  return openSigner(inputs, asks ? await testedIn(source, context) : [], context);
}

/** sha256 of the tested binaries that are in the image, or will be. */
async function testedIn(source: BuildPlan | Layout, context: Dockerize): Promise<readonly string[]> {
  if ('way' in source) return source.binaries.map(({ sha256 }) => sha256);
  const known = knownImage(source, context)?.binarySha256;
  // The record names one of them, and an image for several platforms has more.
  if (known !== undefined && source.images.length === 1) return [known];
  return binariesIn(source, context.record.binaries ?? []);
}

/** The image as the signatures are to have it. */
async function signedImage({ layout }: Built, target: Target, { report }: Dockerize): Promise<Signed> {
  const { image } = report.sections;
  if (image === undefined) throw new Error('an image that was built must have been reported');
  const { digest } = layout.root;
  return {
    image: { ...image, pushed: true },
    base: await baseOf(layout),
    attachedSince: () => target.attachedSince(digest),
  };
}

/** What is done with an image that the registry has. */
async function afterPush(inputs: Inputs, context: Dockerize): Promise<void> {
  const { image } = context.report.sections;
  if (image === undefined) throw new Error('a pushed image must have been reported');
  const { dispatch } = await import('./after-push/dispatch.ts');
  await dispatch(image, inputs, context);
}
