/**
 * How soon a broken release is told, on the real node, beside `kubectl apply` and `kubectl rollout status` (and
 * `helm upgrade --wait` where helm is); what a good one costs in time and in requests.
 *
 * `npm run bench -- rollout [failures|success|requests]`; without a word all three.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { promisify } from 'node:util';
import { brokenCases } from '../__tests__/loop/rollout/cases.ts';
import { deployment, service, together } from '../__tests__/loop/rollout/manifests.ts';
import { type Meddler, meddleWith, type Passing } from '../__tests__/loop/rollout/meddler.ts';
import { table } from '../actions/shared/markdown/markdown.ts';
import { type Bed, up } from '../testbed/bed.ts';
import { type FaultyImages, pushFaulty } from '../testbed/faulty/image.ts';
import { forget, runStub, type StubResult } from '../testbed/stub.ts';
import { toolOf } from '../testbed/tools/catalog.ts';
import { presentTools } from '../testbed/tools/ensure.ts';
import { helmVerdict, type Says } from './rollout/helm.ts';

/** How long the peer may wait; its own default is for ever. */
const peerPatience = 30;
/** Seconds from the start of our process, which is before the cluster can know anything. */
const limits = { verdict: 15, image: 10, success: 1.05, slack: 1 };
const settle = 1;
const rounds = 5;

interface Dock {
  readonly bed: Bed;
  readonly images: FaultyImages;
  readonly folder: string;
  readonly meddler: Meddler;
}

export async function main(args: readonly string[]): Promise<void> {
  const wanted = (part: string): boolean => args.length === 0 || args.includes(part);
  const bed = await up();
  const folder = await mkdtemp(join(tmpdir(), 'seatrial-bench-'));
  const meddler = await meddleWith(bed.kubeconfig, folder);
  const dock: Dock = { bed, images: await pushFaulty(bed.registry), folder, meddler };
  try {
    if (wanted('failures')) await inNamespace(dock, 'failures', (own, name) => failures(own, name, args));
    if (wanted('success')) await inNamespace(dock, 'success', success);
    if (wanted('requests')) await inNamespace(dock, 'requests', (own, name) => requests(own, name, args));
  } finally {
    await meddler.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function inNamespace(
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

async function kubectl(
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

async function written({ folder }: Dock, manifest: string): Promise<string> {
  files += 1;
  const file = join(folder, `release-${files}.yaml`);
  await writeFile(file, manifest);
  return file;
}

async function roll(
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

const seconds = (from: number): number => (performance.now() - from) / 1000;
const shown = (value: number): string => value.toFixed(1);

type Situation = ReturnType<typeof brokenCases>[number];

/**
 * Ours one after the other, each undone; then the same of the peer, all at once, since it only waits. `args` may name some of
 * the situations; else all.
 */
async function failures(dock: Dock, namespace: string, args: readonly string[]): Promise<void> {
  const all = brokenCases(dock.images);
  const named = all.filter(({ name }) => args.includes(name));
  const cases = named.length > 0 ? named : all;
  const ours = await byWorkers(cases, 3, (one) => ourVerdict(dock, namespace, one));
  const theirs = await byWorkers(cases, cases.length, (one) => theirVerdict(dock, namespace, one));
  const helms = await helmVerdicts(dock, cases);
  const rows = cases.map((one, index): string[] => {
    const [mine, other, helm] = [ours[index], theirs[index], helms[index]];
    if (mine === undefined || other === undefined) throw new Error(`${one.name} was not measured`);
    const limit = one.cause === 'image-not-found' ? limits.image : limits.verdict;
    const told = mine.cause === one.cause ? one.cause : `${mine.cause} instead of ${one.cause}`;
    const ratio = (mine.seconds / other.seconds).toFixed(2);
    const row = [one.name, told, shown(mine.seconds), String(limit), shown(other.seconds), other.says, ratio];
    return helm === undefined ? row : [...row, shown(helm.seconds), helm.says];
  });
  const head = ['situation', 'cause', 'ours s', 'limit s', 'kubectl s', 'kubectl says', 'ratio'];
  if (helms.length > 0) head.push('helm s', 'helm says');
  console.log(table(head, rows.sort()));
  const held = rows.filter(([, , mine, limit]) => Number(mine) < Number(limit)).length;
  const right = rows.filter(([, cause = '']) => !cause.includes(' instead of ')).length;
  console.log(
    `\n${rows.length} situations of ${new Set(cases.map(({ cause }) => cause)).size} causes: ${right} told rightly, ${held} within the limit, from the start of our process to the verdict; kubectl waits ${peerPatience} s`,
  );
  if (helms.length === 0) console.log('`helm upgrade --wait`: helm is not on this machine');
}

/** Of a chart that holds the same, in a namespace of its own; empty where there is no helm. */
async function helmVerdicts(dock: Dock, cases: readonly Situation[]): Promise<Says[]> {
  const helm = (await presentTools([toolOf('helm')])).get('helm');
  if (helm === undefined) return [];
  const found: Says[] = [];
  const { bed, folder } = dock;
  await inNamespace(dock, 'helm', async (_, namespace) => {
    const place = { helm, kubeconfig: bed.kubeconfig, namespace, folder, patience: peerPatience };
    found.push(...(await byWorkers(cases, cases.length, (one) => helmVerdict(place, one))));
  });
  return found;
}

async function byWorkers<T, R>(
  items: readonly T[],
  count: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const waiting = [...items.entries()];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      results[next[0]] = await work(next[1]);
  };
  await Promise.all(Array.from({ length: count }, worker));
  return results;
}

async function ourVerdict(
  dock: Dock,
  namespace: string,
  { manifest }: Situation,
): Promise<{ cause: string; seconds: number }> {
  const { outputs } = await roll(dock, namespace, manifest, { timeout: '60s', summary: 'false' });
  return { cause: outputs['cause'] ?? '', seconds: Number(outputs['seconds-to-verdict']) };
}

async function theirVerdict(dock: Dock, namespace: string, { name, manifest }: Situation): Promise<Says> {
  const file = await written(dock, manifest);
  const begun = performance.now();
  const applied = await kubectl(dock, ['apply', '--namespace', namespace, '--filename', file]);
  const kind = /^kind: (Deployment|StatefulSet|DaemonSet|Job)$/m.exec(manifest)?.[1]?.toLowerCase();
  const waiting =
    kind === 'job'
      ? ['wait', '--for=condition=complete', `job/${name}`]
      : ['rollout', 'status', `${kind ?? 'deployment'}/${name}`];
  const waited = applied.ok
    ? await kubectl(dock, [...waiting, '--namespace', namespace, `--timeout=${peerPatience}s`])
    : applied;
  const says = waited.ok ? 'success' : (waited.text.trim().split('\n').at(-1) ?? '').slice(0, 60);
  return { says, seconds: seconds(begun) };
}

/** A next revision of a healthy Deployment of two pods, by turns, so that the machine's mood meets both. */
async function success(dock: Dock, namespace: string): Promise<void> {
  const revision = (round: number, who: string): string =>
    deployment({ name: who, image: dock.images.good, replicas: 2, env: { ROUND: String(round) } });
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const begun = performance.now();
    await roll(dock, namespace, revision(round, 'ours'), { settle: `${settle}s` });
    const middle = performance.now();
    await peer(dock, namespace, revision(round, 'theirs'), ['theirs']);
    // The first round creates, and fills the caches.
    if (round > 0) ours.push((middle - begun) / 1000);
    if (round > 0) theirs.push(seconds(middle));
  }
  const [a, b] = [median(ours), median(theirs)];
  const allowed = limits.success * b + limits.slack + settle;
  console.log(
    table(
      ['next revision, 2 pods', 'median s'],
      [
        ['k8s-rollout', shown(a)],
        ['kubectl apply + rollout status', shown(b)],
      ],
    ),
  );
  console.log(
    `\nratio without settle (${settle} s): ${((a - settle) / b).toFixed(2)}; ${shown(a)} s of ${shown(allowed)} s allowed (1.05 × kubectl + 1 s + settle): ${a <= allowed ? 'held' : 'MISSED'}\n`,
  );
}

async function peer(
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

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/**
 * What the API server is asked, counted in front of it; the permission check and the dry run apart. First a release that is
 * new in the cluster, then its next revision, of which half of the objects (the Services) stay as they are. `args` may hold
 * numbers of workloads.
 */
async function requests(dock: Dock, namespace: string, args: readonly string[]): Promise<void> {
  const given = args.filter((arg) => /^\d+$/.test(arg)).map(Number);
  const rows: string[][] = [];
  for (const count of given.length > 0 ? given : [1, 2, 5]) {
    for (const revision of ['first', 'next']) {
      const names = (who: string): string[] =>
        Array.from({ length: count }, (_, index) => `${who}-${count}-${index}`);
      const manifest = (who: string): string =>
        together(
          ...names(who).flatMap((name) => [
            deployment({ name, image: dock.images.good, env: { REVISION: revision } }),
            service(name, name, 8080),
          ]),
        );
      const { meddler } = dock;
      const begun = meddler.passed.length;
      await roll(dock, namespace, manifest('ours'), { settle: '0s', kubeconfig: meddler.kubeconfig });
      const ours = meddler.passed.slice(begun);
      const middle = meddler.passed.length;
      await peer(dock, namespace, manifest('theirs'), names('theirs'), meddler.kubeconfig);
      const theirs = meddler.passed.slice(middle).filter(isOwn);
      const counted = ours.filter(isCounted).length;
      const ratio = counted / theirs.length;
      const numbers = [count * 2, ours.length, counted, theirs.length].map(String);
      rows.push([...numbers.slice(0, 1), revision, ...numbers.slice(1), ratio.toFixed(2)]);
      console.log(`${count} workloads, ${revision}: ${counted} of ours, ${theirs.length} of kubectl's`);
      if (count === 1) tellRequests(ours, theirs);
    }
  }
  console.log(table(['objects', 'revision', 'all of ours', 'counted of ours', "kubectl's", 'ratio'], rows));
  const worst = Math.max(...rows.map((row) => Number(row.at(-1))));
  console.log(`\nhighest ratio ${worst.toFixed(2)}: ${worst <= 1 ? 'held' : 'MISSED'}`);
}

function tellRequests(ours: readonly Passing[], theirs: readonly Passing[]): void {
  for (const { method, path } of ours) console.log(`ours: ${method} ${path.split('?')[0]}`);
  for (const { method, path } of theirs) console.log(`kubectl: ${method} ${path.split('?')[0]}`);
}

const isCounted = ({ path }: Passing): boolean =>
  !path.includes('dryRun=All') && !path.includes('selfsubjectaccessreviews') && isOwn({ path });

/** Some installations of kubectl ask for the version before they choose the program that does the work. */
const isOwn = ({ path }: Pick<Passing, 'path'>): boolean => path.split('?')[0] !== '/version';
