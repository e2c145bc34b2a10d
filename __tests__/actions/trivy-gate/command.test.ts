import { expect, test } from '@jest/globals';
import { scanArgs, scannersFor } from '../../../actions/trivy-gate/src/trivy/command.ts';
import { pinnedTrivy, refusalOf } from '../../../actions/trivy-gate/src/trivy/pinned.ts';
import { cleanEnvironment } from '../../../actions/trivy-gate/src/trivy/process.ts';

test('trivy sees no token, no input and none of its own variables', () => {
  const env = {
    PATH: '/bin',
    HOME: '/h',
    GITHUB_TOKEN: 'x',
    INPUT_TARGET: 'x',
    AWS_SECRET_ACCESS_KEY: 'x',
    TRIVY_EXIT_CODE: '0',
    HTTPS_PROXY: 'p',
  };
  expect(cleanEnvironment(env)).toEqual({ PATH: '/bin', HOME: '/h', HTTPS_PROXY: 'p' });
});

const command = { output: '/o', cache: '/c', vex: [], timeout: 90_000 };

test('scanners are those that make sense, and an image is never scanned for nothing', () => {
  expect(scannersFor('config', ['vuln', 'misconfig'])).toEqual(['misconfig']);
  expect(scannersFor('sbom', ['misconfig', 'secret'])).toEqual([]);
  const args = scanArgs({
    ...command,
    target: { type: 'oci-layout', path: '/l' },
    scanners: ['vuln', 'misconfig', 'secret'],
    vex: ['/v.json'],
  });
  expect(args).toEqual(
    expect.arrayContaining([
      '--input=/l',
      '--timeout=90s',
      '--scanners=vuln,secret',
      '--image-config-scanners=misconfig,secret',
      '--vex=/v.json',
      '--show-suppressed',
    ]),
  );
});

test('a scan never fetches a database or a check by itself, nor lets a severity or exit code decide', () => {
  for (const type of ['image', 'filesystem', 'sbom'] as const) {
    const args = scanArgs({ ...command, target: { type, path: 'x' }, scanners: ['vuln', 'misconfig'] });
    expect(args).toEqual(
      expect.arrayContaining(['--skip-db-update', '--skip-check-update', '--offline-scan']),
    );
    expect(args.join(' ')).not.toMatch(/--severity|--exit-code|--ignore/);
  }
});

test.each([
  ['0.69.3', undefined],
  ['0.70.0', undefined],
  ['dev', undefined],
  ['0.69.4', /poisoned/],
  ['0.69.6', /poisoned/],
  ['0.64.9', /older/],
])('trivy %s', (version, refusal) => {
  const found = refusalOf(version);
  if (refusal === undefined) expect(found).toBeUndefined();
  else expect(found).toMatch(refusal);
});

test('every pinned archive has a whole checksum; an unknown machine has none', () => {
  for (const arch of ['x64', 'arm64']) {
    for (const platform of ['linux', 'darwin'])
      expect(pinnedTrivy(platform, arch)?.sha256).toMatch(/^[0-9a-f]{64}$/);
  }
  expect(pinnedTrivy('win32', 'x64')).toBeUndefined();
});
