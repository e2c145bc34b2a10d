import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readText, writeAtomically } from '../files.ts';
import { home as defaultHome, type Home } from '../home.ts';
import { parseJson, textAt } from '../json.ts';
import { withLock } from '../lock.ts';
import { toolOf } from './catalog.ts';
import { installDebian } from './debian.ts';
import { binaryFits, findBinary } from './fit.ts';
import { buildGo } from './go.ts';
import { Progress } from './progress.ts';
import { installFromPypi } from './pypi.ts';
import type { DebianSource, Tool } from './types.ts';

export type Log = (line: string) => void;

export interface EnsureOptions {
  readonly log: Log;
  readonly home?: Home;
  /** Ends a build early; what was compiled so far is kept. */
  readonly signal?: AbortSignal | undefined;
}

/** Binary name → absolute path. */
export type Binaries = ReadonlyMap<string, string>;

export const toolFolder = (home: Home, tool: Tool): string =>
  join(home.tools, `${tool.name}-${tool.version}`);

/** Tells a recipe from a later one for the same version. */
function recipe(tool: Tool): string {
  const hash = createHash('sha256').update(JSON.stringify(tool.source));
  if (tool.source.kind === 'go') {
    const folder = join(import.meta.dirname, tool.source.folder);
    for (const file of readdirSync(folder).sort()) hash.update(readFileSync(join(folder, file)));
  }
  return hash.digest('hex');
}

/** Whether our own build of a tool is whole: its stamp is written last. */
function isBuilt(home: Home, tool: Tool): boolean {
  const stamp = join(toolFolder(home, tool), 'complete.json');
  const text = readText(stamp);
  return text !== undefined && textAt(parseJson(text, stamp), 'recipe') === recipe(tool);
}

/** The tool's binaries that are on the machine already in a version that will do; undefined unless all are. */
async function onMachine(tool: Tool): Promise<readonly string[] | undefined> {
  if (tool.source.kind !== 'debian' && tool.fit === undefined) return undefined;
  const found = tool.binaries.map((name) => findBinary(name));
  const paths = found.filter((path) => path !== undefined);
  if (paths.length < found.length) return undefined;
  const { fit } = tool;
  if (fit === undefined) return paths;
  const fits = await Promise.all(paths.map((path) => binaryFits(path, fit)));
  return fits.every(Boolean) ? paths : undefined;
}

/** Where the tool's binaries are; undefined when it has yet to be got. Our own build comes first: it costs no question. */
async function locate(home: Home, tool: Tool): Promise<readonly string[] | undefined> {
  if (isBuilt(home, tool)) return tool.binaries.map((name) => join(toolFolder(home, tool), 'bin', name));
  return onMachine(tool);
}

/** Gets one tool into a draft folder, which takes the tool's name when it is whole. */
async function make(home: Home, tool: Tool, { log, signal }: EnsureOptions): Promise<void> {
  const folder = toolFolder(home, tool);
  const draft = `${folder}.draft`;
  const progress = new Progress(`${tool.name} ${tool.version}`, log);
  rmSync(draft, { recursive: true, force: true });
  if (tool.source.kind === 'go') await buildGo(tool.source, draft, progress, signal);
  if (tool.source.kind === 'pypi') await installFromPypi(tool.source, draft);
  const stamp = { recipe: recipe(tool), took: progress.elapsed(), at: new Date().toISOString() };
  writeAtomically(join(draft, 'complete.json'), `${JSON.stringify(stamp, null, 2)}\n`);
  rmSync(folder, { recursive: true, force: true });
  renameSync(draft, folder);
  progress.tell('there');
}

async function installMissing(sources: readonly DebianSource[], log: Log): Promise<void> {
  if (sources.length === 0) return;
  const progress = new Progress(`Debian packages ${sources.map((one) => one.package).join(', ')}`, log);
  progress.tell('installing');
  await installDebian(sources);
  progress.tell('there');
}

async function getMissing(home: Home, tools: readonly Tool[], options: EnsureOptions): Promise<void> {
  const found = await Promise.all(tools.map((tool) => locate(home, tool)));
  const missing = tools.filter((_, i) => found[i] === undefined);
  const sources = missing.map((tool) => tool.source);
  await installMissing(
    sources.filter((source) => source.kind === 'debian'),
    options.log,
  );
  const others = missing.filter((tool) => tool.source.kind !== 'debian');
  // One after another: two big Go programs at once would not fit into memory and win nothing on two cores.
  for (const [i, tool] of others.entries()) {
    options.log(`tool ${i + 1} of ${others.length}: ${tool.name} ${tool.version}`);
    await make(home, tool, options);
  }
}

/** Gets whatever of `tools` is missing and returns where all their binaries are. */
export async function ensureTools(tools: readonly Tool[], options: EnsureOptions): Promise<Binaries> {
  const home = options.home ?? defaultHome();
  const find = async () => Promise.all(tools.map(async (tool) => [tool, await locate(home, tool)] as const));
  let found = await find();
  if (found.some(([, paths]) => paths === undefined)) {
    const waiting = (pid: string): void => options.log(`waiting for process ${pid}, which is getting tools`);
    await withLock(home.tools, waiting, () => getMissing(home, tools, options));
    found = await find();
  }
  const binaries = new Map<string, string>();
  for (const [tool, paths] of found) {
    if (paths === undefined)
      throw new Error(`${tool.name} is still missing after it was got: see the lines above`);
    for (const [i, name] of tool.binaries.entries()) binaries.set(name, paths[i] ?? '');
  }
  return binaries;
}

/** Where the binaries of those tools are that are there already; nothing is got. */
export async function presentTools(tools: readonly Tool[], home: Home = defaultHome()): Promise<Binaries> {
  const found = await Promise.all(tools.map((tool) => locate(home, tool)));
  const pairs = tools.flatMap((tool, i) =>
    tool.binaries.map((name, j) => [name, found[i]?.[j] ?? ''] as const),
  );
  return new Map(pairs.filter(([, path]) => path !== ''));
}

/** Absolute path of one binary, for instance `actionlint`; it is got first when it is missing. */
export async function toolPath(binary: string, log: Log = console.error): Promise<string> {
  return (await ensureTools([toolOf(binary)], { log })).get(binary) ?? '';
}
