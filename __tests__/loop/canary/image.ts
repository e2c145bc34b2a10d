import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { image } from '../../../testbed/oci/image.ts';
import { push } from '../../../testbed/oci/push.ts';
import { tar } from '../../../testbed/oci/tar.ts';

const repository = 'seatrial-test/canary-service';

/** Builds the service of this folder and pushes it. Returns its reference by digest. */
export async function pushService(registry: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'seatrial-canary-'));
  const output = join(folder, 'service');
  try {
    await promisify(execFile)('go', ['build', '-trimpath', '-ldflags=-s -w', '-o', output, '.'], {
      cwd: join(import.meta.dirname, 'service'),
      env: { ...process.env, CGO_ENABLED: '0', GOOS: 'linux', GOFLAGS: '-buildvcs=false' },
    });
    const layer = tar([{ kind: 'file', path: 'service', content: await readFile(output), mode: 0o755 }]);
    const built = image([layer], { Entrypoint: ['/service'], User: '65532:65532' });
    return `${registry}/${repository}@${await push(built, registry, repository, 'latest')}`;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
