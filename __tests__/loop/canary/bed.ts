import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { canonical, isJson, objectAt } from '../../../actions/shared/kube/values.ts';
import { type Bed, up } from '../../../testbed/bed.ts';
import { get } from '../../../testbed/http.ts';
import { until } from '../../../testbed/wait.ts';
import { type StubResult, type StubRun, startStub } from '../../support/run-action.ts';
import { pushService } from './image.ts';
import { manifests, type Style, service, type Version } from './manifests.ts';
import { type Traffic, traffic } from './traffic.ts';

/** The test service in a namespace of its own on the bed, with traffic through the gateway. */
export interface Shop {
  readonly bed: Bed;
  readonly namespace: string;
  /** What the gateway knows the service by. */
  readonly host: string;
  /** Runs the action on a release; `job` is what GitHub calls the run's id. */
  readonly start: (inputs: Readonly<Record<string, string>>, job?: string) => Promise<StubRun>;
  /** Runs the post step of the action with what the main step left. */
  readonly post: (job?: string) => Promise<StubRun>;
  /** Writes the manifests of a release; returns their path. */
  readonly release: (version: Version) => Promise<string>;
  readonly kubectl: (...args: readonly string[]) => Promise<string>;
  /** One object. */
  readonly get: (kind: string, name: string) => Promise<Readonly<Record<string, unknown>>>;
  /** Waits for the first answer through the gateway, which learns late of a new route, or from another address. */
  readonly answers: (address?: string) => Promise<void>;
  /** Through the gateway, or to another address. */
  readonly traffic: (rate: number, address?: string) => Traffic;
  readonly end: () => Promise<void>;
}

const run = promisify(execFile);

/** Fast steps and wide margins: the tests are about the way, the figures of the judge are shown elsewhere. */
const quick = {
  steps: '40',
  interval: '2s',
  'step-timeout': '90s',
  'min-step-duration': '6s',
  'max-error-increase': '10%',
  'max-latency-increase': '1000%',
  'latency-floor': '2s',
  settle: '1s',
  drain: '3s',
  metrics: 'envoy',
};

/** For a canary that a controller leads: nothing of `quick` means anything to it. */
const led = { settle: '1s' };

/** `forPods`: Prometheus, as pods of the bed reach it. */
export async function openShop(
  name: string,
  style: Style = 'subset',
  forPods: { readonly prometheus?: string } = {},
): Promise<Shop> {
  const bed = await up();
  const image = await pushService(bed.registry);
  const folder = await mkdtemp(join(tmpdir(), 'seatrial-loop-'));
  const namespace = `t-canary-${name}-${process.pid}`;
  const host = `${namespace}.test`;
  const kubectl = async (...args: readonly string[]): Promise<string> => {
    const access = ['--kubeconfig', bed.kubeconfig, '--namespace', namespace];
    return (await run(bed.kubectl, [...access, ...args])).stdout;
  };
  await kubectl('create', 'namespace', namespace);
  const { kubeconfig, prometheusUrl: prometheus } = bed;
  const engine = style === 'argo-rollouts' || style === 'flagger';
  const access = { kubeconfig, kubectl: bed.kubectl, namespace };
  const common = engine ? { ...led, ...access, engine: style } : { ...quick, ...access, prometheus };
  const runs = runsIn(folder, common);
  const users: Traffic[] = [];
  return {
    bed,
    namespace,
    host,
    kubectl,
    start: runs.start,
    post: runs.post,
    release: async (version) => {
      const path = join(folder, `${version.version}.yaml`);
      const given = { namespace, host, port: bed.gatewayPort, image, style, ...forPods };
      await writeFile(path, manifests(given, version));
      return path;
    },
    get: async (kind, object) => {
      const text = await kubectl('get', kind, object, '--output=json', '--show-managed-fields');
      const value: unknown = JSON.parse(text);
      if (isJson(value)) return value;
      throw new Error(`no ${kind} ${object}`);
    },
    answers: (address = bed.gatewayUrl) => {
      const ok = async (): Promise<boolean> => (await get(address, { headers: { host } })).status === 200;
      return until(ok, { what: `${address} to answer for ${host}`, timeoutMs: 60_000, everyMs: 100 });
    },
    traffic: (rate, address = bed.gatewayUrl) => {
      const begun = traffic(address, host, rate, address === bed.gatewayUrl);
      users.push(begun);
      return begun;
    },
    end: async () => {
      runs.kill();
      // A test that failed has not stopped its own.
      await Promise.all(users.map((one) => one.stop()));
      await kubectl('delete', 'namespace', namespace, '--wait=false');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Runs of the action; the steps of one job share their folder and their name. */
function runsIn(folder: string, common: Readonly<Record<string, string>>) {
  const started: StubRun[] = [];
  const begin = async (
    stub: string,
    inputs: Readonly<Record<string, string>>,
    job: string,
    left: Readonly<Record<string, string>> = {},
  ): Promise<StubRun> => {
    const env = { GITHUB_RUN_ID: job, GITHUB_JOB: 'production', ...left };
    const place = { temp: join(folder, `job-${job}`), workspace: folder };
    const begun = await startStub(stub, { ...common, ...inputs }, { env, ...place });
    started.push(begun);
    return begun;
  };
  return {
    start: (inputs: Readonly<Record<string, string>>, job = '1') => begin('canary-promote', inputs, job),
    post: async (job = '1') => {
      const state = await readFile(join(folder, `job-${job}`, 'state'), 'utf8');
      const pairs = state.trim().split('\n');
      const left = Object.fromEntries(
        pairs.map((line) => [`STATE_${line.split('=')[0]}`, line.split('=')[1] ?? '']),
      );
      return begin('canary-promote-post', { manifests: 'any' }, job, left);
    },
    /** A test that failed may have left one at work. */
    kill: () => {
      for (const one of started) one.kill('SIGKILL');
    },
  };
}

/** Holds a run's outputs against what is wanted; when they differ, with everything that it said. */
export function expectOutputs(
  { outputs, stdout }: StubResult,
  wanted: Readonly<Record<string, string>>,
): void {
  const differs = Object.entries(wanted).some(([name, value]) => outputs[name] !== value);
  if (differs) throw new Error(`${JSON.stringify(outputs)} instead of ${JSON.stringify(wanted)}\n${stdout}`);
}

/** Everything about the route and the workload that a rollback promises to give back. */
export async function promised(shop: Shop, route = 'virtualservice'): Promise<string> {
  const kept = await Promise.all(
    [route, 'deployment'].map(async (kind) => {
      const object = await shop.get(kind, service);
      const { 'deployment.kubernetes.io/revision': _, ...annotations } = objectAt(
        object,
        'metadata',
        'annotations',
      );
      const managers =
        kind === route && kind !== 'deployment' ? objectAt(object, 'metadata')['managedFields'] : undefined;
      return [annotations, objectAt(object, 'metadata', 'labels'), object['spec'], managers];
    }),
  );
  return canonical(kept);
}

/** What of a canary is still there. */
export async function leftovers(shop: Shop): Promise<string[]> {
  const names = await shop.kubectl(
    'get',
    'deployments,services,ingresses,configmaps,secrets,leases,pods',
    '--output=name',
  );
  return names.split('\n').filter((name) => /canary|seatrial-(before|judge|watchdog)/.test(name));
}
