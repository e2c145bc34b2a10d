import { parentPort } from 'node:worker_threads';
import { allScenarios, usual } from './families.ts';
import { ours, runCell } from './run.ts';

/** What the main thread asks for: one scenario at one rate. */
export interface Task {
  scenario: string;
  rps: number;
  failing: number;
  runs: number;
  /** Seed of the first run. */
  first: number;
  /** Our judge without the peers. */
  alone: boolean;
  /** Without latencies, which cost most of the time. */
  untimed: boolean;
}

parentPort?.on('message', ({ scenario, rps, failing, runs, first, alone, untimed }: Task) => {
  const found = allScenarios.find(({ name }) => name === scenario);
  if (found === undefined) throw new Error(`no scenario "${scenario}"`);
  const profile = { rps, share: 0.05, failing, shape: usual };
  parentPort?.postMessage(
    runCell(found, profile, runs, { first, untimed, ...(alone ? { names: [ours] } : {}) }),
  );
});
