import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

export interface StubResult {
  readonly code: number;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** The release record as the step left it; undefined when it wrote none. */
  readonly record: unknown;
  readonly temp: string;
}

export interface StubRun {
  readonly pid: number;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Resolves when a line of stdout matches. */
  readonly said: (pattern: RegExp) => Promise<string>;
  readonly finished: Promise<StubResult>;
}

/** Starts a built action the way the runner does: the stub as a child process, inputs and files by environment. */
export async function startStub(
  name: string,
  inputs: Readonly<Record<string, string>>,
  options: { env?: Readonly<Record<string, string>>; workspace?: string; temp?: string } = {},
): Promise<StubRun> {
  // Without a dash, as the folders of Go tests: a program is built once more below it.
  const temp = options.temp ?? (await mkdtemp(join(tmpdir(), 'seatrial_stub_')));
  await mkdir(temp, { recursive: true });
  const files = runnerFiles(temp);
  await Promise.all(Object.values(files).map((file) => writeFile(file, '')));
  const child = spawn(process.execPath, [join(root, 'dist', `${name}.js`)], {
    env: { ...runnerEnv(temp, options.workspace ?? temp, inputs), ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stdout = collect(child.stdout);
  const stderr = collect(child.stderr);
  const finished = ending(child).then(async (end) => ({
    ...end,
    stdout: stdout.text(),
    stderr: stderr.text(),
    outputs: parseOutputs(await readFile(files.output, 'utf8')),
    summary: await readFile(files.summary, 'utf8'),
    record: await readJson(inputs['record'] ?? join(temp, 'seatrial', 'release-record.json')),
    temp,
  }));
  const said = (pattern: RegExp): Promise<string> =>
    Promise.race([stdout.line(pattern), endedUnsaid(finished, name, pattern)]);
  return { pid: child.pid ?? 0, kill: (signal) => child.kill(signal), said, finished };
}

function ending(child: ChildProcess): Promise<{ code: number; signal: NodeJS.Signals | null }> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code: code ?? 1, signal }));
  });
}

function runnerFiles(temp: string) {
  return { output: join(temp, 'output'), summary: join(temp, 'summary'), state: join(temp, 'state') };
}

function runnerEnv(
  temp: string,
  workspace: string,
  inputs: Readonly<Record<string, string>>,
): Record<string, string> {
  const files = runnerFiles(temp);
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? '',
    GITHUB_WORKSPACE: workspace,
    GITHUB_REPOSITORY: 'acme/checkout',
    GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_OUTPUT: files.output,
    GITHUB_STEP_SUMMARY: files.summary,
    GITHUB_STATE: files.state,
    RUNNER_TEMP: temp,
    ...Object.fromEntries(
      Object.entries(inputs).map(([key, value]) => [`INPUT_${key.toUpperCase()}`, value]),
    ),
  };
}

/** Gathers what a stream says, and tells when a line matches. */
function collect(stream: Readable): { text: () => string; line: (pattern: RegExp) => Promise<string> } {
  let text = '';
  stream.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  const line = async (pattern: RegExp): Promise<string> => {
    for (;;) {
      const found = text.split('\n').find((candidate) => pattern.test(candidate));
      if (found !== undefined) return found;
      await once(stream, 'data');
    }
  };
  return { text: () => text, line };
}

async function endedUnsaid(finished: Promise<StubResult>, name: string, pattern: RegExp): Promise<string> {
  const { stdout, stderr } = await finished;
  const said = stdout.split('\n').find((line) => pattern.test(line));
  if (said !== undefined) return said;
  throw new Error(`${name} ended without saying ${pattern}:\n${stdout}${stderr}`);
}

/** Runs a built action to its end. */
export async function runStub(...args: Parameters<typeof startStub>): Promise<StubResult> {
  const running = await startStub(...args);
  return running.finished;
}

/** Removes what a run left in its own temporary folder. */
export async function forget(result: StubResult): Promise<void> {
  await rm(result.temp, { recursive: true, force: true });
}

async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : JSON.parse(text);
}

/** Reads the runner's output file: `name<<delimiter`, lines, `delimiter`. */
function parseOutputs(file: string): Record<string, string> {
  const found: Record<string, string> = {};
  const lines = file.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const [name, delimiter] = (lines[at] ?? '').split('<<', 2);
    if (name === undefined || delimiter === undefined) continue;
    const end = lines.indexOf(delimiter, at + 1);
    found[name] = lines.slice(at + 1, end).join('\n');
    at = end;
  }
  return found;
}
