import { createHash } from 'node:crypto';
import type { Descriptor, Manifest } from './descriptor.ts';
import { absolute, layerStream, whiteout } from './layer.ts';
import { type TarEntry, tarEntries } from './tar.ts';

/** A regular file of an image. */
export interface ImageFile {
  /** Absolute path inside the image. */
  readonly path: string;
  readonly size: number;
  /** Position of the layer that holds it, from 0. */
  readonly layer: number;
  /** Set for files that were asked for. */
  readonly sha256?: string;
}

/** What a container of an image sees. */
export interface ImageFiles {
  readonly files: ReadonlyMap<string, ImageFile>;
  /** Paths of symbolic links and what else is neither file nor folder. */
  readonly links: ReadonlySet<string>;
  /** Uncompressed bytes of each layer's files. */
  readonly layerSizes: readonly number[];
}

/**
 * Reads all layers of an image, later ones over earlier ones as a container sees them, whiteouts included.
 *
 * `hashed` says which files' sha256 is wanted. Throws an Error when a layer can't be read.
 */
export async function readFiles(
  layout: string,
  image: { readonly manifest: Pick<Manifest, 'layers'> },
  hashed: (path: string, size: number) => boolean,
): Promise<ImageFiles> {
  const files = new Map<string, ImageFile>();
  const links = new Set<string>();
  const layerSizes: number[] = [];
  for (const [layer, descriptor] of image.manifest.layers.entries()) {
    const found = await readLayer(layout, descriptor, layer, hashed);
    for (const gone of found.removed) remove(files, gone);
    for (const file of found.files) files.set(file.path, file);
    for (const link of found.links) links.add(link);
    layerSizes.push(found.files.reduce((sum, file) => sum + file.size, 0));
  }
  return { files, links, layerSizes };
}

interface LayerContent {
  readonly files: readonly ImageFile[];
  /** Paths that this layer takes away from those below. */
  readonly removed: readonly string[];
  readonly links: readonly string[];
}

async function readLayer(
  layout: string,
  descriptor: Descriptor,
  layer: number,
  hashed: (path: string, size: number) => boolean,
): Promise<LayerContent> {
  const files: ImageFile[] = [];
  const removed: string[] = [];
  const links: string[] = [];
  for await (const entry of tarEntries(layerStream(layout, descriptor))) {
    const path = absolute(entry.name);
    const gone = whiteout(path);
    if (gone !== undefined) removed.push(gone);
    else if (entry.type === 'file') {
      const sha256 = hashed(path, entry.size) ? await hashOf(entry) : undefined;
      files.push({ path, size: entry.size, layer, ...(sha256 === undefined ? {} : { sha256 }) });
    } else if (entry.type === 'link') {
      const target = files.find((file) => file.path === absolute(entry.linkName));
      if (target !== undefined) files.push({ ...target, path });
    } else if (entry.type !== 'folder') links.push(path);
  }
  return { files, removed: [...removed, ...links], links };
}

function remove(files: Map<string, ImageFile>, gone: string): void {
  const folder = gone.endsWith('/') ? gone : `${gone}/`;
  files.delete(gone);
  for (const path of files.keys()) if (path.startsWith(folder)) files.delete(path);
}

async function hashOf(entry: TarEntry): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of entry.body()) hash.update(chunk);
  return hash.digest('hex');
}
