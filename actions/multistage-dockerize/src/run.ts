import type { Context } from '../../shared/action/context.ts';
import { baseOf, type Layout } from '../../shared/oci/layout.ts';
import { nameOf } from '../../shared/oci/reference.ts';
import type { Signed, Signer } from './after-push/sign.ts';
import { begin, discard } from './begin.ts';
import type { Inputs, Output } from './contract.ts';
import { forOthers } from './environment.ts';
import { type Built, buildImage, knownImage, takeImage } from './image.ts';
import type { BuildPlan } from './plan/plan.ts';
import { tagFacts, tagsFor } from './plan/tags.ts';
import type { Target } from './registry/target.ts';
import { binariesIn } from './tell/content.ts';
import { tell, tellPlan } from './tell/tell.ts';

type Dockerize = Context<Output>;

/** Builds an image into an OCI layout, or takes one that was built before, and pushes exactly its bytes if asked to. */
export async function run(inputs: Inputs, given: Dockerize): Promise<void> {
  const context = { ...given, exec: forOthers(given.exec, given.env, inputs) };
  for (const secret of [inputs.registryPassword, inputs.dispatchToken])
    if (secret !== undefined) await context.mask(secret);
  const facts = tagFacts(context.record.source.commit, context.env);
  const { tags, left } = tagsFor(inputs.tags, facts, inputs.allowLatest);
  for (const template of left)
    context.log.info(`The tag "${template}" is left out: this run has no value for it.`);
  context.report.output('pushed', false);
  context.report.output('tags', tags.map((tag) => `${nameOf(inputs.image)}:${tag}`).join('\n'));

  const { source, target } = await begin(inputs, context, facts);
  const plan = 'way' in source ? source : undefined;
  let signer: Signer | undefined;
  try {
    signer = await findSigner(source, inputs, context);
    if (inputs.dryRun) return tellPlan(inputs, context, plan, tags);
    const built =
      'way' in source ? await buildImage(source, inputs, context) : await takeImage(source, context);
    tell(inputs, context, built, tags, false);
    if (target === undefined) return;
    await target.push(built.layout);
    // A tag leads to nothing that is not signed yet.
    const signatures = await signer?.sign(await signedImage(built, target, context));
    await target.tag(built.layout, tags);
    tell(inputs, context, built, tags, true, signatures);
    await afterPush(inputs, context);
  } finally {
    target?.close();
    await signer?.close();
    if (plan !== undefined) await discard(plan, context);
  }
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
