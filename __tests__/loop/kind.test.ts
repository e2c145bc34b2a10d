import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { run } from '../../scripts/run.ts';
import { home } from '../../testbed/home.ts';
import { kindConfig } from '../../testbed/kind/config.ts';
import { choosePorts } from '../../testbed/machine/ports.ts';
import { toolPath } from '../../testbed/tools/ensure.ts';

/**
 * A docker that has every image and starts nothing: it writes down what it is told to run. kind's own node image can't
 * be had everywhere; what the real kind makes of our configuration can.
 */
const docker = `#!/bin/sh
case "$1" in
  info) echo '{"CgroupVersion":"2","MemoryLimit":true,"PidsLimit":true,"CPUShares":true}' ;;
  network) [ "$2" = inspect ] && echo '[]' ;;
  run) printf '%s\\n' "$@" > "$CALLS"; echo 'stopped here' >&2; exit 1 ;;
esac
exit 0
`;

let folder: string;
const ports = await choosePorts({}, async () => true);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seatrial-kind-'));
  await writeFile(join(folder, 'docker'), docker);
  await chmod(join(folder, 'docker'), 0o755);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function create(config: string) {
  await writeFile(join(folder, 'kind.yaml'), config);
  const calls = join(folder, 'calls');
  const env = { ...process.env, PATH: `${folder}:${process.env['PATH'] ?? ''}`, CALLS: calls };
  const paths = ['--config', join(folder, 'kind.yaml'), '--kubeconfig', join(folder, 'kubeconfig')];
  const args = ['create', 'cluster', ...paths, '--wait', '3m'];
  const { code, output } = await run(await toolPath('kind'), args, { env });
  return { code, output, told: (await readFile(calls, 'utf8').catch(() => '')).split('\n') };
}

test('the real kind reads our configuration, and asks docker for the node that we mean', async () => {
  const folders = home({ SEATRIAL_HOME: folder });
  const { output, told } = await create(kindConfig(folders, ports));
  expect(output).toContain('stopped here');
  expect(told).toEqual(
    expect.arrayContaining([
      'seatrial-control-plane',
      `--volume=${folders.config}/registries:/etc/containerd/certs.d:ro`,
      `--publish=127.0.0.1:${ports.apiServer}:6443/TCP`,
      `--publish=127.0.0.1:${ports.registry}:${ports.registry}/TCP`,
      `--publish=127.0.0.1:${ports.gateway}:${ports.gateway}/TCP`,
    ]),
  );
}, 300_000);

test('the real kind would have refused a field that it does not know', async () => {
  const wrong = kindConfig(home({ SEATRIAL_HOME: folder }), ports).replace(
    'extraPortMappings',
    'portMappings',
  );
  const { code, output } = await create(wrong);
  expect(code).toBe(1);
  expect(output).toContain('field portMappings not found');
}, 60_000);
