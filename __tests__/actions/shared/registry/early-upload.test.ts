import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openHttp } from '../../../../actions/shared/registry/http.ts';
import { beginUpload } from '../../../../actions/shared/registry/push.ts';
import { Repository } from '../../../../actions/shared/registry/registry.ts';
import { type Behaviour, startRegistry, type TestRegistry } from '../../../support/registry.ts';

let closers: (() => void | Promise<void>)[];
beforeEach(() => {
  closers = [];
});
afterEach(async () => {
  for (const close of closers) await close();
});

async function begin(behaviour: Behaviour = {}, signal = new AbortController().signal) {
  const registry: TestRegistry = await startRegistry(behaviour);
  const http = openHttp({});
  closers.push(http.close, registry.close);
  const repository = new Repository(
    { registry: registry.host, repository: 'acme/app' },
    {
      send: http.send,
      credentials: { kind: 'password', username: 'bob', password: 's3cret' },
      mask: async () => undefined,
      signal,
      log: () => undefined,
      patience: { attempts: 3, firstPause: 1, longestPause: 5 },
    },
  );
  return { registry, upload: await beginUpload(repository) };
}

const chunks = [Buffer.alloc(70_000, 1), Buffer.alloc(3, 2)];
const digest = `sha256:${createHash('sha256').update(Buffer.concat(chunks)).digest('hex')}`;
const methods = ({ requests }: TestRegistry): (string | undefined)[] =>
  requests.filter((one) => !one.includes('/token')).map((one) => one.split(' ', 1)[0]);

test.each([undefined, 'basic', 'bearer'] as const)(
  'what was sent as it came is a blob in the end (log-in: %s)',
  async (scheme) => {
    const { registry, upload } = await begin(
      scheme === undefined ? {} : { login: { scheme, user: 'bob:s3cret' } },
    );
    for (const chunk of chunks) upload.write(chunk);
    expect(await upload.finish(digest)).toBe(true);
    await upload.drop();
    expect([...registry.blobs.keys()]).toEqual([digest]);
    expect(registry.uploads.size).toBe(0);
    expect(methods(registry).slice(-2)).toEqual(['PATCH', 'PUT']);
  },
);

test('nothing is sent before there is something, and a drop leaves nothing', async () => {
  const idle = await begin();
  await idle.upload.drop();
  expect(methods(idle.registry)).toEqual(['POST', 'DELETE']);
  const { promise: sent, resolve: arrived } = Promise.withResolvers<void>();
  const half = await begin({
    disturb: ({ method }) => {
      if (method === 'PATCH') arrived();
      return false;
    },
  });
  for (const chunk of chunks) half.upload.write(chunk);
  await sent;
  await half.upload.drop();
  await half.upload.drop();
  expect(methods(half.registry)).toEqual(['POST', 'PATCH', 'DELETE']);
  for (const { registry } of [idle, half]) expect([...registry.uploads, ...registry.blobs]).toEqual([]);
});

test('a drop does not wait until the registry has taken everything', async () => {
  const { registry, upload } = await begin({ disturb: ({ method }) => method === 'PATCH' });
  // More than fits on the way to somebody who reads none of it.
  for (let at = 0; at < 200; at += 1) upload.write(Buffer.alloc(100_000));
  await upload.drop();
  expect([...registry.uploads, ...registry.blobs]).toEqual([]);
  expect(methods(registry).at(-1)).toBe('DELETE');
}, 5000);

const answers = (method: string, status: number) => (request: IncomingMessage, response: ServerResponse) => {
  if (request.method !== method) return false;
  request.resume().on('end', () => response.writeHead(status).end());
  return true;
};
const cuts = (request: IncomingMessage): boolean => {
  if (request.method === 'PATCH') request.once('data', () => request.destroy());
  return request.method === 'PATCH';
};

test.each([
  ['knows no PATCH', answers('PATCH', 405)],
  ['has lost the upload', answers('PATCH', 404)],
  ['wants another log-in half way', answers('PATCH', 401)],
  ['cuts the connection', cuts],
  ['refuses the end', answers('PUT', 500)],
])('a registry that %s gets the blob the long way, and the upload is dropped', async (_, disturb) => {
  const { registry, upload } = await begin({ disturb });
  for (const chunk of chunks) upload.write(chunk);
  expect(await upload.finish(digest)).toBe(false);
  await upload.drop();
  expect([...registry.uploads, ...registry.blobs]).toEqual([]);
  expect(methods(registry).at(-1)).toBe('DELETE');
});

test('bytes that are not those of the digest are no blob', async () => {
  const { registry, upload } = await begin();
  upload.write(Buffer.from('something else'));
  expect(await upload.finish(digest)).toBe(false);
  await upload.drop();
  expect([...registry.uploads, ...registry.blobs]).toEqual([]);
});

test('a job that is cancelled drops it all the same, and what comes later is not begun', async () => {
  const cancelled = new AbortController();
  const { registry, upload } = await begin({}, cancelled.signal);
  for (const chunk of chunks) upload.write(chunk);
  cancelled.abort();
  await upload.drop();
  upload.write(Buffer.from('late'));
  expect([...registry.uploads, ...registry.blobs]).toEqual([]);
  expect(methods(registry).at(-1)).toBe('DELETE');
});
