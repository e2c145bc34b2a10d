import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import {
  attestArguments,
  cosignEnvironment,
  findCosign,
  pinnedCosign,
  signArguments,
} from '../../../actions/multistage-dockerize/src/after-push/cosign.ts';
import { usableKey } from '../../../actions/multistage-dockerize/src/after-push/key.ts';
import { predicatesFor } from '../../../actions/multistage-dockerize/src/after-push/predicates.ts';
import { contract, type Output } from '../../../actions/multistage-dockerize/src/contract.ts';
import { inputsOf, testContext } from '../../support/context.ts';
import { wholeRecord } from '../../support/whole-record.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seatrial-sign-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const inputs = (given: Record<string, string> = {}) =>
  inputsOf(contract, { image: 'r.example/acme/app', ...given }, folder);

test('a key and its password are never on the command line, and without the log no service is asked', () => {
  const key = { key: 'env://COSIGN_PRIVATE_KEY', transparencyLog: false };
  expect(signArguments(key, 'r.example/a@sha256:1')).toEqual([
    'sign',
    '--yes',
    '--key=env://COSIGN_PRIVATE_KEY',
    '--use-signing-config=false',
    '--tlog-upload=false',
    'r.example/a@sha256:1',
  ]);
  const keyless = { key: undefined, transparencyLog: true };
  expect(attestArguments(keyless, 'cyclonedx', '/t/sbom.json', 'r.example/a@sha256:1')).toEqual([
    'attest',
    '--yes',
    '--type=cyclonedx',
    '--predicate=/t/sbom.json',
    'r.example/a@sha256:1',
  ]);
  expect(
    cosignEnvironment({ INPUT_X: 's', COSIGN_PASSWORD: 'p', NONE: undefined }, { DOCKER_CONFIG: '/d' }),
  ).toEqual({
    COSIGN_PASSWORD: 'p',
    DOCKER_CONFIG: '/d',
  });
});

test.each([
  [{ sign: 'key' }, /give `push: true`/],
  [{ push: 'true', attest: 'provenance' }, /say with what in `sign`/],
  [{ push: 'true', sign: 'keyless', 'transparency-log': 'false' }, /proven by the transparency log alone/],
  [{ push: 'true', sign: 'key', attest: 'everything' }, /"attest" is "everything"/],
])('inputs that contradict each other are refused: %j', (given, message) => {
  expect(() => inputs(given)).toThrow(message);
});

test('cosign before 3 is refused, and the pinned one is known by its checksum', async () => {
  const context = await testContext<Output>();
  const told = (version: string): Promise<string> =>
    findCosign(inputs({ cosign: '/c/cosign' }), {
      ...context,
      exec: async () => ({ code: 0, stdout: `{"gitVersion": "${version}"}`, stderr: '' }),
    });
  await expect(told('v2.6.2')).rejects.toThrow(/cosign is version 2; .*need cosign 3/);
  await expect(told('devel')).rejects.toThrow(/does not tell its version/);
  expect(await told('v3.1.3')).toBe('/c/cosign');
  expect(pinnedCosign('linux', 'arm64')).toMatchObject({
    url: expect.stringMatching(
      /^https:\/\/github\.com\/sigstore\/cosign\/releases\/download\/v3\..*-linux-arm64$/,
    ),
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  await rm(context.temp, { recursive: true, force: true });
});

test.each(['pkcs11:token=release;object=key', 'awskms:///alias/release', 'k8s://shop/key'])(
  'what %s is, only cosign knows',
  async (key) => {
    const masked: string[] = [];
    const context = { env: { COSIGN_PASSWORD: 'p' }, mask: async (one: string) => void masked.push(one) };
    expect(await usableKey(key, context)).toBe(key);
    expect(masked).toEqual(['p']);
  },
);

test('a key that is missing, or that shows its PIN on a command line, is refused', async () => {
  const context = { env: {}, mask: async () => undefined };
  await expect(usableKey('env://KEY', context)).rejects.toThrow(/in the variable KEY, which is not set/);
  await expect(usableKey(join(folder, 'none.key'), context)).rejects.toThrow(/there is no key at/);
  await expect(usableKey('pkcs11:token=a?pin-value=1234', context)).rejects.toThrow(/holds the PIN/);
});

test('provenance names the workflow, the commit, the base and the binary; the record is attested whole', () => {
  const env = {
    GITHUB_WORKFLOW_REF: 'acme/checkout/.github/workflows/ship.yml@refs/heads/main',
    GITHUB_RUN_ID: '7',
    GITHUB_RUN_ATTEMPT: '2',
    GITHUB_EVENT_NAME: 'push',
  };
  const base = { name: 'gcr.io/distroless/static', digest: `sha256:${'b'.repeat(64)}` };
  const { image } = wholeRecord;
  const [provenance, record] = predicatesFor(['provenance', 'record'], image, base, undefined, {
    record: wholeRecord,
    env,
  });
  expect(JSON.parse(provenance?.text ?? '')).toMatchObject({
    buildDefinition: {
      buildType: 'https://actions.github.io/buildtypes/workflow/v1',
      externalParameters: {
        workflow: {
          ref: 'refs/heads/main',
          repository: 'https://github.com/acme/checkout',
          path: '.github/workflows/ship.yml',
        },
      },
      resolvedDependencies: [
        { uri: expect.stringMatching(/^git\+https:/), digest: { gitCommit: wholeRecord.source.commit } },
        { uri: base.name, digest: { sha256: 'b'.repeat(64) } },
        { name: 'binary', digest: { sha256: image.binarySha256 } },
      ],
    },
    runDetails: {
      builder: { id: 'https://github.com/acme/checkout/.github/workflows/ship.yml@refs/heads/main' },
      metadata: { invocationId: 'https://github.com/acme/checkout/actions/runs/7/attempts/2' },
    },
  });
  expect(JSON.parse(record?.text ?? '')).toEqual(wholeRecord);
});
