import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { isObject, parseJson, textAt } from '../json.ts';

/** The controllers as Go modules: they can't be built with every Go, their definitions can be read. */
const argo = {
  module: 'github.com/argoproj/argo-cd/v3',
  version: 'v3.2.1',
  sum: 'h1:rvrkW/JdH4V+xJgNDZI9wa/Ygd+fWoGbd1rAhvno22c=',
  path: 'manifests/crds/application-crd.yaml',
};

const flux = {
  module: 'github.com/fluxcd/kustomize-controller',
  version: 'v1.7.3',
  sum: 'h1:SzNnGn/4ObAPEHHleM5U7y/AKxKXph3Vj6ZhteeXw8M=',
  path: 'config/crd/bases/kustomize.toolkit.fluxcd.io_kustomizations.yaml',
};

/** The definition of Application as Argo CD ships it. */
export const applicationDefinition = (): Promise<string> => shipped(argo);

/** The definition of Kustomization as Flux ships it. */
export const kustomizationDefinition = (): Promise<string> => shipped(flux);

/** From the Go module proxy, pinned by its sum. */
async function shipped({ module, version, sum, path }: typeof argo): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'seatrial-crd-'));
  try {
    const args = ['mod', 'download', '-json', `${module}@${version}`];
    const { stdout } = await promisify(execFile)('go', args, { cwd: folder });
    const told = parseJson(stdout, 'go mod download');
    if (!isObject(told) || textAt(told, 'Sum') !== sum)
      throw new Error(`${module}@${version} is not what it was: ${stdout}`);
    return await readFile(join(textAt(told, 'Dir'), path), 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
