import type { Descriptor } from './descriptor.ts';
import { absolute, layerStream, whiteout } from './layer.ts';
import { tarEntries } from './tar.ts';

/** What stands at a path of an image. */
export interface Node {
  readonly type: 'file' | 'folder' | 'symlink';
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly mtime: number;
  readonly linkName: string;
}

/** Absolute path → what stands there, for everything a container of the image sees. */
export type Tree = ReadonlyMap<string, Node>;

type Layer = Pick<Descriptor, 'digest' | 'mediaType'>;

/** Reads the names in all layers, later ones over earlier ones. Throws an Error when a layer can't be read. */
export async function readTree(layout: string, layers: readonly Layer[]): Promise<Tree> {
  const tree = new Map<string, Node>();
  for (const layer of layers) {
    const added: [string, Node][] = [];
    for await (const entry of tarEntries(layerStream(layout, layer))) {
      const path = absolute(entry.name);
      const gone = whiteout(path);
      if (gone !== undefined) remove(tree, gone);
      else if (path !== '/') added.push([path, { ...entry, type: typeOf(entry.type) }]);
    }
    for (const [path, node] of added) tree.set(path, node);
  }
  return tree;
}

function typeOf(type: string): Node['type'] {
  return type === 'folder' || type === 'symlink' ? type : 'file';
}

function remove(tree: Map<string, Node>, gone: string): void {
  const below = gone.endsWith('/') ? gone : `${gone}/`;
  tree.delete(gone);
  for (const path of tree.keys()) if (path.startsWith(below)) tree.delete(path);
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
