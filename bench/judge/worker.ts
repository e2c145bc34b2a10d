import { parentPort } from 'node:worker_threads';
import { allScenarios, usual } from './families.ts';
import { runCell } from './run.ts';

/** What the main thread asks for: one scenario at one rate. */
export interface Task {
  scenario: string;
  rps: number;
  failing: number;
  runs: number;
}

parentPort?.on('message', ({ scenario, rps, failing, runs }: Task) => {
  const found = allScenarios.find(({ name }) => name === scenario);
  if (found === undefined) throw new Error(`no scenario "${scenario}"`);
  parentPort?.postMessage(runCell(found, { rps, share: 0.05, failing, shape: usual }, runs));
});
