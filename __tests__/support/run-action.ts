import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

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
  const temp = options.temp ?? (await mkdtemp(join(tmpdir(), 'seatrial-stub-')));
  await mkdir(temp, { recursive: true });
  const files = { output: join(temp, 'output'), summary: join(temp, 'summary'), state: join(temp, 'state') };
  await Promise.all(Object.values(files).map((file) => writeFile(file, '')));
  const given = Object.entries(inputs).map(([key, value]) => [`INPUT_${key.toUpperCase()}`, value]);
  const child = spawn(process.execPath, [join(root, 'dist', `${name}.js`)], {
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? '',
      GITHUB_WORKSPACE: options.workspace ?? temp,
      GITHUB_REPOSITORY: 'acme/checkout',
      GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_OUTPUT: files.output,
      GITHUB_STEP_SUMMARY: files.summary,
      GITHUB_STATE: files.state,
      RUNNER_TEMP: temp,
      ...Object.fromEntries(given),
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  const waiting = new Set<() => void>();
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
    for (const look of waiting) look();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const finished = new Promise<StubResult>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      for (const look of waiting) look();
      const record = join(temp, 'seatrial', 'release-record.json');
      Promise.all([readFile(files.output, 'utf8'), readFile(files.summary, 'utf8'), readJson(inputs['record'] ?? record)])
        .then(([output, summary, found]) =>
          resolve({ code: code ?? 1, signal, stdout, stderr, outputs: parseOutputs(output), summary, record: found, temp }),
        )
        .catch(reject);
    });
  });
  const said = (pattern: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const line = stdout.split('\n').find((candidate) => pattern.test(candidate));
        if (line === undefined && child.exitCode === null) return;
        waiting.delete(look);
        if (line === undefined) reject(new Error(`${name} ended without saying ${pattern}:\n${stdout}${stderr}`));
        else resolve(line);
      };
      waiting.add(look);
      look();
    });
  return { pid: child.pid ?? 0, kill: (signal) => child.kill(signal), said, finished };
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
