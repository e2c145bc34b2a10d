import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { promisify } from 'node:util';
import type { Meddler } from '../../__tests__/loop/rollout/meddler.ts';
import type { Bed } from '../../testbed/bed.ts';
import type { FaultyImages } from '../../testbed/faulty/image.ts';
import { forget, runStub, type StubResult } from '../../testbed/stub.ts';

/** What every part of the benchmark works with. */
export interface Dock {
  readonly bed: Bed;
  readonly images: FaultyImages;
  readonly folder: string;
  readonly meddler: Meddler;
}

export async function inNamespace(
  dock: Dock,
  part: string,
  work: (dock: Dock, namespace: string) => Promise<void>,
): Promise<void> {
  const namespace = `bench-rollout-${part}-${process.pid}`;
  await kubectl(dock, ['create', 'namespace', namespace]);
  try {
    await work(dock, namespace);
  } finally {
    await kubectl(dock, ['delete', 'namespace', namespace, '--wait=false']);
  }
}

export async function kubectl(
  { bed }: Dock,
  args: readonly string[],
  kubeconfig = bed.kubeconfig,
): Promise<{ ok: boolean; text: string }> {
  try {
    const { stdout, stderr } = await promisify(execFile)(bed.kubectl, ['--kubeconfig', kubeconfig, ...args], {
      timeout: 90_000,
    });
    return { ok: true, text: stdout + stderr };
  } catch (error) {
    return { ok: false, text: error instanceof Error ? error.message : String(error) };
  }
}

let files = 0;

export async function written({ folder }: Dock, manifest: string): Promise<string> {
  files += 1;
  const file = join(folder, `release-${files}.yaml`);
  await writeFile(file, manifest);
  return file;
}

export async function roll(
  dock: Dock,
  namespace: string,
  manifest: string,
  inputs: Readonly<Record<string, string>>,
): Promise<StubResult> {
  const { bed, folder } = dock;
  const common = {
    manifests: await written(dock, manifest),
    namespace,
    kubeconfig: bed.kubeconfig,
    kubectl: bed.kubectl,
  };
  const result = await runStub('k8s-rollout', { ...common, ...inputs }, { workspace: folder });
  await forget(result);
  return result;
}

export async function peer(
  dock: Dock,
  namespace: string,
  manifest: string,
  names: readonly string[],
  kubeconfig?: string,
): Promise<void> {
  const file = await written(dock, manifest);
  // A job begins with nothing of what kubectl remembers of a cluster.
  const common = ['--namespace', namespace, `--cache-dir=${file}.cache`];
  await kubectl(dock, ['apply', ...common, '--filename', file], kubeconfig);
  for (const name of names) {
    await kubectl(dock, ['rollout', 'status', `deployment/${name}`, ...common, '--timeout=10s'], kubeconfig);
  }
}

export const seconds = (from: number): number => (performance.now() - from) / 1000;
export const shown = (value: number): string => value.toFixed(1);
