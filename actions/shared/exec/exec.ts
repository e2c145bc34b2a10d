import { stat } from 'node:fs/promises';
import { UserError } from '../errors/user-error.ts';

export interface ExecOptions {
  readonly cwd?: string;
  /** The whole environment of the command; unset: that of this process. */
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  /** Called with each line as it comes, from stdout and stderr. */
  readonly onLine?: (line: string) => void;
  /** Called once when the program has been started. */
  readonly onStart?: () => void;
}

export interface ExecResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a program from an argument array, never through a shell, and returns whatever its exit code is.
 *
 * Throws a UserError when there is no such program.
 */
export type Exec = (file: string, args: readonly string[], options?: ExecOptions) => Promise<ExecResult>;

/** The real effect behind `Exec`. */
export const exec: Exec = async (file, args, options = {}) => {
  const [{ getExecOutput }, found] = await Promise.all([import('@actions/exec'), onPath(file)]);
  if (found === undefined) {
    throw new UserError(`the program "${file}" was not found on PATH`, {
      fix: `Install ${file} in an earlier step of the job, or name its path where the action has an input for it.`,
    });
  }
  const { onLine: lines, onStart: started } = options;
  const listeners = {
    ...(lines === undefined ? {} : { stdline: lines, errline: lines }),
    ...(started === undefined ? {} : { debug: startOf(options.cwd, started) }),
  };
  const { exitCode, stdout, stderr } = await getExecOutput(quoted(found), [...args], {
    silent: true,
    ignoreReturnCode: true,
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    ...(options.env === undefined ? {} : { env: { ...options.env } }),
    ...(options.stdin === undefined ? {} : { input: Buffer.from(options.stdin) }),
    listeners,
  });
  return { code: exitCode, stdout, stderr };
};

/**
 * @actions/exec says what it will run, looks whether its folder is there, and then starts it: who looks after it has said so,
 * knows when it has been started.
 */
function startOf(cwd = '.', started: () => void): (message: string) => void {
  return (message) => {
    if (message.startsWith('exec tool: '))
      stat(cwd)
        .catch(() => undefined)
        .finally(() => setImmediate(started));
  };
}

/** Where a program of that name is found; undefined: nowhere on PATH. */
export async function onPath(program: string): Promise<string | undefined> {
  const { which } = await import('@actions/io');
  return (await which(program, false)) || undefined;
}

/** @actions/exec splits its first argument into words; quotes keep a path with blanks in one piece. */
function quoted(file: string): string {
  return file.includes(' ') ? `"${file}"` : file;
}
