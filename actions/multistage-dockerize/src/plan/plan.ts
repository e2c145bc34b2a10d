import type { Context } from '../../../shared/action/context.ts';
import { type Dockerfile, readDockerfile, stageNamed } from '../../../shared/dockerfile/dockerfile.ts';
import { UserError } from '../../../shared/errors/user-error.ts';
import type { Assembly } from '../assemble/assembly.ts';
import type { Supplies } from '../assemble/supplies.ts';
import { checkContext } from '../builders/build.ts';
import type { BuilderName, BuildRequest } from '../builders/builder.ts';
import type { Compiled, Source } from '../builders/prepare.ts';
import type { Inputs, Output } from '../contract.ts';
import { lint } from '../dockerfile/lint.ts';
import { findDockerfile } from '../dockerfile/source.ts';
import { platformsFor, readBinaries, type Tested } from './binaries.ts';
import { replacementFor } from './compile-once.ts';
import { labelsFor } from './labels.ts';
import type { TagFacts } from './tags.ts';
import { chooseWay } from './way.ts';

type Dockerize = Context<Output>;

/** Everything a build needs, found and checked before anything is built. */
export interface BuildPlan {
  /** A builder, or the image planned so far that none is needed. */
  readonly way: BuilderName | Assembly;
  readonly request: BuildRequest;
  readonly source: Source;
  readonly compiled: Compiled | undefined;
  readonly binaries: readonly Tested[];
  /** The image the final stage stands on. */
  readonly base: string;
  readonly created: Date;
}

/** Reads the Dockerfile and the binary and decides how the image will be built. Throws a UserError on what can't work. */
export async function planBuild(
  inputs: Inputs,
  context: Dockerize,
  facts: TagFacts,
  supplies: Supplies,
): Promise<BuildPlan> {
  await checkContext(inputs.workingDirectory);
  // git takes its time meanwhile.
  const time = supplies.created();
  const binaries = await readBinaries(inputs, context);
  const platforms = platformsFor(inputs, binaries);
  const { path, text, written } = await findDockerfile(inputs, binaries[0]?.program, context);
  const file = await readDockerfile(text, new Map([...platformVariables(platforms), ...inputs.buildArgs]));
  const source = { path, file };
  if (!written) await lint(source, binaries[0]?.program, inputs, context);
  const compiled = compiledFor(inputs, file, binaries, path);
  checkSecrets(inputs, context);
  const created = await time;
  const args = buildArgsFor(inputs, file.args, facts, created);
  const way = await chooseWay({ source, compiled, binaries, buildArgs: args, supplies }, inputs, context);
  const server = context.env['GITHUB_SERVER_URL'] ?? 'https://github.com';
  const request: BuildRequest = {
    context: inputs.workingDirectory,
    dockerfile: path,
    target: inputs.target,
    platforms,
    buildArgs: args,
    labels: labelsFor(context.record.source, { created, version: facts.version, server }, inputs.labels),
    secrets: inputs.secrets,
    cacheFrom: inputs.cacheFrom,
    cacheTo: inputs.cacheTo,
    contexts: new Map(),
    layout: await supplies.layout(),
  };
  const last = inputs.target === undefined ? file.stages.at(-1) : stageNamed(file, inputs.target);
  return { way, request, source, compiled, binaries, base: last?.base ?? '', created };
}

function compiledFor(
  inputs: Inputs,
  file: Dockerfile,
  [first]: readonly Tested[],
  path: string,
): Compiled | undefined {
  if (first === undefined) return undefined;
  return { binary: first.path, replacement: replacementFor(file, inputs.builderStage, first.path, path) };
}

/** What a Dockerfile knows of the platform before its first FROM. */
export function platformVariables(platforms: readonly string[]): [string, string][] {
  const [os, architecture] = (platforms[0] ?? '').split('/');
  if (os === undefined || architecture === undefined) return [];
  return [
    ['TARGETPLATFORM', platforms[0] ?? ''],
    ['TARGETOS', os],
    ['TARGETARCH', architecture],
  ];
}

/** The caller's own, and what Dockerfiles commonly ask for by these names. SOURCE_DATE_EPOCH makes builds repeatable. */
export function buildArgsFor(
  inputs: Pick<Inputs, 'buildArgs'>,
  declared: ReadonlySet<string>,
  facts: TagFacts,
  created: Date,
): ReadonlyMap<string, string> {
  const known: readonly (readonly [string, string])[] = [
    ['COMMIT', facts.sha],
    ['VERSION', facts.version || facts.sha.slice(0, 12)],
    ['CREATED', created.toISOString()],
  ];
  const epoch = String(Math.floor(created.getTime() / 1000));
  return new Map([
    ['SOURCE_DATE_EPOCH', epoch],
    ...known.filter(([name, value]) => declared.has(name) && value !== ''),
    ...inputs.buildArgs,
  ]);
}

function checkSecrets(inputs: Inputs, { env }: Dockerize): void {
  for (const [id, variable] of inputs.secrets) {
    if ((env[variable] ?? '') !== '') continue;
    throw new UserError(
      `the build secret "${id}" is to come from the environment variable ${variable}, which is not set`,
      {
        fix: `Set it for this step: \`env: { ${variable}: \${{ secrets.… }} }\`.`,
      },
    );
  }
}
