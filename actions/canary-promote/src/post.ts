import { runAction } from '../../shared/action/run-action.ts';
import type { CommonInputs } from '../../shared/contract/contract.ts';
import { contract, type Inputs } from './contract.ts';
import type { CanaryContext } from './deps.ts';
import type { EngineName } from './engine/engine.ts';

/**
 * The action's post step, which GitHub runs also after a cancelled or killed main step: gives all traffic back if main
 * left a canary. After a main step that came to its end there is nothing to do, and nothing is loaded or asked.
 */
export async function post(inputs: Inputs, context: CanaryContext): Promise<void> {
  const {
    STATE_route: route,
    STATE_workload: workload,
    STATE_namespace: namespace,
    STATE_done: done,
  } = context.env;
  if (done === 'true') return;
  const { engine } = inputs;
  if (engine !== 'direct' && workload !== undefined && workload !== '') {
    context.log.info('The main step did not come to its end.');
    const back = { ...inputs, workload, namespace, manifests: [], dryRun: false };
    return endOfEngine(engine, back, context);
  }
  if (route === undefined || route === '') return;
  context.log.info('The main step did not come to its end.');
  const [{ goBack }, { realDeps }, { jobOf }, { parseRoute }] = await Promise.all([
    import('./run-back.ts'),
    import('./real-deps.ts'),
    import('../../shared/action/job.ts'),
    import('./route/types.ts'),
  ]);
  const given = { ...inputs, route: parseRoute(route), namespace, manifests: [], dryRun: false };
  await goBack(given, 'post', context, realDeps, jobOf(context.env));
}

async function endOfEngine(engine: EngineName, inputs: Inputs, context: CanaryContext): Promise<void> {
  const [{ leadBack }, { realDeps }, { jobOf }] = await Promise.all([
    import('./engine/back.ts'),
    import('./real-deps.ts'),
    import('../../shared/action/job.ts'),
  ]);
  await leadBack(engine, inputs, 'post', context, realDeps, jobOf(context.env));
}

/** Outputs of a post step reach nobody; the record and the summary do. */
export const postContract = { ...contract, name: 'canary-promote-post', outputs: [] as const };

export const start = (): Promise<void> => runAction<Inputs & CommonInputs, never>(postContract, post);
