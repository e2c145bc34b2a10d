import { performance } from 'node:perf_hooks';
import { deployment } from '../../__tests__/loop/rollout/manifests.ts';
import { table } from '../../actions/shared/markdown/markdown.ts';
import { type Dock, peer, roll, seconds, shown } from './dock.ts';

/** A factor on kubectl's time, and seconds beside it. */
const limits = { success: 1.05, slack: 1 };
const settle = 1;
const rounds = 5;

/** A next revision of a healthy Deployment of two pods, by turns, so that the machine's mood meets both. */
export async function success(dock: Dock, namespace: string): Promise<void> {
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

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
