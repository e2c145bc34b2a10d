import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startGitHub } from '../../testbed/github/server.ts';
import { writeLayout } from '../support/layout.ts';
import { type Behaviour, startRegistry, type TestRegistry } from '../support/registry.ts';
import { runStub, type StubResult } from '../support/run-action.ts';

let workspace: string;
let registry: TestRegistry;
beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'seatrial-image-'));
  registry = await startRegistry({ login: { scheme: 'bearer', user: 'bob:s3cret' } });
}, 60_000);
afterEach(async () => {
  await registry.close();
  await rm(workspace, { recursive: true, force: true });
}, 60_000);

const dockerize = (inputs: Record<string, string>, env: Record<string, string> = {}): Promise<StubResult> =>
  runStub(
    'multistage-dockerize',
    {
      image: `${registry.host}/acme/app`,
      'registry-username': 'bob',
      'registry-password': 's3cret',
      ...inputs,
    },
    { workspace, temp: join(workspace, 'temp'), env },
  );

/** One error, without a stack, with a way out; every output there, nothing in the registry. */
function failsWell(result: StubResult, message: RegExp): void {
  expect(result.code).toBe(1);
  expect(result.stdout).toMatch(message);
  expect(result.stdout).not.toMatch(/^\s+at .*:\d+:\d+/m);
  expect(result.stderr).toBe('');
  expect(Object.keys(result.outputs).sort()).toEqual([
    'binaries',
    'digest',
    'findings',
    'image',
    'layout',
    'patch',
    'pushed',
    'record',
    'sboms',
    'signatures',
    'size',
    'tags',
  ]);
  expect(registry.manifests.size).toBe(0);
}

async function layout(): Promise<string> {
  await mkdir(join(workspace, 'layout'));
  return writeLayout(join(workspace, 'layout'), [[{ name: 'app', content: 'program' }]]);
}

test('pushes a layout as it is: same digest, masked password, record and outputs written', async () => {
  const digest = await layout();
  const result = await dockerize({ layout: 'layout', push: 'true', tags: 'v1' });
  expect(result.stdout).toContain('::add-mask::s3cret');
  expect(result.stdout.replace('::add-mask::s3cret', '')).not.toContain('s3cret');
  expect(result.code).toBe(0);
  expect(result.outputs).toMatchObject({
    digest,
    pushed: 'true',
    image: `${registry.host}/acme/app@${digest}`,
  });
  expect(result.record).toMatchObject({ image: { digest, pushed: true } });
  expect(result.summary).toContain('read back from the registry');
  expect(registry.manifests.has('v1')).toBe(true);
}, 60_000);

test('a wrong password, a registry that is gone, a damaged layout and wrong values each end with one error', async () => {
  await layout();
  failsWell(
    await dockerize({ layout: 'layout', push: 'true', 'registry-password': 'wrong' }),
    /gave no token with the credentials given/,
  );
  failsWell(
    await dockerize({ layout: 'layout', push: 'true', image: '127.0.0.1:1/acme/app' }),
    /does not answer/,
  );
  failsWell(
    await dockerize({ layout: 'layout', push: 'maybe', builder: 'magic', image: 'x:1' }),
    /"builder" is "magic".*"push" is "maybe"|"image" is "x:1"/,
  );
  failsWell(await dockerize({ layout: 'layout', push: 'true', tags: 'latest' }), /"latest" is refused/);
  const [blob = ''] = await readdir(join(workspace, 'layout/blobs/sha256'));
  await writeFile(join(workspace, 'layout/blobs/sha256', blob), 'damaged');
  failsWell(await dockerize({ layout: 'layout', push: 'true' }), /is no whole OCI layout/);
  failsWell(await dockerize({}), /there is no Dockerfile/);
}, 60_000);

test('the repository that deploys is told after the push, with a call that GitHub takes and a masked token', async () => {
  const digest = await layout();
  const github = await startGitHub({ pullRequestOf: () => undefined });
  try {
    const result = await dockerize(
      { layout: 'layout', push: 'true', 'dispatch-to': 'acme/deploy', 'dispatch-token': 't0ken' },
      { GITHUB_API_URL: github.url },
    );
    expect([result.code, result.outputs['pushed']]).toEqual([0, 'true']);
    expect(result.stdout.replace('::add-mask::t0ken', '')).not.toContain('t0ken');
    const [call, ...others] = github.calls;
    expect(others).toEqual([]);
    expect(call).toMatchObject({ method: 'POST', path: '/repos/acme/deploy/dispatches', problems: [] });
    expect(call?.body).toMatchObject({
      event_type: 'seatrial-image',
      client_payload: {
        digest,
        image: `${registry.host}/acme/app@${digest}`,
        record: { image: { digest, pushed: true } },
      },
    });
  } finally {
    await github.close();
  }
  const gone = await dockerize(
    { layout: 'layout', push: 'true', 'dispatch-to': 'acme/deploy', 'dispatch-token': 't0ken' },
    { GITHUB_API_URL: github.url },
  );
  expect([gone.code, gone.outputs['pushed']]).toEqual([1, 'true']);
  expect(gone.stdout).toMatch(/the image is pushed, but acme\/deploy was not told/);
}, 60_000);

test('a static binary goes onto scratch without any builder on PATH, and its pitfalls are told', async () => {
  const elf = Buffer.concat([
    Buffer.from('7f454c4602010100000000000000000002003e0001000000', 'hex'),
    Buffer.alloc(40),
  ]);
  await writeFile(join(workspace, 'app'), elf);
  await writeFile(
    join(workspace, 'Dockerfile'),
    'FROM golang:1.27 AS builder\nRUN x\nFROM scratch\nCOPY --from=builder /out/app /app\nENTRYPOINT ["/app"]\n',
  );
  const result = await dockerize({ binary: 'app', push: 'true' }, { PATH: '' });
  expect(result.stdout).toContain('/app in the image has the sha256 of the tested binary');
  expect(result.stdout).toMatch(/::warning title=root-user,file=Dockerfile,line=3::/);
  expect([result.code, result.outputs['pushed'], result.outputs['findings']]).toEqual([0, 'true', '1']);
  expect(result.summary).toContain('+USER 65532:65532');
}, 60_000);

/** Answers every request with an error of the registry. */
const always =
  (status: number, code: string): NonNullable<Behaviour['disturb']> =>
  (_, response) => {
    response.writeHead(status, { 'retry-after': '0' });
    response.end(JSON.stringify({ errors: [{ code, message: 'said the registry' }] }));
    return true;
  };

const cutsUploads: NonNullable<Behaviour['disturb']> = (request) => {
  if (request.method === 'PUT') request.socket.destroy();
  return request.method === 'PUT';
};

test.each<[string, Behaviour, RegExp, number]>([
  [
    'asks for a login there is none for',
    { login: { scheme: 'basic', user: 'eve:other' } },
    /refuses access with the credentials given/,
    0,
  ],
  ['forbids the push', { disturb: always(403, 'DENIED') }, /DENIED: said the registry/, 0],
  [
    'limits us for good',
    { disturb: always(429, 'TOOMANYREQUESTS') },
    /TOOMANYREQUESTS: said the registry/,
    0,
  ],
  ['cuts every upload in the middle', { disturb: cutsUploads }, /begun anew|does not answer/, 0],
  ['keeps other bytes than were sent', { rewritesManifests: true }, /after the push, not sha256:/, 1],
])(
  'a registry that %s: one error, and no tag',
  async (_, behaviour, message, kept) => {
    await layout();
    await registry.close();
    registry = await startRegistry(behaviour);
    const result = await dockerize({ layout: 'layout', push: 'true', tags: 'v1' });
    expect([result.code, result.outputs['pushed']]).toEqual([1, 'false']);
    expect(result.stdout).toMatch(message);
    expect(result.stdout.match(/^::error/gm)).toHaveLength(1);
    expect(result.stdout).not.toMatch(/^\s+at .*:\d+:\d+/m);
    expect(registry.manifests.has('v1')).toBe(false);
    expect(registry.manifests.size).toBe(kept);
  },
  60_000,
);

test('a missing context, an unknown stage and a base nobody has each end with one error and leave nothing', async () => {
  const elf = Buffer.concat([
    Buffer.from('7f454c4602010100000000000000000002003e0001000000', 'hex'),
    Buffer.alloc(40),
  ]);
  await writeFile(join(workspace, 'app'), elf);
  const dockerfile = `FROM golang:1.27 AS builder\nFROM ${registry.host}/base/none:1\nCOPY --from=builder /out/app /app\nUSER 1\n`;
  await writeFile(join(workspace, 'Dockerfile'), dockerfile);
  const direct = { binary: 'app', builder: 'direct', push: 'true' };
  failsWell(
    await dockerize({ ...direct, 'working-directory': 'nowhere' }),
    /the build context .*nowhere is no folder/,
  );
  failsWell(
    await dockerize({ ...direct, 'builder-stage': 'compile' }),
    /no stage "compile".*its stages are builder/,
  );
  failsWell(
    await dockerize(direct),
    /::error title=multistage-dockerize,file=Dockerfile,line=2::the base image .*none:1 can't be had/,
  );
  expect(
    (await readdir(join(workspace, 'temp/seatrial'))).filter((name) => name.startsWith('image-')),
  ).toEqual([]);
}, 60_000);

/** What an earlier run has signed, which says nothing about this one. */
function attachOldSignature(digest: string): void {
  const annotations = { 'dev.sigstore.bundle.predicateType': 'https://sigstore.dev/cosign/sign/v1' };
  const manifest = Buffer.from(JSON.stringify({ subject: { digest }, annotations }));
  const own = `sha256:${createHash('sha256').update(manifest).digest('hex')}`;
  registry.manifests.set(own, manifest);
  const index = JSON.stringify({ manifests: [{ digest: own }] });
  registry.manifests.set(digest.replace(':', '-'), Buffer.from(index));
}

test('what can not be signed as asked gets no tag, and the key and its password are nowhere to be seen', async () => {
  const digest = await layout();
  const cosign = join(workspace, 'cosign');
  const says = (script: string): Promise<void> =>
    writeFile(
      cosign,
      `#!/bin/sh\n[ "$1$COSIGN_PASSWORD$COSIGN_PRIVATE_KEY" = version ] && echo '{"gitVersion":"v3.0.6"}' && exit 0\n${script}\n`,
      {
        mode: 0o755,
      },
    );
  const secrets = {
    COSIGN_PRIVATE_KEY: '-----BEGIN-----\nk3y-bytes\n-----END-----',
    COSIGN_PASSWORD: 'p4ss',
  };
  const sign = (
    env: Record<string, string> = secrets,
    inputs: Record<string, string> = {},
  ): Promise<StubResult> =>
    dockerize({ layout: 'layout', push: 'true', tags: 'v1', sign: 'key', cosign, ...inputs }, env);
  const ends = (result: StubResult, message: RegExp): void => {
    expect([result.code, result.outputs['pushed'], registry.manifests.has('v1')]).toEqual([
      1,
      'false',
      false,
    ]);
    expect(result.stdout).toMatch(message);
    expect(result.stdout.match(/^::error/gm)).toHaveLength(1);
    const said = result.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
    expect(`${said.join('\n')}${result.summary}`).not.toMatch(/k3y-bytes|p4ss/);
  };
  await says('exit 0');
  ends(await sign({}), /needs the key in the variable COSIGN_PRIVATE_KEY/);
  ends(await sign(secrets, { sign: 'keyless' }), /id-token: write/);
  ends(await sign(secrets, { attest: 'sbom' }), /release record knows none/);
  expect(registry.manifests.size).toBe(0);
  attachOldSignature(digest);
  ends(
    await sign(),
    /cosign says it signed .*the registry has no https:\/\/sigstore\.dev\/cosign\/sign\/v1 that was attached/,
  );
  await says('echo "Error: decrypt: encrypted: decryption failed" >&2; exit 1');
  ends(
    await sign(),
    /got no tag and is not signed as asked: cosign sign fails: Error: decrypt.*COSIGN_PASSWORD/,
  );
  await says('echo "::set-env name=A::b"; kill -9 $$');
  ends(await sign(), /is not signed as asked/);
}, 60_000);

const hello: Readonly<Record<string, string>> = {
  'go.mod': 'module example.com/hello\n\ngo 1.24\n',
  'main.go': 'package main\n\nfunc main() { println("hello") }\n',
  Dockerfile:
    'FROM golang AS builder\nFROM scratch\nCOPY --from=builder /out/hello /hello\nENTRYPOINT ["/hello"]\n',
};
const goEnv = { GOFLAGS: '-buildvcs=false', SOURCE_DATE_EPOCH: '1700000000' };

test('one step from source to image gives the image of two', async () => {
  for (const [name, text] of Object.entries(hello)) await writeFile(join(workspace, name), text);
  const one = await dockerize({ compile: 'packages=.\ncache=false', push: 'true' }, goEnv);
  expect(one.stdout).not.toContain('::error');
  expect(one.outputs).toMatchObject({ pushed: 'true' });
  const [binary] = JSON.parse(one.outputs['binaries'] ?? '[]');
  expect(binary).toMatchObject({ path: 'bin/hello', linkage: 'static' });
  expect(one.record).toMatchObject({ binaries: [binary], image: { binarySha256: binary.sha256 } });
  expect(JSON.parse(one.outputs['sboms'] ?? '[]')).toHaveLength(1);
  expect(registry.uploads.size).toBe(0);
  const two = await dockerize({ binary: 'bin/hello' }, goEnv);
  expect(two.outputs['digest']).toBe(one.outputs['digest']);
}, 300_000);

test.each([
  [
    'an input that go-static-build has not',
    'package=.',
    /go-static-build has no input "package" for `compile`/,
  ],
  ['one of the whole step', 'working-directory=cmd', /"working-directory" is an input of the whole step/],
  ['a value that is none', 'cgo=maybe', /input "cgo" is "maybe", expected one of false, auto, true/],
])('compile: %s is one clear error', async (_, compile, message) => {
  for (const [name, text] of Object.entries(hello)) await writeFile(join(workspace, name), text);
  failsWell(await dockerize({ compile, push: 'true' }, goEnv), message);
  expect(registry.requests).toEqual([]);
});

test('compile: what does not compile is told at its line, and nothing is left with the registry', async () => {
  for (const [name, text] of Object.entries(hello)) await writeFile(join(workspace, name), text);
  await writeFile(join(workspace, 'main.go'), 'package main\n\nfunc main() { absent() }\n');
  const result = await dockerize({ compile: 'cache=false', push: 'true' }, goEnv);
  failsWell(result, /::error title=multistage-dockerize,file=main.go,line=3::/);
  expect([...registry.uploads, ...registry.blobs]).toEqual([]);
}, 300_000);
