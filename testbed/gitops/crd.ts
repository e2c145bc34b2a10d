import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { isObject, parseJson, textAt } from '../json.ts';

/** Argo CD as a Go module: it can't be built with every Go, its definitions can be read. */
const argo = {
  module: 'github.com/argoproj/argo-cd/v3',
  version: 'v3.2.1',
  sum: 'h1:rvrkW/JdH4V+xJgNDZI9wa/Ygd+fWoGbd1rAhvno22c=',
  path: 'manifests/crds/application-crd.yaml',
};

/** The definition of Application as Argo CD ships it, from the Go module proxy, pinned by its sum. */
export async function applicationDefinition(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'seatrial-crd-'));
  try {
    const args = ['mod', 'download', '-json', `${argo.module}@${argo.version}`];
    const { stdout } = await promisify(execFile)('go', args, { cwd: folder });
    const told = parseJson(stdout, 'go mod download');
    if (!isObject(told) || textAt(told, 'Sum') !== argo.sum)
      throw new Error(`${argo.module}@${argo.version} is not what it was: ${stdout}`);
    return await readFile(join(textAt(told, 'Dir'), argo.path), 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
