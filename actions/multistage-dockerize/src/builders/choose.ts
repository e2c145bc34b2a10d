import { UserError } from '../../../shared/errors/user-error.ts';
import type { Exec } from '../../../shared/exec/exec.ts';
import type { BuilderName } from './builder.ts';
import { kanikoProgram } from './kaniko.ts';

/**
 * The builder that is there: BuildKit where a daemon is named, else docker with buildx, docker alone, buildah, kaniko.
 * Throws a UserError when the one that was asked for is missing, or all are.
 */
export async function chooseBuilder(
  wanted: 'auto' | BuilderName,
  exec: Exec,
  env: Readonly<Record<string, string | undefined>>,
): Promise<BuilderName> {
  const works = (file: string, args: readonly string[]): Promise<boolean> =>
    exec(file, args).then(
      ({ code }) => code === 0,
      () => false,
    );
  const has: Readonly<Record<BuilderName, () => Promise<boolean>>> = {
    buildctl: () => works('buildctl', ['--version']),
    buildx: () => works('docker', ['buildx', 'version']),
    docker: () => works('docker', ['version', '--format={{.Server.Version}}']),
    buildah: () => works('buildah', ['--version']),
    kaniko: () => works(kanikoProgram, ['version']),
  };
  if (wanted !== 'auto') {
    if (await has[wanted]()) return wanted;
    throw new UserError(`the builder "${wanted}" is not there: ${missing[wanted]}`, {
      fix: 'Set it up in a step before, or write `builder: auto` to take what the runner has.',
    });
  }
  if ((env['BUILDKIT_HOST'] ?? '') !== '' && (await has.buildctl())) return 'buildctl';
  if (await has.buildx()) return 'buildx';
  if (await has.docker()) return 'docker';
  if (await has.buildah()) return 'buildah';
  if (await has.kaniko()) return 'kaniko';
  throw new UserError(
    'no image builder was found: neither docker, buildctl with BUILDKIT_HOST, buildah nor kaniko',
    {
      fix: 'Use a runner with docker, or set BUILDKIT_HOST to a BuildKit daemon and put buildctl on PATH.',
    },
  );
}

const missing: Readonly<Record<BuilderName, string>> = {
  buildctl: 'no program buildctl on PATH',
  buildx: '`docker buildx version` fails',
  docker: 'no docker daemon answers',
  buildah: 'no program buildah on PATH',
  kaniko: `no ${kanikoProgram}: the job does not run in kaniko's own image`,
};
