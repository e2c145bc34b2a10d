import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
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

const dockerize = (inputs: Record<string, string>): Promise<StubResult> =>
  runStub(
    'multistage-dockerize',
    {
      image: `${registry.host}/acme/app`,
      'registry-username': 'bob',
      'registry-password': 's3cret',
      ...inputs,
    },
    { workspace, temp: join(workspace, 'temp') },
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
