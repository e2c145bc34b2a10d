/**
 * One release of 500 workloads with 5,000 pods, on nodes that kwok simulates on the real control plane: memory, CPU and
 * requests of our process, at 125, 250 and 500 workloads. `npm run bench -- rollout-scale [workloads…]`.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Meddler, meddleWith } from '../__tests__/loop/rollout/meddler.ts';
import { numberAt } from '../actions/shared/kube/values.ts';
import { table } from '../actions/shared/markdown/markdown.ts';
import { type Bed, up } from '../testbed/bed.ts';
import { forget, runStub } from '../testbed/stub.ts';
import { startKwok } from './rollout/kwok.ts';

const podsEach = 10;
const podsPerNode = 250;
/** Megabytes; how far from linear CPU may be; how far from constant the requests of one workload. */
const limits = { memory: 300, linear: 1.3, requests: 1.1 };
const run = promisify(execFile);

interface Scale {
  readonly bed: Bed;
  readonly folder: string;
  readonly meddler: Meddler;
}

interface Measured {
  readonly workloads: number;
  readonly status: string;
  readonly seconds: number;
  readonly megabytes: number;
  readonly cpu: number;
  readonly requests: number;
}

export async function main(args: readonly string[]): Promise<void> {
  const sizes = args.length === 0 ? [125, 250, 500] : args.map(Number);
  const bed = await up();
  const folder = await mkdtemp(join(tmpdir(), 'seatrial-scale-'));
  const meddler = await meddleWith(bed.kubeconfig, folder);
  const kwok = await startKwok(bed, folder);
  const scale: Scale = { bed, folder, meddler };
  const nodes = Math.ceil((Math.max(...sizes) * podsEach) / podsPerNode);
  try {
    await apply(scale, Array.from({ length: nodes }, (_, index) => node(index)).join('---\n'));
    const measured: Measured[] = [];
    for (const size of sizes) measured.push(await measure(scale, size));
    report(measured);
  } finally {
    await kubectl(bed, ['delete', 'nodes', '--selector=type=kwok', '--wait=false']).catch(() => undefined);
    kwok.kill('SIGTERM');
    await meddler.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const kubectl = async (bed: Bed, args: readonly string[]): Promise<string> =>
  (await run(bed.kubectl, ['--kubeconfig', bed.kubeconfig, ...args], { maxBuffer: 1 << 26 })).stdout;

async function apply({ bed, folder }: Scale, text: string): Promise<void> {
  const file = join(folder, 'objects.yaml');
  await writeFile(file, text);
  await kubectl(bed, ['apply', '--server-side', '--filename', file]);
}

const node = (index: number): string => `apiVersion: v1
kind: Node
metadata: { name: kwok-${index}, labels: { type: kwok, kubernetes.io/hostname: kwok-${index} } }
spec: { taints: [{ key: kwok.x-k8s.io/node, value: fake, effect: NoSchedule }] }
status: { allocatable: { cpu: "64", memory: 256Gi, pods: "${podsPerNode + 10}" }, capacity: { cpu: "64", memory: 256Gi, pods: "${podsPerNode + 10}" } }
`;

const workload = (index: number): string => `apiVersion: apps/v1
kind: Deployment
metadata: { name: app-${index} }
spec:
  replicas: ${podsEach}
  selector: { matchLabels: { app: app-${index} } }
  template:
    metadata: { labels: { app: app-${index} } }
    spec:
      nodeSelector: { type: kwok }
      tolerations: [{ key: kwok.x-k8s.io/node, operator: Exists }]
      containers: [{ name: app, image: "registry.example/app@sha256:${'0'.repeat(64)}" }]
`;

/** Tells at its end what the process has used. */
const probe = `import { writeFileSync } from 'node:fs';
process.on('exit', () => writeFileSync(process.env.SEATRIAL_USAGE, JSON.stringify(process.resourceUsage())));
`;

async function measure(scale: Scale, workloads: number): Promise<Measured> {
  const { bed, folder, meddler } = scale;
  const namespace = `bench-scale-${workloads}-${process.pid}`;
  await kubectl(bed, ['create', 'namespace', namespace]);
  const preload = join(folder, 'probe.mjs');
  const usage = join(folder, `usage-${workloads}.json`);
  const manifests = join(folder, `release-${workloads}.yaml`);
  await writeFile(preload, probe);
  await writeFile(manifests, Array.from({ length: workloads }, (_, index) => workload(index)).join('---\n'));
  const begun = meddler.passed.length;
  try {
    const inputs = {
      manifests,
      namespace,
      kubeconfig: meddler.kubeconfig,
      kubectl: bed.kubectl,
      settle: '1s',
      timeout: '15m',
    };
    const result = await runStub('k8s-rollout', inputs, {
      workspace: folder,
      env: { NODE_OPTIONS: `--import=${preload}`, SEATRIAL_USAGE: usage },
    });
    const requests = meddler.passed.length - begun;
    const used: unknown = JSON.parse(await readFile(usage, 'utf8'));
    if (result.outputs['status'] !== 'succeeded') console.log(result.stdout.slice(-3000));
    await forget(result);
    return {
      workloads,
      status: result.outputs['status'] ?? '',
      seconds: Number(result.outputs['seconds']),
      megabytes: (numberAt(used, 'maxRSS') ?? 0) / 1024,
      cpu: ((numberAt(used, 'userCPUTime') ?? 0) + (numberAt(used, 'systemCPUTime') ?? 0)) / 1e6,
      requests,
    };
  } finally {
    await kubectl(bed, ['delete', 'namespace', namespace, '--timeout=300s']);
  }
}

function report(measured: readonly Measured[]): void {
  const rows = measured.map(({ workloads, status, seconds, megabytes, cpu, requests }) => [
    `${workloads} / ${workloads * podsEach}`,
    status,
    seconds.toFixed(1),
    megabytes.toFixed(0),
    cpu.toFixed(2),
    ((cpu / workloads) * 1000).toFixed(1),
    String(requests),
    (requests / workloads).toFixed(2),
  ]);
  console.log(
    table(
      ['workloads / pods', 'status', 's', 'peak MB', 'CPU s', 'CPU ms each', 'requests', 'requests each'],
      rows,
    ),
  );
  const [first, last] = [measured[0], measured.at(-1)];
  if (first === undefined || last === undefined) return;
  const linear = last.cpu / last.workloads / (first.cpu / first.workloads);
  const steady = last.requests / last.workloads / (first.requests / first.workloads);
  console.log(
    `\nmemory ${last.megabytes.toFixed(0)} MB of ${limits.memory}: ratio ${(last.megabytes / limits.memory).toFixed(2)}`,
  );
  console.log(
    `CPU of one workload at ${last.workloads} against ${first.workloads}: ratio ${linear.toFixed(2)} (linear: at most ${limits.linear})`,
  );
  console.log(`requests of one workload: ratio ${steady.toFixed(2)} (at most ${limits.requests})`);
}
