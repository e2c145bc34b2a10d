import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../scripts/run.ts';
import type { Bed } from '../../testbed/bed.ts';
import { toolPath } from '../../testbed/tools/ensure.ts';

const stages = [
  'node/fast/node-initialize',
  'node/heartbeat-with-lease/node-heartbeat-with-lease',
  'pod/fast/pod-ready',
  'pod/fast/pod-delete',
];

const run = promisify(execFile);

/** Simulates the nodes with the label, by the stages that kwok itself ships. */
export async function startKwok(bed: Bed, folder: string): Promise<ChildProcess> {
  const binary = await toolPath('kwok');
  const { stdout } = await run('go', ['list', '-m', '-f', '{{.Dir}}', 'sigs.k8s.io/kwok'], {
    cwd: join(root, 'testbed', 'tools', 'kwok'),
  });
  const texts = await Promise.all(
    stages.map((stage) => readFile(join(stdout.trim(), 'kustomize', 'stage', `${stage}.yaml`), 'utf8')),
  );
  const config = join(folder, 'kwok.yaml');
  await writeFile(config, texts.join('\n---\n'));
  const args = [
    `--kubeconfig=${bed.kubeconfig}`,
    `--config=${config}`,
    '--manage-all-nodes=false',
    '--manage-nodes-with-label-selector=type=kwok',
    '--cidr=10.87.0.0/16',
    '--node-ip=10.89.0.2',
    '--node-lease-duration-seconds=40',
    '--server-address=127.0.0.1:0',
  ];
  const child = spawn(binary, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-2000);
  });
  child.once('exit', (code) => {
    if (code !== null && code !== 0) console.error(`kwok ended with ${code}: ${said}`);
  });
  await once(child, 'spawn');
  return child;
}
