import { UserError } from '../../../shared/errors/user-error.ts';
import { type BuildRequest, repeated, repeatedPairs } from './builder.ts';

/**
 * The command line of a docker without buildx. The image is saved under a name of ours and removed afterwards.
 *
 * Throws a UserError on build secrets, which such a docker does not know.
 */
export function dockerArgs(request: BuildRequest, name: string): string[] {
  if (request.secrets.size > 0) {
    throw new UserError("a docker without buildx can't mount build secrets", {
      fix: 'Set up buildx in a step before (`docker/setup-buildx-action`), or take `builder: buildah`.',
    });
  }
  return [
    'build',
    `--file=${request.dockerfile}`,
    `--tag=${name}`,
    ...(request.target === undefined ? [] : [`--target=${request.target}`]),
    ...request.platforms.map((platform) => `--platform=${platform}`),
    ...repeated('--cache-from', request.cacheFrom.map(imageOf)),
    ...repeatedPairs('--build-arg', request.buildArgs),
    ...repeatedPairs('--label', request.labels),
    request.context,
  ];
}

/** Such a docker takes an image where BuildKit takes `type=registry,ref=…`. */
function imageOf(cache: string): string {
  return /(?:^|,)ref=([^,]+)/.exec(cache)?.[1] ?? cache;
}
