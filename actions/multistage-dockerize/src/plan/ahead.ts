import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readDockerfile } from '../../../shared/dockerfile/dockerfile.ts';
import { platformOf } from '../../../shared/oci/descriptor.ts';
import type { Supplies } from '../assemble/supplies.ts';
import type { Inputs } from '../contract.ts';
import { replacementFor } from './compile-once.ts';
import { buildArgsFor, platformVariables } from './plan.ts';
import type { TagFacts } from './tags.ts';
import { mayBeDirect } from './way.ts';

/**
 * What can be done for an image while its program is still being compiled: loads the code that writes it, asks git for its
 * time, fetches the base that the Dockerfile names, and tells how the layer will look, so that it is begun with the program.
 * The plan finds at hand what it asks for once more; where it wants something else, that is what counts.
 */
export async function lookAhead(
  inputs: Inputs,
  facts: TagFacts,
  supplies: Supplies,
  signal: AbortSignal,
): Promise<void> {
  if (!mayBeDirect(inputs)) return;
  const path = resolve(inputs.workingDirectory, inputs.dockerfile);
  const platforms = platformsAsked(inputs);
  const variables = new Map([...platformVariables(platforms), ...inputs.buildArgs]);
  const file = await readDockerfile(await readFile(path, 'utf8'), variables);
  const created = await supplies.created();
  const [{ applyPart, treeOf }, { planPart }] = await Promise.all([
    import('../assemble/assemble.ts'),
    import('../assemble/assembly.ts'),
  ]);
  // What the program is called is not known yet, and decides where several files are copied from its stage.
  const compiled = replacementFor(file, inputs.builderStage, '', path);
  const buildArgs = buildArgsFor(inputs, file.args, facts, created);
  for (const platform of platforms) {
    const part = await planPart(
      { file, path, compiled, buildArgs, supplies },
      inputs.target,
      platformOf(platform),
      signal,
    );
    if ('why' in part) return;
    const tree = await treeOf(part);
    const settings = { path, created, labels: inputs.labels };
    if (platforms.length === 1)
      supplies.layers.expect((binarySize) => applyPart(part, tree, { ...settings, binarySize }).entries);
  }
}

/** As `compile` names them; this machine's own where nobody does. */
function platformsAsked({ compile, platforms }: Inputs): readonly string[] {
  const given = compile?.get('platforms')?.split(/[\s,]+/) ?? platforms;
  const asked = [...new Set(given.filter((one) => one !== ''))];
  const own = process.arch === 'x64' ? 'amd64' : process.arch;
  return asked.length === 0 ? [`linux/${own}`] : asked;
}
