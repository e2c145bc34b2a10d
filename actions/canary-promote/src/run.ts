import { jobOf } from '../../shared/action/job.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import type { Inputs } from './contract.ts';
import { asDeployment } from './deployment.ts';
import type { CanaryContext, Deps } from './deps.ts';
import type { EngineName } from './engine/engine.ts';
import { realDeps } from './real-deps.ts';
import { goBack } from './run-back.ts';
import { goForward } from './run-forward.ts';

/** A canary's whole way, or the end of one: which, `mode` says; who leads it, `engine`. */
export async function run(inputs: Inputs, context: CanaryContext, deps: Deps = realDeps): Promise<void> {
  const { engine, mode } = inputs;
  const way = (): Promise<void> =>
    engine === 'direct' ? ourselves(inputs, context, deps) : byController(engine, inputs, context, deps);
  return mode === 'run' || mode === 'resume' || mode === 'promote'
    ? asDeployment(inputs, context, () => recorded(inputs, context, way))
    : way();
}

/** Whoever reads the release record learns also why a canary never began. */
async function recorded(
  { environment }: Inputs,
  { report, now }: CanaryContext,
  way: () => Promise<void>,
): Promise<void> {
  const began = now();
  try {
    await way();
  } catch (error) {
    if (error instanceof UserError && report.sections.canary === undefined) {
      const verdict = report.outputs.get('verdict') === 'failed' ? 'failed' : 'refused';
      const seconds = Math.round((now() - began) / 100) / 10;
      report.section('canary', { environment, verdict, reason: error.message, steps: [], seconds });
    }
    throw error;
  }
}

async function ourselves(inputs: Inputs, context: CanaryContext, deps: Deps): Promise<void> {
  const job = jobOf(context.env);
  switch (inputs.mode) {
    case 'run':
    case 'resume':
    case 'promote':
      return goForward({ ...inputs, mode: inputs.mode }, context, deps, job);
    case 'abort':
    case 'reap':
    case 'status':
      return goBack(inputs, inputs.mode, context, deps, job);
  }
}

/** Loaded when it is asked for: the direct engine needs none of it. */
async function byController(
  engine: EngineName,
  inputs: Inputs,
  context: CanaryContext,
  deps: Deps,
): Promise<void> {
  const { lead } = await import('./engine/lead.ts');
  await lead(engine, inputs, context, deps, jobOf(context.env));
}
