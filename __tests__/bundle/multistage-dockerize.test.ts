import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startGitHub } from '../../testbed/github/server.ts';
import { writeLayout } from '../support/layout.ts';
import { startRegistry, type TestRegistry } from '../support/registry.ts';
import { runStub, type StubResult } from '../support/run-action.ts';

let workspace: string;
let registry: TestRegistry;
beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'seatrial-image-'));
  registry = await startRegistry({ login: { scheme: 'bearer', user: 'bob:s3cret' } });
});
afterEach(async () => {
  await registry.close();
  await rm(workspace, { recursive: true, force: true });
});

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
    'digest',
    'findings',
    'image',
    'layout',
    'patch',
    'pushed',
    'record',
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
});

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
});

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
});

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
});
