import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openHttp } from '../../../../actions/shared/registry/http.ts';
import { attachedSince } from '../../../../actions/shared/registry/referrers.ts';
import { Repository } from '../../../../actions/shared/registry/registry.ts';
import { startRegistry, type TestRegistry } from '../../../support/registry.ts';

/** What the registry lists, page by page; undefined: it knows no such list. */
let pages: string[][] | undefined;
let endless: boolean;
let registry: TestRegistry;
let repository: Repository;
let close: () => void;
const subject = `sha256:${'5'.repeat(64)}`;

function list(request: IncomingMessage, response: ServerResponse): boolean {
  const url = new URL(request.url ?? '/', 'http://registry');
  if (!url.pathname.includes('/referrers/') || pages === undefined) return false;
  const page = Number(url.searchParams.get('page') ?? 0);
  if (endless || page + 1 < pages.length)
    response.setHeader('link', `<${url.pathname}?n=1&page=${page + 1}>; rel="next"`);
  response.end(JSON.stringify({ manifests: (pages[page] ?? []).map((digest) => ({ digest })) }));
  return true;
}

beforeEach(async () => {
  pages = [[]];
  endless = false;
  registry = await startRegistry({ disturb: list });
  const http = openHttp({});
  close = http.close;
  repository = new Repository(
    { registry: registry.host, repository: 'acme/app' },
    {
      send: http.send,
      credentials: undefined,
      mask: async () => undefined,
      signal: new AbortController().signal,
      log: () => undefined,
    },
  );
});
afterEach(async () => {
  close();
  await registry.close();
});

/** Attaches something and gives its digest. */
function attach(what: string, to = subject): string {
  const manifest = Buffer.from(JSON.stringify({ annotations: { what }, subject: { digest: to } }));
  const digest = `sha256:${createHash('sha256').update(manifest).digest('hex')}`;
  registry.manifests.set(digest, manifest);
  return digest;
}

test('only what was attached since counts, from every page of the list', async () => {
  const old = attach('old');
  pages = [[old]];
  const since = await attachedSince(repository, subject);
  expect(await since()).toEqual([]);
  pages = [[old], [attach('one'), attach('stray', 'sha256:other')], [attach('two')]];
  expect((await since()).map(({ annotations }) => annotations['what'])).toEqual(['one', 'two']);
  expect(registry.requests).not.toContain(`GET /v2/acme/app/manifests/${old}`);
});

test('a registry without a list is asked for the tag that stands in for it', async () => {
  pages = undefined;
  const since = await attachedSince(repository, subject);
  const index = { manifests: [{ digest: attach('one') }] };
  registry.manifests.set(subject.replace(':', '-'), Buffer.from(JSON.stringify(index)));
  expect((await since()).map(({ annotations }) => annotations['what'])).toEqual(['one']);
});

test('a list that never ends is no list', async () => {
  endless = true;
  await expect(attachedSince(repository, subject)).rejects.toThrow(/breaks off or never ends/);
});
