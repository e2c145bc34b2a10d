import { jobOf } from '../../shared/action/job.ts';
import type { Inputs } from './contract.ts';
import type { CanaryContext, Deps } from './deps.ts';
import { realDeps } from './real-deps.ts';
import { goBack } from './run-back.ts';
import { goForward } from './run-forward.ts';

/** A canary's whole way, or the end of one: which, `mode` says. */
export async function run(inputs: Inputs, context: CanaryContext, deps: Deps = realDeps): Promise<void> {
  const job = jobOf(context.env);
  if (inputs.engine !== 'direct')
    return (await import('./engine/lead.ts')).lead(inputs.engine, inputs, context, deps, job);
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
