import { basename, dirname } from 'node:path';
import { type BuildRequest, repeated, repeatedPairs } from './builder.ts';

/** The command line of BuildKit's own client. The daemon is the one that BUILDKIT_HOST names. */
export function buildctlArgs(request: BuildRequest): string[] {
  const contexts = [...request.contexts].map(([name, folder], at) => ({
    name,
    folder,
    local: `named-${at}`,
  }));
  return [
    'build',
    '--progress=plain',
    '--frontend=dockerfile.v0',
    `--local=context=${request.context}`,
    `--local=dockerfile=${dirname(request.dockerfile)}`,
    `--opt=filename=${basename(request.dockerfile)}`,
    ...(request.target === undefined ? [] : [`--opt=target=${request.target}`]),
    ...(request.platforms.length === 0 ? [] : [`--opt=platform=${request.platforms.join(',')}`]),
    ...repeatedPairs('--opt', request.buildArgs, 'build-arg:'),
    ...repeatedPairs('--opt', request.labels, 'label:'),
    ...contexts.flatMap(({ name, folder, local }) => [
      `--opt=context:${name}=local:${local}`,
      `--local=${local}=${folder}`,
    ]),
    ...repeated(
      '--secret',
      [...request.secrets].map(([id, variable]) => `id=${id},env=${variable}`),
    ),
    ...repeated('--import-cache', request.cacheFrom),
    ...repeated('--export-cache', request.cacheTo),
    `--output=type=oci,tar=false,dest=${request.layout},rewrite-timestamp=true`,
  ];
}
