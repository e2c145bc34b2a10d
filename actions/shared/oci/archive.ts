import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { field, listOf, parsed, textOf, textsOf } from '../json/json.ts';
import { mediaTypes } from './descriptor.ts';
import { tarStream } from './layer.ts';
import { tarEntries } from './tar.ts';
import { addBytes, addLayer, addManifest, type BlobFact, beginLayout, finishLayout } from './write.ts';

/**
 * Makes an OCI layout of what `docker save` wrote: the same configuration, and so the same image, with its layers
 * compressed as a registry keeps them. Daemons that keep their images in containerd's store save layers compressed, others
 * plain.
 *
 * Throws an Error when the archive is damaged or holds more than one image.
 */
export async function layoutFromArchive(archive: string, layout: string): Promise<void> {
  const unpacked = `${layout}.unpacked`;
  await rm(unpacked, { recursive: true, force: true });
  try {
    await unpack(archive, unpacked);
    const [image, ...others] = listOf(parsed(await readFile(join(unpacked, 'manifest.json'), 'utf8')));
    if (others.length > 0) throw new Error(`${archive} holds several images`);
    const configPath = textOf(field(image, 'Config'));
    if (configPath === undefined) throw new Error(`${archive} is no archive of docker save`);
    await beginLayout(layout);
    const config = await addBytes(layout, await readFile(inside(unpacked, configPath)), mediaTypes.config);
    const layers: BlobFact[] = [];
    for (const layer of textsOf(field(image, 'Layers')))
      layers.push(await addLayer(layout, await tarStream(inside(unpacked, layer))));
    await finishLayout(layout, await addManifest(layout, config, layers));
  } finally {
    await rm(unpacked, { recursive: true, force: true });
  }
}

async function unpack(archive: string, folder: string): Promise<void> {
  for await (const entry of tarEntries(createReadStream(archive, { highWaterMark: 1 << 20 }))) {
    if (entry.type !== 'file') continue;
    const path = inside(folder, entry.name);
    await mkdir(dirname(path), { recursive: true });
    await pipeline(entry.body(), createWriteStream(path));
  }
}

/** A path of the archive below a folder; one that leads out of it is refused. */
function inside(folder: string, name: string): string {
  const path = normalize(join(folder, name));
  if (!path.startsWith(`${folder}/`))
    throw new Error(`the archive names the path ${name}, which leads out of it`);
  return path;
}
