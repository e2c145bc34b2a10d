import { rm } from 'node:fs/promises';
import type { Context } from '../../shared/action/context.ts';
import { code } from '../../shared/markdown/markdown.ts';
import { baseOf, type Image, type Layout, openLayout, verifyBlobs } from '../../shared/oci/layout.ts';
import { nameOf } from '../../shared/oci/reference.ts';
import type { ImageSection } from '../../shared/record/types.ts';
import { formatBytes } from '../../shared/units/bytes.ts';
import type { Signature, Signed, Signer } from './after-push/sign.ts';
import type { Assembly } from './assemble/assembly.ts';
import { build } from './builders/build.ts';
import type { Inputs, Output } from './contract.ts';
import type { Tested } from './plan/binaries.ts';
import { type BuildPlan, planBuild } from './plan/plan.ts';
import { tagFacts, tagsFor } from './plan/tags.ts';
import { checkScanned, openTarget, type Target } from './registry/target.ts';
import { type Content, readContent } from './tell/content.ts';
import { type Earlier, earlierImage } from './tell/earlier.ts';
import { summaryOf } from './tell/summary.ts';

type Dockerize = Context<Output>;

/** An image as a layout on disk, with what is known about it. */
interface Built {
  readonly layout: Layout;
  readonly contents: readonly Content[];
  readonly base: string;
  readonly binarySha256: string | undefined;
  readonly plan: BuildPlan | undefined;
  readonly earlier: Earlier | undefined;
}

/** Builds an image into an OCI layout, or takes one that was built before, and pushes exactly its bytes if asked to. */
export async function run(inputs: Inputs, context: Dockerize): Promise<void> {
  for (const secret of [inputs.registryPassword, inputs.dispatchToken])
    if (secret !== undefined) await context.mask(secret);
  const facts = tagFacts(context.record.source.commit, context.env);
  const { tags, left } = tagsFor(inputs.tags, facts, inputs.allowLatest);
  for (const template of left)
    context.log.info(`The tag "${template}" is left out: this run has no value for it.`);
  context.report.output('pushed', false);
  context.report.output('tags', tags.map((tag) => `${nameOf(inputs.image)}:${tag}`).join('\n'));

  const given = inputs.layout === undefined ? undefined : await openLayout(inputs.layout);
  if (given !== undefined && inputs.push) checkScanned(given, context, { required: inputs.requireScan });
  const plan = given === undefined ? await planBuild(inputs, context, facts) : undefined;
  let target: Target | undefined;
  let signer: Signer | undefined;
  try {
    target = inputs.push ? await openTarget(inputs, context) : undefined;
    signer = await findSigner(inputs, context);
    if (inputs.dryRun) return await tellPlan(inputs, context, plan, tags);
    const built =
      given === undefined ? await buildImage(plan, inputs, context) : await takeImage(given, context);
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
    if (plan !== undefined && typeof plan.way !== 'string') plan.way.close();
    const { layout } = plan?.request ?? {};
    // A layout that no output names is left to nobody.
    if (layout !== undefined && !context.report.outputs.has('layout'))
      await rm(layout, { recursive: true, force: true });
  }
}

async function findSigner(inputs: Inputs, context: Dockerize): Promise<Signer | undefined> {
  if (inputs.sign === 'off') return undefined;
  const { openSigner } = await import('./after-push/sign.ts');
  return openSigner(inputs, context);
}

/** The image as the signatures are to have it. */
async function signedImage({ layout }: Built, target: Target, { report }: Dockerize): Promise<Signed> {
  const { image } = report.sections;
  if (image === undefined) throw new Error('an image that was built must have been reported');
  const { digest } = layout.root;
  return {
    image: { ...image, pushed: true },
    base: await baseOf(layout),
    referrers: () => target.referrers(digest),
  };
}

/** What is done with an image that the registry has. */
async function afterPush(inputs: Inputs, context: Dockerize): Promise<void> {
  const { image } = context.report.sections;
  if (image === undefined) throw new Error('a pushed image must have been reported');
  const { dispatch } = await import('./after-push/dispatch.ts');
  await dispatch(image, inputs, context);
}

async function buildImage(plan: BuildPlan | undefined, inputs: Inputs, context: Dockerize): Promise<Built> {
  if (plan === undefined) throw new Error('a build needs its plan');
  const { way, request, compiled, binaries, base } = plan;
  if (compiled !== undefined) {
    const { pathInStage, stage } = compiled.replacement;
    context.log.info(
      `The tested binary takes the place of ${pathInStage} of the stage "${stage.name ?? stage.index}".`,
    );
  }
  if (typeof way === 'string') await build(way, plan, inputs, context);
  else await write(way, plan);
  const layout = await openLayout(request.layout);
  const contents = await Promise.all(
    layout.images.map((image) => readContent(layout, image, binaryFor(image, binaries))),
  );
  for (const { binaryAt } of contents) {
    if (binaryAt !== undefined)
      context.log.info(`Proven: ${binaryAt} in the image has the sha256 of the tested binary.`);
  }
  const [first] = layout.images;
  const earlier = first && (await earlierImage(first.config.platform, inputs, context));
  return { layout, contents, base, binarySha256: binaries[0]?.sha256, plan, earlier };
}

/** The binary made for an image's platform. One alone is meant for whatever was built. */
function binaryFor({ config }: Image, binaries: readonly Tested[]): Tested | undefined {
  if (binaries.length < 2) return binaries[0];
  return binaries.find(({ platform }) => platform.architecture === config.platform.architecture);
}

async function write(assembly: Assembly, { request, source, created }: BuildPlan): Promise<void> {
  const { assemble } = await import('./assemble/assemble.ts');
  const { layout, labels } = request;
  await assemble(assembly, { layout, labels, created, path: source.path });
}

/** An image of an earlier step: compared with its digests, and with what the release record says about it. */
async function takeImage(layout: Layout, context: Dockerize): Promise<Built> {
  await verifyBlobs(layout);
  const contents = await Promise.all(layout.images.map((image) => readContent(layout, image, undefined)));
  const { image } = context.record;
  const known = image?.digest === layout.root.digest ? image : undefined;
  return {
    layout,
    contents,
    base: known?.base ?? '',
    binarySha256: known?.binarySha256,
    plan: undefined,
    earlier: undefined,
  };
}

/** Reports the image: before the push, so that a push that fails leaves what was built, and once more after it. */
function tell(
  inputs: Inputs,
  { report, log }: Dockerize,
  built: Built,
  tags: readonly string[],
  pushed: boolean,
  signatures: readonly Signature[] = [],
): void {
  const { layout, contents, base, binarySha256, plan } = built;
  const name = nameOf(inputs.image);
  const { digest } = layout.root;
  report.output('digest', digest);
  report.output('image', `${name}@${digest}`);
  report.output('layout', layout.path);
  report.output('size', layout.size);
  report.output('pushed', pushed);
  report.output('signatures', JSON.stringify(signatures));
  const section: ImageSection = {
    name,
    tags,
    digest,
    size: layout.size,
    base,
    pushed,
    ...(binarySha256 === undefined ? {} : { binarySha256 }),
    ...(signatures.length === 0 ? {} : { signatures }),
  };
  report.section('image', section);
  if (pushed) report.summary(pushedLine(signatures));
  else
    report.summary(
      summaryOf(
        {
          name,
          digest,
          tags,
          base,
          builder: plan === undefined ? undefined : nameOfWay(plan),
          earlier: built.earlier,
        },
        layout,
        contents,
      ),
    );
  log.info(`${pushed ? 'Pushed' : 'Image'} ${name}@${digest}, ${formatBytes(layout.size)}`);
}

function pushedLine(signatures: readonly Signature[]): string {
  const signed = signatures.map(({ predicateType }) => code(predicateType)).join(', ');
  const line = 'Pushed, and read back from the registry with the same digest.';
  return signed === '' ? line : `${line} Signed, and the registry has it: ${signed}.`;
}

function nameOfWay({ way }: BuildPlan): string {
  return typeof way === 'string' ? way : 'no builder: written directly';
}

async function tellPlan(
  inputs: Inputs,
  { log, report }: Dockerize,
  plan: BuildPlan | undefined,
  tags: readonly string[],
): Promise<void> {
  const lines = [
    plan === undefined
      ? `takes the layout ${inputs.layout}`
      : `builds ${plan.source.path} with ${nameOfWay(plan)}`,
    ...(plan === undefined ? [] : [...plan.request.labels].map(([key, value]) => `label ${key}=${value}`)),
    ...tags.map((tag) => `${inputs.push ? 'pushes' : 'tags'} ${nameOf(inputs.image)}:${tag}`),
  ];
  for (const line of lines) log.info(`dry run: ${line}`);
  report.summary(
    `### Image ${nameOf(inputs.image)} (dry run)\n\nNothing was built or pushed; the inputs are fine.`,
  );
}
