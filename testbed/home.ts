import { homedir } from 'node:os';
import { join } from 'node:path';

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

/** The folders below `$SEATRIAL_HOME`, or `~/.cache/seatrial` when that is unset or empty. */
export function home(env: NodeJS.ProcessEnv = process.env): Home {
  const root = env['SEATRIAL_HOME'] || join(homedir(), '.cache', 'seatrial');
  const bed = join(root, 'bed');
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
