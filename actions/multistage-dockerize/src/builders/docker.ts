import { type BuildRequest, repeatedPairs } from './builder.ts';

/** The command line of a docker without buildx. The image is saved under a name of ours and removed afterwards. */
export function dockerArgs(request: BuildRequest, name: string): string[] {
  return [
    'build',
    `--file=${request.dockerfile}`,
    `--tag=${name}`,
    ...(request.target === undefined ? [] : [`--target=${request.target}`]),
    ...request.platforms.map((platform) => `--platform=${platform}`),
    ...repeatedPairs('--build-arg', request.buildArgs),
    ...repeatedPairs('--label', request.labels),
    request.context,
  ];
}
