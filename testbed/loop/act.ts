import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { at, numberAt, textAt } from '../json.ts';
import type { LocalRepository } from './suite.ts';

export interface StepResult {
  readonly job: string;
  readonly step: string;
  readonly result: 'success' | 'failure';
  readonly seconds: number;
}

export interface ActRun {
  readonly code: number;
  readonly steps: readonly StepResult[];
  /** The job summaries, as Markdown, in the order in which the steps ended. */
  readonly summaries: string;
}

export interface ActOptions {
  readonly act: string;
  /** The caller's repository. */
  readonly repository: string;
  readonly event: string;
  readonly env: Readonly<Record<string, string>>;
  /** Handed over by a file that only we can read, never on the command line. */
  readonly secretFile: string;
  readonly repositories: readonly LocalRepository[];
  readonly cache: string;
  /** Takes every line of act as it came. */
  readonly log: string;
  /** First on PATH: act runs the first node it finds, whatever `using:` says. */
  readonly nodeFolder: string;
  readonly onLine: (job: string, line: string) => void;
}

/** Runs the caller's workflow under act, in host mode, and collects how each step ended. */
export async function runAct(options: ActOptions, signal: AbortSignal): Promise<ActRun> {
  const child = spawn(options.act, actArguments(options), {
    cwd: options.repository,
    env: { ...process.env, PATH: `${options.nodeFolder}:${process.env['PATH'] ?? ''}` },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // act passes an interruption on to the step that runs, as GitHub does on cancel.
  signal.addEventListener('abort', () => child.kill('SIGINT'), { once: true });
  const steps: StepResult[] = [];
  const summaries: string[] = [];
  const finished = new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
  const log = createWriteStream(options.log);
  for await (const text of createInterface({ input: child.stdout })) {
    log.write(`${text}\n`);
    const entry = parseLine(text);
    if (entry === undefined) options.onLine('act', text);
    else note(entry, steps, summaries, options.onLine);
  }
  log.end();
  return { code: await finished, steps, summaries: summaries.join('\n\n') };
}

function actArguments(options: ActOptions): string[] {
  return [
    'push',
    '--json',
    '-P',
    'ubuntu-latest=-self-hosted',
    '--eventpath',
    options.event,
    '--secret-file',
    options.secretFile,
    '--action-cache-path',
    options.cache,
    '--cache-server-path',
    `${options.cache}/artifacts`,
    '--cache-server-addr',
    '127.0.0.1',
    '--artifact-server-addr',
    '127.0.0.1',
    '--pull=false',
    ...Object.entries(options.env).flatMap(([key, value]) => ['--env', `${key}=${value}`]),
    ...options.repositories.flatMap(({ reference, folder }) => [
      '--local-repository',
      `${reference}=${folder}`,
    ]),
  ];
}

/** A line of act's log, as far as the loop cares. */
interface Entry {
  readonly job: string;
  readonly step: string;
  /** What the step itself said, or an annotation of it; empty for act's own talk. */
  readonly said: string;
  readonly summary: string;
  readonly result: string;
  /** Set with the result of a step's main part, in seconds. */
  readonly seconds: number | undefined;
}

function parseLine(text: string): Entry | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const command = textAt(value, 'command');
  const nanoseconds = numberAt(value, 'executionTime');
  const annotation =
    command === 'error' || command === 'warning' ? `${command}: ${textAt(value, 'arg')}` : '';
  return {
    job: textAt(value, 'jobID'),
    step: textAt(value, 'step'),
    said: at(value, 'raw_output') === true ? textAt(value, 'msg').trimEnd() : annotation,
    summary: command === 'summary' ? textAt(value, 'content') : '',
    result: textAt(value, 'stepResult'),
    seconds: textAt(value, 'stage') === 'Main' && nanoseconds >= 0 ? nanoseconds / 1e9 : undefined,
  };
}

function note(entry: Entry, steps: StepResult[], summaries: string[], onLine: ActOptions['onLine']): void {
  const { job, step, result, seconds } = entry;
  if (seconds !== undefined && (result === 'success' || result === 'failure'))
    steps.push({ job, step, result, seconds });
  if (entry.summary.trim() !== '') summaries.push(`## ${job}: ${step}\n\n${entry.summary}`);
  if (entry.said !== '') onLine(job, entry.said);
}
