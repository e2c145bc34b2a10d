import { writeFile } from 'node:fs/promises';
import { marked } from 'marked';
import type { StepResult } from './act.ts';
import type { Tally } from './load.ts';

/** One run of the workflow, as the report shows it. */
export interface RunReport {
  readonly title: string;
  readonly expected: string;
  readonly steps: readonly StepResult[];
  readonly seconds: number;
  readonly verdict: string;
  readonly record: string;
  readonly recordFile: string;
  readonly summaries: string;
}

/** The steps as a table for the terminal: only what did something, in the order of the loop. */
export function stepTable(run: RunReport): string {
  const shown = run.steps.filter(({ step }) => !/^(Check out|Set up|Fetch|Keep|Write|Remove)/.test(step));
  const rows = shown.map(({ job, step, result, seconds }) => [job, step, result, `${seconds.toFixed(1)} s`]);
  return columns([['job', 'step', 'result', 'time'], ...rows]);
}

/** Who answered what during the whole loop. */
export function trafficTable(tallies: ReadonlyMap<string, Tally>): string {
  const rows = [...tallies].map(([version, { requests, ok, injected, lost }]) =>
    [version, requests, ok, injected, lost].map(String),
  );
  return columns([['version', 'requests', 'ok', 'failed on purpose', 'lost by the rollout'], ...rows]);
}

function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd())
    .join('\n');
}

/** Writes the job summaries and records of all runs as one page that needs nothing from anywhere. */
export async function writePage(file: string, runs: readonly RunReport[], traffic: string): Promise<void> {
  const parts = await Promise.all(
    runs.map(async (run) => {
      const summaries = await marked.parse(run.summaries, { gfm: true });
      return `<section><h1>${escaped(run.title)}: ${escaped(run.verdict)}</h1><pre>${escaped(stepTable(run))}</pre>
${summaries}<details><summary>Release record</summary><pre>${escaped(run.record)}</pre></details></section>`;
    }),
  );
  const style = `body{font:15px/1.5 system-ui,sans-serif;max-width:64rem;margin:2rem auto;padding:0 1rem;color:#1f2328}
table{border-collapse:collapse}td,th{border:1px solid #d1d9e0;padding:.25rem .6rem;text-align:left}
pre{background:#f6f8fa;padding:.8rem;overflow:auto}section{border-top:3px solid #0969da;margin-top:2rem}`;
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Seatrial: the loop</title><style>${style}</style>
<body>${parts.join('\n')}<section><h1>Traffic</h1><pre>${escaped(traffic)}</pre></section></body></html>\n`;
  await writeFile(file, page);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
