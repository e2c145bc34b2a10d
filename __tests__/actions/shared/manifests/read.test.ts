import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { UserError } from '../../../../actions/shared/errors/user-error.ts';
import { exec } from '../../../../actions/shared/exec/exec.ts';
import { readManifests } from '../../../../actions/shared/manifests/read.ts';

let workspace: string;

beforeAll(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'seatrial-manifests-'));
  await mkdir(join(workspace, 'deploy', 'more'), { recursive: true });
  await mkdir(join(workspace, 'empty'));
});
afterAll(() => rm(workspace, { recursive: true, force: true }));

async function file(name: string, text: string): Promise<string> {
  await writeFile(join(workspace, name), text);
  return name;
}

const read = (...patterns: string[]) => readManifests(patterns, { workspace, exec });

async function refusal(...patterns: string[]): Promise<UserError> {
  const thrown = await read(...patterns).catch((error: unknown) => error);
  if (thrown instanceof UserError) return thrown;
  throw new Error(`not refused: ${JSON.stringify(thrown)}`);
}

test('reads values as kubectl does: octal modes, no base-60 ports, no dates, yes is true', async () => {
  const name = await file(
    'values.yaml',
    'apiVersion: v1\nkind: Thing\nmetadata: {name: x}\nspec: {mode: 0644, new: 0o644, port: 22:22, day: 2020-01-01, on: yes, off: "yes", big: 1_000}\n',
  );
  const [manifest] = await read(name);
  expect(manifest?.object['spec']).toEqual({
    mode: 420,
    new: 420,
    port: '22:22',
    day: '2020-01-01',
    true: true,
    false: 'yes',
    big: 1000,
  });
});

test('knows the line of a field within the file, over several documents and lists', async () => {
  const name = await file(
    'lines.yaml',
    `# first
apiVersion: v1
kind: ConfigMap
metadata:
  name: one
---
apiVersion: v1
kind: List
items:
  - apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: two
    spec:
      template:
        spec:
          containers:
            - name: app
              image: a
            - name: side
              image: b
`,
  );
  const manifests = await read(name);
  expect(manifests.map(({ object }) => object.kind)).toEqual(['ConfigMap', 'Deployment']);
  expect(manifests[0]?.placeOf(['metadata', 'name'])).toEqual({ file: name, line: 5 });
  const image = manifests[1]?.placeOf(['spec', 'template', 'spec', 'containers', 1, 'image']);
  expect(image).toEqual({ file: name, line: 21 });
  const missing = manifests[1]?.placeOf([
    'spec',
    'template',
    'spec',
    'containers',
    0,
    'readinessProbe',
    'httpGet',
  ]);
  expect(missing).toEqual({ file: name, line: 18 });
});

test('reads folders with all below them and globs, each file once', async () => {
  await file('deploy/a.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n');
  await file('deploy/more/b.yml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: b}\n');
  await file('deploy/notes.txt', 'no manifest');
  const names = async (...patterns: string[]) =>
    (await read(...patterns)).map(({ object }) => object.metadata.name);
  expect(await names('deploy')).toEqual(['a', 'b']);
  expect(await names('deploy/*.yaml', 'deploy/a.yaml', join(workspace, 'deploy/**/*.yml'))).toEqual([
    'a',
    'b',
  ]);
});

test.each([
  ['a syntax error', 'kind: A\n---\nkind: B\nspec: [1, 2\nx: 1\n', /no valid YAML/, 5],
  [
    'a key that stands twice',
    'apiVersion: v1\nkind: A\nkind: B\n',
    /no valid YAML: Map keys must be unique/,
    3,
  ],
  ['no kind', 'a: 1\n---\napiVersion: v1\nmetadata: {name: x}\n', /without apiVersion/, 1],
  ['no name', 'apiVersion: v1\nkind: Service\nmetadata:\n  labels: {}\n', /Service without metadata.name/, 3],
  [
    'a placeholder',
    'apiVersion: v1\nkind: Service\nmetadata:\n  name: $' + '{name}\n',
    /placeholder \$\{name\}/,
    4,
  ],
  [
    'a template',
    'apiVersion: v1\nkind: A\nmetadata:\n  name: {{ .Values.name }}\n',
    /a template that was not rendered/,
    4,
  ],
  ['nothing', '# only a comment\n', /holds no Kubernetes object/, undefined],
])('refuses %s and names the line of the file', async (_what, text, message, line) => {
  const error = await refusal(await file('bad.yaml', text));
  expect(error.message).toMatch(message);
  expect(error.place?.file).toBe('bad.yaml');
  expect(error.place?.line).toBe(line);
});

test('refuses a missing path, an empty folder and a glob that matches nothing', async () => {
  expect((await refusal('nowhere.yaml')).message).toBe('there is no manifest nowhere.yaml');
  expect((await refusal('empty')).message).toMatch(/the folder empty holds no manifest/);
  expect((await refusal('deploy/*.json')).message).toMatch(/nothing matches deploy\/\*\.json/);
});

test('refuses a file that is no set of manifests by its size', async () => {
  const error = await refusal(await file('huge.yaml', `a: ${'x'.repeat(10 * 1024 * 1024)}\n`));
  expect(error.message).toMatch(/huge.yaml has 10 MB/);
});

test('leaves alone what looks like a placeholder where programs may want it', async () => {
  const name = await file(
    'meant.yaml',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, annotations: {x: "${y}"}}\ndata: {nginx: "proxy ${host}", alert: "{{ $labels.x }}"}\n',
  );
  await expect(read(name)).resolves.toHaveLength(1);
});
