/** `node testbed/cli.ts up|status|down|tools`: the test bed from the command line. */
import { parseArgs } from 'node:util';
import { down, status, up, watch } from './bed.ts';
import { renderStatus } from './status.ts';
import { CATALOG } from './tools/catalog.ts';
import { ensureTools } from './tools/ensure.ts';
import { duration } from './tools/progress.ts';

const USAGE = `usage: cli.ts COMMAND
  up [--only cluster]   start what is missing; print the bed's description as JSON
  status [--json]       what runs, what has died and its last words; exit code 1 unless all runs
  watch                 wait until a component dies, and name it
  down [--wipe]         stop everything; --wipe also forgets the cluster's state and images
  tools [NAME…]         build or fetch all tools, or the ones named`;

const began = performance.now();
const log = (line: string): void =>
  console.error(`${duration(performance.now() - began).padStart(6)}  ${line}`);

function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => controller.abort(new Error(`interrupted by ${signal}`)));
  return controller.signal;
}

async function runUp(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { only: { type: 'string', default: 'all' } } });
  if (values.only !== 'all' && values.only !== 'cluster')
    throw new Error(`--only ${values.only} is unknown. Write --only cluster, or leave it out.`);
  const bed = await up({ only: values.only, log, signal: interruption() });
  log('the bed is up');
  console.log(JSON.stringify(bed, null, 2));
}

async function runStatus(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } });
  const found = await status();
  console.log(values.json ? JSON.stringify(found, null, 2) : renderStatus(found));
  process.exitCode = found.state === 'up' ? 0 : 1;
}

async function runDown(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { wipe: { type: 'boolean', default: false } } });
  await down({ wipe: values.wipe, log });
  log('the bed is down');
}

async function runTools(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !CATALOG.some((tool) => tool.name === name));
  if (unknown.length > 0)
    throw new Error(
      `no such tool: ${unknown.join(' ')}. There are ${CATALOG.map((tool) => tool.name).join(', ')}.`,
    );
  const tools = CATALOG.filter((tool) => names.length === 0 || names.includes(tool.name));
  const binaries = await ensureTools(tools, { log, signal: interruption() });
  for (const [name, path] of binaries) console.log(`${name.padEnd(26)} ${path}`);
}

async function main([command, ...args]: string[]): Promise<void> {
  switch (command) {
    case 'up':
      return runUp(args);
    case 'status':
      return runStatus(args);
    case 'watch':
      throw await watch(interruption());
    case 'down':
      return runDown(args);
    case 'tools':
      return runTools(args);
    default:
      console.error(USAGE);
      process.exitCode = 2;
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
