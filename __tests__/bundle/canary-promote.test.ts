import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { forget, runStub } from '../support/run-action.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seatrial-canary-bundle-'));
  const deployment = (name: string): string => `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: prod}
spec:
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata: {labels: {app: ${name}}}
    spec: {containers: [{name: app, image: "app:1"}]}
`;
  await writeFile(join(folder, 'one.yaml'), deployment('shop'));
  await writeFile(join(folder, 'two.yaml'), `${deployment('shop')}---\n${deployment('worker')}`);
  await writeFile(join(folder, 'broken.yaml'), 'kind: Deployment\n  metadata: x\n');
  await writeFile(join(folder, 'away.kubeconfig'), kubeconfig());
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function kubeconfig(): string {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'c', cluster: { server: 'https://127.0.0.1:1', 'insecure-skip-tls-verify': true } }],
    users: [{ name: 'u', user: { token: 'canary-string-token' } }],
    contexts: [{ name: 'x', context: { cluster: 'c', user: 'u' } }],
    'current-context': 'x',
  });
}

const sound = { manifests: 'one.yaml', prometheus: 'http://127.0.0.1:9', kubeconfig: 'away.kubeconfig' };

test.each<[string, Record<string, string>, string]>([
  ['no input at all', {}, 'mode run needs manifests'],
  ['an unknown mode', { ...sound, mode: 'go' }, 'expected one of run, abort, status, resume, promote, reap'],
  ['a margin without a number', { ...sound, 'max-error-increase': 'little' }, 'expected a percentage'],
  ['steps that fall', { ...sound, steps: '50, 5' }, 'expected whole percentages that rise'],
  ['a manifest that is not there', { ...sound, manifests: 'none.yaml' }, 'there is no manifest none.yaml'],
  ['a manifest that is no YAML', { ...sound, manifests: 'broken.yaml' }, 'broken.yaml is no valid YAML'],
  ['two Deployments and no word which', { ...sound, manifests: 'two.yaml' }, '2 Deployments (shop, worker)'],
  [
    'an image without a digest',
    { ...sound, images: 'app=app:2' },
    'the image for app is not given by digest',
  ],
  ['a kubeconfig that is not there', { ...sound, kubeconfig: 'none' }, 'none'],
  [
    'a kubeconfig that is none',
    { ...sound, kubeconfig: 'broken.yaml' },
    'kubectl does not accept the access',
  ],
  ['a context that is not there', { ...sound, context: 'y' }, 'context "y" does not exist'],
  ['a cluster that is not there', sound, 'the cluster gives no answer'],
])('%s is one clear error', async (_, inputs, message) => {
  const result = await runStub('canary-promote', inputs, { workspace: folder });
  expect(result.code).toBe(1);
  expect(result.stdout).toContain(message);
  expect(result.stdout).not.toContain('has a bug');
  expect(result.stdout + result.stderr).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
  expect(result.stdout + result.stderr + result.summary).not.toContain('canary-string-token');
  expect(result.summary).toContain('**What to do:**');
  expect(result.outputs).toMatchObject({ phase: '', evidence: '' });
  await forget(result);
});

test('the post step after a main step that changed nothing has nothing to do and asks nobody', async () => {
  const result = await runStub('canary-promote-post', sound, { workspace: folder });
  expect(result.code).toBe(0);
  await forget(result);
});

test('the post step after a main step that died asks the cluster', async () => {
  const env = { STATE_route: 'shop', STATE_namespace: 'prod' };
  const result = await runStub('canary-promote-post', sound, { workspace: folder, env });
  expect(result.code).toBe(1);
  expect(result.stdout).toContain('The main step did not come to its end.');
  expect(result.stdout).toContain('the cluster gives no answer');
  await forget(result);
});
