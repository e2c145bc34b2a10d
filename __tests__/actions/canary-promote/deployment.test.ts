import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { contract, type Output } from '../../../actions/canary-promote/src/contract.ts';
import { asDeployment } from '../../../actions/canary-promote/src/deployment.ts';
import { listAt, textAt } from '../../../actions/shared/kube/values.ts';
import { type GitHubStandIn, startGitHub } from '../../../testbed/github/server.ts';
import { inputsOf, testContext } from '../../support/context.ts';

let github: GitHubStandIn;

beforeAll(async () => {
  github = await startGitHub({ pullRequestOf: () => undefined });
  process.env['GITHUB_API_URL'] = github.url;
}, 60_000);
afterAll(async () => {
  delete process.env['GITHUB_API_URL'];
  await github.close();
});

async function canary(
  given: Readonly<Record<string, string>>,
  work: (end: (verdict: string) => void) => void,
) {
  const context = await testContext<Output>({ now: Date.now });
  const base = { manifests: 'a', prometheus: 'http://p:9090' };
  const inputs = inputsOf(contract, { ...base, ...given }, context.workspace);
  const before = github.calls.length;
  const thrown: unknown = await asDeployment(inputs, context, async () =>
    work((verdict) => {
      context.report.output('verdict', verdict);
      context.report.output('reason', `it was ${verdict}`);
    }),
  ).catch((error: unknown) => error);
  const calls = github.calls.slice(before);
  const told = calls.map(({ body }) => `${textAt(body, 'state')} ${textAt(body, 'description')}`);
  return { thrown, told, problems: calls.flatMap(({ problems }) => listAt(problems)), lines: context.lines };
}

test.each([
  ['promoted', 'success'],
  ['unchanged', 'success'],
  ['held', 'in_progress'],
  ['rolled-back', 'failure'],
  ['refused', 'failure'],
  ['restored', 'error'],
])('a canary that was %s is told to GitHub as %s', async (verdict, state) => {
  const { told, problems } = await canary({ token: 't0ken' }, (end) => end(verdict));
  expect(told).toEqual([' canary-promote', 'in_progress canary', `${state} it was ${verdict}`]);
  expect(problems).toEqual([]);
});

test('what ends by an error is a failure with its message, and still that error', async () => {
  const { thrown, told } = await canary({ token: 't0ken' }, () => {
    throw new Error('no route');
  });
  expect(told.at(-1)).toBe('failure no route');
  expect(thrown).toMatchObject({ message: 'no route' });
});

test('without a token, and in a dry run, GitHub is told nothing', async () => {
  expect((await canary({}, (end) => end('promoted'))).told).toEqual([]);
  expect((await canary({ token: 't0ken', 'dry-run': 'true' }, (end) => end('unchanged'))).told).toEqual([]);
});
