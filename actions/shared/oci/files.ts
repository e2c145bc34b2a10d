import type { Manifest } from './descriptor.ts';
import { readTree, type Tree } from './tree.ts';

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
  /** Bytes of the files that each layer adds to what is seen. */
  readonly layerSizes: readonly number[];
}

/**
 * Reads the files of an image. `hashed` says which files' sha256 is wanted. Throws an Error when a layer can't be read.
 */
export async function readFiles(
  layout: string,
  { manifest: { layers } }: { readonly manifest: Pick<Manifest, 'layers'> },
  hashed: (path: string, size: number) => boolean,
): Promise<ImageFiles> {
  return filesIn(await readTree(layout, layers, hashed), layers.length);
}

/** The files of a tree that so many layers made. */
export function filesIn(tree: Tree, layers: number): ImageFiles {
  const files = new Map<string, ImageFile>();
  const links = new Set<string>();
  const layerSizes = Array.from({ length: layers }, () => 0);
  for (const [path, { type, size, layer, sha256 }] of tree) {
    if (type === 'folder') continue;
    if (type !== 'file') links.add(path);
    else {
      files.set(path, { path, size, layer, ...(sha256 === undefined ? {} : { sha256 }) });
      layerSizes[layer] = (layerSizes[layer] ?? 0) + size;
    }
  }
  return { files, links, layerSizes };
}
