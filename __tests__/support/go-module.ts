import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Context } from '../../actions/shared/action/context.ts';
import { Report } from '../../actions/shared/action/report.ts';
import type { CommonInputs } from '../../actions/shared/contract/contract.ts';
import { InputReader } from '../../actions/shared/contract/input-reader.ts';
import { exec } from '../../actions/shared/exec/exec.ts';

export type Files = Readonly<Record<string, string>>;

/** Writes files below a new temporary folder, runs `work` with it and removes it. */
export async function withFolder<T>(files: Files, work: (folder: string) => Promise<T>): Promise<T> {
  // Without a dash, which Go refuses in the value of a cgo flag such as -DROOT=${SRCDIR}.
  const folder = await mkdtemp(join(tmpdir(), 'seatrial_go_'));
  try {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A go.mod without requirements, so that no test asks a module proxy for anything. */
export function goMod(path = 'example.com/m'): Files {
  return { 'go.mod': `module ${path}\n\ngo 1.24\n` };
}

/** Inputs as the runner would hand them over. */
export function inputsOf<Inputs extends CommonInputs>(
  contract: { parse: (read: InputReader) => Inputs },
  workspace: string,
  given: Files = {},
): Inputs {
  const reader = new InputReader((name) => given[name] ?? '', workspace);
  const inputs = contract.parse(reader);
  reader.finish();
  return inputs;
}

/** A context with real programs, whose log and report can be read afterwards. */
export function goContext<Output extends string>(
  workspace: string,
  env: Readonly<Record<string, string>> = {},
): { context: Context<Output>; report: Report<Output>; lines: string[] } {
  const report = new Report<Output>();
  const lines: string[] = [];
  const context: Context<Output> = {
    env: { ...process.env, GOFLAGS: '-buildvcs=false', GITHUB_SHA: 'f'.repeat(40), ...env },
    workspace,
    temp: join(workspace, '.runner-temp'),
    log: { info: (line) => lines.push(line), debug: () => undefined, group: (_, work) => work() },
    exec,
    report,
    record: { version: 1, source: { repository: 'acme/x', commit: 'f'.repeat(40), ref: 'refs/heads/main' } },
    signal: new AbortController().signal,
    mask: async () => undefined,
    now: Date.now,
  };
  return { context, report, lines };
}
