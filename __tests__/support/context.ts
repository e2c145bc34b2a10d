import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from '../../actions/shared/action/context.ts';
import { Report } from '../../actions/shared/action/report.ts';
import type { CommonInputs, Contract } from '../../actions/shared/contract/contract.ts';
import { InputReader } from '../../actions/shared/contract/input-reader.ts';

/** A context with an own temporary folder, in which nothing can be run unless the test says how. */
export async function testContext<Output extends string>(
  given: Partial<Context<Output>> = {},
): Promise<Context<Output> & { readonly lines: string[]; readonly masked: string[] }> {
  const temp = await mkdtemp(join(tmpdir(), 'seatrial-test-'));
  const lines: string[] = [];
  const masked: string[] = [];
  return {
    env: {},
    workspace: temp,
    temp,
    log: {
      info: (line) => void lines.push(line),
      debug: () => undefined,
      group: (_, work) => work(),
    },
    exec: async (file) => {
      throw new Error(`${file} was not to be run`);
    },
    report: new Report<Output>(),
    record: {
      version: 1,
      source: { repository: 'acme/app', commit: 'a'.repeat(40), ref: 'refs/heads/main' },
    },
    signal: new AbortController().signal,
    mask: async (secret) => void masked.push(secret),
    now: () => Date.UTC(2026, 10, 24),
    lines,
    masked,
    ...given,
  };
}

/** Inputs as the contract reads them, from what a workflow would write. */
export function inputsOf<Inputs extends CommonInputs, Output extends string>(
  contract: Contract<Inputs, Output>,
  given: Readonly<Record<string, string>>,
  workspace: string,
): Inputs {
  const reader = new InputReader((name) => given[name] ?? '', workspace);
  const inputs = contract.parse(reader);
  reader.finish();
  return inputs;
}
