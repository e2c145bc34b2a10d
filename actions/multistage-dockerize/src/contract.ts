import { commonInputs } from '../../shared/contract/contract.ts';
import type { InputReader } from '../../shared/contract/input-reader.ts';
import { choice, commaLines, flag, lines, pairs, path, text } from '../../shared/contract/types.ts';
import { compileInputs, githubRepository, pathList, platform, repository } from './input-types.ts';

export function parse(read: InputReader) {
  const inputs = {
    image: read.required('image', repository),
    workingDirectory: read.withDefault('working-directory', path(read.workspace), '.'),
    dockerfile: read.withDefault('dockerfile', text, 'Dockerfile'),
    binary: read.optional('binary', pathList(read.workspace)) ?? [],
    compile: read.optional('compile', compileInputs),
    builderStage: read.withDefault('builder-stage', text, 'builder'),
    target: read.optional('target', text),
    tags: read.withDefault('tags', lines(text), '{sha}'),
    allowLatest: read.withDefault('allow-latest', flag, 'false'),
    platforms: read.optional('platforms', commaLines(platform)) ?? [],
    buildArgs: read.optional('build-args', pairs) ?? new Map<string, string>(),
    labels: read.optional('labels', pairs) ?? new Map<string, string>(),
    secrets: read.optional('secrets', pairs) ?? new Map<string, string>(),
    cacheFrom: read.optional('cache-from', lines(text)) ?? [],
    cacheTo: read.optional('cache-to', lines(text)) ?? [],
    builder: read.withDefault(
      'builder',
      choice('auto', 'direct', 'buildx', 'docker', 'buildctl', 'buildah', 'kaniko'),
      'auto',
    ),
    lint: read.withDefault('lint', choice('warn', 'fail', 'off'), 'warn'),
    layout: read.optional('layout', path(read.workspace)),
    push: read.withDefault('push', flag, 'false'),
    requireScan: read.withDefault('require-scan', flag, 'false'),
    registryUsername: read.optional('registry-username', text),
    registryPassword: read.optional('registry-password', text),
    sign: read.withDefault('sign', choice('off', 'key', 'keyless'), 'off'),
    signKey: read.withDefault('sign-key', text, 'env://COSIGN_PRIVATE_KEY'),
    attest: read.optional('attest', commaLines(choice('provenance', 'sbom', 'record'))) ?? [],
    sbom: read.optional('sbom', path(read.workspace)),
    transparencyLog: read.withDefault('transparency-log', flag, 'true'),
    cosign: read.optional('cosign', path(read.workspace)),
    dispatchTo: read.optional('dispatch-to', githubRepository),
    dispatchToken: read.optional('dispatch-token', text),
    dispatchEvent: read.withDefault('dispatch-event', text, 'seatrial-image'),
    dryRun: read.withDefault('dry-run', flag, 'false'),
    ...commonInputs(read),
  };
  refuseContradictions(read, inputs);
  return inputs;
}

export type Inputs = ReturnType<typeof parse>;

function refuseContradictions(read: InputReader, inputs: Inputs): void {
  if (inputs.layout !== undefined && inputs.binary.length > 0) {
    read.refuse(
      '`layout` pushes an image that was built before, `binary` is for building one: give one of them',
    );
  }
  if (inputs.compile !== undefined && (inputs.layout !== undefined || inputs.binary.length > 0)) {
    read.refuse(
      '`compile` makes the binary in this step; `binary` and `layout` bring along what was made before: give one of them',
    );
  }
  if (inputs.registryUsername !== undefined && inputs.registryPassword === undefined) {
    read.refuse('`registry-username` and `registry-password` belong together: give both or none');
  }
  if ((inputs.dispatchTo === undefined) !== (inputs.dispatchToken === undefined)) {
    read.refuse('`dispatch-to` and `dispatch-token` belong together: give both or none');
  }
  if (inputs.dispatchTo !== undefined && !inputs.push) {
    read.refuse('`dispatch-to` tells of an image that was pushed: give `push: true` as well');
  }
  if (inputs.sign !== 'off' && !inputs.push) {
    read.refuse('`sign` signs an image that the registry has: give `push: true` as well');
  }
  if (inputs.attest.length > 0 && inputs.sign === 'off') {
    read.refuse('`attest` signs statements about the image: say with what in `sign`, `key` or `keyless`');
  }
  if (inputs.sign === 'keyless' && !inputs.transparencyLog) {
    read.refuse(
      '`sign: keyless` is proven by the transparency log alone: leave `transparency-log` out, or sign with a key',
    );
  }
}

export const contract = {
  name: 'multistage-dockerize',
  parse,
  outputs: [
    'digest',
    'image',
    'tags',
    'layout',
    'size',
    'pushed',
    'signatures',
    'findings',
    'patch',
    'binaries',
    'sboms',
  ] as const,
};

export type Output = (typeof contract.outputs)[number];
