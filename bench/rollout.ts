/**
 * How soon a broken release is told, on the real node, beside `kubectl apply` and `kubectl rollout status` (and
 * `helm upgrade --wait` where helm is); what a good one costs in time and in requests.
 *
 * `npm run bench -- rollout [failures|success|requests]`; without a word all three.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { meddleWith } from '../__tests__/loop/rollout/meddler.ts';
import { up } from '../testbed/bed.ts';
import { pushFaulty } from '../testbed/faulty/image.ts';
import { type Dock, inNamespace } from './rollout/dock.ts';
import { failures } from './rollout/failures.ts';
import { requests } from './rollout/requests.ts';
import { success } from './rollout/success.ts';

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
