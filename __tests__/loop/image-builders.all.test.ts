import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { must } from '../../scripts/run.ts';
import { type Bed, up } from '../../testbed/bed.ts';
import { startDockerd } from '../../testbed/dockerd.ts';
import { toolPath } from '../../testbed/tools/ensure.ts';
import { asksFor, type RegistryProxy, startRegistryProxy } from '../support/registry-proxy.ts';
import { runStub, type StubResult } from '../support/run-action.ts';

/** What builders do beside building: a plain docker, caches in a registry, and bases that want a password. */

let bed: Bed;
let workspace: string;
/** The bed's registry, for those who know the password. */
let secret: RegistryProxy;

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
  secret = await startRegistryProxy(bed.registry, asksFor('bob:s3cret'));
  // buildah asks for https of every registry, loopback or not.
  const insecure = [bed.registry, secret.host].map(
    (host) => `[[registry]]\nlocation = "${host}"\ninsecure = true\n`,
  );
  await writeFile(join(workspace, 'registries.conf'), insecure.join('\n'));
}, 600_000);
afterAll(async () => {
  await secret.close();
  await rm(workspace, { recursive: true, force: true });
});

const login = { 'registry-username': 'bob', 'registry-password': 's3cret' };

async function build(
  builder: string,
  text: string,
  inputs: Record<string, string> = {},
  env: Record<string, string> = {},
): Promise<StubResult> {
  await writeFile(join(workspace, 'Dockerfile'), text);
  return runStub(
    'multistage-dockerize',
    { image: `${secret.host}/t-builders/app`, builder, lint: 'off', ...inputs },
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
}

/** The static base, behind the password. */
const base = (): string => bed.baseImages.static.replace(bed.registry, secret.host);
const onBase = (from: string): string =>
  `FROM ${bed.baseImages.golang} AS builder\nRUN exit 1\nFROM ${from}\nCOPY --from=builder /out/app /app\nUSER 65532\nENTRYPOINT ["/app"]\n`;
const proven = 'has the sha256 of the tested binary';

/** The password is where it belongs: in no output, and with the right one everything goes. */
function logsIn(result: StubResult): void {
  expect([result.code, result.stdout]).toEqual([0, expect.stringContaining(proven)]);
  expect(result.stdout.replace('::add-mask::s3cret', '')).not.toContain('s3cret');
}

test.each(['buildctl', 'buildah'])(
  '%s pulls a base that wants a password by the one that was given, and not without',
  async (builder) => {
    if (builder === 'buildah') await toolPath('buildah');
    const given = { binary: 'bin/app', ...login };
    // The wrong one first: what was pulled once, a builder may have kept.
    const refused = await build(builder, onBase(base()), { ...given, 'registry-password': 'wrong' });
    expect([refused.code, refused.outputs['layout']]).toEqual([1, '']);
    expect(refused.stdout).toMatch(/::error .*line=3::/);
    logsIn(await build(builder, onBase(base()), given));
  },
  240_000,
);

test('a plain docker builds around the binary, pulls with the password, and keeps no image', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'seatrial-docker-'));
  const daemon = await startDockerd(await toolPath('dockerd'), folder);
  try {
    const env = { DOCKER_HOST: daemon.host, DOCKER_BUILDKIT: '0', BUILDKIT_HOST: '' };
    logsIn(await build('docker', onBase(base()), { binary: 'bin/app', ...login }, env));
    expect(await daemon.docker(['image', 'ls', '--quiet', 'seatrial-build'], workspace)).toBe('');
  } finally {
    await daemon.stop();
    await rm(folder, { recursive: true, force: true });
  }
}, 300_000);

test('what BuildKit built is kept in a registry, and taken from there by one that has nothing', async () => {
  const text = `FROM ${bed.baseImages.golang}\nRUN echo made-at $(date +%s)\nUSER 65532\nENTRYPOINT ["/bin/sh"]\n`;
  const cache = `type=registry,ref=${bed.registry}/t-builders/cache:${process.pid}`;
  const first = await build('buildctl', text, { 'cache-to': `${cache},mode=max` });
  expect([first.code, first.stdout]).toEqual([0, expect.stringContaining('exporting cache')]);
  // What a command prints while it is run; its own text has no number there.
  expect(first.stdout).toMatch(/made-at \d/);
  const forget = ['--addr', bed.buildkitHost, 'prune', '--all'];
  await must(bed.buildctl, forget, { cwd: workspace });
  const second = await build('buildctl', text, { 'cache-from': cache });
  expect(second.code).toBe(0);
  expect(second.stdout).toMatch(/importing cache manifest/);
  expect(second.stdout).not.toMatch(/made-at \d/);
}, 240_000);
