import { accessSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Bed } from './bed.ts';
import { home as defaultHome } from './home.ts';
import { toolOf } from './tools/catalog.ts';
import { ensureTools, type Log } from './tools/ensure.ts';

/** A cluster that somebody else runs, with what the loop needs beside it. */
export interface GivenCluster {
  readonly kubeconfig: string;
  /** Where images are pushed to and the cluster pulls from. */
  readonly registry: string;
  /** Where the mesh's ingress gateway answers. */
  readonly gateway: string;
  readonly prometheus: string;
}

/**
 * Describes a given cluster as a bed, so that the loop works on it. Only tools are got; nothing is started. From the
 * environment come BUILDKIT_HOST (unset: the machine's docker builds), TRIVY_DB_REPOSITORY (unset: the public ones), and
 * GO_IMAGE and BASE_IMAGE (unset: the template's defaults).
 */
export async function givenBed(given: GivenCluster, log: Log, signal: AbortSignal): Promise<Bed> {
  const kubeconfig = resolve(given.kubeconfig);
  try {
    accessSync(kubeconfig);
  } catch {
    throw new Error(
      `there is no kubeconfig at ${kubeconfig}: name the file of the cluster that --kubeconfig is for`,
    );
  }
  const fromEnvironment = (name: string): string => process.env[name] ?? '';
  const buildkitHost = fromEnvironment('BUILDKIT_HOST');
  const names = ['act', 'kubectl', 'trivy', ...(buildkitHost === '' ? [] : ['buildctl'])];
  const binaries = await ensureTools(names.map(toolOf), { log, signal });
  const bin = (name: string): string => binaries.get(name) ?? '';
  return {
    home: defaultHome().bed,
    kubeconfig,
    kubectl: bin('kubectl'),
    registry: given.registry,
    buildkitHost,
    buildctl: bin('buildctl'),
    baseImages: { golang: fromEnvironment('GO_IMAGE'), static: fromEnvironment('BASE_IMAGE') },
    trivy: { bin: bin('trivy'), dbRepository: fromEnvironment('TRIVY_DB_REPOSITORY') },
    gatewayUrl: given.gateway,
    gatewayPort: Number(new URL(given.gateway).port || 80),
    prometheusUrl: given.prometheus,
    act: bin('act'),
    node: process.execPath,
    components: {},
  };
}
