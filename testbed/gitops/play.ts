import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

export interface Play {
  /** The administrator's kubectl, with the namespace of the workloads. */
  readonly kubectl: (...args: readonly string[]) => Promise<string>;
  /** The bare repository, its branch, and the file that is applied. */
  readonly repository: string;
  readonly branch: string;
  readonly file: string;
  readonly namespace: string;
  /** What keeps the Deployment (an Application, a Kustomization), and that. */
  readonly owner: string;
  readonly deployment: string;
  readonly folder: string;
}

const run = promisify(execFile);

/** What a controller does when its branch has moved, and what it tells in between. */
export interface Player {
  readonly bringIn: (revision: string) => Promise<void>;
  readonly tell: (revision: string) => Promise<void>;
}

/** Plays a controller until `signal`. */
export async function playOn(
  { repository, branch }: Play,
  { bringIn, tell }: Player,
  signal: AbortSignal,
): Promise<void> {
  let seen = '';
  while (!signal.aborted) {
    const { stdout } = await run('git', ['--git-dir', repository, 'rev-parse', branch]);
    const head = stdout.trim();
    if (head !== seen) await bringIn(head);
    seen = head;
    await tell(head);
    await pause(300, undefined, { signal }).catch(() => undefined);
  }
}

/** Applies the file as it is at a revision, as its field manager. */
export async function applyAt(play: Play, revision: string, manager: string): Promise<void> {
  const { stdout } = await run('git', ['--git-dir', play.repository, 'show', `${revision}:${play.file}`]);
  const path = join(play.folder, `${manager}.yaml`);
  await writeFile(path, stdout);
  await play.kubectl('apply', '--server-side', `--field-manager=${manager}`, '--filename', path);
}
