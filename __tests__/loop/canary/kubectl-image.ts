import { readFile } from 'node:fs/promises';
import type { Bed } from '../../../testbed/bed.ts';
import { image } from '../../../testbed/oci/image.ts';
import { push } from '../../../testbed/oci/push.ts';
import { tar } from '../../../testbed/oci/tar.ts';
import { toolPath } from '../../../testbed/tools/ensure.ts';

const repository = 'seatrial-test/kubectl';
const applets = ['sh', 'sleep', 'date', 'echo'];

/** An image with a shell and kubectl, as the watchdog needs one. Returns its reference by digest. */
export async function pushKubectl(bed: Bed): Promise<string> {
  const busybox = await readFile(await toolPath('busybox'));
  const kubectl = await readFile(bed.kubectl);
  const layer = tar([
    ...applets.map((name) => ({ kind: 'file' as const, path: `bin/${name}`, content: busybox, mode: 0o755 })),
    { kind: 'file', path: 'bin/kubectl', content: kubectl, mode: 0o755 },
  ]);
  const built = image([layer], { Env: ['PATH=/bin'], User: '65532:65532' });
  return `${bed.registry}/${repository}@${await push(built, bed.registry, repository, 'latest')}`;
}
