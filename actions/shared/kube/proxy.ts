import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeOf } from '../errors/user-error.ts';
import { KubeError } from './errors.ts';

/** A running `kubectl proxy`. kubectl owns all of authentication; we speak plain HTTP on a socket only we can open. */
export interface Proxy {
  readonly socket: string;
  stop(): Promise<void>;
}

export interface ProxyOptions {
  readonly kubectl: string;
  readonly kubeconfig?: string;
  readonly context?: string;
  readonly temp: string;
}

/** Linux takes 107 bytes for the path of a socket. */
const longestSocket = 100;

/**
 * Runs a program until our end of its standard input closes. That happens also when we are killed, so that no proxy with
 * somebody's credentials outlives the job.
 */
const guard = `exec 3<&0
"$@" </dev/null 3<&- &
program=$!
{ read -r _; kill "$program"; } <&3 2>/dev/null >&2 &
reader=$!
exec 3<&-
wait "$program"
code=$?
kill "$reader" 2>/dev/null
exit "$code"`;

/** Starts the proxy and resolves when it serves. Throws a KubeError with kubectl's own words when it does not. */
export async function startProxy(options: ProxyOptions): Promise<Proxy> {
  const base = options.temp.length + 24 > longestSocket ? tmpdir() : options.temp;
  const folder = await mkdtemp(join(base, 'seatrial-kube-'));
  await chmod(folder, 0o700);
  const socket = join(folder, 'api');
  // A process group of its own: a signal meant for the action must not take away its way to the cluster.
  const child = spawn('/bin/sh', ['-c', guard, 'sh', options.kubectl, ...argsFor(options, socket)], {
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  child.stdin.on('error', () => undefined);
  const last = (): void => killGroup(child);
  process.once('exit', last);
  const stop = async (): Promise<void> => {
    await ended(child);
    process.removeListener('exit', last);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await serving(child, options);
  } catch (error) {
    await stop();
    throw error;
  }
  return { socket, stop };
}

function argsFor(options: ProxyOptions, socket: string): string[] {
  return [
    'proxy',
    `--unix-socket=${socket}`,
    '--accept-hosts=^localhost$',
    ...(options.kubeconfig === undefined ? [] : [`--kubeconfig=${options.kubeconfig}`]),
    ...(options.context === undefined ? [] : [`--context=${options.context}`]),
  ];
}

function serving(child: ChildProcess, options: ProxyOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    let ready = false;
    // Read to the end of its life: a full pipe would block kubectl.
    child.stderr?.on('data', (chunk: Buffer) => {
      if (!ready) said += chunk.toString();
    });
    child.stdout?.on('data', (chunk: Buffer) => {
      if (!chunk.toString().includes('Starting to serve')) return;
      ready = true;
      resolve();
    });
    child.on('error', reject);
    child.on('close', (code) => {
      const notThere = code === 126 || code === 127;
      reject(notThere ? notStarted(options.kubectl, said.trim()) : refused(said.trim(), code, options));
    });
  });
}

function notStarted(kubectl: string, said: string): KubeError {
  const why = said.includes('ermission denied') ? 'may not be executed' : 'was not found';
  return new KubeError(`the program "${kubectl}" ${why}`, {
    status: 0,
    reason: 'NoKubectl',
    fix: 'Install kubectl in an earlier step of the job, or name its path in the input `kubectl`.',
  });
}

function refused(said: string, code: number | null, options: ProxyOptions): KubeError {
  const what = said.replace(/^error: /, '') || `it ended with exit code ${code}`;
  return new KubeError(`kubectl does not accept the access to the cluster: ${what}`, {
    status: 401,
    reason: 'NoAccess',
    fix: fixFor(said, options),
  });
}

function fixFor(said: string, options: ProxyOptions): string {
  if (/context .* does not exist/.test(said)) {
    return 'Write a `context` that `kubectl config get-contexts` lists for this kubeconfig.';
  }
  if (/no such file/.test(said)) {
    return `There is no file ${options.kubeconfig ?? ''}: write the kubeconfig in an earlier step and give its path as \`kubeconfig\`.`;
  }
  return 'Check the kubeconfig: `kubectl config view` has to read it, and it has to name a cluster, a user and a current context.';
}

function ended(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null)
    return Promise.resolve();
  return new Promise((resolve) => {
    const late = setTimeout(() => killGroup(child), 1000);
    child.once('exit', () => {
      clearTimeout(late);
      resolve();
    });
    child.stdin?.end();
  });
}

function killGroup({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error;
  }
}
