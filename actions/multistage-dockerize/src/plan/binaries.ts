import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Context } from '../../../shared/action/context.ts';
import { UserError } from '../../../shared/errors/user-error.ts';
import { platformOf } from '../../../shared/oci/descriptor.ts';
import { sha256OfFile } from '../../../shared/oci/digest.ts';
import type { Inputs, Output } from '../contract.ts';
import type { TestedBinary } from '../tell/content.ts';
import { type Program, readProgram } from './program.ts';

/** A binary that was tested, and how it is linked. */
export interface Tested extends TestedBinary {
  readonly program: Program;
}

/** Reads the given binaries. Throws a UserError on one that was not built before, and on two for one platform. */
export async function readBinaries(inputs: Inputs, context: Context<Output>): Promise<readonly Tested[]> {
  const found: Tested[] = [];
  for (const path of inputs.binary) {
    const program = await readProgram(path);
    const twin = found.find((one) => one.program.platform === program.platform);
    if (twin !== undefined) {
      throw new UserError(`${twin.path} and ${path} are both for ${program.platform}, and an image has one`, {
        fix:
          inputs.compile === undefined
            ? 'Give one binary of the same program for each platform under `binary`.'
            : 'Say which program is meant: `packages=./cmd/…` in `compile`.',
      });
    }
    found.push(await tested(path, program, inputs, context));
  }
  return found;
}

async function tested(
  path: string,
  program: Program,
  inputs: Inputs,
  { record, workspace }: Context<Output>,
): Promise<Tested> {
  const built = record.binaries ?? [];
  // What was compiled in this very step is compared when it goes into the image, and need not be read for it now.
  const own = built.find((one) => inputs.compile !== undefined && resolve(workspace, one.path) === path);
  const [{ size }, sha256] = await Promise.all([stat(path), own?.sha256 ?? sha256OfFile(path)]);
  if (built.length > 0 && !built.some((one) => one.sha256 === sha256)) {
    throw new UserError(`${path} is not the binary that was built and tested: its sha256 is ${sha256}`, {
      fix: 'Hand on the `path` output of go-static-build, and the artifact made from it, unchanged.',
    });
  }
  const platform = platformOf(wanted(program, inputs) ?? program.platform);
  return { path, size, sha256, platform, interpreter: program.interpreter, program };
}

/** The platform as the caller writes it: a file does not tell its variant (`linux/arm/v7`). */
function wanted({ platform }: Program, { platforms }: Inputs): string | undefined {
  return platforms.find((one) => one === platform || one.startsWith(`${platform}/`));
}

/**
 * The platforms to build for. Tested binaries decide them: an image that promises another one would not start.
 * Throws a UserError when the caller asks for others.
 */
export function platformsFor(inputs: Inputs, binaries: readonly Tested[]): readonly string[] {
  if (binaries.length === 0) return inputs.platforms;
  const own = binaries.map(({ program }) => wanted(program, inputs) ?? program.platform);
  const missing = inputs.platforms.filter((platform) => !own.includes(platform));
  if (missing.length === 0 && (inputs.platforms.length === 0 || inputs.platforms.length === own.length))
    return own;
  const paths = inputs.binary.join(', ');
  throw new UserError(
    `\`binary\` (${paths}) is for ${own.join(', ')}, and \`platforms\` asks for ${inputs.platforms.join(', ')}`,
    { fix: 'Give one binary for each platform under `binary`, or build without `binary`.' },
  );
}
