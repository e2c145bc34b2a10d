import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { contract, type Output } from '../../../actions/k8s-rollout/src/contract.ts';
import { announceRollout } from '../../../actions/k8s-rollout/src/deployment.ts';
import { type Access, run } from '../../../actions/k8s-rollout/src/run.ts';
import type { Context } from '../../../actions/shared/action/context.ts';
import { listAt, textAt } from '../../../actions/shared/kube/values.ts';
import { type GitHubStandIn, startGitHub } from '../../../testbed/github/server.ts';
import { inputsOf, testContext } from '../../support/context.ts';
import { rolloutWorld } from '../../support/rollout-world.ts';

const app =
  'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: app }\nspec: { replicas: 1, selector: { matchLabels: { a: b } }, template: { metadata: { labels: { a: b } }, spec: { containers: [{ name: app, image: app }] } } }\n';

let github: GitHubStandIn;

beforeAll(async () => {
  github = await startGitHub({ pullRequestOf: () => undefined });
  process.env['GITHUB_API_URL'] = github.url;
}, 60_000);
afterAll(async () => {
  delete process.env['GITHUB_API_URL'];
  await github.close();
});

interface World {
  readonly access: Access;
  readonly kubes: ReadonlyMap<string, ReturnType<typeof rolloutWorld>>;
}

/** One cluster per context; in those named `bad…` no pod ever comes. */
function clusters(...names: string[]): World {
  const kubes = new Map(
    names.map((name) => [name, rolloutWorld({ stuck: name.startsWith('bad') ? ['app'] : [] })] as const),
  );
  const open: Access['open'] = async ({ context = '' }) => {
    const found = kubes.get(context);
    if (found === undefined) throw new Error(`no cluster ${context}`);
    return found.kube;
  };
  return { access: { open, namespace: async () => 'shop' }, kubes };
}

async function roll(
  world: World,
  given: Readonly<Record<string, string>>,
  more: Partial<Context<Output>> = {},
) {
  const context = await testContext<Output>({ now: Date.now, ...more });
  await writeFile(join(context.workspace, 'app.yaml'), app);
  const defaults = { manifests: 'app.yaml', settle: '0s', timeout: '300ms', namespace: 'shop' };
  const inputs = inputsOf(contract, { ...defaults, ...given }, context.workspace);
  const thrown: unknown = await run(inputs, context, world.access).catch((error: unknown) => error);
  const { report } = context;
  return { outputs: Object.fromEntries(report.outputs), report, thrown, lines: context.lines };
}
const has = (world: World, name: string): boolean =>
  world.kubes.get(name)?.kube.objects.has('Deployment shop/app') === true;

test('several places in turn: all of them, with their records and workloads', async () => {
  const world = clusters('eu', 'us');
  const targets = 'context=eu, environment=eu\ncontext=us, environment=us';
  const { outputs, report, lines } = await roll(world, { targets });
  expect(outputs).toMatchObject({ status: 'succeeded', verdict: 'healthy' });
  expect(JSON.parse(outputs['workloads'] ?? '')).toHaveLength(2);
  expect(report.sections.rollouts?.map(({ environment }) => environment)).toEqual(['eu', 'us']);
  expect(report.summaries).toHaveLength(2);
  expect(lines.join('\n')).toContain('[eu eu] Deployment shop/app: created');
});

test('the first that fails stops it: those behind are left as they are, and named', async () => {
  const world = clusters('eu', 'bad', 'us');
  const { outputs, report } = await roll(world, { targets: 'context=eu\ncontext=bad\ncontext=us' });
  expect(outputs).toMatchObject({ status: 'undone', cause: 'progress-deadline' });
  expect([has(world, 'eu'), has(world, 'bad'), has(world, 'us')]).toEqual([true, false, false]);
  expect(report.failure?.message).toContain('Left as they were: us.');
});

test('all at once: the one that fails cancels those beside it', async () => {
  const world = clusters('bad', 'badly slow');
  const targets = 'context=bad\ncontext=badly slow';
  const { outputs } = await roll(world, { targets, parallel: 'true' });
  expect(outputs['status']).toBe('undone');
  expect([has(world, 'bad'), has(world, 'badly slow')]).toEqual([false, false]);
});

test('a place that can’t be reached stops it with its own error', async () => {
  const { outputs, thrown } = await roll(clusters('eu'), { targets: 'context=eu\ncontext=nowhere' });
  expect(thrown).toMatchObject({ message: 'no cluster nowhere' });
  expect(outputs).toMatchObject({ status: 'failed' });
});

test('in a freeze nothing begins, and going back stays allowed', async () => {
  const world = clusters('');
  const friday = { now: () => Date.parse('2026-11-27T18:00:00Z') };
  const freeze = 'Fri 16:00-Mon 08:00';
  const frozen = await roll(world, { freeze }, friday);
  expect(frozen.outputs).toMatchObject({
    status: 'failed',
    verdict: 'refused',
    cause: 'frozen',
    changed: 'false',
  });
  expect(frozen.outputs['diagnosis']).toContain('the freeze Fri 16:00-Mon 08:00');
  expect(has(world, '')).toBe(false);
  expect((await roll(world, { freeze, 'ignore-freeze': 'true' }, friday)).outputs['status']).toBe(
    'succeeded',
  );
  expect((await roll(world, { freeze, mode: 'status' }, friday)).outputs['status']).toBe('unchanged');
});

const told = () =>
  github.calls.map(({ method, path, body, problems }) => ({
    call: `${method} ${path}`,
    state: textAt(body, 'state'),
    url: textAt(body, 'environment_url'),
    problems: listAt(problems),
  }));

test('GitHub is told of the deployment and of its end, in calls that it takes', async () => {
  const before = github.calls.length;
  const settings = { token: 'secret-token', 'environment-url': 'https://shop.example.com' };
  const good = await roll(clusters(''), settings);
  expect(good.outputs['status']).toBe('succeeded');
  const base = '/repos/acme/app/deployments';
  const url = settings['environment-url'];
  expect(told().slice(before)).toEqual([
    { call: `POST ${base}`, state: '', url: '', problems: [] },
    { call: `POST ${base}/42/statuses`, state: 'in_progress', url, problems: [] },
    { call: `POST ${base}/42/statuses`, state: 'success', url, problems: [] },
  ]);
  expect(good.lines.join('\n')).not.toContain('secret-token');
  await roll(clusters('bad'), { ...settings, context: 'bad' });
  expect(told().at(-1)).toMatchObject({ state: 'failure', problems: [] });
}, 60_000);

test('a GitHub that refuses is one warning, and one that gives no answer holds a cancelled job up no longer than it may', async () => {
  const context = await testContext<Output>({ now: Date.now });
  const inputs = inputsOf(contract, { manifests: 'a', token: 'secret-token' }, context.workspace);
  const refusing = () => Promise.reject(new Error('Resource not accessible'));
  await announceRollout(inputs, context, refusing).end('failure', 'x');
  expect(context.report.annotations).toMatchObject([
    {
      level: 'warning',
      message: expect.stringContaining('Resource not accessible. It needs `permissions: deployments: write`'),
    },
  ]);
  const begun = Date.now();
  const cancelled = { ...context, signal: AbortSignal.abort() };
  await announceRollout(inputs, cancelled, () => new Promise(() => undefined)).end('error', 'x');
  expect(Date.now() - begun).toBeLessThan(4000);
  expect(context.masked).toContain('secret-token');
});

test('without a token it is one line', async () => {
  const silent = await roll(clusters(''), {});
  expect(silent.report.annotations).toEqual([]);
  expect(silent.lines.join('\n')).toContain('GitHub is told of no deployment');
});

test.each(['namespace', 'region=eu', 'namespace=a, namespace=b'])(
  'the place %j is refused',
  async (targets) => {
    const context = await testContext<Output>();
    expect(() => inputsOf(contract, { manifests: 'a', targets }, context.workspace)).toThrow('at most once');
  },
);
