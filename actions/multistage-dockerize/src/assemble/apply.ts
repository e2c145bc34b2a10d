import { dirname, join, posix } from 'node:path';
import { objectOf, pairsOf, textOf, textsOf } from '../../../shared/json/json.ts';
import type { Platform } from '../../../shared/oci/descriptor.ts';
import type { TarHead } from '../../../shared/oci/tar-write.ts';
import { followed, PathError, type Tree } from '../../../shared/oci/tree.ts';
import type { Copy, Step } from './recipe.ts';

/** What the final stage stands on. */
export interface BaseFacts {
  /** The image's configuration as it came; undefined for `scratch`. */
  readonly config: unknown;
  readonly tree: Tree;
  readonly diffIds: readonly string[];
}

export interface Applied {
  /** Folders and files of the layer, in order; the one file is the binary. */
  readonly entries: readonly TarHead[];
  /** The image's configuration, once the layer's own diff id is known. */
  readonly config: (diffId: string) => object;
}

interface Settings {
  readonly env: Map<string, string>;
  readonly labels: Map<string, string>;
  readonly ports: Set<string>;
  readonly volumes: Set<string>;
  user: string;
  workdir: string;
  stopSignal: string;
  entrypoint: readonly string[];
  cmd: readonly string[];
  /** Whether CMD stands in this stage: ENTRYPOINT takes an inherited one away. */
  ownCmd: boolean;
}

interface Given {
  readonly platform: Platform;
  readonly created: Date;
  readonly binarySize: number;
  readonly labels: ReadonlyMap<string, string>;
}

/** What BuildKit gives a container that stands on nothing. */
const defaultPath = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** Carries out the steps of a recipe on its base. Throws a PathError where a path of the base is in the way. */
export function applySteps(steps: readonly Step[], base: BaseFacts, given: Given): Applied {
  const settings = settingsOf(base.config);
  const entries = new Map<string, TarHead>();
  const files = new Files(base.tree, entries, given);
  for (const step of steps) applyStep(step, settings, files);
  for (const [key, value] of given.labels) settings.labels.set(key, value);
  return {
    entries: [...entries.values()],
    config: (diffId) => configOf(base, settings, steps, given, diffId),
  };
}

function settingsOf(config: unknown): Settings {
  const inner = objectOf(objectOf(config)['config']);
  const env = config === undefined ? [defaultPath] : textsOf(inner['Env']);
  return {
    env: new Map(env.map((pair) => [pair.replace(/=.*$/s, ''), pair.replace(/^[^=]*=?/, '')])),
    labels: new Map(Object.entries(pairsOf(inner['Labels']))),
    ports: new Set(Object.keys(objectOf(inner['ExposedPorts']))),
    volumes: new Set(Object.keys(objectOf(inner['Volumes']))),
    user: textOf(inner['User']) ?? '',
    workdir: textOf(inner['WorkingDir']) || '/',
    stopSignal: textOf(inner['StopSignal']) ?? '',
    entrypoint: textsOf(inner['Entrypoint']),
    cmd: textsOf(inner['Cmd']),
    ownCmd: false,
  };
}

function applyStep(step: Step, settings: Settings, files: Files): void {
  switch (step.kind) {
    case 'stage':
      settings.ownCmd = false;
      return;
    case 'env':
    case 'label':
      for (const [key, value] of step.pairs)
        (step.kind === 'env' ? settings.env : settings.labels).set(key, value);
      return;
    case 'expose':
    case 'volume':
      for (const value of step.values)
        (step.kind === 'expose' ? settings.ports : settings.volumes).add(value);
      return;
    case 'entrypoint':
      settings.entrypoint = step.exec;
      if (!settings.ownCmd) settings.cmd = [];
      return;
    case 'cmd':
      settings.cmd = step.exec;
      settings.ownCmd = true;
      return;
    case 'user':
      settings.user = step.value;
      return;
    case 'stopsignal':
      settings.stopSignal = step.value;
      return;
    case 'workdir':
      settings.workdir = posix.resolve('/', settings.workdir, step.value);
      files.folder(settings.workdir, settings.user);
      return;
    case 'copy':
      files.copy(step.copy, settings.workdir);
  }
}

/** The files and folders of the one layer that is added. */
class Files {
  private readonly tree: Tree;
  private readonly entries: Map<string, TarHead>;
  private readonly given: Given;

  constructor(tree: Tree, entries: Map<string, TarHead>, given: Given) {
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

function configOf(
  base: BaseFacts,
  settings: Settings,
  steps: readonly Step[],
  { platform, created }: Given,
  diffId: string,
): object {
  const before = objectOf(base.config);
  const history = Array.isArray(before['history']) ? before['history'] : [];
  return {
    ...before,
    created: created.toISOString(),
    architecture: platform.architecture,
    os: platform.os,
    ...(platform.variant === undefined ? {} : { variant: platform.variant }),
    config: runSettings(objectOf(before['config']), settings),
    rootfs: { type: 'layers', diff_ids: [...base.diffIds, diffId] },
    history: [...history, ...historyOf(steps, created)],
  };
}

function runSettings(before: Readonly<Record<string, unknown>>, settings: Settings): object {
  const marks = (values: ReadonlySet<string>): object =>
    Object.fromEntries([...values].map((one) => [one, {}]));
  const all = {
    ...before,
    Env: [...settings.env].map(([key, value]) => `${key}=${value}`),
    Labels: Object.fromEntries(settings.labels),
    ExposedPorts: marks(settings.ports),
    Volumes: marks(settings.volumes),
    User: settings.user,
    WorkingDir: settings.workdir,
    StopSignal: settings.stopSignal,
    Entrypoint: settings.entrypoint,
    Cmd: settings.cmd,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => !isEmpty(value)));
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** One line of history each; all files are in the layer of the first COPY. */
function historyOf(steps: readonly Step[], created: Date): object[] {
  const first = steps.findIndex(({ kind }) => kind === 'copy');
  return steps.flatMap((step, at) => {
    if (step.kind === 'stage') return [];
    const line = { created: created.toISOString(), created_by: step.text, comment: 'seatrial' };
    return [at === first ? line : { ...line, empty_layer: true }];
  });
}
