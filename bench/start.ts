/**
 * What a step costs before it does anything: CPU time from process start to the action's first own line, against an
 * empty node script, in turns so that the machine's mood meets both; and the size of what a runner downloads.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { entries } from '../actions/main.ts';
import { table } from '../actions/shared/markdown/markdown.ts';
import { root } from '../scripts/run.ts';

const rounds = 15;
/** At most so many times an empty script; at most so many bytes. */
const limits = { ratio: 3.5, archive: 1_500_000 };

/** Reports the CPU time of the process at its first line, or at its end when it says nothing, and stops it there. */
const probe = `
const say = (text) => { process.stderr.write(text); };
const stop = () => { const { user, system } = process.cpuUsage(); say('cpu=' + (user + system) + '\\n'); process.reallyExit(0); };
process.stdout.write = stop;
process.on('exit', stop);
`;

export async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'seatrial-bench-'));
  try {
    const preload = join(folder, 'probe.mjs');
    const empty = join(folder, 'empty.mjs');
    writeFileSync(preload, probe);
    writeFileSync(empty, '');
    const rows = entries.map((name) => measure(name, preload, empty, folder));
    console.log(
      table(['action', 'CPU ms to first line', 'empty node ms', `ratio (at most ${limits.ratio})`], rows),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const bytes = archiveBytes();
  console.log(
    `\ngit archive | gzip: ${bytes} bytes (at most ${limits.archive}), ratio ${(bytes / limits.archive).toFixed(2)}`,
  );
}

function measure(name: string, preload: string, empty: string, folder: string): string[] {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(cpu(preload, join(root, 'dist', `${name}.js`), folder));
    theirs.push(cpu(preload, empty, folder));
  }
  const [a, b] = [median(ours), median(theirs)];
  return [name, (a / 1000).toFixed(1), (b / 1000).toFixed(1), (a / b).toFixed(2)];
}

/** CPU time in microseconds. */
function cpu(preload: string, script: string, folder: string): number {
  const { stderr } = spawnSync(process.execPath, ['--import', preload, script], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', RUNNER_TEMP: folder, GITHUB_WORKSPACE: folder },
  });
  const match = /cpu=(\d+)/.exec(stderr);
  if (match === null) throw new Error(`${script} said nothing of its CPU time:\n${stderr}`);
  return Number(match[1]);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function archiveBytes(): number {
  const archive = spawnSync('git', ['archive', 'HEAD'], { cwd: root, maxBuffer: 1 << 28 });
  return gzipSync(archive.stdout).length;
}
