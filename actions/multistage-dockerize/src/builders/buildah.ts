import { type BuildRequest, repeated, repeatedPairs } from './builder.ts';

/**
 * The command line of buildah. Without a daemon and without privileges: `--isolation chroot` runs where user namespaces
 * or a runtime are missing. Stages that nobody needs are skipped, the time of every file is that of the commit.
 */
export function buildahArgs(request: BuildRequest, name: string, created: Date): string[] {
  const platforms = request.platforms;
  return [
    'build',
    '--isolation=chroot',
    '--format=oci',
    `--timestamp=${Math.floor(created.getTime() / 1000)}`,
    `--file=${request.dockerfile}`,
    ...(platforms.length > 1 ? [`--manifest=${name}`] : [`--tag=${name}`]),
    ...(request.target === undefined ? [] : [`--target=${request.target}`]),
    ...(platforms.length === 0 ? [] : [`--platform=${platforms.join(',')}`]),
    ...repeatedPairs('--build-arg', request.buildArgs),
    ...repeatedPairs('--label', request.labels),
    ...repeated(
      '--secret',
      [...request.secrets].map(([id, variable]) => `id=${id},env=${variable}`),
    ),
    ...(request.cacheFrom.length + request.cacheTo.length === 0 ? [] : ['--layers']),
    ...repeated('--cache-from', request.cacheFrom.map(repositoryOf)),
    ...repeated('--cache-to', request.cacheTo.map(repositoryOf)),
    request.context,
  ];
}

/** Writes what was built as an OCI layout. */
export function buildahPushArgs(request: BuildRequest, name: string): string[] {
  return request.platforms.length > 1
    ? ['manifest', 'push', '--all', name, `oci:${request.layout}`]
    : ['push', '--quiet', name, `oci:${request.layout}`];
}

/** buildah takes a repository where BuildKit takes `type=registry,ref=…`. */
function repositoryOf(cache: string): string {
  return /(?:^|,)ref=([^,]+)/.exec(cache)?.[1] ?? cache;
}
