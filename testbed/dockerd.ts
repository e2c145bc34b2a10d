import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { must, run } from '../scripts/run.ts';

/** A docker daemon of our own. */
export interface Dockerd {
  readonly host: string;
  readonly docker: (args: readonly string[], cwd: string) => Promise<string>;
  /** Removes what was built; images that were pulled stay. */
  readonly forget: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts Debian's dockerd with everything of it below `work`, without networks of its own. */
export async function startDockerd(program: string, work: string): Promise<Dockerd> {
  const folder = join(work, 'dockerd');
  await mkdir(folder, { recursive: true });
  const host = `unix://${join(folder, 'docker.sock')}`;
  const log = openSync(join(folder, 'log'), 'a');
  const places = ['data-root', 'exec-root'].map((name) => `--${name}=${join(folder, name)}`);
  const quiet = ['--iptables=false', '--ip6tables=false', '--bridge=none'];
  const child = spawn(program, ['--host', host, '--pidfile', join(folder, 'pid'), ...places, ...quiet], {
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const env = { ...process.env, DOCKER_HOST: host, DOCKER_BUILDKIT: '0' };
  const docker = (args: readonly string[], cwd: string): Promise<string> =>
    must('docker', args, { cwd, env });
  const stop = async (): Promise<void> => {
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    // The network namespace that builds have run in stays mounted behind a daemon that is gone.
    await run('umount', [join(folder, 'exec-root', 'netns', 'default')]);
    await rm(folder, { recursive: true, force: true });
  };
  for (let waited = 0; (await run('docker', ['version'], { env })).code !== 0; waited += 200) {
    if (child.exitCode !== null || waited > 60_000)
      throw new Error(`dockerd did not start: see ${folder}/log`);
    // A daemon says in no other way that it listens.
    await sleep(200);
  }
  return { host, docker, stop, forget: async () => void (await docker(['image', 'prune', '--force'], work)) };
}
