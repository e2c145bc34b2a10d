import { readFileSync } from 'node:fs';
import { image } from '../oci/image.ts';
import { push } from '../oci/push.ts';
import { tar } from '../oci/tar.ts';
import { type Plan, registryOf } from '../plan.ts';

/** The image every pod's sandbox is made of. */
export async function pushPause({ ports, bin }: Plan): Promise<void> {
  const layer = tar([{ kind: 'file', path: 'pause', content: readFileSync(bin('pause')), mode: 0o755 }]);
  await push(
    image([layer], { Entrypoint: ['/pause'], User: '65535:65535' }),
    registryOf(ports),
    'seatrial/pause',
    '1',
  );
}
