import type { Context } from '../../../shared/action/context.ts';
import type { Compile, Compiling } from '../../../shared/compile/compile.ts';
import type { Supplies } from '../assemble/supplies.ts';
import type { Inputs, Output } from '../contract.ts';
import { othersEnvironment } from '../environment.ts';
import { mayBeDirect } from './way.ts';

type Dockerize = Context<Output>;

/** Begins what `compile` asks for; undefined where nothing is to be compiled. Throws a UserError on a wrong input in it. */
export async function beginCompiling(
  inputs: Inputs,
  context: Dockerize,
  supplies: Supplies,
  compile: Compile | undefined,
): Promise<Compiling | undefined> {
  if (inputs.compile === undefined) return undefined;
  if (compile === undefined) throw new Error('nobody is there who compiles');
  const step = new Map([
    ['working-directory', inputs.workingDirectory],
    ['dry-run', String(inputs.dryRun)],
    ['platforms', inputs.platforms.join(',')],
  ]);
  // Go and the C compiler see no password, no key and no secret that is there for the image.
  const withheld = new Set([...inputs.secrets.values(), 'DOCKER_AUTH_CONFIG']);
  const others = Object.entries(othersEnvironment(context.env, inputs));
  const env = Object.fromEntries(others.filter(([name]) => !withheld.has(name)));
  const linked = (file: string, path: string): Promise<string> | undefined =>
    mayBeDirect(inputs) ? supplies.layers.begin(file, path) : undefined;
  const compiling = await compile({ given: inputs.compile, step, linked }, { ...context, env });
  // Whoever waits for it is told; until then it may fail unseen.
  compiling.binaries.catch(() => undefined);
  return compiling;
}

/** Inputs and context as they would be had the binaries been made in a step before. */
export async function withBinaries(
  inputs: Inputs,
  context: Dockerize,
  compiling: Compiling,
): Promise<{ inputs: Inputs; context: Dockerize }> {
  const binary = await compiling.binaries;
  const { report } = context;
  const { binaries, sboms } = report.sections;
  if (binaries !== undefined) report.output('binaries', JSON.stringify(binaries));
  if (sboms !== undefined) report.output('sboms', JSON.stringify(sboms.map(({ path }) => path)));
  return {
    inputs: { ...inputs, binary },
    context: { ...context, record: { ...context.record, ...report.sections } },
  };
}
