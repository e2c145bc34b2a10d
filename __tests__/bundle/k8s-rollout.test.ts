import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { forget, runStub } from '../support/run-action.ts';

let workspace: string;

const manifest = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n';
/** A port that nobody listens on: 1 is reserved. */
const kubeconfig = (server: string): string => `apiVersion: v1
kind: Config
clusters: [{ name: c, cluster: { server: "${server}" } }]
users: [{ name: u, user: { token: t } }]
contexts: [{ name: x, context: { cluster: c, user: u } }]
current-context: x
`;

beforeAll(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'seatrial-bad-rollout-'));
  const put = (name: string, text: string): Promise<void> => writeFile(join(workspace, name), text);
  await put('good.yaml', manifest);
  await put('bad.yaml', `${manifest}---\nkind: [1\n`);
  await put('twice.yaml', `${manifest}---\n${manifest}`);
  await put('nobody.kubeconfig', kubeconfig('https://127.0.0.1:1'));
  await put('broken.kubeconfig', 'a: [b');
});
afterAll(() => rm(workspace, { recursive: true, force: true }));

test.each([
  ['no manifests', {}, 'input "manifests" is required', ''],
  [
    'a missing manifest',
    { manifests: 'nowhere.yaml' },
    'there is no manifest nowhere.yaml',
    'invalid-manifest',
  ],
  ['an empty glob', { manifests: 'none/*.yaml' }, 'nothing matches none/*.yaml', 'invalid-manifest'],
  ['invalid YAML', { manifests: 'bad.yaml' }, 'bad.yaml is no valid YAML', 'invalid-manifest'],
  [
    'an image by tag',
    { manifests: 'good.yaml', images: 'a=r.example/a:1' },
    'not given by digest',
    'invalid-manifest',
  ],
  [
    'an image nobody uses',
    { manifests: 'good.yaml', images: `a=r.example/a@sha256:${'0'.repeat(64)}` },
    'no container of the manifests uses the image a',
    'invalid-manifest',
  ],
  [
    'an unknown on-failure',
    { manifests: 'good.yaml', 'on-failure': 'panic' },
    'input "on-failure" is "panic", expected one of undo, keep',
    '',
  ],
  ['a duration without unit', { manifests: 'good.yaml', timeout: '10' }, 'input "timeout" is "10"', ''],
  [
    'a missing kubeconfig',
    { manifests: 'good.yaml', kubeconfig: 'gone' },
    'no such file or directory',
    'unauthorized',
  ],
  [
    'a broken kubeconfig',
    { manifests: 'good.yaml', kubeconfig: 'broken.kubeconfig' },
    'kubectl does not accept the access',
    'unauthorized',
  ],
  [
    'a missing context',
    { manifests: 'good.yaml', kubeconfig: 'nobody.kubeconfig', context: 'y' },
    'context "y" does not exist',
    'unauthorized',
  ],
  [
    'a cluster that is not there',
    { manifests: 'good.yaml', kubeconfig: 'nobody.kubeconfig' },
    'the cluster gives no answer',
    'unreachable',
  ],
  [
    'a missing kubectl',
    { manifests: 'good.yaml', kubectl: '/nowhere/kubectl' },
    'the program "/nowhere/kubectl" was not found',
    'unreachable',
  ],
])('%s is one clear error within seconds', async (_what, inputs, message, cause) => {
  const begun = Date.now();
  const result = await runStub('k8s-rollout', inputs, { workspace });
  expect({ code: result.code, stdout: result.stdout }).toMatchObject({ code: 1 });
  expect(result.stdout).toContain(message);
  expect(result.stdout).not.toMatch(/has a bug|^\s+at .+:\d+:\d+\)?$/m);
  expect(result.outputs).toMatchObject({ cause });
  expect(result.outputs['previous-revision']).toBe('');
  expect(Date.now() - begun).toBeLessThan(8000);
  await forget(result);
});

test('the line of a YAML error is annotated within the file, not within the document', async () => {
  const result = await runStub('k8s-rollout', { manifests: 'bad.yaml' }, { workspace });
  expect(result.stdout).toMatch(/^::error .*file=bad\.yaml,line=[67]/m);
  await forget(result);
});
