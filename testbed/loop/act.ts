import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { at } from '../json.ts';
import type { LocalRepository } from './suite.ts';

export interface StepResult {
  readonly job: string;
  readonly step: string;
  readonly result: 'success' | 'failure' | 'skipped';
  readonly seconds: number;
}

export interface ActRun {
  readonly code: number;
  readonly steps: readonly StepResult[];
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
  /** First on PATH: act runs the first node it finds, whatever `using:` says. */
  readonly nodeFolder: string;
  readonly onLine: (job: string, line: string) => void;
}

/** Runs the caller's workflow under act, in host mode, and collects how each step ended. */
export async function runAct(options: ActOptions): Promise<ActRun> {
  const child = spawn(options.act, actArguments(options), {
    cwd: options.repository,
    env: { ...process.env, PATH: `${options.nodeFolder}:${process.env['PATH'] ?? ''}` },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const began = new Map<string, number>();
  const steps: StepResult[] = [];
  const finished = new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
  for await (const text of createInterface({ input: child.stdout })) {
    const entry = parseLine(text);
    if (entry === undefined) options.onLine('act', text);
    else note(entry, began, steps, options.onLine);
  }
  return { code: await finished, steps };
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

interface Entry {
  readonly job: string;
  readonly step: string;
  readonly message: string;
  readonly raw: boolean;
  readonly result: string | undefined;
  readonly time: number;
}

function parseLine(text: string): Entry | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const word = (key: string): string => String(at(value, key) ?? '');
  return {
    // act names the job of a called workflow `caller/job`; what people know is the last part.
    job: (word('jobID') || word('job')).split('/').at(-1)?.trim() ?? '',
    step: word('step'),
    message: word('msg').trimEnd(),
    raw: at(value, 'raw_output') === true,
    result: at(value, 'stepResult') === undefined ? undefined : word('stepResult'),
    time: Date.parse(word('time')),
  };
}

function note(
  entry: Entry,
  began: Map<string, number>,
  steps: StepResult[],
  onLine: ActOptions['onLine'],
): void {
  const key = `${entry.job}/${entry.step}`;
  if (!began.has(key)) began.set(key, entry.time);
  const { result } = entry;
  if (result === 'success' || result === 'failure' || result === 'skipped') {
    steps.push({
      job: entry.job,
      step: entry.step,
      result,
      seconds: (entry.time - (began.get(key) ?? entry.time)) / 1000,
    });
  }
  if (entry.raw && entry.message !== '') onLine(entry.job, entry.message);
}
