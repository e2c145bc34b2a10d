/**
 * `npm test`: every check, every unit and bundle test, and one representative of each family on the real components.
 *
 *   --all          the full matrices on the real components as well (`npm run test:all`)
 *   --only NAME    one of: check, unit, bundle, loop
 *
 * The last line is `N passed, N failed`.
 */
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { field } from '../actions/shared/json/json.ts';
import { down, status, up } from '../testbed/bed.ts';
import { runChecks } from './check.ts';
import { root, run } from './run.ts';

interface Count {
  readonly passed: number;
  readonly failed: number;
}

const stages = ['check', 'unit', 'bundle', 'loop'] as const;
type Stage = (typeof stages)[number];

const { values } = parseArgs({
  options: { all: { type: 'boolean', default: false }, only: { type: 'string' } },
});
const chosen = values.only === undefined ? stages : stages.filter((stage) => stage === values.only);
if (chosen.length === 0) throw new Error(`--only takes one of ${stages.join(', ')}`);

const runners: Readonly<Record<Stage, () => Promise<Count>>> = {
  check: () => runChecks(),
  unit: () => jest('unit'),
  bundle: () => jest('bundle'),
  loop: onTestBed,
};

let total: Count = { passed: 0, failed: 0 };
for (const stage of chosen) {
  const began = Date.now();
  console.log(`\n── ${stage} ──`);
  const count = await runners[stage]();
  console.log(
    `${stage}: ${count.passed} passed, ${count.failed} failed in ${Math.round((Date.now() - began) / 1000)}s`,
  );
  total = { passed: total.passed + count.passed, failed: total.failed + count.failed };
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

/** Runs the tests that need real components, and leaves the test bed as it was found: running or not. */
async function onTestBed(): Promise<Count> {
  const running = (await status()).state === 'up';
  await up({ log: (line) => console.log(line) });
  try {
    return await jest('loop');
  } finally {
    if (!running) await down();
  }
}

/** Runs one jest project. What ran is counted from its own report: a run that reports nothing is a failure. */
async function jest(project: Exclude<Stage, 'check'>): Promise<Count> {
  // Without a dash: cgo refuses flags that hold one, and tests build below it.
  const folder = await mkdtemp(join(tmpdir(), 'seatrial_jest_'));
  // Some tests go on as another user.
  await chmod(folder, 0o755);
  const outputFile = join(folder, 'report.json');
  try {
    const args = ['--experimental-vm-modules', join(root, 'node_modules', 'jest', 'bin', 'jest.js')];
    // The bed is one; all else takes every core, where jest by itself leaves one idle.
    const workers = project === 'loop' ? '--runInBand' : '--maxWorkers=100%';
    const { code } = await run(
      process.execPath,
      [...args, '--selectProjects', project, '--json', `--outputFile=${outputFile}`, workers],
      {
        echo: true,
        env: {
          ...process.env,
          ...(values.all ? { SEATRIAL_TEST_ALL: '1' } : {}),
          NODE_NO_WARNINGS: '1',
          // What a test leaves behind goes with all of them.
          TMPDIR: folder,
        },
      },
    );
    return countOf(await readFile(outputFile, 'utf8').catch(() => '{}'), code);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function countOf(json: string, code: number): Count {
  const report: unknown = JSON.parse(json);
  const number = (key: string): number => Number(field(report, key) ?? 0);
  // A file that can't be loaded counts no failed test of its own, and a skipped test proves nothing.
  const failed = number('numFailedTests') + number('numRuntimeErrorTestSuites') + number('numPendingTests');
  return { passed: number('numPassedTests'), failed: code !== 0 && failed === 0 ? 1 : failed };
}
