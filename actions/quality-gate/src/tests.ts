import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../../shared/action/context.ts';
import { codeOf } from '../../shared/errors/user-error.ts';
import type { CompileSettings } from '../../shared/go/axes.ts';
import { explainGoFailure } from '../../shared/go/explain.ts';
import { reportFolder } from '../../shared/go/report-folder.ts';
import type { Go } from '../../shared/go/tool.ts';
import type { Inputs, Output } from './contract.ts';
import { type Block, type Uncovered, uncovered } from './coverage.ts';
import { parseEvents, readEvent, type TestRun } from './events.ts';
import { junit } from './junit.ts';

type Gate = Context<Output>;

/** Where the reports go. */
export async function reportFiles(context: Gate, directory: string) {
  const folder = await reportFolder(context, 'quality', directory);
  const profile = join(folder, 'coverage.out');
  await rm(profile, { force: true });
  return { profile, junit: join(folder, 'junit.xml'), events: join(folder, 'test-events.jsonl') };
}

export type Files = Awaited<ReturnType<typeof reportFiles>>;

/** Runs the tests, writes the reports and reads the events. */
export async function runTests(
  inputs: Inputs,
  context: Gate,
  go: Go,
  patterns: readonly string[],
  settings: CompileSettings,
  files: Files,
): Promise<{ run: TestRun; exitCode: number }> {
  const args = testArguments(inputs, settings.flags, files.profile, patterns);
  const result = await context.log.group(`go ${args.join(' ')}`, () =>
    go.run(args, { env: settings.env, onLine: (line) => tell(line, context) }),
  );
  const run = parseEvents(result.stdout);
  await writeFile(files.events, result.stdout);
  await writeFile(files.junit, junit(run));
  // Go gave up before any test: unknown flags, no disk, modules that can't be had.
  if (result.code !== 0 && run.packages.length === 0 && run.failedBuilds.size === 0) {
    throw explainGoFailure(args, result, inputs.workingDirectory);
  }
  return { run, exitCode: result.code };
}

/**
 * `-count=1` because a result from the cache is no proof about this run; `-vet=off` because vet has run, in full, or
 * is not wanted.
 */
export function testArguments(
  inputs: Inputs,
  flags: readonly string[],
  profile: string,
  patterns: readonly string[],
): string[] {
  return [
    'test',
    ...flags,
    ...(inputs.race ? ['-race'] : []),
    '-vet=off',
    '-count=1',
    `-timeout=${Math.ceil(inputs.timeout / 1000)}s`,
    '-json',
    '-covermode=atomic',
    `-coverprofile=${profile}`,
    ...(inputs.coverPackages.length > 0 ? [`-coverpkg=${inputs.coverPackages.join(',')}`] : []),
    ...patterns,
  ];
}

/** One line per package as it ends, and failures as they come. */
function tell(line: string, { log }: Gate): void {
  const event = readEvent(line);
  if (event === undefined || !['pass', 'fail'].includes(event.action)) return;
  if (event.test === '') log.info(`${event.action} ${event.importPath} ${event.seconds}s`);
  else if (event.action === 'fail') log.info(`  fail ${event.importPath} ${event.test}`);
}

/** Functions with code that no test ran; without a readable profile there are none to name. */
export async function findGaps(go: Go, blocks: readonly Block[], profile: string): Promise<Uncovered[]> {
  if (blocks.length === 0) return [];
  const { code, stdout } = await go.run(['tool', 'cover', `-func=${profile}`]);
  return code === 0 ? uncovered(blocks, stdout) : [];
}

/** A file's text; empty when there is no such file. */
export async function readIfThere(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return '';
    throw error;
  });
}
