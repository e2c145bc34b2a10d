import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseConfig } from '../../actions/shared/oci/descriptor.ts';
import { readFiles } from '../../actions/shared/oci/files.ts';
import { parseReference } from '../../actions/shared/oci/reference.ts';
import { beginLayout } from '../../actions/shared/oci/write.ts';
import { openHttp } from '../../actions/shared/registry/http.ts';
import { pullLayers, pullManifest } from '../../actions/shared/registry/pull.ts';
import { Repository } from '../../actions/shared/registry/registry.ts';

/** Bytes of an image. `binary` and `above` are those of the files, `compressed` those of the layers in the registry. */
export interface Weight {
  readonly compressed: number;
  readonly binary: number;
  /** All files but the binary and time zones. */
  readonly above: number;
}

/** Weighs an image by reading its layers from the registry. */
export async function weigh(image: string): Promise<Weight> {
  const reference = parseReference(image);
  const http = openHttp({});
  const layout = await mkdtemp(join(tmpdir(), 'seatrial-weigh-'));
  try {
    const repository = new Repository(reference, {
      send: http.send,
      credentials: undefined,
      mask: async () => undefined,
      signal: new AbortController().signal,
      log: () => undefined,
      access: 'pull',
    });
    const platform = { os: 'linux', architecture: process.arch === 'arm64' ? 'arm64' : 'amd64' };
    const pulled = await pullManifest(repository, reference.tag ?? 'latest', platform);
    await beginLayout(layout);
    await pullLayers(repository, pulled.layers, layout, 'layer');
    const layers = pulled.layers.map((layer) => ({ ...layer, annotations: {} }));
    const { entrypoint } = parseConfig(pulled.config);
    const { files } = await readFiles(layout, { manifest: { layers } }, () => false);
    const sizes = [...files.values()].filter(({ path }) => !path.includes('/zoneinfo'));
    const total = sizes.reduce((sum, { size }) => sum + size, 0);
    const binary = files.get(entrypoint[0] ?? '')?.size ?? 0;
    const compressed = pulled.layers.reduce((sum, { size }) => sum + size, 0);
    return { compressed, binary, above: total - binary };
  } finally {
    http.close();
    await rm(layout, { recursive: true, force: true });
  }
}
