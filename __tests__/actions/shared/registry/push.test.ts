import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type Layout, openLayout } from '../../../../actions/shared/oci/layout.ts';
import type { Credentials } from '../../../../actions/shared/registry/credentials.ts';
import { openHttp } from '../../../../actions/shared/registry/http.ts';
import { beginUpload, pushBytes, tagAs } from '../../../../actions/shared/registry/push.ts';
import { Repository } from '../../../../actions/shared/registry/registry.ts';
import { writeLayout } from '../../../support/layout.ts';
import { type Behaviour, startRegistry, type TestRegistry } from '../../../support/registry.ts';

let folder: string;
let closers: (() => void | Promise<void>)[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seatrial-push-'));
  closers = [];
});
afterEach(async () => {
  for (const close of closers) await close();
  await rm(folder, { recursive: true, force: true });
});

async function connect(
  behaviour: Behaviour = {},
  credentials?: Credentials,
): Promise<{ registry: TestRegistry; repository: Repository; masked: string[]; log: string[] }> {
  const registry = await startRegistry(behaviour);
  const http = openHttp({});
  closers.push(http.close, registry.close);
  const masked: string[] = [];
  const log: string[] = [];
  const repository = new Repository(
    { registry: registry.host, repository: 'acme/app' },
    {
      send: http.send,
      credentials,
      mask: async (secret) => void masked.push(secret),
      signal: new AbortController().signal,
      log: (line) => log.push(line),
      patience: { attempts: 3, firstPause: 1, longestPause: 5 },
    },
  );
  return { registry, repository, masked, log };
}

async function layout(): Promise<Awaited<ReturnType<typeof openLayout>>> {
  await writeLayout(folder, [
    [{ name: 'base', content: 'b'.repeat(9000) }],
    [{ name: 'app', content: 'program' }],
  ]);
  return openLayout(folder);
}

const password: Credentials = { kind: 'password', username: 'bob', password: 's3cret' };

/** Bytes first, then tags, as an action does it with the signatures in between. */
async function pushLayout(
  repository: Repository,
  layout: Layout,
  tags: readonly string[],
  log: (line: string) => void,
): Promise<{ uploadedBytes: number; reused: number; moved: ReadonlyMap<string, string> }> {
  const sent = await pushBytes(repository, layout, log);
  return { ...sent, moved: await tagAs(repository, layout, tags, log) };
}

test('blobs come before manifests, the tag last, and nothing twice', async () => {
  const { registry, repository } = await connect();
  const image = await layout();
  const first = await pushLayout(repository, image, ['v1', 'main'], () => undefined);
  expect(first).toMatchObject({ uploadedBytes: image.size, reused: 0 });
  const puts = registry.requests
    .filter((request) => request.startsWith('PUT'))
    .map((request) => request.split('/')[4]);
  expect(puts).toEqual(['blobs', 'blobs', 'blobs', 'manifests', 'manifests', 'manifests']);
  // The tags, in whichever order they arrive.
  const last = registry.requests.filter((request) => request.startsWith('PUT')).slice(-2);
  expect(last.sort()).toEqual(['PUT /v2/acme/app/manifests/main', 'PUT /v2/acme/app/manifests/v1']);

  const second = await pushLayout(repository, image, ['v1'], () => undefined);
  expect(second).toMatchObject({ uploadedBytes: 0, reused: 3 });
});

test('a tag that meant another image is told', async () => {
  const { registry, repository } = await connect();
  registry.manifests.set('v1', Buffer.from('{"other":1}'));
  const { moved } = await pushLayout(repository, await layout(), ['v1'], () => undefined);
  expect([...moved.keys()]).toEqual(['v1']);
});

test.each(['basic', 'bearer'] as const)('logs in by %s', async (scheme) => {
  const { repository, masked } = await connect({ login: { scheme, user: 'bob:s3cret' } }, password);
  await beginUpload(repository);
  await pushLayout(repository, await layout(), ['v1'], () => undefined);
  expect(masked).toEqual(scheme === 'bearer' ? ['the-token'] : []);
});

test.each(['basic', 'bearer'] as const)('a wrong password by %s ends at once', async (scheme) => {
  const { registry, repository } = await connect({ login: { scheme, user: 'bob:other' } }, password);
  await expect(beginUpload(repository)).rejects.toThrow(/with the credentials given/);
  expect(registry.requests.length).toBeLessThan(4);
});

test('a token server on plain http elsewhere never sees the password', async () => {
  const { repository } = await connect(
    {
      disturb: (_, response) => {
        response.writeHead(401, { 'www-authenticate': 'Bearer realm="http://example.com/token"' }).end();
        return true;
      },
    },
    password,
  );
  await expect(beginUpload(repository)).rejects.toThrow('which is no https address');
});

test('429 and 503 are tried again, as long as the registry asks for', async () => {
  let left = 2;
  const { repository, log } = await connect({
    disturb: (_, response) => {
      if (left === 0) return false;
      left -= 1;
      response.writeHead(left === 1 ? 429 : 503, { 'retry-after': '0' }).end();
      return true;
    },
  });
  await beginUpload(repository);
  expect(log.map((line) => /answered (\d+)/.exec(line)?.[1])).toEqual(['429', '503']);
});

test('a registry that stays at 429 ends with advice', async () => {
  const { repository } = await connect({
    disturb: (_, response) => {
      response.writeHead(429).end('{"errors":[{"code":"TOOMANYREQUESTS","message":"slow down"}]}');
      return true;
    },
  });
  await expect(beginUpload(repository)).rejects.toMatchObject({
    message: expect.stringContaining('TOOMANYREQUESTS: slow down'),
    fix: expect.stringContaining('limits'),
  });
});

test('an upload that is cut is begun anew, and the image is whole', async () => {
  let cut = false;
  const { registry, repository, log } = await connect({
    disturb: (request) => {
      if (cut || request.method !== 'PUT') return false;
      cut = true;
      request.socket.destroy();
      return true;
    },
  });
  const image = await layout();
  await pushLayout(repository, image, ['v1'], (line) => log.push(line));
  expect(log.some((line) => line.includes('begun anew'))).toBe(true);
  expect(registry.blobs.size).toBe(3);
});

test('a registry that always cuts uploads leaves no tag and says so once', async () => {
  const { registry, repository } = await connect({
    disturb: (request) => {
      if (request.method !== 'PUT') return false;
      request.socket.destroy();
      return true;
    },
  });
  await expect(pushLayout(repository, await layout(), ['v1'], () => undefined)).rejects.toMatchObject({
    name: 'UserError',
  });
  expect(registry.manifests.size).toBe(0);
});

test('a registry that keeps other bytes than were sent is a failure', async () => {
  const { repository } = await connect({ rewritesManifests: true });
  await expect(pushLayout(repository, await layout(), ['v1'], () => undefined)).rejects.toThrow(
    /after the push, not sha256/,
  );
});

test('nobody listening is one error without waiting', async () => {
  const { registry, repository, log } = await connect();
  await registry.close();
  await expect(beginUpload(repository)).rejects.toThrow('does not answer');
  expect(log).toEqual([]);
});

test('a blob that holds other bytes than its digest says is not sent to its end, and no manifest follows', async () => {
  const { registry, repository } = await connect();
  const image = await layout();
  const [layer] = image.blobs;
  if (layer === undefined) throw new Error('no layer');
  await writeFile(join(folder, 'blobs', 'sha256', layer.digest.slice(7)), Buffer.alloc(layer.size));
  await expect(pushBytes(repository, image, () => undefined)).rejects.toThrow(
    `the blob ${layer.digest} holds the bytes of sha256:`,
  );
  expect(registry.requests.filter((request) => request.includes('/manifests/'))).toEqual([]);
});

test('after a blob was refused no other one is begun', async () => {
  const layers = Array.from({ length: 12 }, (_, at) => [{ name: 'app', content: String(at) }]);
  await writeLayout(folder, layers);
  let puts = 0;
  const { registry, repository } = await connect({
    disturb: ({ method }, response) => {
      if (method !== 'PUT') return false;
      puts += 1;
      if (puts === 1) response.writeHead(400).end();
      else setTimeout(() => response.writeHead(201).end(), 100);
      return true;
    },
  });
  await expect(pushBytes(repository, await openLayout(folder), () => undefined)).rejects.toThrow(
    'did not take',
  );
  expect(puts).toBeLessThanOrEqual(4);
  expect(registry.manifests.size).toBe(0);
});
