import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { promisify } from 'node:util';

/** What a peer says of a release, and how long it took. */
export interface Says {
  readonly says: string;
  readonly seconds: number;
}

interface Place {
  /** Path of helm. */
  readonly helm: string;
  readonly kubeconfig: string;
  readonly namespace: string;
  /** Where charts are written. */
  readonly folder: string;
  /** Seconds. */
  readonly patience: number;
}

/** `helm upgrade --install --wait` of a chart that holds just this manifest. */
export async function helmVerdict(
  { helm, kubeconfig, namespace, folder, patience }: Place,
  { name, manifest }: { readonly name: string; readonly manifest: string },
): Promise<Says> {
  const chart = join(folder, `chart-${name}`);
  await mkdir(join(chart, 'templates'), { recursive: true });
  await writeFile(join(chart, 'Chart.yaml'), `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n`);
  await writeFile(join(chart, 'release.yaml'), manifest);
  await writeFile(join(chart, 'templates', 'release.yaml'), '{{ .Files.Get "release.yaml" }}\n');
  const access = ['--kubeconfig', kubeconfig, '--namespace', namespace];
  const waiting = ['--wait', '--wait-for-jobs', `--timeout=${patience}s`];
  const begun = performance.now();
  const says = await said(helm, ['upgrade', '--install', name, chart, ...access, ...waiting]);
  return { says, seconds: (performance.now() - begun) / 1000 };
}

async function said(helm: string, args: readonly string[]): Promise<string> {
  try {
    await promisify(execFile)(helm, args, { timeout: 120_000 });
    return 'success';
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return (text.trim().split('\n').at(-1) ?? '').slice(0, 80);
  }
}
