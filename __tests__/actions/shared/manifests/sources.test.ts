import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { UserError } from '../../../../actions/shared/errors/user-error.ts';
import { type Exec, exec } from '../../../../actions/shared/exec/exec.ts';
import { type ReadOptions, readManifests } from '../../../../actions/shared/manifests/read.ts';
import { readVariables } from '../../../../actions/shared/manifests/sources/variables.ts';

let workspace: string;

beforeAll(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'seatrial-sources-'));
});
afterAll(() => rm(workspace, { recursive: true, force: true }));

async function file(name: string, text: string): Promise<string> {
  await mkdir(dirname(join(workspace, name)), { recursive: true });
  await writeFile(join(workspace, name), text);
  return name;
}
const read = (pattern: string, options: Partial<ReadOptions> = {}) =>
  readManifests([pattern], { workspace, exec, ...options });

async function refusal(work: Promise<unknown>): Promise<UserError> {
  const thrown = await work.catch((error: unknown) => error);
  if (thrown instanceof UserError) return thrown;
  throw new Error(`not refused: ${JSON.stringify(thrown)}`);
}
const variables = async (text: string) => {
  const name = await file('values.env', text);
  return { variables: await readVariables(join(workspace, name), name) };
};

const config = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n';

test('variables fill values, typed where they stand without quotes; $${…} stays', async () => {
  const name = await file(
    'filled.yaml',
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a }\nspec:\n  replicas: ${REPLICAS}\n  paused: ${PAUSED}\n  version: "${REPLICAS}"\n  text: a-${NAME}-b\n  shell: echo $${HOME}\n',
  );
  const [manifest] = await read(name, await variables('# settings\nREPLICAS=3\nPAUSED=false\nNAME="x y"\n'));
  expect(manifest?.object['spec']).toEqual({
    replicas: 3,
    paused: false,
    version: '3',
    text: 'a-x y-b',
    shell: 'echo ${HOME}',
  });
});

test('a placeholder that nobody fills is an error with its line, also within a block', async () => {
  const name = await file('open.yaml', `${config}data:\n  script: |\n    one\n    two \${MISSING}\n`);
  const error = await refusal(read(name, await variables('A=1\n')));
  expect(error.message).toBe('open.yaml: the placeholder ${MISSING} is not filled in');
  expect(error.place).toEqual({ file: 'open.yaml', line: 7 });
  expect((await read(name))[0]?.object['data']).toEqual({ script: 'one\ntwo ${MISSING}\n' });
});

test('a value can’t become structure: what it holds is one value', async () => {
  const name = await file('inject.yaml', `${config}data:\n  a: \${A}\n`);
  const [manifest, second] = await read(name, await variables('A=x\\n  b: y: {evil: [1]}\n'));
  expect(second).toBeUndefined();
  expect(manifest?.object['data']).toEqual({ a: 'x\\n  b: y: {evil: [1]}' });
});

test('Secrets are not filled, also in a list', async () => {
  const secret = 'apiVersion: v1\nkind: Secret\nmetadata: { name: s }\nstringData:\n  key: ${A}\n';
  const error = await refusal(read(await file('secret.yaml', secret), await variables('A=1\n')));
  expect(error.message).toContain('a Secret is not filled in');
  expect(error.place).toEqual({ file: 'secret.yaml', line: 5 });
});

test.each([
  ['A=1\nno variable\n', 'a line that is no `NAME=value`', 2],
  ['A=1\nA=2\n', 'A stands twice', 2],
  ['\nDB_PASSWORD=x\n', 'DB_PASSWORD sounds like a secret', 2],
])('the variables %j are refused', async (text, message, line) => {
  const error = await refusal(variables(text));
  expect(error.message).toContain(message);
  expect(error.place).toEqual({ file: 'values.env', line });
});

test('nothing is downloaded unless that is allowed, and then only encrypted or from this machine', async () => {
  const server = createServer((request, response) => {
    if (request.url === '/a.yaml') response.end(config);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  try {
    expect((await refusal(read(`${base}/a.yaml`))).fix).toContain('allow-urls: true');
    expect(await read(`${base}/a.yaml`, { allowUrls: true })).toHaveLength(1);
    expect((await refusal(read(`${base}/b.yaml`, { allowUrls: true }))).message).toContain('HTTP status 404');
    const open = await refusal(read('http://example.com/a.yaml', { allowUrls: true }));
    expect(open.message).toContain('is not encrypted');
  } finally {
    server.close();
  }
});

test('a kustomization that downloads parts of itself is refused, also by way of another one', async () => {
  await file('k/base/kustomization.yaml', 'resources: ["https://example.com/a.yaml"]\n');
  await file('k/top/kustomization.yaml', 'resources: [../base]\n');
  const error = await refusal(read('k/top'));
  expect(error.message).toContain('k/base: the kustomization downloads https://example.com/a.yaml');
});

test('a chart is rendered by helm with its values files, and its failure is told with what to do', async () => {
  await file('chart/Chart.yaml', 'apiVersion: v2\nname: shop\nversion: 1.0.0\n');
  const calls: (readonly string[])[] = [];
  const helm: Exec = async (program, args) => {
    calls.push([program, ...args]);
    return { code: 0, stdout: `---\n# Source: shop/templates/a.yaml\n${config}`, stderr: '' };
  };
  const options = { values: ['/v/a.yaml', '/v/b.yaml'], namespace: 'prod', helm: '/opt/helm' };
  const [manifest] = await read('chart', { exec: helm, helm: options });
  expect(manifest?.placeOf([])).toEqual({ file: 'chart' });
  expect(calls).toEqual([
    [
      '/opt/helm',
      'template',
      'chart',
      join(workspace, 'chart'),
      '--include-crds',
      '--namespace',
      'prod',
      '--values',
      '/v/a.yaml',
      '--values',
      '/v/b.yaml',
    ],
  ]);
  const failing: Exec = async () => ({
    code: 1,
    stdout: '',
    stderr: 'Error: found in Chart.yaml, but missing in charts/ directory: redis',
  });
  const error = await refusal(read('chart', { exec: failing }));
  expect(error.message).toBe(
    "Helm can't render chart: found in Chart.yaml, but missing in charts/ directory: redis",
  );
  expect(error.fix).toContain('helm dependency build chart');
});
