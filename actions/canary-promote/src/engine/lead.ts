import type { Inputs } from '../contract.ts';
import type { CanaryContext, Deps } from '../deps.ts';
import { leadBack } from './back.ts';
import type { EngineName } from './engine.ts';
import { leadForward } from './forward.ts';

/** A canary's whole way by a controller of the cluster, or the end of one: which, `mode` says. */
export function lead(
  engine: EngineName,
  inputs: Inputs,
  context: CanaryContext,
  deps: Deps,
  job: string,
): Promise<void> {
  switch (inputs.mode) {
    case 'run':
    case 'resume':
    case 'promote':
      return leadForward(engine, { ...inputs, mode: inputs.mode }, context, deps, job);
    case 'abort':
    case 'reap':
    case 'status':
      return leadBack(engine, inputs, inputs.mode, context, deps, job);
  }
}
