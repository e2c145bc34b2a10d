import { commonInputs } from '../../shared/contract/contract.ts';
import type { InputReader } from '../../shared/contract/input-reader.ts';
import { flag, lines, pairs, path, text } from '../../shared/contract/types.ts';
import { goInputs } from '../../shared/go/axes.ts';
import { commaPlatforms } from './platform.ts';

export function parse(read: InputReader) {
  return {
    ...goInputs(read),
    outputDirectory: read.optional('output-directory', path(read.workspace)),
    platforms: read.optional('platforms', commaPlatforms) ?? [],
    requireStatic: read.withDefault('require-static', flag, 'true'),
    ldflags: read.optional('ldflags', lines(text)),
    version: read.optional('version', text),
    versionVariables: read.optional('version-variables', pairs),
    env: read.optional('env', pairs) ?? new Map<string, string>(),
    dryRun: read.withDefault('dry-run', flag, 'false'),
    ...commonInputs(read),
  };
}

export type Inputs = ReturnType<typeof parse>;

export const contract = {
  name: 'go-static-build',
  parse,
  outputs: [
    'path',
    'name',
    'paths',
    'binaries',
    'sha256',
    'size',
    'linkage',
    'runtime-bases',
    'go-version',
    'version',
    'cache-hit',
  ] as const,
};

export type Output = (typeof contract.outputs)[number];
