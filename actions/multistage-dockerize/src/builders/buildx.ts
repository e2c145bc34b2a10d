import { type BuildRequest, repeated, repeatedPairs } from './builder.ts';

/**
 * The command line of docker buildx. The `docker` driver can write neither OCI layouts nor archives: with `name` the image
 * goes into the daemon under that name, to be saved from there. Attestations are left out: they would make every build another digest.
 */
export function buildxArgs(request: BuildRequest, name: string | undefined): string[] {
  return [
    'buildx',
    'build',
    '--progress=plain',
    '--provenance=false',
    `--file=${request.dockerfile}`,
    ...(request.target === undefined ? [] : [`--target=${request.target}`]),
    ...(request.platforms.length === 0 ? [] : [`--platform=${request.platforms.join(',')}`]),
    ...repeatedPairs('--build-arg', request.buildArgs),
    ...repeatedPairs('--label', request.labels),
    ...repeatedPairs('--build-context', request.contexts),
    ...repeated(
      '--secret',
      [...request.secrets].map(([id, variable]) => `id=${id},env=${variable}`),
    ),
    ...repeated('--cache-from', request.cacheFrom),
    ...repeated('--cache-to', request.cacheTo),
    ...(name === undefined
      ? [`--output=type=oci,tar=false,dest=${request.layout},rewrite-timestamp=true`]
      : ['--load', `--tag=${name}`]),
    request.context,
  ];
}
