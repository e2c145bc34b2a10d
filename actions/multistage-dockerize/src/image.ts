import type { Context } from '../../shared/action/context.ts';
import { type Image, type Layout, openLayout, verifyBlobs } from '../../shared/oci/layout.ts';
import type { ImageSection } from '../../shared/record/types.ts';
import type { Assembly } from './assemble/assembly.ts';
import { build } from './builders/build.ts';
import type { BuilderName } from './builders/builder.ts';
import type { Inputs, Output } from './contract.ts';
import type { Tested } from './plan/binaries.ts';
import type { BuildPlan } from './plan/plan.ts';
import { type Content, mustHaveLoader, readContent } from './tell/content.ts';
import { type Earlier, earlierImage } from './tell/earlier.ts';

type Dockerize = Context<Output>;

/** An image as a layout on disk, with what is known about it. */
export interface Built {
  readonly layout: Layout;
  readonly contents: readonly Content[];
  readonly base: string;
  readonly binarySha256: string | undefined;
  readonly plan: BuildPlan | undefined;
  readonly earlier: Earlier | undefined;
  /** The layer that was sent to the registry while it was made. */
  readonly sentEarly?: string | undefined;
}

/** Makes the image as planned and proves that the tested binary is in it. */
export async function buildImage(plan: BuildPlan, inputs: Inputs, context: Dockerize): Promise<Built> {
  const { way, compiled, binaries, base } = plan;
  if (compiled !== undefined) {
    const { pathInStage, stage } = compiled.replacement;
    context.log.info(
      `The tested binary takes the place of ${pathInStage} of the stage "${stage.name ?? stage.index}".`,
    );
  }
  const { layout, contents, sentEarly } =
    typeof way === 'string' ? await buildAndRead(way, plan, inputs, context) : await write(way, plan);
  for (const { binaryAt } of contents) {
    if (binaryAt !== undefined)
      context.log.info(`Proven: ${binaryAt} in the image has the sha256 of the tested binary.`);
  }
  const [first] = layout.images;
  const earlier = first && (await earlierImage(first.config.platform, inputs, context));
  return { layout, contents, base, binarySha256: binaries[0]?.sha256, plan, earlier, sentEarly };
}

/** The binary made for an image's platform. One alone is meant for whatever was built. */
function binaryFor({ config }: Image, binaries: readonly Tested[]): Tested | undefined {
  if (binaries.length < 2) return binaries[0];
  return binaries.find(({ platform }) => platform.architecture === config.platform.architecture);
}

/** What a builder made is not known before its layers are read. */
async function buildAndRead(
  builder: BuilderName,
  plan: BuildPlan,
  inputs: Inputs,
  context: Dockerize,
): Promise<Pick<Built, 'layout' | 'contents' | 'sentEarly'>> {
  await build(builder, plan, inputs, context);
  const layout = await openLayout(plan.request.layout);
  const contents = await Promise.all(
    layout.images.map((image) => readContent(layout, image, binaryFor(image, plan.binaries))),
  );
  return { layout, contents };
}

async function write(
  assembly: Assembly,
  { request, source, created }: BuildPlan,
): Promise<Pick<Built, 'layout' | 'contents' | 'sentEarly'>> {
  const { assemble } = await import('./assemble/assemble.ts');
  const { labels } = request;
  const settings = { layout: request.layout, labels, created, path: source.path };
  const written = await assemble(assembly, settings);
  const layout = await openLayout(request.layout);
  const contents = layout.images.flatMap((image, at): Content[] => {
    const [part, known] = [assembly.parts[at], written[at]];
    if (part === undefined || known === undefined) return [];
    mustHaveLoader(known.files, part.binary, known.binaryAt);
    return [{ image, ...known }];
  });
  const shown = written.find(({ layer }) => layer.shown);
  return { layout, contents, sentEarly: shown?.layer.digest };
}

/** An image of an earlier step: compared with its digests, and with what the release record says about it. */
export async function takeImage(layout: Layout, context: Dockerize): Promise<Built> {
  await verifyBlobs(layout);
  const contents = await Promise.all(layout.images.map((image) => readContent(layout, image, undefined)));
  const known = knownImage(layout, context);
  return {
    layout,
    contents,
    base: known?.base ?? '',
    binarySha256: known?.binarySha256,
    plan: undefined,
    earlier: undefined,
  };
}

/** What the release record says about a layout; undefined where it speaks of another image. */
export function knownImage(
  { root }: Pick<Layout, 'root'>,
  { record: { image } }: Pick<Dockerize, 'record'>,
): ImageSection | undefined {
  return image?.digest === root.digest ? image : undefined;
}
