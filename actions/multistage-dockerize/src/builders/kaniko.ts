import { relative } from 'node:path';
import { UserError } from '../../../shared/errors/user-error.ts';
import { type BuildRequest, repeatedPairs } from './builder.ts';

/** Where kaniko's image has its executor. */
export const kanikoProgram = '/kaniko/executor';

/**
 * The command line of kaniko's executor, which builds inside of its own image: into a layout, without pushing, with
 * repeatable time stamps.
 *
 * Throws a UserError on what it can't do: several platforms, build secrets, named contexts.
 */
export function kanikoArgs(request: BuildRequest): string[] {
  if (request.platforms.length > 1) throw cannot('build for several platforms at once');
  if (request.secrets.size > 0) throw cannot('mount build secrets');
  const [cache] = [...request.cacheTo, ...request.cacheFrom];
  const repository = /(?:^|,)ref=([^,]+)/.exec(cache ?? '')?.[1] ?? cache;
  const local = relative(request.context, request.dockerfile);
  return [
    `--context=dir://${request.context}`,
    `--dockerfile=${local.startsWith('..') ? request.dockerfile : local}`,
    '--no-push',
    `--oci-layout-path=${request.layout}`,
    '--reproducible',
    '--skip-unused-stages',
    ...(request.target === undefined ? [] : [`--target=${request.target}`]),
    ...request.platforms.map((platform) => `--custom-platform=${platform}`),
    ...(repository === undefined ? [] : ['--cache=true', `--cache-repo=${repository}`]),
    ...repeatedPairs('--build-arg', request.buildArgs),
    ...repeatedPairs('--label', request.labels),
  ];
}

function cannot(what: string): UserError {
  return new UserError(`kaniko can't ${what}`, {
    fix: 'Take another builder (`builder: buildx` or `buildah`), or leave it out.',
  });
}
