import { applyMeshCrds } from '../cluster-setup.ts';
import type { Component } from '../component.ts';
import { buildkitd } from '../components/buildkit.ts';
import { envoy, istiod } from '../components/mesh.ts';
import { prometheus, targets } from '../components/metrics.ts';
import { registry } from '../components/registry.ts';
import { runSteps, type Step } from '../graph.ts';
import { pushBaseImages } from '../images/base.ts';
import { pushTrivyDatabase } from '../images/trivy-db.ts';
import type { Plan } from '../plan.ts';
import { isAlive } from '../proc.ts';
import { readRecord } from '../process.ts';
import { ensureRunning, type StartOptions } from '../start.ts';
import { findBinary } from '../tools/fit.ts';
import { type Beside, beside, containerOf } from './beside.ts';
import { ensureKindCluster, nodeImage, removeContainers, writeAccess } from './cluster.ts';

/** The bed's tools without those that make a Kubernetes. */
export const KIND_TOOLS = [
  'docker-registry',
  'prometheus',
  'busybox',
  'act',
  'envoy',
  'kubectl',
  'pilot-discovery',
  'buildkitd',
  'trivydb',
  'trivy',
];

/** Parts in the node's network. `targets` only asks the API server, and stays here. */
const BESIDE = [registry, istiod, envoy, prometheus, buildkitd];

export const BESIDE_NAMES = ['registry', 'istiod', 'envoy', 'prometheus', 'buildkitd'];

/** The parts beside a kind cluster, as they are started. */
export function kindComponents(plan: Plan, setting: Beside): readonly Component[] {
  const needs = { istiod: ['mesh-crds'], envoy: ['istiod'] };
  const inside = BESIDE.map((describe) => beside(describe(plan), setting));
  return [...inside, { ...targets(plan), needs: [] }].map((one) =>
    one.name in needs ? one : { ...one, needs: [] },
  );
}

/** A program that was found when this kind of cluster was chosen. */
export function requiredBinary(name: 'docker' | 'kind'): string {
  const path = findBinary(name);
  if (path === undefined) throw new Error(`${name} is not on PATH any more`);
  return path;
}

/** Brings the cluster up by kind, and everything else of the bed beside it. */
export async function startAllOnKind(plan: Plan, start: StartOptions): Promise<void> {
  const { home, ports, bin } = plan;
  const docker = requiredBinary('docker');
  await ensureKindCluster(home, ports, requiredBinary('kind'), start.log);
  await writeAccess(home, bin('kubectl'));
  const user = `${process.getuid?.() ?? 0}:${process.getgid?.() ?? 0}`;
  const setting = { docker, image: await nodeImage(docker), home, user };
  const components = kindComponents(plan, setting);
  const dead = components.filter(({ name }) => {
    const record = readRecord(home, name);
    return record === undefined || !isAlive(record);
  });
  await removeContainers(
    docker,
    dead.map(({ name }) => containerOf(name)),
  );
  const starts = components.map((component) => ({
    name: component.name,
    needs: component.needs,
    run: () => ensureRunning(component, home, start),
  }));
  const once: Step[] = [
    { name: 'mesh-crds', needs: [], run: () => applyMeshCrds(plan) },
    { name: 'trivy-database', needs: ['registry'], run: () => pushTrivyDatabase(plan) },
    { name: 'base-images', needs: ['registry', 'envoy'], run: () => pushBaseImages(plan) },
  ];
  await runSteps([...starts, ...once]);
}

/** The same plan inside the node's network: reached by mapped ports, built with what the node's image has. */
export function planForKind(plan: Plan): Plan {
  const bin = (name: string): string => (name === 'runc' ? '/usr/local/sbin/runc' : plan.bin(name));
  return { ...plan, bin, listen: '0.0.0.0', buildRoot: '/var/lib/buildkit' };
}
