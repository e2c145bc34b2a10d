import { mkdtemp, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Context } from '../../../shared/action/context.ts';
import { UserError } from '../../../shared/errors/user-error.ts';
import { logLine } from '../../../shared/markdown/untrusted.ts';
import { layoutFromArchive } from '../../../shared/oci/archive.ts';
import type { Inputs, Output } from '../contract.ts';
import { builderEnvironment } from '../environment.ts';
import type { BuildPlan } from '../plan/plan.ts';
import { type Login, openLogin } from '../registry/login.ts';
import { buildError, parseBuildFailure } from './build-error.ts';
import { buildahArgs, buildahPushArgs } from './buildah.ts';
import { buildctlArgs } from './buildctl.ts';
import type { BuilderName, BuildRequest } from './builder.ts';
import { buildxArgs } from './buildx.ts';
import { dockerArgs } from './docker.ts';
import { kanikoArgs, kanikoProgram } from './kaniko.ts';
import { prepare, type Source } from './prepare.ts';

type Dockerize = Context<Output>;

/** What a builder works with: a place for its files, who it is to the registry, and what it sees of our environment. */
interface Bench {
  readonly work: string;
  readonly created: Date;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Builds the image into an OCI layout, with the tested binary in the place of the compiled one.
 *
 * Throws a UserError with the line of the Dockerfile when it can't be built.
 */
export async function build(
  builder: BuilderName,
  { request, source, compiled, created }: Pick<BuildPlan, 'request' | 'source' | 'compiled' | 'created'>,
  inputs: Inputs,
  context: Dockerize,
): Promise<void> {
  const work = await mkdtemp(join(context.temp, 'seatrial-build-'));
  let login: Login | undefined;
  try {
    login = await openLogin(inputs, context);
    const { prepared, seen } =
      compiled === undefined
        ? { prepared: request, seen: source }
        : await prepare(builder, request, source, compiled, created, work);
    const env = { ...builderEnvironment(context.env, inputs), ...login.env };
    await runBuilder(builder, prepared, seen, { work, created, env }, context);
  } catch (error) {
    await rm(request.layout, { recursive: true, force: true });
    throw error;
  } finally {
    await login?.close();
    await rm(work, { recursive: true, force: true });
  }
}

async function runBuilder(
  builder: BuilderName,
  request: BuildRequest,
  source: Source,
  bench: Bench,
  context: Dockerize,
): Promise<void> {
  const { work, created } = bench;
  const name = `seatrial-build:${basename(work).toLowerCase()}`;
  const run = (file: string, args: readonly string[]): Promise<void> =>
    command(file, args, source, bench.env, context);
  if (builder === 'kaniko') return run(kanikoProgram, kanikoArgs(request));
  if (builder === 'buildah') return buildah(request, name, created, run, context);
  if (builder === 'buildctl') return run('buildctl', buildctlArgs(request));
  if (builder === 'buildx' && (await writesLayouts(context)))
    return run('docker', buildxArgs(request, undefined));
  onePlatform(request);
  const archive = join(work, 'image.tar');
  await run('docker', builder === 'buildx' ? buildxArgs(request, name) : dockerArgs(request, name));
  try {
    await run('docker', ['save', `--output=${archive}`, name]);
  } finally {
    await context.exec('docker', ['image', 'rm', '--force', name]);
  }
  await layoutFromArchive(archive, request.layout);
}

async function buildah(
  request: BuildRequest,
  tag: string,
  created: Date,
  run: (file: string, args: readonly string[]) => Promise<void>,
  { exec }: Dockerize,
): Promise<void> {
  const name = `localhost/${tag}`;
  await run('buildah', buildahArgs(request, name, created));
  try {
    await run('buildah', buildahPushArgs(request, name));
  } finally {
    await exec('buildah', ['rmi', '--force', name]);
  }
}

/** The `docker` driver of buildx keeps images in the daemon and writes no OCI layouts. */
async function writesLayouts({ exec }: Dockerize): Promise<boolean> {
  const { stdout } = await exec('docker', ['buildx', 'inspect']);
  return !/^Driver:\s+docker\s*$/m.test(stdout);
}

function onePlatform(request: BuildRequest): void {
  if (request.platforms.length <= 1) return;
  throw new UserError('this docker can build for one platform at a time only', {
    fix: 'Set up BuildKit in a step before (`docker/setup-buildx-action`), or give one platform.',
  });
}

async function command(
  file: string,
  args: readonly string[],
  source: Source,
  env: Bench['env'],
  context: Dockerize,
): Promise<void> {
  const said: string[] = [];
  const result = await context.log.group(`${file} ${args[0]}`, () =>
    context.exec(file, args, {
      cwd: dirname(source.path),
      env,
      onLine: (line) => {
        said.push(line);
        context.log.info(logLine(line));
      },
    }),
  );
  if (result.code === 0) return;
  const output = said.length > 0 ? said.join('\n') : `${result.stdout}\n${result.stderr}`;
  throw buildError(parseBuildFailure(output, source.file), source.path);
}

/** Throws a UserError unless the build context is a folder. */
export async function checkContext(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory() === true) return;
  throw new UserError(`the build context ${path} is no folder`, {
    fix: 'Check out the repository in a step before, and give the folder of the Dockerfile as `working-directory`.',
  });
}
