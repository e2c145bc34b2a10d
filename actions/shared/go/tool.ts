import { stat } from 'node:fs/promises';
import { delimiter } from 'node:path';
import type { Context } from '../action/context.ts';
import { UserError } from '../errors/user-error.ts';
import type { ExecResult } from '../exec/exec.ts';
import { fieldsOf, textOf } from './decode.ts';
import { goEnvironment, trustedByGit, withoutForceAll } from './environment.ts';
import { explainGoFailure } from './explain.ts';
import { noModule } from './no-module.ts';

/** What an action needs of its context to work with Go. */
export type GoContext = Pick<Context<never>, 'env' | 'exec' | 'log' | 'signal' | 'workspace'>;

/** Go's own settings, from `go env`. */
export interface GoSettings {
  readonly version: string;
  readonly hostOs: string;
  readonly hostArch: string;
  /** The module's go.mod. */
  readonly module: string;
  /** The go.work in use, or empty. */
  readonly workspace: string;
  readonly buildCache: string;
  readonly moduleCache: string;
  /** GOFLAGS, from the environment or Go's own configuration. */
  readonly flags: string;
  readonly cc: string;
}

export interface GoRun {
  readonly env?: Readonly<Record<string, string>>;
  readonly onLine?: (line: string) => void;
}

/** The Go tool in one module. */
export interface Go {
  readonly directory: string;
  readonly settings: GoSettings;
  /** What was put right in the environment, for people to read. */
  readonly mended: readonly string[];
  /** Runs `go` and returns whatever its exit code is. */
  run(args: readonly string[], options?: GoRun): Promise<ExecResult>;
  /** Runs `go`; a failure becomes a UserError that says what to mend. */
  must(args: readonly string[], options?: GoRun): Promise<string>;
  /** Runs another tool in the module, in the environment that Go gets. */
  tool(file: string, args: readonly string[], options?: GoRun): Promise<ExecResult>;
}

/**
 * Finds Go and the module in `directory`.
 *
 * Throws a UserError when the directory, Go or the module is missing.
 */
export async function openGo(
  context: GoContext,
  directory: string,
  extraEnv: Readonly<Record<string, string>> = {},
): Promise<Go> {
  const foreign = await mustBeFolder(directory);
  const goflags = withoutForceAll(extraEnv['GOFLAGS'] ?? context.env['GOFLAGS'] ?? '');
  const set = {
    ...(foreign ? trustedByGit(context.env, context.workspace) : {}),
    ...extraEnv,
    ...(goflags.removed ? { GOFLAGS: goflags.goflags } : {}),
  };
  const base = goEnvironment(context.env, set);
  const tool: Go['tool'] = (file, args, options = {}) => {
    const lines = options.onLine === undefined ? {} : { onLine: options.onLine };
    const work = context.exec(file, args, { cwd: directory, env: { ...base, ...options.env }, ...lines });
    return untilCancelled(context.signal, work);
  };
  const run: Go['run'] = (args, options) => tool('go', args, options).catch(explainMissingGo);
  const must: Go['must'] = async (args, options) => {
    const result = await run(args, options);
    if (result.code !== 0) throw explainGoFailure(args, result, directory);
    return result.stdout;
  };
  const settings = readSettings(await must(['env', '-json', ...settingNames]));
  if (settings.module === '' && settings.workspace === '') throw await noModule(directory, context.workspace);
  const mended = goflags.removed
    ? ['`-a` was taken out of GOFLAGS: it compiles everything anew on every run, for the same bytes.']
    : [];
  return { directory, settings, mended, run, must, tool };
}

/** Go is the one program whose absence has a cure of its own; a job that was cancelled is no absence. */
function explainMissingGo(error: unknown): never {
  if (!(error instanceof UserError) || !error.message.includes('not found on PATH')) throw error;
  throw new UserError('Go is not installed: no `go` on PATH', {
    fix: 'Add a step before this one: `- uses: actions/setup-go@v7` with `go-version-file: go.mod`.',
    cause: error,
  });
}

/** A cancelled job must still publish what it knows; the runner ends the child itself. */
async function untilCancelled<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  let stop: (() => void) | undefined;
  const cancelled = new Promise<never>((_, reject) => {
    stop = () =>
      reject(new UserError('the job was cancelled while Go was running', { fix: 'Run the job again.' }));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, cancelled]);
  } finally {
    if (stop !== undefined) signal.removeEventListener('abort', stop);
  }
}

/** Without names Go works all of them out, and starts the C compiler for some. */
const settingNames = [
  'GOVERSION',
  'GOHOSTOS',
  'GOHOSTARCH',
  'GOMOD',
  'GOWORK',
  'GOCACHE',
  'GOMODCACHE',
  'GOFLAGS',
  'CC',
];

function readSettings(printed: string): GoSettings {
  const fields = fieldsOf(JSON.parse(printed));
  const get = (name: string): string => textOf(fields.get(name));
  const module = get('GOMOD');
  const workspace = get('GOWORK');
  return {
    version: get('GOVERSION'),
    hostOs: get('GOHOSTOS'),
    hostArch: get('GOHOSTARCH'),
    module: module === '/dev/null' || module === 'NUL' ? '' : module,
    workspace: workspace === 'off' ? '' : workspace,
    buildCache: get('GOCACHE'),
    moduleCache: get('GOMODCACHE').split(delimiter, 1)[0] ?? '',
    flags: get('GOFLAGS'),
    cc: get('CC'),
  };
}

/** Throws a UserError when there is no such folder; tells whether it belongs to another user. */
async function mustBeFolder(directory: string): Promise<boolean> {
  const found = await stat(directory).catch(() => undefined);
  if (found?.isDirectory() === true) return found.uid !== process.getuid?.();
  throw new UserError(`there is no folder ${directory}`, {
    fix: 'Point `working-directory` at the folder that holds go.mod, and check the repository out before this step.',
  });
}
