import { runAction } from '../../shared/action/run-action.ts';
import { contract } from './contract.ts';

/** What a canary takes is loaded when its inputs are sound: a wrong one is told at once. */
export const start = (): Promise<void> =>
  runAction(contract, async (inputs, context) => (await import('./run.ts')).run(inputs, context));
