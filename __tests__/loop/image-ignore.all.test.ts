import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openLayout } from '../../actions/shared/oci/layout.ts';
import { readTree } from '../../actions/shared/oci/tree.ts';
import { root } from '../../scripts/run.ts';
import { type Bed, up } from '../../testbed/bed.ts';
import { type Dockerd, startDockerd } from '../../testbed/dockerd.ts';
import { toolPath } from '../../testbed/tools/ensure.ts';
import { runStub } from '../support/run-action.ts';

/** What the .dockerignore of the templates lets into a build, by builders that read it differently. */

let bed: Bed;
let docker: Dockerd;
let folder: string;
let template: string;
const module = (): string => join(folder, 'module');

beforeAll(async () => {
  bed = await up();
  folder = await mkdtemp(join(tmpdir(), 'seatrial-ignore-'));
  docker = await startDockerd(await toolPath('dockerd'), folder);
  await toolPath('buildah');
  template = await readFile(join(root, 'action-templates', 'docker', '.dockerignore'), 'utf8');
  const names = [
    'go.mod',
    'main.go',
    '.env',
    'cmd/server/main.go',
    'cmd/server/main_test.go',
    'internal/a/a.go',
  ];
  for (const name of names) {
    await mkdir(dirname(join(module(), name)), { recursive: true });
    await writeFile(join(module(), name), name);
  }
  await writeFile(join(module(), 'Dockerfile'), 'FROM scratch\nCOPY . /\n');
}, 600_000);
afterAll(async () => {
  await docker.stop();
  await rm(folder, { recursive: true, force: true });
});

async function letIn(builder: string, ignore: string): Promise<string[]> {
  await writeFile(join(module(), '.dockerignore'), ignore);
  const result = await runStub(
    'multistage-dockerize',
    { image: `${bed.registry}/t-ignore/app`, builder, lint: 'off' },
    {
      workspace: module(),
      temp: join(folder, 'temp', builder),
      env: {
        PATH: `${dirname(bed.buildctl)}:${process.env['PATH']}`,
        BUILDKIT_HOST: bed.buildkitHost,
        DOCKER_HOST: docker.host,
        DOCKER_BUILDKIT: '0',
      },
    },
  );
  expect([result.code, result.stdout]).toEqual([0, expect.not.stringContaining('::error')]);
  const layout = await openLayout(result.outputs['layout'] ?? '');
  const tree = await readTree(layout.path, layout.images[0]?.manifest.layers ?? []);
  return [...tree].flatMap(([path, { type }]) => (type === 'file' ? [path] : [])).sort();
}

const atTheTop = ['/go.mod', '/main.go'];
const sources = ['/cmd/server/main.go', '/go.mod', '/internal/a/a.go', '/main.go'];

test('BuildKit lets in the sources of every folder, and nothing else', async () => {
  expect(await letIn('buildctl', template)).toEqual(sources);
}, 120_000);

test.each(['docker', 'buildah'])(
  'for %s folders have to be named, as the file says',
  async (builder) => {
    expect(await letIn(builder, template)).toEqual(atTheTop);
    expect(await letIn(builder, template.replaceAll(/^# !/gm, '!'))).toEqual(sources);
  },
  240_000,
);
