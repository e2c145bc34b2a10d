import { rm } from 'node:fs/promises';
import type { Context } from '../../shared/action/context.ts';
import { type Image, type Layout, openLayout, verifyBlobs } from '../../shared/oci/layout.ts';
import { nameOf } from '../../shared/oci/reference.ts';
import type { ImageSection } from '../../shared/record/types.ts';
import { formatBytes } from '../../shared/units/bytes.ts';
import type { Assembly } from './assemble/assembly.ts';
import type { Tested } from './binaries.ts';
import { build } from './build.ts';
import { type Content, readContent } from './content.ts';
import type { Inputs, Output } from './contract.ts';
import { type Earlier, earlierImage } from './earlier.ts';
import { type BuildPlan, planBuild } from './plan.ts';
import { checkScanned, openTarget, type Target, tellPushed } from './publish-image.ts';
import { summaryOf } from './summary.ts';
import { tagFacts, tagsFor } from './tags.ts';

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
  try {
    target = inputs.push ? await openTarget(inputs, context) : undefined;
    if (inputs.dryRun) return await tellPlan(inputs, context, plan, tags);
    const built =
      given === undefined ? await buildImage(plan, inputs, context) : await takeImage(given, context);
    tell(inputs, context, built, tags, false);
    if (target === undefined) return;
    tellPushed(await target.push(built.layout, tags), context);
    tell(inputs, context, built, tags, true);
    await afterPush(inputs, context);
  } finally {
    target?.close();
    if (plan !== undefined && typeof plan.way !== 'string') plan.way.close();
    const { layout } = plan?.request ?? {};
    // A layout that no output names is left to nobody.
    if (layout !== undefined && !context.report.outputs.has('layout'))
      await rm(layout, { recursive: true, force: true });
  }
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
  const { way, request, source, compiled, binaries, created, base } = plan;
  if (compiled !== undefined) {
    const { pathInStage, stage } = compiled.replacement;
    context.log.info(
      `The tested binary takes the place of ${pathInStage} of the stage "${stage.name ?? stage.index}".`,
    );
  }
  if (typeof way === 'string') await build(way, request, source, compiled, created, context);
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
): void {
  const { layout, contents, base, binarySha256, plan } = built;
  const name = nameOf(inputs.image);
  const { digest } = layout.root;
  report.output('digest', digest);
  report.output('image', `${name}@${digest}`);
  report.output('layout', layout.path);
  report.output('size', layout.size);
  report.output('pushed', pushed);
  const section: ImageSection = { name, tags, digest, size: layout.size, base, pushed };
  report.section('image', binarySha256 === undefined ? section : { ...section, binarySha256 });
  if (pushed) report.summary('Pushed, and read back from the registry with the same digest.');
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
