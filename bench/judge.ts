/**
 * `npm run bench -- judge [--quick] [--runs N] [--failing PERCENT] [--scenario NAME] [--family first|varied|rough]
 * [--seed N] [--alone] [--untimed]`: the judge and its peers on the same runs, or the judge `--alone`, with latencies
 * or `--untimed`.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { families } from './judge/families.ts';
import { type Figure, figures, isHealthy, median, rolledBack } from './judge/figures.ts';
import { runAll } from './judge/pool.ts';
import { type Cell, ours } from './judge/run.ts';
import type { Scenario } from './judge/scenarios.ts';
import { stepCost } from './judge/step-cost.ts';
import type { Task } from './judge/worker.ts';

const rates = [5, 20, 100, 1000];
const peers = ['flagger', 'argo rollouts', 'kayenta, at the end', 'kayenta, each minute'];
const out = (line: string): boolean => process.stdout.write(`${line}\n`);

function tasksOf(chosen: readonly Scenario[], how: Omit<Task, 'scenario' | 'rps'>): Task[] {
  return chosen.flatMap(({ name, rates: own }) =>
    (own ?? rates).map((rps) => ({ scenario: name, rps, ...how })),
  );
}

/** False rollbacks for a healthy scenario, else the share found and the median time. */
function cellText(cell: Cell, judge: string): string {
  const times = cell.results[judge] ?? [];
  const share = `${(100 * rolledBack(times)).toFixed(1)} %`;
  if (isHealthy(cell)) return share;
  const middle = median(times);
  return `${share} ${Number.isFinite(middle) ? `${middle} s` : '–'}`;
}

function table(cells: Cell[], judges: string[]): void {
  out(`| scenario | rps | ${judges.join(' | ')} | passed, ever / at the end |`);
  out(`|---|---|${judges.map(() => '---|').join('')}---|`);
  for (const cell of cells) {
    const runs = cell.results[ours]?.length ?? 1;
    const passed = [cell.passed, cell.passedAtEnd]
      .map((count) => `${Math.round((100 * count) / runs)} %`)
      .join(' / ');
    const texts = judges.map((judge) => cellText(cell, judge)).join(' | ');
    out(`| ${isHealthy(cell) ? 'healthy: ' : ''}${cell.scenario} | ${cell.rps} | ${texts} | ${passed} |`);
  }
}

function report(list: Figure[]): void {
  out('\n| figure | measured | |\n|---|---|---|');
  for (const { claim, measured, holds } of list)
    out(`| ${claim} | ${measured} | ${holds ? 'holds' : 'MISSED'} |`);
  const missed = list.filter(({ holds }) => !holds).length;
  out(`\n${list.length - missed} of ${list.length} figures hold.`);
}

/** Runs the benchmark; seeds are fixed, so every run of the same arguments gives the same table. */
export async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean' },
      runs: { type: 'string' },
      failing: { type: 'string' },
      scenario: { type: 'string' },
      family: { type: 'string' },
      seed: { type: 'string' },
      alone: { type: 'boolean' },
      untimed: { type: 'boolean' },
    },
  });
  const runs = Number(values.runs ?? (values.quick === true ? 40 : 300));
  const failing = Number(values.failing ?? 0.1) / 100;
  const family = families[values.family ?? 'first'];
  if (family === undefined)
    throw new Error(`no family "${values.family}": ${Object.keys(families).join(', ')}`);
  const chosen = family.filter(({ name }) => values.scenario === undefined || name.includes(values.scenario));
  const [alone, untimed] = [values.alone === true, values.untimed === true];
  const tasks = tasksOf(chosen, { failing, runs, first: Number(values.seed ?? 1), alone, untimed });
  out(
    `5 % canary, 30 minutes, scrapes every 5 s, ${runs} runs each, a good version fails ${100 * failing} %.`,
  );
  out('Healthy: share of false rollbacks. Otherwise: share found, median time over all runs.\n');
  const cells = await runAll(tasks, availableParallelism(), ({ scenario, rps }) =>
    process.stderr.write(`${scenario} at ${rps} rps\n`),
  );
  table(cells, alone ? [ours] : [ours, ...peers]);
  const costs = [72, 1000].map(stepCost);
  const cost = costs[0]?.milliseconds ?? Number.NaN;
  out('');
  for (const { pods, series, milliseconds, bytes } of costs) {
    out(
      `One verdict step on ${pods} pods (${series} series): ${milliseconds.toFixed(2)} ms; saved state ${bytes[0]} bytes after 100 steps, ${bytes[1]} after 200.`,
    );
  }
  if (values.scenario !== undefined || alone || family !== families['first']) return;
  report([
    ...figures(cells),
    { claim: 'one step on 1,000 series < 10 ms', measured: `${cost.toFixed(2)} ms`, holds: cost < 10 },
  ]);
}
