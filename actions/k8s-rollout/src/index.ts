import { runAction } from '../../shared/action/run-action.ts';
import { contract } from './contract.ts';
import { run } from './run.ts';

export const start = (): Promise<void> => runAction(contract, run);
