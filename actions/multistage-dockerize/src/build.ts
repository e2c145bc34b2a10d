import { mkdtemp, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Context } from '../../shared/action/context.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { logLine } from '../../shared/markdown/untrusted.ts';
import { layoutFromArchive } from '../../shared/oci/archive.ts';
import { buildError, parseBuildFailure } from './builders/build-error.ts';
import { buildahArgs, buildahPushArgs } from './builders/buildah.ts';
import { buildctlArgs } from './builders/buildctl.ts';
import type { BuilderName, BuildRequest } from './builders/builder.ts';
import { buildxArgs } from './builders/buildx.ts';
import { dockerArgs } from './builders/docker.ts';
import { kanikoArgs, kanikoProgram } from './builders/kaniko.ts';
import type { Output } from './contract.ts';
import { type Compiled, prepare, type Source } from './prepare.ts';

type Dockerize = Context<Output>;

/**
 * Builds the image into an OCI layout below `folder`, with the tested binary in the place of the compiled one.
 *
 * Throws a UserError with the line of the Dockerfile when it can't be built.
 */
export async function build(
  builder: BuilderName,
  request: BuildRequest,
  source: Source,
  compiled: Compiled | undefined,
  created: Date,
  context: Dockerize,
): Promise<void> {
  const work = await mkdtemp(join(context.temp, 'seatrial-build-'));
  try {
    const { prepared, seen } =
      compiled === undefined
        ? { prepared: request, seen: source }
        : await prepare(builder, request, source, compiled, created, work);
    await runBuilder(builder, prepared, seen, { work, created }, context);
  } catch (error) {
    await rm(request.layout, { recursive: true, force: true });
    throw error;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function runBuilder(
  builder: BuilderName,
  request: BuildRequest,
  source: Source,
  { work, created }: { readonly work: string; readonly created: Date },
  context: Dockerize,
): Promise<void> {
  const name = `seatrial-build:${basename(work).toLowerCase()}`;
  if (builder === 'kaniko') return command(kanikoProgram, kanikoArgs(request), request, source, context);
  if (builder === 'buildah') return buildah(request, source, name, created, context);
  if (builder === 'buildctl') return command('buildctl', buildctlArgs(request), request, source, context);
  if (builder === 'buildx' && (await writesLayouts(context))) {
    return command('docker', buildxArgs(request, undefined), request, source, context);
  }
  onePlatform(request);
  const archive = join(work, 'image.tar');
  const args = builder === 'buildx' ? buildxArgs(request, name) : dockerArgs(request, name);
  await command('docker', args, request, source, context);
  try {
    await command('docker', ['save', `--output=${archive}`, name], request, source, context);
  } finally {
    await context.exec('docker', ['image', 'rm', '--force', name]);
  }
  await layoutFromArchive(archive, request.layout);
}

async function buildah(
  request: BuildRequest,
  source: Source,
  tag: string,
  created: Date,
  context: Dockerize,
): Promise<void> {
  const name = `localhost/${tag}`;
  await command('buildah', buildahArgs(request, name, created), request, source, context);
  try {
    await command('buildah', buildahPushArgs(request, name), request, source, context);
  } finally {
    await context.exec('buildah', ['rmi', '--force', name]);
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
  request: BuildRequest,
  source: Source,
  context: Dockerize,
): Promise<void> {
  const said: string[] = [];
  const result = await context.log.group(`${file} ${args[0]}`, () =>
    context.exec(file, args, {
      cwd: dirname(source.path),
      env: builderEnvironment(context.env, request),
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

/** What the builder sees of our environment: no inputs (passwords are among them) and no token it does not need. */
function builderEnvironment(
  env: Readonly<Record<string, string | undefined>>,
  request: BuildRequest,
): Record<string, string> {
  const cachesOnGitHub = [...request.cacheFrom, ...request.cacheTo].some((cache) =>
    cache.includes('type=gha'),
  );
  const secret = new Set(request.secrets.values());
  return Object.fromEntries(
    Object.entries(env).filter((pair): pair is [string, string] => {
      const [name, value] = pair;
      if (value === undefined) return false;
      if (secret.has(name)) return true;
      if (name.startsWith('ACTIONS_')) return cachesOnGitHub;
      return !/^INPUT_|TOKEN|PASSWORD|SECRET/i.test(name);
    }),
  );
}

/** Throws a UserError unless the build context is a folder. */
export async function checkContext(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory() === true) return;
  throw new UserError(`the build context ${path} is no folder`, {
    fix: 'Check out the repository in a step before, and give the folder of the Dockerfile as `working-directory`.',
  });
}
