import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { field, listOf, parsed, textOf } from '../../actions/shared/json/json.ts';
import { must } from '../../scripts/run.ts';
import { type Bed, up } from '../../testbed/bed.ts';
import { toolPath } from '../../testbed/tools/ensure.ts';
import { writeLayout } from '../support/layout.ts';
import { runStub, type StubResult } from '../support/run-action.ts';

/** Signatures and attestations with the real cosign, a key pair and the real registry; verified by cosign itself. */

let bed: Bed;
let cosign: string;
let workspace: string;
let key: string;
const password = 'correct horse';
const name = (app: string): string => `${bed.registry}/t-sign/${app}-${process.pid}`;

beforeAll(async () => {
  bed = await up();
  cosign = await toolPath('cosign');
  workspace = await mkdtemp(join(tmpdir(), 'seatrial-sign-'));
  await must(cosign, ['generate-key-pair'], {
    cwd: workspace,
    env: { ...process.env, COSIGN_PASSWORD: password },
  });
  key = await readFile(join(workspace, 'cosign.key'), 'utf8');
}, 1_200_000);
afterAll(() => rm(workspace, { recursive: true, force: true }));

async function layout(app: string): Promise<string> {
  const folder = await mkdtemp(join(workspace, 'layout-'));
  await writeLayout(folder, [[{ name: app, content: `program ${app} ${process.pid}` }]]);
  return folder;
}

const push = async (
  app: string,
  inputs: Record<string, string>,
  env: Record<string, string> = {},
): Promise<StubResult> =>
  runStub(
    'multistage-dockerize',
    {
      image: name(app),
      layout: await layout(app),
      push: 'true',
      tags: 'v1',
      cosign,
      'transparency-log': 'false',
      ...inputs,
    },
    {
      workspace,
      temp: join(workspace, 'temp', app),
      env: {
        COSIGN_PRIVATE_KEY: key,
        COSIGN_PASSWORD: password,
        GITHUB_WORKFLOW_REF: 'acme/checkout/.github/workflows/ship.yml@refs/heads/main',
        GITHUB_RUN_ID: '7',
        ...env,
      },
    },
  );

const verify = (command: string, image: string, more: readonly string[] = []): Promise<string> =>
  must(
    cosign,
    [command, `--key=${join(workspace, 'cosign.pub')}`, '--insecure-ignore-tlog', ...more, image],
    {
      cwd: workspace,
    },
  );

/** The statements that an attestation of a type holds. */
async function predicates(type: string, image: string): Promise<readonly unknown[]> {
  const printed = await verify('verify-attestation', image, [`--type=${type}`]);
  return printed.split('\n').flatMap((line) => {
    const payload = textOf(field(parsed(line), 'payload'));
    return payload === undefined
      ? []
      : [field(parsed(Buffer.from(payload, 'base64').toString()), 'predicate')];
  });
}

async function tagsOf(app: string): Promise<readonly unknown[]> {
  const repository = name(app).split('/').slice(1).join('/');
  const answer = await fetch(`http://${bed.registry}/v2/${repository}/tags/list`);
  return answer.ok ? listOf(field(await answer.json(), 'tags')) : [];
}

test('a pushed image is signed and attested with a key, and cosign finds everything by the digest', async () => {
  const sbom = join(workspace, 'app.cdx.json');
  await writeFile(sbom, '{"bomFormat":"CycloneDX","specVersion":"1.6","version":1,"components":[]}');
  const result = await push('signed', { sign: 'key', attest: 'provenance, sbom, record', sbom });
  expect(result.stdout).not.toContain('::error');
  expect([result.code, result.outputs['pushed']]).toEqual([0, 'true']);
  const image = result.outputs['image'] ?? '';
  expect(
    listOf(parsed(result.outputs['signatures'] ?? '')).map((one) => field(one, 'predicateType')),
  ).toEqual([
    'https://sigstore.dev/cosign/sign/v1',
    'https://slsa.dev/provenance/v1',
    'https://cyclonedx.org/bom',
    'https://seatrial.dev/release-record/v1',
  ]);
  await verify('verify', image);
  expect(await predicates('slsaprovenance1', image)).toEqual([
    expect.objectContaining({
      runDetails: expect.objectContaining({
        builder: expect.objectContaining({
          id: 'https://github.com/acme/checkout/.github/workflows/ship.yml@refs/heads/main',
        }),
      }),
    }),
  ]);
  expect(await predicates('cyclonedx', image)).toEqual([expect.objectContaining({ bomFormat: 'CycloneDX' })]);
  const [record] = await predicates('https://seatrial.dev/release-record/v1', image);
  expect(field(record, 'image')).toMatchObject({ digest: result.outputs['digest'], pushed: true });
  expect(result.record).toMatchObject({ image: { signatures: expect.any(Array) } });
  const said = result.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  expect(said.join('\n')).not.toContain(password);
  expect(await tagsOf('signed')).toContain('v1');
}, 300_000);

test('another key does not verify it', async () => {
  const result = await push('other', { sign: 'key' });
  await must(cosign, ['generate-key-pair', '--output-key-prefix=other'], {
    cwd: workspace,
    env: { ...process.env, COSIGN_PASSWORD: '' },
  });
  const image = result.outputs['image'] ?? '';
  await expect(
    must(cosign, ['verify', `--key=${join(workspace, 'other.pub')}`, '--insecure-ignore-tlog', image]),
  ).rejects.toThrow();
}, 300_000);

test('what can not be signed gets no tag: a wrong password, a key that is none, no key at all', async () => {
  const wrong = await push('wrong', { sign: 'key' }, { COSIGN_PASSWORD: 'nonsense' });
  expect([wrong.code, wrong.outputs['pushed']]).toEqual([1, 'false']);
  expect(wrong.stdout).toMatch(/got no tag and is not signed as asked.*COSIGN_PASSWORD/s);
  expect(await tagsOf('wrong')).not.toContain('v1');
  const garbage = await push('garbage', { sign: 'key' }, { COSIGN_PRIVATE_KEY: 'no key' });
  expect(garbage.stdout).toMatch(/::error/);
  expect(await tagsOf('garbage')).not.toContain('v1');
  const none = await push('none', { sign: 'key' }, { COSIGN_PRIVATE_KEY: '' });
  expect(none.stdout).toMatch(/needs the key in the variable COSIGN_PRIVATE_KEY/);
  expect(await tagsOf('none')).toEqual([]);
  const keyless = await push('keyless', { sign: 'keyless', 'transparency-log': 'true' });
  expect(keyless.stdout).toMatch(/id-token: write/);
  expect(await tagsOf('keyless')).toEqual([]);
  const old = join(workspace, 'old-cosign');
  await writeFile(old, '#!/bin/sh\necho \'{"gitVersion":"v2.4.1"}\'\n');
  await chmod(old, 0o755);
  const refused = await push('old', { sign: 'key', cosign: old });
  expect(refused.stdout).toMatch(/is version 2/);
  expect(await tagsOf('old')).toEqual([]);
}, 300_000);
