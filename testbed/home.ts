import { homedir } from 'node:os';
import { join } from 'node:path';
import { readText, writeAtomically } from './files.ts';
import type { ClusterKind } from './kind/choose.ts';

/** Where everything of the test bed lives. Nothing outside of it is written but kernel settings and network links. */
export interface Home {
  /** One folder per tool and version; survives `down --wipe`. */
  readonly tools: string;
  /** What is downloaded or rendered once for several tools. */
  readonly cache: string;
  readonly bed: string;
  readonly logs: string;
  /** One record per started process, sockets, containerd's run-time state: worthless after a restart. */
  readonly run: string;
  /** What a stopped bed keeps: etcd's data, images, keys. */
  readonly state: string;
  /** Configuration files, rendered anew at every `up`. */
  readonly config: string;
}

/** Which kind of cluster was chosen last; the two keep their state apart. */
const clusterNote = (root: string): string => join(root, 'cluster');

const rootOf = (env: NodeJS.ProcessEnv): string =>
  env['SEATRIAL_HOME'] || join(homedir(), '.cache', 'seatrial');

function clusterOf(root: string): ClusterKind {
  return readText(clusterNote(root)) === 'kind' ? 'kind' : 'embedded';
}

/** The kind of cluster of the present bed. */
export const presentCluster = (env: NodeJS.ProcessEnv = process.env): ClusterKind => clusterOf(rootOf(env));

/** From now on `home` is that of a bed with this kind of cluster. */
export function rememberCluster(cluster: ClusterKind, env: NodeJS.ProcessEnv = process.env): void {
  writeAtomically(clusterNote(rootOf(env)), cluster);
}

/** The folders below `$SEATRIAL_HOME`, or `~/.cache/seatrial` when that is unset or empty. */
export function home(env: NodeJS.ProcessEnv = process.env): Home {
  const root = rootOf(env);
  const bed = join(root, clusterOf(root) === 'kind' ? 'bed-kind' : 'bed');
  return {
    tools: join(root, 'tools'),
    cache: join(root, 'cache'),
    bed,
    logs: join(bed, 'logs'),
    run: join(bed, 'run'),
    state: join(bed, 'state'),
    config: join(bed, 'config'),
  };
}
