import { join } from 'node:path';
import { numberAt } from '../json.ts';
import type { Load } from './load.ts';
import { type RunReport, stepTable, trafficTable, writePage } from './report.ts';
import type { Stage } from './stage.ts';

/** Shows how everything ended, and tells whether it ended as it should. */
export async function conclude(stage: Stage, load: Load, runs: readonly RunReport[]): Promise<boolean> {
  const { say, folder } = stage;
  const traffic = trafficTable(load.tallies);
  const page = join(folder, 'report.html');
  await writePage(page, runs, traffic);
  for (const run of runs)
    console.log(`\n${run.title}: ${run.verdict} (${Math.round(run.seconds)} s)\n${stepTable(run)}`);
  console.log(`\nTraffic\n${traffic}`);
  for (const line of load.lost) console.log(`  lost: ${line}`);
  for (const { title, record, recordFile } of runs)
    console.log(`\nRelease record of "${title}"${origin(record)}: ${recordFile}`);
  console.log(`Job summaries and records on one page: ${page}`);
  const problems = [
    ...runs.flatMap(({ title, verdict, expected }) =>
      verdict === expected ? [] : [`"${title}" ended ${verdict}, not ${expected}`],
    ),
    ...(load.total().lost === 0 ? [] : [`${load.total().lost} requests were lost by the rollouts`]),
    ...stage.github.calls.flatMap((call) => call.problems),
    ...unlinked(runs),
  ];
  for (const problem of problems) say(`✗ ${problem}`);
  if (problems.length === 0) say('✓ every commit ended as it should, and no request was lost');
  return problems.length === 0;
}

/** The pull request that a record leads back to. */
function origin(record: string): string {
  const number = numberAt(JSON.parse(record), 'source', 'pullRequest', 'number');
  return number > 0 ? `, from pull request #${number}` : '';
}

/** A release that came back must name the pull request that brought it in. */
function unlinked(runs: readonly RunReport[]): string[] {
  return runs
    .filter(
      ({ verdict, record }) =>
        verdict === 'rolled-back' && !(numberAt(JSON.parse(record), 'source', 'pullRequest', 'number') > 0),
    )
    .map(({ title }) => `the record of "${title}" names no pull request`);
}
