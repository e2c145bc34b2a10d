import { runAction } from '../../shared/action/run-action.ts';
import type { Compile } from '../../shared/compile/compile.ts';
import { contract } from './contract.ts';
import { run } from './run.ts';

export const startWith = (compile: Compile): Promise<void> =>
  runAction(contract, (inputs, context) => run(inputs, context, compile));
