/**
 * Replays recorded scrapes through the judge: `replay.ts FILE.jsonl [--settings FILE.json]`.
 *
 * stdout: one JSON line at every change of verdict and one at the end. Exit 0 for any verdict, 2 for unusable input.
 */
import { readFileSync, writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createJudge, defaultSettings, parseSettings, type Settings, type Verdict } from './judge/index.ts';
import { parseRawSettings, parseScrape } from './replay/parse.ts';

const usage = 'usage: npm run --silent judge -- FILE.jsonl [--settings FILE.json]';

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Runs `work`; an error it throws gets `where` put before it. */
function at<T>(where: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Error(`${where}: ${messageOf(error)}`);
  }
}

function readSettings(file: string | undefined): Settings {
  if (file === undefined) return defaultSettings;
  return at(file, () => parseSettings(parseRawSettings(readFileSync(file, 'utf8'))));
}

function* verdicts(file: string, settings: Settings): Generator<Verdict> {
  const judge = createJudge(settings);
  const lines = readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .split('\n');
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') continue;
    if (isCutOff(line, i === lines.length - 1)) {
      process.stderr.write(`judge: ${file}:${i + 1} is cut off (its recorder died); judged without it\n`);
    } else yield judge.observe(at(`${file}:${i + 1}`, () => parseScrape(line)));
  }
}

/** Whether the last line of a file lacks its end: a recorder that is killed leaves such a line, and it tells nothing. */
function isCutOff(line: string, last: boolean): boolean {
  return last && line.trimStart().startsWith('{') && !line.trimEnd().endsWith('}');
}

function print({ verdict, at: t, reason }: { verdict: string; at: number; reason: string }): string {
  return `${JSON.stringify({ verdict, at: t, reason })}\n`;
}

function replay(file: string, settings: Settings): string {
  let output = '';
  let last: Verdict | undefined;
  for (const verdict of verdicts(file, settings)) {
    if (verdict.verdict !== last?.verdict) output += print(verdict);
    last = verdict;
  }
  return output + print(last ?? { verdict: 'not-enough-evidence', at: 0, reason: 'no scrapes in the file' });
}

function main(args: string[]): number {
  try {
    const { values, positionals } = at(usage, () =>
      parseArgs({ args, allowPositionals: true, options: { settings: { type: 'string' } } }),
    );
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new Error(usage);
    writeAll(replay(file, readSettings(values.settings)));
    return 0;
  } catch (error) {
    process.stderr.write(`judge: ${messageOf(error)}\n`);
    return 2;
  }
}

/** Writes to stdout to the last byte, also into a pipe that takes little at a time. */
function writeAll(text: string): void {
  let rest = Buffer.from(text);
  while (rest.length > 0) rest = rest.subarray(writeSync(1, rest));
}

process.exitCode = main(process.argv.slice(2));
