import { dirname, join, posix } from 'node:path';
import type { TarHead } from '../../../shared/oci/tar-write.ts';
import { followed, PathError, type Tree } from '../../../shared/oci/tree.ts';
import type { Copy } from './step.ts';

/** What every file of the layer is given. */
export interface FileFacts {
  readonly created: Date;
  readonly binarySize: number;
}

/** The files and folders of the one layer that is added. */
export class Files {
  private readonly tree: Tree;
  private readonly entries: Map<string, TarHead>;
  private readonly given: FileFacts;

  constructor(tree: Tree, entries: Map<string, TarHead>, given: FileFacts) {
    this.tree = tree;
    this.entries = entries;
    this.given = given;
  }

  copy(copy: Copy, workdir: string): void {
    const { uid, gid, mode } = copy;
    const wanted = posix.resolve('/', workdir, copy.to);
    const isFolder = /(?:^|\/)\.?$/.test(copy.to) || this.isFolder(followed(this.tree, wanted));
    const path = isFolder ? join(wanted, copy.name) : wanted;
    const folder = followed(this.tree, dirname(path));
    this.parents(join(folder, 'x'), uid, gid);
    const real = join(folder, posix.basename(path));
    if (this.tree.get(real)?.type === 'symlink' || this.isFolder(real))
      throw new PathError(`${real} is a link or folder in the base image`);
    const { binarySize: size } = this.given;
    this.entries.set(real, { name: real.slice(1), type: 'file', size, mode, uid, gid, mtime: this.time });
  }

  /** Makes a folder where there is none, for the user it is as which a builder would make it. */
  folder(path: string, user: string): void {
    const real = followed(this.tree, path);
    if (real === '/' || this.isFolder(real)) return;
    const [, uid, gid = uid] =
      /^(\d+)(?::(\d+))?$/.exec(user === '' ? '0' : user.replace(/^root$/, '0')) ?? [];
    if (uid === undefined) throw new PathError(`whose ${real} is to be is not known: the user is "${user}"`);
    this.parents(join(real, 'x'), Number(uid), Number(gid));
  }

  private get time(): number {
    return Math.floor(this.given.created.getTime() / 1000);
  }

  private isFolder(path: string): boolean {
    return path === '/' || (this.entries.get(path) ?? this.tree.get(path))?.type === 'folder';
  }

  /** Lists the folders above a path: some runtimes give those that a layer leaves out the mode of none. */
  private parents(path: string, uid: number, gid: number): void {
    const folder = dirname(path);
    if (folder === '/' || this.entries.has(folder)) return;
    this.parents(folder, uid, gid);
    const known = this.tree.get(folder);
    if (known !== undefined && known.type !== 'folder')
      throw new PathError(`${folder} is no folder in the base image`);
    const owned = known ?? { mode: 0o755, uid, gid, mtime: this.time };
    const { mode, mtime } = owned;
    this.entries.set(folder, {
      name: folder.slice(1),
      type: 'folder',
      size: 0,
      mode,
      uid: owned.uid,
      gid: owned.gid,
      mtime,
    });
  }
}
