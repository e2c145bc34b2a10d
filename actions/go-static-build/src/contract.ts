import { commonInputs } from '../../shared/contract/contract.ts';
import type { InputReader } from '../../shared/contract/input-reader.ts';
import { choice, flag, lines, pairs, path, text } from '../../shared/contract/types.ts';
import { goInputs } from '../../shared/go/axes.ts';
import { commaPlatforms } from './plan/platform.ts';

export function parse(read: InputReader) {
  return {
    ...goInputs(read),
    outputDirectory: read.optional('output-directory', path(read.workspace)),
    platforms: read.optional('platforms', commaPlatforms) ?? [],
    requireStatic: read.withDefault('require-static', flag, 'true'),
    ldflags: read.optional('ldflags', lines(text)),
    version: read.optional('version', text),
    versionVariables: read.optional('version-variables', pairs),
    reproducible: read.withDefault('reproducible', choice('off', 'check'), 'off'),
    sbom: read.withDefault('sbom', flag, 'true'),
    sizeReport: read.withDefault('size-report', flag, 'false'),
    sizeBase: read.optional('size-base', path(read.workspace)),
    reachability: read.withDefault('reachability', choice('off', 'binary', 'source'), 'off'),
    vulnerabilityDb: read.optional('vulnerability-db', text),
    govulncheck: read.optional('govulncheck', path(read.workspace)),
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
    'sbom',
    'sboms',
    'size-report',
    'size-change',
    'vulnerabilities',
    'reachable-vulnerabilities',
    'vulnerability-extracts',
    'reproducible',
    'go-version',
    'version',
    'cache-hit',
  ] as const,
};

export type Output = (typeof contract.outputs)[number];
