import { expect, test } from '@jest/globals';
import { allScenarios, usual } from '../../../../bench/judge/families.ts';
import { runCell } from '../../../../bench/judge/run.ts';

/** Whole half hours of the benchmark's scenarios, a few runs of each. */

test.each([
  'steady',
  'retry bursts',
  'shared outage',
  'diurnal drift',
  'noise of each group',
  'pod restarts',
])('healthy canary, %s: no false rollback in a few runs', (name) => {
  const scenario = allScenarios.find((each) => each.name === name);
  if (scenario === undefined) throw new Error(`no scenario ${name}`);
  const cell = runCell(scenario, { rps: 100, share: 0.05, failing: 0.002, shape: usual }, 3, {
    names: ['seatrial'],
  });
  expect(cell.results['seatrial']?.every((time) => time === Number.POSITIVE_INFINITY)).toBe(true);
});

test.each([
  ['+3 % failures', 100, 60],
  ['total failure', 10, 20],
  ['varied total failure, late', 100, 60],
  ['varied +3 %, late', 100, 120],
  ['varied +3 %, late', 1000, 60],
  ['latency +20 %', 100, 1800],
  ['5 % take 5 times', 100, 900],
])('%s at %i rps is found within %i s', (name, rps, seconds) => {
  const scenario = allScenarios.find((each) => each.name === name);
  if (scenario === undefined) throw new Error(`no scenario ${name}`);
  const cell = runCell(scenario, { rps, share: 0.05, failing: 0.001, shape: usual }, 5, {
    names: ['seatrial'],
  });
  const times = [...(cell.results['seatrial'] ?? [])].sort((x, y) => x - y);
  expect(times[2]).toBeLessThanOrEqual(seconds);
});
