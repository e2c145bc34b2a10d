import type { Dockerfile, Stage } from '../../../shared/dockerfile/dockerfile.ts';
import { messageOf, UserError } from '../../../shared/errors/user-error.ts';
import { field, listOf, objectOf, textOf, textsOf } from '../../../shared/json/json.ts';
import { type Platform, platformName } from '../../../shared/oci/descriptor.ts';
import type { Pulled } from '../../../shared/registry/pull.ts';
import type { Inputs } from '../contract.ts';
import type { TestedBinary } from '../tell/content.ts';
import { type NeedsBuilder, type Recipe, recipeFor } from './recipe.ts';
import type { Base, Supplies } from './supplies.ts';

/** The image of one platform, ready to be written. */
export interface Part {
  readonly platform: Platform;
  readonly binary: TestedBinary;
  readonly recipe: Recipe;
  /** Undefined for `scratch`. */
  readonly base: Base | undefined;
}

/** An image that needs no builder. */
export interface Assembly {
  readonly parts: readonly Part[];
  readonly supplies: Supplies;
}

export interface AssemblyFacts {
  readonly file: Dockerfile;
  readonly path: string;
  readonly compiled: { readonly stage: Stage; readonly source: string };
  readonly buildArgs: ReadonlyMap<string, string>;
  readonly binaries: readonly TestedBinary[];
  readonly supplies: Supplies;
}

/**
 * Plans an image without a builder: reads the recipe for each platform and finds the base images. Tells why where a
 * builder is needed; throws a UserError at the line of FROM where the base can't be had.
 */
export async function planAssembly(
  facts: AssemblyFacts,
  { target }: Pick<Inputs, 'target'>,
  signal: AbortSignal,
): Promise<Assembly | NeedsBuilder> {
  const parts: Part[] = [];
  for (const binary of facts.binaries) {
    const part = await planPart(facts, target, binary.platform, signal);
    if ('why' in part) return part;
    parts.push({ ...part, binary });
  }
  return { parts, supplies: facts.supplies };
}

/** The same for the image of one platform; which binary will be in it need not be known. */
export async function planPart(
  facts: Omit<AssemblyFacts, 'binaries'>,
  target: string | undefined,
  platform: Platform,
  signal: AbortSignal,
): Promise<Omit<Part, 'binary'> | NeedsBuilder> {
  const recipe = recipeFor(facts.file, { ...facts, target, platform });
  if ('why' in recipe) return recipe;
  const base = await findBase(recipe, platform, facts, signal);
  const why = base === undefined ? undefined : unfit(base.image, platform);
  return why === undefined ? { platform, recipe, base } : { why, line: recipe.baseLine };
}

async function findBase(
  { base, baseLine }: Recipe,
  platform: Platform,
  { path, supplies }: Pick<AssemblyFacts, 'path' | 'supplies'>,
  signal: AbortSignal,
): Promise<Base | undefined> {
  if (base === 'scratch') return undefined;
  try {
    return await supplies.base(base, platform);
  } catch (error) {
    if (signal.aborted) throw error;
    const fix = error instanceof UserError ? error.fix : 'Check the image after FROM.';
    throw new UserError(`the base image ${base} can't be had: ${messageOf(error)}`, {
      fix,
      place: { file: path, line: baseLine },
      cause: error,
    });
  }
}

/** What of a base image only a builder could honour. */
function unfit({ config, layers }: Pulled, wanted: Platform): string | undefined {
  const [os, architecture] = [textOf(field(config, 'os')), textOf(field(config, 'architecture'))];
  if (os !== wanted.os || architecture !== wanted.architecture)
    return `the base image is for ${os}/${architecture}, not for ${platformName(wanted)}`;
  if (listOf(objectOf(field(config, 'config'))['OnBuild']).length > 0)
    return 'the base image has instructions of its own (ONBUILD)';
  const diffIds = textsOf(field(field(config, 'rootfs'), 'diff_ids'));
  return diffIds.length === layers.length ? undefined : 'the base image does not tell what its layers hold';
}
