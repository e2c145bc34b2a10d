import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeKubeconfigs } from './access.ts';
import { type Bed, bedFile, describeBed } from './bed.ts';
import { applyMeshCrds, applyRoles, awaitNode } from './cluster-setup.ts';
import { ALL_TOOLS, CLUSTER_TOOLS, components, type Extent } from './components/all.ts';
import { tearDown } from './down.ts';
import { readText, writeAtomically } from './files.ts';
import { runSteps, type Step } from './graph.ts';
import { home as defaultHome, type Home, presentCluster, rememberCluster } from './home.ts';
import { pushBaseImages } from './images/base.ts';
import { goInstallation } from './images/golang.ts';
import { pushPause } from './images/pause.ts';
import { pushTrivyDatabase } from './images/trivy-db.ts';
import { parseJson } from './json.ts';
import {
  type ClusterChoice,
  type ClusterKind,
  chooseCluster,
  clusterChoice,
  lookAtMachine,
} from './kind/choose.ts';
import { KIND_TOOLS, planForKind, startAllOnKind } from './kind/up.ts';
import { withLock } from './lock.ts';
import { makeCgroups } from './machine/cgroups.ts';
import { changeKernelSettings } from './machine/kernel.ts';
import { layNetwork } from './machine/network.ts';
import { refuseOtherBed } from './machine/other-bed.ts';
import { choosePorts, isFree, type Ports, parsePorts } from './machine/ports.ts';
import { ensurePki } from './pki.ts';
import { apiServerUrl, type Plan, pkiFolder } from './plan.ts';
import { isAlive } from './proc.ts';
import { type ProcessRecord, readRecords, stopAll } from './process.ts';
import { ensureRunning, type StartOptions } from './start.ts';
import { toolOf } from './tools/catalog.ts';
import { type Binaries, ensureTools, type Log, presentTools } from './tools/ensure.ts';

export interface UpOptions {
  /** `cluster`: Kubernetes and its registry alone. Default: all. */
  readonly only?: Extent;
  /** What gives the bed its Kubernetes. Default: SEATRIAL_CLUSTER, or `auto`. */
  readonly cluster?: ClusterChoice;
  readonly log?: Log;
  /** Gives up, and stops what this run has started. */
  readonly signal?: AbortSignal;
}

/** Says at once what would otherwise fail after the tools were built; a bed that runs stays what it is. */
async function clusterFor(choice: ClusterChoice, log: Log): Promise<ClusterKind> {
  const present = presentCluster();
  if (readRecords(defaultHome()).some(isAlive)) {
    if (choice === 'auto' || choice === present) return present;
    throw new Error(`a bed with the cluster "${present}" runs: stop it first (\`npm start -- --down\`)`);
  }
  const cluster = chooseCluster(choice, await lookAtMachine());
  if (cluster === 'kind')
    log('docker and kind are here: kind makes the cluster (`--cluster embedded`: without them)');
  rememberCluster(cluster);
  return cluster;
}

/** The ports of the bed: those of a running bed as they are, else the earlier ones that are free, else new ones. */
async function portsOf(home: Home, running: boolean): Promise<Ports> {
  const note = join(home.state, 'ports.json');
  const text = readText(note);
  const earlier = text === undefined ? {} : parsePorts(parseJson(text, note));
  const ports = await choosePorts(earlier, async (port) => running || (await isFree(port)));
  writeAtomically(note, `${JSON.stringify(ports, null, 2)}\n`);
  return ports;
}

async function prepareMachine(home: Home, ports: Ports): Promise<void> {
  changeKernelSettings(home);
  makeCgroups();
  await Promise.all([layNetwork(ports.gateway), ensurePki(pkiFolder(home))]);
  writeKubeconfigs(home, apiServerUrl(ports));
}

/** What is done once, between the starts of components. */
function setupSteps(plan: Plan, extent: Extent): readonly Step[] {
  const cluster: Step[] = [
    { name: 'pause-image', needs: ['registry'], run: () => pushPause(plan) },
    { name: 'roles', needs: ['api-server'], run: () => applyRoles(plan) },
    {
      name: 'node',
      needs: ['kubelet', 'kube-proxy', 'controller-manager', 'scheduler'],
      run: () => awaitNode(plan),
    },
  ];
  if (extent === 'cluster') return cluster;
  return [
    ...cluster,
    { name: 'mesh-crds', needs: ['api-server'], run: () => applyMeshCrds(plan) },
    { name: 'trivy-database', needs: ['registry'], run: () => pushTrivyDatabase(plan) },
    // Last: making the tar of a Go installation would keep both cores from bringing the node up.
    { name: 'base-images', needs: ['node', 'envoy'], run: () => pushBaseImages(plan) },
  ];
}

function planFor(home: Home, ports: Ports, binaries: Binaries): Plan {
  const bin = (name: string): string => {
    const path = binaries.get(name);
    if (path === undefined) throw new Error(`${name} is needed but not listed among the bed's tools`);
    return path;
  };
  return { home, ports, bin, listen: '127.0.0.1', buildRoot: join(home.state, 'buildkit') };
}

function startOptions({ log = () => {}, signal }: UpOptions, started: ProcessRecord[]): StartOptions {
  return { log, signal, onStart: (record) => started.push(record) };
}

async function startAll(
  plan: Plan,
  extent: Extent,
  options: UpOptions,
  started: ProcessRecord[],
): Promise<void> {
  const start = startOptions(options, started);
  const starts = components(plan, extent).map((component) => ({
    name: component.name,
    needs: component.needs,
    run: () => ensureRunning(component, plan.home, start),
  }));
  await runSteps([...starts, ...setupSteps(plan, extent)]);
}

interface Wanted {
  readonly cluster: ClusterKind;
  readonly extent: Extent;
}

async function upLocked(home: Home, wanted: Wanted, binaries: Binaries, options: UpOptions): Promise<Bed> {
  if (wanted.cluster === 'embedded') refuseOtherBed(home);
  const running = readRecords(home).some(isAlive);
  const started: ProcessRecord[] = [];
  try {
    const ports = await portsOf(home, running);
    const plan = planFor(home, ports, binaries);
    if (wanted.cluster === 'embedded') await prepareMachine(home, ports);
    if (wanted.cluster === 'embedded') await startAll(plan, wanted.extent, options, started);
    else await startAllOnKind(planForKind(plan), startOptions(options, started));
    const bed = describeBed(home, ports, binaries, (await goInstallation()).version);
    writeAtomically(bedFile(home), `${JSON.stringify(bed, null, 2)}\n`);
    return bed;
  } catch (error) {
    // What ran before this call is left as it was; a bed that this call began is taken away whole.
    if (running) await stopAll(home, started, 3_000);
    else await tearDown(home);
    throw error;
  }
}

/** Gets what the extent needs, and finds what else is there: a bed that runs whole is described whole. */
async function toolsFor(
  { cluster, extent }: Wanted,
  home: Home,
  { log = () => {}, signal }: UpOptions,
): Promise<Binaries> {
  const tools = (names: readonly string[]) => [...new Set(names.map(toolOf))];
  const whole = cluster === 'kind' || extent === 'all';
  const needed = cluster === 'kind' ? KIND_TOOLS : extent === 'all' ? ALL_TOOLS : CLUSTER_TOOLS;
  const binaries = await ensureTools(tools(needed), { log, home, signal });
  return whole ? binaries : new Map([...(await presentTools(tools(ALL_TOOLS), home)), ...binaries]);
}

/** Brings the bed up, or what of it is missing, and describes it. Tools are built or fetched first where needed. */
export async function up(options: UpOptions = {}): Promise<Bed> {
  const log = options.log ?? (() => {});
  const choice = options.cluster ?? clusterChoice(process.env['SEATRIAL_CLUSTER'] || 'auto');
  const cluster = await clusterFor(choice, log);
  const wanted = { cluster, extent: options.only ?? 'all' };
  const home = defaultHome();
  const binaries = await toolsFor(wanted, home, options);
  mkdirSync(home.bed, { recursive: true });
  const waiting = (pid: string): void => log(`waiting for process ${pid}, which works on the bed`);
  return withLock(home.bed, waiting, () => upLocked(home, wanted, binaries, options));
}
