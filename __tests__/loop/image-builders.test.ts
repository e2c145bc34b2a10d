import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { field, objectOf } from '../../actions/shared/json/json.ts';
import { blobPath, openLayout } from '../../actions/shared/oci/layout.ts';
import { readTree } from '../../actions/shared/oci/tree.ts';
import { must } from '../../scripts/run.ts';
import { type Bed, up } from '../../testbed/bed.ts';
import { toolPath } from '../../testbed/tools/ensure.ts';
import { runStub, type StubResult } from '../support/run-action.ts';

/** The same Dockerfile by every builder that can be had here, and by none. */

let bed: Bed;
let workspace: string;
const name = (): string => `${bed.registry}/t-builders/app-${process.pid}`;

beforeAll(async () => {
  bed = await up();
  workspace = await mkdtemp(join(tmpdir(), 'seatrial-builders-'));
  await writeFile(join(workspace, 'go.mod'), 'module example.com/app\n\ngo 1.26\n');
  await writeFile(join(workspace, 'main.go'), 'package main\n\nfunc main() { println("hello") }\n');
  await must('go', ['build', '-trimpath', '-ldflags=-s -w', '-o', 'bin/app', '.'], {
    cwd: workspace,
    env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-buildvcs=false' },
  });
  await writeFile(join(workspace, '.dockerignore'), 'temp\n');
  // buildah asks for https of every registry, loopback or not.
  await writeFile(
    join(workspace, 'registries.conf'),
    `[[registry]]\nlocation = "${bed.registry}"\ninsecure = true\n`,
  );
}, 600_000);
afterAll(() => rm(workspace, { recursive: true, force: true }));

const dockerfile = (more = ''): string => `ARG BASE=${bed.baseImages.static}
FROM ${bed.baseImages.golang} AS builder
RUN exit 1
FROM \${BASE}
ARG VERSION
ENV MODE=production GREETING="two words"
LABEL example="\${VERSION}"
WORKDIR /srv/app
COPY --chown=10:20 --from=builder /out/app bin/
${more}EXPOSE 8080 9090/udp
USER 65532:65532
ENTRYPOINT ["/srv/app/bin/app"]
CMD ["serve"]
`;

async function build(builder: string, text: string, env: Record<string, string> = {}): Promise<StubResult> {
  await writeFile(join(workspace, 'Dockerfile'), text);
  const result = await runStub(
    'multistage-dockerize',
    { image: name(), binary: 'bin/app', builder, lint: 'off' },
    {
      workspace,
      temp: join(workspace, 'temp', builder),
      env: {
        PATH: `${dirname(bed.buildctl)}:${process.env['PATH']}`,
        BUILDKIT_HOST: bed.buildkitHost,
        CONTAINERS_REGISTRIES_CONF: join(workspace, 'registries.conf'),
        SOURCE_DATE_EPOCH: '1700000000',
        ...env,
      },
    },
  );
  expect([result.code, result.stdout]).toEqual([
    0,
    expect.stringContaining('has the sha256 of the tested binary'),
  ]);
  return result;
}

/** What a container of the image sees: its settings, and every path with mode and owner. */
async function seen(result: StubResult): Promise<{ settings: unknown; paths: string[] }> {
  const layout = await openLayout(result.outputs['layout'] ?? '');
  const [image] = layout.images;
  if (image === undefined) throw new Error('no image');
  const config: unknown = JSON.parse(
    await readFile(blobPath(layout.path, image.manifest.config.digest), 'utf8'),
  );
  const tree = await readTree(layout.path, image.manifest.layers);
  const paths = [...tree].map(
    ([path, node]) => `${path} ${node.type} ${node.mode.toString(8)} ${node.uid}:${node.gid}`,
  );
  // A mark of BuildKit for Windows, which no runtime of Linux reads.
  const { ArgsEscaped: _, ...settings } = objectOf(field(config, 'config'));
  return { settings, paths: paths.sort() };
}

test('written without a builder, the image is what BuildKit makes of the same Dockerfile', async () => {
  const direct = await build('direct', dockerfile());
  const byBuildKit = await seen(await build('buildctl', dockerfile()));
  expect(await seen(direct)).toEqual(byBuildKit);
  expect(byBuildKit.paths).toContain('/srv/app/bin/app file 755 10:20');
  expect((await build('direct', dockerfile())).outputs['digest']).toBe(direct.outputs['digest']);
}, 120_000);

test('buildah builds the same without a daemon, with the binary in the place of the builder stage', async () => {
  await toolPath('buildah');
  const built = await seen(await build('buildah', dockerfile()));
  const direct = await seen(await build('direct', dockerfile()));
  expect(built.paths.filter((path) => path.startsWith('/srv'))).toEqual(
    direct.paths.filter((path) => path.startsWith('/srv')),
  );
  expect(built.settings).toMatchObject({
    User: '65532:65532',
    Entrypoint: ['/srv/app/bin/app'],
    Cmd: ['serve'],
  });
}, 180_000);
