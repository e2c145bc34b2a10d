import type { Context } from '../../../shared/action/context.ts';
import { messageOf, UserError } from '../../../shared/errors/user-error.ts';
import type { Assembly } from '../assemble/assembly.ts';
import type { NeedsBuilder } from '../assemble/recipe.ts';
import type { Supplies } from '../assemble/supplies.ts';
import type { BuilderName } from '../builders/builder.ts';
import { chooseBuilder } from '../builders/choose.ts';
import type { Compiled, Source } from '../builders/prepare.ts';
import type { Inputs, Output } from '../contract.ts';
import type { Tested } from './binaries.ts';

export interface WayFacts {
  readonly source: Source;
  readonly compiled: Compiled | undefined;
  readonly binaries: readonly Tested[];
  readonly buildArgs: ReadonlyMap<string, string>;
  readonly supplies: Supplies;
}

/** Whether the image may be written without a builder; nobody else has use for a binary that was compressed. */
export function mayBeDirect({ builder }: Pick<Inputs, 'builder'>): boolean {
  return builder === 'auto' || builder === 'direct';
}

/**
 * Decides who makes the image: a tested binary on a base with settings is written directly, anything else is for a
 * builder (docs/adr/0008). Throws a UserError where what was asked for can't be done.
 */
export async function chooseWay(
  facts: WayFacts,
  inputs: Inputs,
  context: Context<Output>,
): Promise<BuilderName | Assembly> {
  if (inputs.builder !== 'auto' && inputs.builder !== 'direct') {
    oneBinary(facts, `\`builder\` is ${inputs.builder}`);
    return chooseBuilder(inputs.builder, context.exec, context.env);
  }
  const planned = await plan(facts, inputs, context);
  if ('parts' in planned) {
    context.log.info(
      'The image is written directly: its final stage only puts the tested binary onto a base.',
    );
    return planned;
  }
  const { path } = facts.source;
  const place = { file: path, line: planned.line };
  if (inputs.builder === 'direct') {
    throw new UserError(
      `the image can't be written without a builder: ${planned.why} (${path}:${planned.line})`,
      {
        fix: 'Leave `builder` out, or keep the final stage to FROM, COPY of the binary and settings.',
        place,
      },
    );
  }
  if (facts.compiled !== undefined)
    context.log.info(`A builder makes the image: ${planned.why} (line ${planned.line}).`);
  oneBinary(facts, `${planned.why} (${path}:${planned.line})`);
  return chooseBuilder('auto', context.exec, context.env);
}

async function plan(
  { source, compiled, binaries, buildArgs, supplies }: WayFacts,
  inputs: Inputs,
  context: Context<Output>,
): Promise<Assembly | NeedsBuilder> {
  if (compiled === undefined) return { why: 'no `binary` was given', line: 1 };
  const { planAssembly } = await import('../assemble/assembly.ts');
  const { file, path } = source;
  const facts = { file, path, compiled: compiled.replacement, buildArgs, binaries, supplies };
  const planned = planAssembly(facts, inputs, context.signal);
  if (inputs.builder === 'direct') return planned;
  // A builder may reach a base that we can't: mirrors and credentials of its own.
  return planned.catch((error: unknown) => {
    if (context.signal.aborted || !(error instanceof UserError)) throw error;
    return { why: messageOf(error), line: error.place?.line ?? 1 };
  });
}

/** Builders are handed one binary: what they would do with several, nobody compares. */
function oneBinary({ binaries }: WayFacts, why: string): void {
  if (binaries.length < 2) return;
  throw new UserError(`several binaries need an image that is written without a builder, but ${why}`, {
    fix: 'Keep the final stage to FROM, COPY of the binary and settings, or give one binary and one platform.',
  });
}
