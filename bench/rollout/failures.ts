import { performance } from 'node:perf_hooks';
import { brokenCases } from '../../__tests__/loop/rollout/cases.ts';
import { table } from '../../actions/shared/markdown/markdown.ts';
import { toolOf } from '../../testbed/tools/catalog.ts';
import { presentTools } from '../../testbed/tools/ensure.ts';
import { type Dock, inNamespace, kubectl, roll, seconds, shown, written } from './dock.ts';
import { helmVerdict, type Says } from './helm.ts';

/** How long the peer may wait; its own default is for ever. */
const peerPatience = 30;
/** Seconds from the start of our process, which is before the cluster can know anything. */
const limits = { verdict: 15, image: 10 };

type Situation = ReturnType<typeof brokenCases>[number];

/**
 * Ours one after the other, each undone; then the same of the peer, all at once, since it only waits. `args` may name some of
 * the situations; else all.
 */
export async function failures(dock: Dock, namespace: string, args: readonly string[]): Promise<void> {
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
