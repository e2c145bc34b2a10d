import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { field, listOf } from '../../actions/shared/json/json.ts';
import { type Bed, up } from '../../testbed/bed.ts';
import { writeLayout } from '../support/layout.ts';
import { asksFor, type Disturb, refuses, startRegistryProxy } from '../support/registry-proxy.ts';
import { runStub, type StubResult } from '../support/run-action.ts';

/** Pushes to a real registry that refuses, limits, cuts or lies on the way: one clear error, and nothing has a tag. */

let bed: Bed;
let workspace: string;
let count = 0;
beforeAll(async () => {
  bed = await up();
  workspace = await mkdtemp(join(tmpdir(), 'seatrial-faults-'));
}, 600_000);
afterAll(() => rm(workspace, { recursive: true, force: true }));

interface Pushed {
  readonly result: StubResult;
  readonly requests: readonly string[];
  /** The tags that the registry itself has. */
  readonly tags: readonly unknown[];
}

async function push(disturb: Disturb, inputs: Record<string, string> = {}): Promise<Pushed> {
  count += 1;
  const repository = `t-faults/app-${process.pid}-${count}`;
  const layout = await mkdtemp(join(workspace, 'layout-'));
  await writeLayout(layout, [[{ name: 'app', content: `${repository}${'x'.repeat(3_000_000)}` }]]);
  const proxy = await startRegistryProxy(bed.registry, disturb);
  try {
    const result = await runStub(
      'multistage-dockerize',
      { image: `${proxy.host}/${repository}`, layout, push: 'true', tags: 'v1', ...inputs },
      { workspace, temp: join(workspace, `temp-${count}`) },
    );
    const answer = await fetch(`http://${bed.registry}/v2/${repository}/tags/list`);
    const tags = answer.ok ? listOf(field(await answer.json(), 'tags')) : [];
    return { result, requests: proxy.requests, tags };
  } finally {
    await proxy.close();
  }
}

/** Breaks uploads off after a part of them, as often as told. */
function cuts(times: number): Disturb {
  let left = times;
  return (request) => {
    if (request.method !== 'PUT' || request.url?.includes('/blobs/') !== true || left === 0) return false;
    left -= 1;
    request.once('data', () => request.socket.destroy());
    return true;
  };
}

const changesManifests: Disturb = (request, response) => {
  if (request.method !== 'GET' || request.url?.includes('/manifests/') !== true) return false;
  response.writeHead(200, { 'content-type': 'application/vnd.oci.image.manifest.v1+json' });
  response.end('{"another":"image"}');
  return true;
};

const login = { 'registry-username': 'bob', 'registry-password': 's3cret' };

test('a password that is right lets the push through, and one that is wrong ends it', async () => {
  const right = await push(asksFor('bob:s3cret'), login);
  expect([right.result.code, right.tags]).toEqual([0, expect.arrayContaining(['v1'])]);
  const wrong = await push(asksFor('bob:other'), login);
  expect([wrong.result.code, wrong.tags]).toEqual([1, []]);
  expect(wrong.result.stdout).toMatch(/refuses access with the credentials given/);
}, 120_000);

test.each<[string, Disturb, RegExp]>([
  ['forbids', refuses(403, 'DENIED'), /DENIED: said the registry/],
  ['asks for a login that nobody has', asksFor('eve:x'), /refuses access without credentials/],
  ['limits us for good', refuses(429, 'TOOMANYREQUESTS'), /limits how often it may be asked/],
  ['is down behind its gateway', refuses(503, 'UNAVAILABLE'), /UNAVAILABLE: said the registry/],
  ['cuts every upload in the middle', cuts(1000), /begun anew[\s\S]*::error/],
  ['holds another image than was sent', changesManifests, /after the push, not sha256:/],
])(
  'a registry that %s: one error, no tag',
  async (_, disturb, message) => {
    const { result, tags } = await push(disturb);
    expect([result.code, result.outputs['pushed'], tags]).toEqual([1, 'false', []]);
    expect(result.stdout).toMatch(message);
    expect(result.stdout.match(/^::error/gm)).toHaveLength(1);
    expect(result.stdout).not.toMatch(/^\s+at .*:\d+:\d+/m);
  },
  120_000,
);

test('an upload that breaks off once, and a limit that passes, cost time and nothing else', async () => {
  const broken = await push(cuts(1));
  expect([broken.result.code, broken.tags]).toEqual([0, expect.arrayContaining(['v1'])]);
  let refusals = 2;
  const limited = await push((request, response) => {
    refusals -= 1;
    return refusals >= 0 && refuses(429, 'TOOMANYREQUESTS')(request, response);
  });
  expect([limited.result.code, limited.tags]).toEqual([0, expect.arrayContaining(['v1'])]);
}, 120_000);
