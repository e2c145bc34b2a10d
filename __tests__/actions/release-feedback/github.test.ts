import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openGitHub } from '../../../actions/shared/github/github.ts';
import { type GitHubStandIn, startGitHub } from '../../../testbed/github/server.ts';

let github: GitHubStandIn;

beforeAll(async () => {
  github = await startGitHub({
    pullRequestOf: (commit) =>
      commit === 'c0ffee'
        ? { number: 12, title: 'Faster payments', url: 'https://github.com/acme/checkout/pull/12' }
        : undefined,
  });
  process.env['GITHUB_API_URL'] = github.url;
});

afterAll(() => github.close());

test('finds the pull request that brought a commit in', async () => {
  const api = await openGitHub('token', 'acme/checkout');
  expect(await api.pullRequestsOf('c0ffee')).toEqual([
    { number: 12, title: 'Faster payments', url: 'https://github.com/acme/checkout/pull/12' },
  ]);
  expect(await api.pullRequestsOf('beef')).toEqual([]);
});

test('comments once: a second run rewrites its own comment', async () => {
  const api = await openGitHub('token', 'acme/checkout');
  await api.comment(12, '<!-- mark -->', 'first', { create: true });
  await api.comment(12, '<!-- mark -->', 'second', { create: false });
  const writes = github.calls.filter(({ method }) => method !== 'GET');
  expect(writes.map(({ method }) => method)).toEqual(['POST', 'PATCH']);
  expect(github.calls.flatMap(({ problems }) => problems)).toEqual([]);
});

test('without a comment of its own it writes none unless told to', async () => {
  const api = await openGitHub('token', 'acme/checkout');
  expect(await api.comment(13, '<!-- mark -->', 'text', { create: false })).toBeUndefined();
});

test('the stand-in refuses what GitHub would refuse', async () => {
  const call = (path: string, body?: unknown) =>
    fetch(`${github.url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: 'Bearer token' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  expect((await call('/repos/acme/checkout/no-such-thing')).status).toBe(404);
  expect((await call('/repos/acme/checkout/issues/12/comments', { text: 'no body' })).status).toBe(422);
  expect((await call('/repos/acme/checkout/commits/c0ffee/pulls?colour=red')).status).toBe(422);
});
