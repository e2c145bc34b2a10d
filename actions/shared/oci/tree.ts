import { createHash } from 'node:crypto';
import type { Descriptor } from './descriptor.ts';
import { absolute, layerStream, whiteout } from './layer.ts';
import { type TarEntry, tarEntries } from './tar.ts';

/** What stands at a path of an image. */
export interface Node {
  readonly type: 'file' | 'folder' | 'symlink' | 'other';
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly mtime: number;
  readonly linkName: string;
  readonly size: number;
  /** Position of the layer that holds it, from 0. */
  readonly layer: number;
  /** Set for files that were asked for. */
  readonly sha256?: string;
}

/** Absolute path → what stands there, for everything a container of the image sees. */
export type Tree = ReadonlyMap<string, Node>;

type Layer = Pick<Descriptor, 'digest' | 'mediaType'>;

/**
 * Reads all layers of an image, later ones over earlier ones as a container sees them, whiteouts included.
 *
 * `hashed` says which files' sha256 is wanted. Throws an Error when a layer can't be read.
 */
export async function readTree(
  layout: string,
  layers: readonly Layer[],
  hashed: (path: string, size: number) => boolean = () => false,
): Promise<Tree> {
  const tree = new Map<string, Node>();
  for (const [layer, descriptor] of layers.entries()) {
    const added = new Map<string, Node>();
    for await (const entry of tarEntries(layerStream(layout, descriptor))) {
      const path = absolute(entry.name);
      const gone = whiteout(path);
      if (gone !== undefined) remove(tree, gone);
      else if (entry.type === 'link') {
        const target = absolute(entry.linkName);
        added.set(path, { ...nodeOf(entry, layer), ...(added.get(target) ?? tree.get(target)), layer });
      } else if (path !== '/') {
        const sha256 = entry.type === 'file' && hashed(path, entry.size) ? await hashOf(entry) : undefined;
        added.set(path, { ...nodeOf(entry, layer), ...(sha256 === undefined ? {} : { sha256 }) });
      }
    }
    for (const [path, node] of added) {
      if (node.type !== 'folder' && tree.get(path)?.type === 'folder') remove(tree, path);
      tree.set(path, node);
    }
  }
  return tree;
}

function nodeOf({ type, mode, uid, gid, mtime, linkName, size }: TarEntry, layer: number): Node {
  return { type: type === 'link' ? 'file' : type, mode, uid, gid, mtime, linkName, size, layer };
}

function remove(tree: Map<string, Node>, gone: string): void {
  const below = gone.endsWith('/') ? gone : `${gone}/`;
  tree.delete(gone);
  for (const path of tree.keys()) if (path.startsWith(below)) tree.delete(path);
}

async function hashOf(entry: TarEntry): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of entry.body()) hash.update(chunk);
  return hash.digest('hex');
}

/** A path that can't be written to, because of what stands there. */
export class PathError extends Error {}

/** Where a path leads when the links on its way are followed, as far as it exists. Throws a PathError on a circle. */
export function followed(tree: Tree, path: string): string {
  let rest = path.split('/').filter((part) => part !== '' && part !== '.');
  let at = '';
  for (let steps = 0; rest.length > 0; steps += 1) {
    if (steps > 255) throw new PathError(`the links at ${path} lead in a circle`);
    const [part = '', ...more] = rest;
    rest = more;
    if (part === '..') {
      at = at.slice(0, Math.max(0, at.lastIndexOf('/')));
      continue;
    }
    const node = tree.get(`${at}/${part}`);
    if (node?.type !== 'symlink') at = `${at}/${part}`;
    else {
      if (node.linkName.startsWith('/')) at = '';
      rest = [...node.linkName.split('/').filter((one) => one !== '' && one !== '.'), ...rest];
    }
  }
  return at === '' ? '/' : at;
}
