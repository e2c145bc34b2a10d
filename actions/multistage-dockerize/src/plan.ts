import { mkdir, mkdtemp, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../../shared/action/context.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { sha256OfFile } from '../../shared/oci/digest.ts';
import { checkContext } from './build.ts';
import type { BuilderName, BuildRequest } from './builders/builder.ts';
import { chooseBuilder } from './builders/choose.ts';
import { replacementFor } from './compile-once.ts';
import type { TestedBinary } from './content.ts';
import type { Inputs, Output } from './contract.ts';
import { readDockerfile, stageNamed } from './dockerfile.ts';
import { findDockerfile } from './dockerfile-source.ts';
import { labelsFor } from './labels.ts';
import type { Compiled, Source } from './prepare.ts';
import { type Program, readProgram } from './program.ts';
import type { TagFacts } from './tags.ts';

type Dockerize = Context<Output>;

/** Everything a build needs, found and checked before anything is built. */
export interface BuildPlan {
  readonly builder: BuilderName;
  readonly request: BuildRequest;
  readonly source: Source;
  readonly compiled: Compiled | undefined;
  readonly binary: TestedBinary | undefined;
  /** The image the final stage stands on. */
  readonly base: string;
  readonly created: Date;
}

/** Reads the Dockerfile and the binary and decides how the image will be built. Throws a UserError on what can't work. */
export async function planBuild(inputs: Inputs, context: Dockerize, facts: TagFacts): Promise<BuildPlan> {
  await checkContext(inputs.workingDirectory);
  const program = inputs.binary === undefined ? undefined : await readProgram(inputs.binary);
  const binary =
    inputs.binary === undefined
      ? undefined
      : await testedBinary(inputs.binary, program?.interpreter, context);
  const platforms = platformsFor(inputs, program);
  const { path, text } = await findDockerfile(inputs, program, context);
  const file = await readDockerfile(text, new Map([...platformVariables(platforms), ...inputs.buildArgs]));
  const compiled =
    inputs.binary === undefined
      ? undefined
      : {
          binary: inputs.binary,
          replacement: replacementFor(file, inputs.builderStage, inputs.binary, path),
        };
  checkSecrets(inputs, context);
  const builder = await chooseBuilder(inputs.builder, context.exec, context.env);
  const created = await creationTime(inputs.workingDirectory, context);
  const server = context.env['GITHUB_SERVER_URL'] ?? 'https://github.com';
  const labels = labelsFor(context.record.source, { created, version: facts.version, server }, inputs.labels);
  const request: BuildRequest = {
    context: inputs.workingDirectory,
    dockerfile: path,
    target: inputs.target,
    platforms,
    buildArgs: buildArgs(inputs, file.args, facts, created),
    labels,
    secrets: inputs.secrets,
    cacheFrom: inputs.cacheFrom,
    cacheTo: inputs.cacheTo,
    contexts: new Map(),
    layout: await newLayoutFolder(context),
  };
  const last = inputs.target === undefined ? file.stages.at(-1) : stageNamed(file, inputs.target);
  return { builder, request, source: { path, file }, compiled, binary, base: last?.base ?? '', created };
}

async function testedBinary(
  path: string,
  interpreter: string | undefined,
  { record }: Dockerize,
): Promise<TestedBinary> {
  const [{ size }, sha256] = await Promise.all([stat(path), sha256OfFile(path)]);
  const built = record.binaries ?? [];
  if (built.length > 0 && !built.some((one) => one.sha256 === sha256)) {
    throw new UserError(`${path} is not the binary that was built and tested: its sha256 is ${sha256}`, {
      fix: 'Hand on the `path` output of go-static-build, and the artifact made from it, unchanged.',
    });
  }
  return { path, size, sha256, interpreter };
}

/** A tested binary decides the platform: an image that promises another one would not start. */
function platformsFor(inputs: Inputs, program: Program | undefined): readonly string[] {
  if (program === undefined) return inputs.platforms;
  const own = program.platform;
  const [wanted = own, ...more] = inputs.platforms;
  if (more.length === 0 && wanted.split('/').slice(0, 2).join('/') === own) return [wanted];
  throw new UserError(
    `the binary ${inputs.binary} is for ${own}, and \`platforms\` asks for ${inputs.platforms.join(', ')}`,
    {
      fix: `Give the binary of that platform, or build several platforms without \`binary\`.`,
    },
  );
}

function platformVariables(platforms: readonly string[]): [string, string][] {
  const [os, architecture] = (platforms[0] ?? '').split('/');
  if (os === undefined || architecture === undefined) return [];
  return [
    ['TARGETPLATFORM', platforms[0] ?? ''],
    ['TARGETOS', os],
    ['TARGETARCH', architecture],
  ];
}

/** The caller's own, and what Dockerfiles commonly ask for by these names. SOURCE_DATE_EPOCH makes builds repeatable. */
function buildArgs(
  inputs: Inputs,
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

/** The time of the commit, so that the same commit gives the same image; now, where git does not know. */
async function creationTime(folder: string, { exec, env, now }: Dockerize): Promise<Date> {
  const given = Number(env['SOURCE_DATE_EPOCH'] ?? Number.NaN);
  if (Number.isFinite(given)) return new Date(given * 1000);
  const asked = await exec('git', ['-C', folder, 'log', '-1', '--format=%ct']).catch(() => undefined);
  const seconds = asked?.code === 0 ? Number(asked.stdout.trim() || Number.NaN) : Number.NaN;
  return new Date(Number.isFinite(seconds) ? seconds * 1000 : now());
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

async function newLayoutFolder({ temp }: Dockerize): Promise<string> {
  const parent = join(temp, 'seatrial');
  await mkdir(parent, { recursive: true });
  return mkdtemp(join(parent, 'image-'));
}
