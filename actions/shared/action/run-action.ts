import { tmpdir } from 'node:os';
import type { CommonInputs, Contract } from '../contract/contract.ts';
import { environmentInputs, InputReader } from '../contract/input-reader.ts';
import { exec } from '../exec/exec.ts';
import { readRecord, recordPath, writeRecord } from '../record/store.ts';
import type { Context } from './context.ts';
import { runnerLog } from './log.ts';
import { publish, reportThrown } from './publish.ts';
import { Report } from './report.ts';

/** An action's story. It may throw; what it reported before is published all the same. */
export type Run<Inputs extends CommonInputs, Output extends string> = (
  inputs: Inputs,
  context: Context<Output>,
) => Promise<void>;

/**
 * Runs an action as the runner does: inputs from the environment, and at every ending (done, failed, bug, cancelled)
 * outputs, annotations, summary and release record are written.
 */
export async function runAction<Inputs extends CommonInputs, Output extends string>(
  contract: Contract<Inputs, Output>,
  run: Run<Inputs, Output>,
): Promise<void> {
  const env = process.env;
  const workspace = env['GITHUB_WORKSPACE'] ?? process.cwd();
  const temp = env['RUNNER_TEMP'] ?? tmpdir();
  const report = new Report<Output>();
  const log = runnerLog();
  let path = recordPath(undefined, temp);
  let summary = true;
  let recordable = false;
  log.info(`seatrial ${contract.name}`);
  try {
    const reader = new InputReader(environmentInputs(env), workspace);
    const inputs = contract.parse(reader);
    ({ summary } = inputs);
    path = recordPath(inputs.record, temp);
    reader.finish();
    const record = await readRecord(path, env);
    recordable = true;
    const signal = cancelSignal();
    await run(inputs, { env, workspace, temp, log, exec, report, record, signal, mask, now: Date.now });
  } catch (error) {
    reportThrown(report, error, contract.name);
  }
  // A record that could not be read is not ours to replace.
  if (recordable) {
    await writeRecord(path, env, report.sections).catch((error: unknown) =>
      reportThrown(report, error, contract.name),
    );
  }
  await publish(report, contract.outputs, { summary, workspace, env, recordPath: path });
}

/** The signal that is aborted when GitHub cancels the job. */
function cancelSignal(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => controller.abort(new Error(`the job was cancelled (${name})`)));
  }
  return controller.signal;
}

async function mask(secret: string): Promise<void> {
  if (secret === '') return;
  const core = await import('@actions/core');
  core.setSecret(secret);
}
