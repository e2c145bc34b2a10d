import { spawn } from 'node:child_process';

export interface ExecOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly input?: string;
  /** Called with each whole line of standard error while the command runs. */
  readonly onErrorLine?: (line: string) => void;
  /** Ends the command early. */
  readonly signal?: AbortSignal | undefined;
}

export interface ExecResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Cuts a stream of chunks into whole lines. */
export function lineSplitter(onLine: (line: string) => void): (chunk: string) => void {
  let rest = '';
  return (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  };
}

/** Runs a command to its end and returns what it said, whatever its exit code. Throws only when it can't be started. */
export function tryExec(command: readonly string[], options: ExecOptions = {}): Promise<ExecResult> {
  const [program, ...args] = command;
  if (program === undefined) throw new Error('an empty command was to be run');
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['pipe', 'pipe', 'pipe'],
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
    const out: string[] = [];
    const err: string[] = [];
    const split = lineSplitter((line) => options.onErrorLine?.(line));
    child.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err.push(text);
      split(text);
    });
    child.on('error', (error) => {
      const reason: unknown = options.signal?.reason;
      reject(reason ?? new Error(`${program} could not be run: ${error.message}`));
    });
    child.on('close', (code) => resolve({ code: code ?? 128, stdout: out.join(''), stderr: err.join('') }));
    // A command that ends without reading its input closes the pipe: no reason to fail.
    child.stdin.on('error', () => {});
    child.stdin.end(options.input ?? '');
  });
}

/** Runs a command and returns its standard output. Throws with its last lines when it fails. */
export async function exec(command: readonly string[], options: ExecOptions = {}): Promise<string> {
  const result = await tryExec(command, options);
  if (result.code !== 0) {
    const said = (result.stderr || result.stdout).trim().split('\n').slice(-15).join('\n');
    throw new Error(`${command.join(' ')} ended with exit code ${result.code}:\n${said}`);
  }
  return result.stdout;
}
