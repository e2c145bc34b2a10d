import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readDockerfile, stageNamed } from '../../../shared/dockerfile/dockerfile.ts';
import type { Instruction } from '../../../shared/dockerfile/instruction.ts';
import { platformOf } from '../../../shared/oci/descriptor.ts';
import type { Supplies } from '../assemble/supplies.ts';
import type { Inputs } from '../contract.ts';
import { mayBeDirect } from './way.ts';

/**
 * What can be done for an image while its program is still being compiled: loads the code that writes it, asks git for its
 * time, and fetches the base that the Dockerfile names, for the plan to find all of it at hand.
 */
export async function lookAhead(inputs: Inputs, supplies: Supplies): Promise<void> {
  await Promise.all([
    import('../assemble/assembly.ts'),
    import('../assemble/assemble.ts'),
    askForBase(inputs, supplies),
    supplies.created(),
  ]);
}

async function askForBase(inputs: Inputs, supplies: Supplies): Promise<void> {
  const text = await readFile(resolve(inputs.workingDirectory, inputs.dockerfile), 'utf8');
  const file = await readDockerfile(text, inputs.buildArgs);
  const last = inputs.target === undefined ? file.stages.at(-1) : stageNamed(file, inputs.target);
  if (last === undefined || last.base === 'scratch' || stageNamed(file, last.base) !== undefined) return;
  const builds = ({ stage, keyword }: Instruction): boolean =>
    stage === last.index && (keyword === 'RUN' || keyword === 'ADD');
  if (!mayBeDirect(inputs) || file.instructions.some(builds)) return;
  const asked = inputs.compile?.get('platforms')?.split(/[\s,]+/) ?? inputs.platforms;
  const [platform = `linux/${goArch()}`] = asked;
  const base = await supplies.base(last.base, platformOf(platform));
  await base.tree();
}

/** This machine's processor as Go calls it: what is compiled for where no platform is named. */
function goArch(): string {
  return process.arch === 'x64' ? 'amd64' : process.arch;
}
