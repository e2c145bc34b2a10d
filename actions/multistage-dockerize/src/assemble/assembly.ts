import type { Context } from '../../../shared/action/context.ts';
import type { Dockerfile, Stage } from '../../../shared/dockerfile/dockerfile.ts';
import { messageOf, UserError } from '../../../shared/errors/user-error.ts';
import { field, listOf, objectOf, textOf, textsOf } from '../../../shared/json/json.ts';
import { type Platform, platformName } from '../../../shared/oci/descriptor.ts';
import { parseReference } from '../../../shared/oci/reference.ts';
import { type Pulled, pullManifest } from '../../../shared/registry/pull.ts';
import type { Inputs, Output } from '../contract.ts';
import { openSession, type Session } from '../registry/session.ts';
import type { TestedBinary } from '../tell/content.ts';
import { type NeedsBuilder, type Recipe, recipeFor } from './recipe.ts';

/** The base image of one platform; undefined parts mean `scratch`. */
export interface Base {
  readonly session: Session;
  readonly image: Pulled;
}

/** The image of one platform, ready to be written. */
export interface Part {
  readonly platform: Platform;
  readonly binary: TestedBinary;
  readonly recipe: Recipe;
  readonly base: Base | undefined;
}

/** An image that needs no builder. */
export interface Assembly {
  readonly parts: readonly Part[];
  readonly close: () => void;
}

export interface AssemblyFacts {
  readonly file: Dockerfile;
  readonly path: string;
  readonly compiled: { readonly stage: Stage; readonly source: string };
  readonly buildArgs: ReadonlyMap<string, string>;
  readonly binaries: readonly TestedBinary[];
}

/**
 * Plans an image without a builder: reads the recipe for each platform and finds the base images. Tells why where a
 * builder is needed; throws a UserError at the line of FROM where the base can't be had.
 */
export async function planAssembly(
  facts: AssemblyFacts,
  inputs: Inputs,
  context: Context<Output>,
): Promise<Assembly | NeedsBuilder> {
  const parts: Part[] = [];
  const close = (): void => {
    for (const { base } of parts) base?.session.close();
  };
  for (const binary of facts.binaries) {
    const { platform } = binary;
    const recipe = recipeFor(facts.file, { ...facts, target: inputs.target, platform });
    if ('why' in recipe) return recipe;
    const base = await findBase(recipe, platform, facts.path, inputs, context).catch((error: unknown) => {
      close();
      throw error;
    });
    parts.push({ platform, binary, recipe, base });
    const why = base === undefined ? undefined : unfit(base.image, platform);
    if (why === undefined) continue;
    close();
    return { why, line: recipe.baseLine };
  }
  return { parts, close };
}

async function findBase(
  { base, baseLine }: Recipe,
  platform: Platform,
  path: string,
  inputs: Inputs,
  context: Context<Output>,
): Promise<Base | undefined> {
  if (base === 'scratch') return undefined;
  const place = { file: path, line: baseLine };
  let session: Session | undefined;
  try {
    const reference = parseReference(base);
    session = await openSession(reference, 'pull', inputs, context);
    const wanted = reference.digest ?? reference.tag ?? 'latest';
    return { session, image: await pullManifest(session.repository, wanted, platform) };
  } catch (error) {
    session?.close();
    if (context.signal.aborted) throw error;
    const fix = error instanceof UserError ? error.fix : 'Check the image after FROM.';
    throw new UserError(`the base image ${base} can't be had: ${messageOf(error)}`, {
      fix,
      place,
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
